package constancia.kernel.meetings;

import constancia.kernel.Word;

public enum MeetingMode implements Word { IN_PERSON, ONLINE, HYBRID }
