package constancia.kernel.meetings;

import constancia.kernel.Word;

/** What came of an item of the agenda. An item that was not reached goes to the backlog of the body. */
public enum ItemOutcome implements Word { INFORMATION, DECISION, ACTION, NOT_REACHED }
