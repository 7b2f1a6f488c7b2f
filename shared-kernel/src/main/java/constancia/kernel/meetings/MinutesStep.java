package constancia.kernel.meetings;

import constancia.kernel.meetings.MeetingEvent.*;
import java.time.LocalDate;

/** What can be on record of a meeting's minutes, which are one ordered facet. */
public sealed interface MinutesStep
        permits MinutesDrafted, MinutesCirculated, MinutesObserved, ObservationAnswered, MinutesApproved, CorrigendumIssued {

    LocalDate effectiveOn();
}
