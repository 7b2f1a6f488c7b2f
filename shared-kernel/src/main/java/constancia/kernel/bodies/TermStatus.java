package constancia.kernel.bodies;

import constancia.kernel.Word;

/** How a term stands on a day. */
public enum TermStatus implements Word { TO_COME, CURRENT, ENDED }
