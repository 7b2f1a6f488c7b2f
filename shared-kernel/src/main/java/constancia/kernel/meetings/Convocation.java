package constancia.kernel.meetings;

import constancia.kernel.Word;

/** What somebody who was convened answers. */
public enum Convocation implements Word { ACCEPTS, DECLINES, TENTATIVE }
