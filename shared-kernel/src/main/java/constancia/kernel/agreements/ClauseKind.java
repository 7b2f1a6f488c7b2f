package constancia.kernel.agreements;

import constancia.kernel.Word;

/** The case for which a clause provides. */
public enum ClauseKind implements Word { CHANGE_OF_AUTHORITIES, DISASTER, DELEGATES, OTHER }
