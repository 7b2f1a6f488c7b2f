package constancia.kernel.agreements;

import constancia.kernel.Word;

/** How those present came to it. */
public enum Adoption implements Word { CONSENSUS, VOTE, OTHER }
