package constancia.kernel.agreements;

import constancia.kernel.Word;

/** How the legal review of a draft stands. Outdated: the text was revised after it was cleared. */
public enum ReviewStatus implements Word { UNDER_REVIEW, RETURNED, CLEARED, OUTDATED }
