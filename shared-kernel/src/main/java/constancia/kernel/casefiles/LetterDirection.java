package constancia.kernel.casefiles;

import constancia.kernel.Word;

/** Whether a letter came in or went out. */
public enum LetterDirection implements Word { INCOMING, OUTGOING }
