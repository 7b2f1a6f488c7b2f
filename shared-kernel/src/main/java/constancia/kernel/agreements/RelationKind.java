package constancia.kernel.agreements;

import constancia.kernel.Word;

/** What an agreement is to another one that it does not end. */
public enum RelationKind implements Word { RELATES_TO, IMPLEMENTS, AMENDS, DERIVES_FROM, ANNEX_OF, REITERATES }
