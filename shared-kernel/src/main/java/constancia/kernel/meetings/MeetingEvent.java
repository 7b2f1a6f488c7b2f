package constancia.kernel.meetings;

import constancia.kernel.Event;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.institutions.InstitutionId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be on record of a meeting. */
public sealed interface MeetingEvent extends Event {

    record MeetingConvened(BodyId body, Instant startsAt, @Nullable String place, @Nullable MeetingMode mode, List<AgendaItem> agenda,
                           LocalDate effectiveOn) implements MeetingEvent {}

    record AgendaItemAdded(UUID item, String title, @Nullable InstitutionId presenter, @Nullable Integer minutes,
                           LocalDate effectiveOn) implements MeetingEvent {}

    record MeetingPostponed(Instant startsAt, LocalDate effectiveOn) implements MeetingEvent {}

    record MeetingCancelled(LocalDate effectiveOn) implements MeetingEvent {}

    /** {@code effectiveOn} is the day on which it was held; the quorum is what the body's rule and seats gave for that day. */
    record MeetingOpened(List<Attendee> attendance, Quorum quorum, LocalDate effectiveOn) implements MeetingEvent {}

    record MeetingClosed(LocalDate effectiveOn) implements MeetingEvent {}
}
