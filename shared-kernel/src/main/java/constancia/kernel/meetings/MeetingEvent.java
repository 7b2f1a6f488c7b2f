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

    record QuestionPut(UUID deliberation, @Nullable UUID item, String question, @Nullable TakenUp takesUp,
                       LocalDate effectiveOn) implements MeetingEvent, DeliberationStep {}

    /** {@code counts}: it was there with a seat of the body that counts, not as friend, observer or guest. */
    record PositionRecorded(UUID deliberation, InstitutionId institution, String text, boolean counts,
                            LocalDate effectiveOn) implements MeetingEvent, DeliberationStep {}

    /** {@code options} in order of priority. */
    record ProposalCompiled(UUID deliberation, List<String> options, LocalDate effectiveOn) implements MeetingEvent, DeliberationStep {}

    /** Of the last proposal put; the institution's latest one counts. */
    record ProposalAssessed(UUID deliberation, InstitutionId institution, Assessment assessment, @Nullable String text, boolean counts,
                            LocalDate effectiveOn) implements MeetingEvent, DeliberationStep {}

    record SecondProposalPut(UUID deliberation, List<String> options, LocalDate effectiveOn) implements MeetingEvent, DeliberationStep {}

    record DeliberationConcluded(UUID deliberation, DeliberationOutcome outcome, LocalDate effectiveOn) implements MeetingEvent, DeliberationStep {}
}
