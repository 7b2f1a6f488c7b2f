package constancia.kernel.meetings;

import constancia.kernel.Word;

/** How far the minutes have come. A new draft after observations is a draft again. */
public enum MinutesStatus implements Word { DRAFT, CIRCULATED, APPROVED }
