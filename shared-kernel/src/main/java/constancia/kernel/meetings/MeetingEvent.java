package constancia.kernel.meetings;

import constancia.kernel.Event;
import java.time.LocalDate;

/** What can be on record of a meeting. */
public sealed interface MeetingEvent extends Event {

    record MeetingConvened(LocalDate effectiveOn) implements MeetingEvent {}
}
