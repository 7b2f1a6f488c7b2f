package constancia.kernel.territories;

import constancia.kernel.Word;

/** From the widest to the narrowest: a territory lies only within one of a kind before its own. */
public enum TerritoryKind implements Word { COUNTRY, REGION, DEPARTMENT, MUNICIPALITY, DISTRICT, SETTLEMENT }
