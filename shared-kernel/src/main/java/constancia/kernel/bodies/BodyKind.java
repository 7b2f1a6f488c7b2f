package constancia.kernel.bodies;

import constancia.kernel.Word;

public enum BodyKind implements Word { COUNCIL, TABLE, TEAM, COMMITTEE, UNIT }
