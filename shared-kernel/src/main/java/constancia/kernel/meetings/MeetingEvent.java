package constancia.kernel.meetings;

import constancia.kernel.Event;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.institutions.Capacity;
import constancia.kernel.institutions.InstitutionId;
import constancia.kernel.reserve.Classified;
import constancia.kernel.reserve.ItemClass;
import constancia.kernel.reserve.ReservedField;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be on record of a meeting. */
public sealed interface MeetingEvent extends Event {

    /** {@code text}: what the convocation says. */
    record MeetingConvened(BodyId body, Instant startsAt, @Nullable String place, @Nullable MeetingMode mode, List<AgendaItem> agenda,
                           @Nullable SeriesPlace series, @Nullable String text, LocalDate effectiveOn) implements MeetingEvent {}

    /** Of an institution, or of a person on its own seat; the latest of each counts. {@code person}: who comes for the institution. */
    record ConvocationAnswered(@Nullable InstitutionId institution, @Nullable UUID person, Convocation answer, @Nullable String text,
                               LocalDate effectiveOn) implements MeetingEvent {}

    record AgendaItemAdded(UUID item, String title, @Nullable InstitutionId presenter, @Nullable Integer minutes, @Nullable CarriedFrom carriedFrom,
                           @Nullable String section, LocalDate effectiveOn) implements MeetingEvent {}

    record MeetingPostponed(Instant startsAt, LocalDate effectiveOn) implements MeetingEvent {}

    record MeetingCancelled(LocalDate effectiveOn) implements MeetingEvent {}

    /** {@code effectiveOn} is the day on which it was held; the quorum is what the body's rule and seats gave for that day. */
    record MeetingOpened(List<Attendee> attendance, Quorum quorum, LocalDate effectiveOn) implements MeetingEvent {}

    record AgendaItemClosed(UUID item, ItemOutcome outcome, LocalDate effectiveOn) implements MeetingEvent {}

    record MeetingClosed(LocalDate effectiveOn) implements MeetingEvent {}

    record QuestionPut(UUID deliberation, @Nullable UUID item, String question, @Nullable TakenUp takesUp,
                       LocalDate effectiveOn) implements MeetingEvent, DeliberationStep {}

    /**
     * Of an institution, {@code person} having spoken for it; or, without one, of a person on its own seat.
     *
     * @param counts it was there with a seat of the body that counts, not as friend, observer or guest
     */
    record PositionRecorded(UUID deliberation, @Nullable InstitutionId institution, @Nullable UUID person, String text, boolean counts,
                            LocalDate effectiveOn) implements MeetingEvent, DeliberationStep {}

    /** {@code options} in order of priority. */
    record ProposalCompiled(UUID deliberation, List<String> options, LocalDate effectiveOn) implements MeetingEvent, DeliberationStep {}

    /** Of the last proposal put; the latest one of the institution, or of the person on its own seat, counts. */
    record ProposalAssessed(UUID deliberation, @Nullable InstitutionId institution, @Nullable UUID person, Assessment assessment,
                            @Nullable String text, boolean counts, LocalDate effectiveOn) implements MeetingEvent, DeliberationStep {}

    record SecondProposalPut(UUID deliberation, List<String> options, LocalDate effectiveOn) implements MeetingEvent, DeliberationStep {}

    record DeliberationConcluded(UUID deliberation, DeliberationOutcome outcome, LocalDate effectiveOn) implements MeetingEvent, DeliberationStep {}

    /** {@code draft} is 1 for the first one, and so on. */
    record MinutesDrafted(int draft, String text, LocalDate effectiveOn) implements MeetingEvent, MinutesStep {}

    /** {@code observationsUntil}: the last day on which it may be observed, if one was set. */
    record MinutesCirculated(int draft, @Nullable LocalDate observationsUntil, LocalDate effectiveOn) implements MeetingEvent, MinutesStep {}

    /** Of a draft circulated: whoever attended has received and read it. */
    record MinutesAcknowledged(int draft, @Nullable InstitutionId institution, @Nullable UUID person, LocalDate effectiveOn) implements MeetingEvent, MinutesReceipt {}

    /** Of the draft circulated, by an institution that attended, or by a person on its own seat. */
    record MinutesObserved(UUID observation, int draft, @Nullable InstitutionId institution, @Nullable UUID person, String text,
                           LocalDate effectiveOn) implements MeetingEvent, MinutesStep {}

    record ObservationAnswered(UUID observation, boolean taken, String why, LocalDate effectiveOn) implements MeetingEvent, MinutesStep {}

    /**
     * The minutes as they stay for ever.
     *
     * @param folio   null of those approved before minutes had folios
     * @param meeting the later meeting of the body that approved them, if one did
     * @param sha256  of {@code text} in UTF-8
     */
    record MinutesApproved(int draft, @Nullable String folio, @Nullable MeetingId meeting, String text, String sha256,
                           LocalDate effectiveOn) implements MeetingEvent, MinutesStep {

        public MinutesApproved withFolio(@Nullable String other) {
            return new MinutesApproved(draft, other, meeting, text, sha256, effectiveOn);
        }
    }

    /**
     * The minutes approved, by whoever attended.
     *
     * @param person   who signed for the institution, and {@code capacity} as what
     * @param document the signed sheet, by the SHA-256 of its content
     */
    record MinutesSigned(@Nullable InstitutionId institution, @Nullable UUID person, @Nullable Capacity capacity, @Nullable String document,
                         LocalDate effectiveOn) implements MeetingEvent, MinutesReceipt {}

    /** Stands beside the approved minutes, whose text it leaves as it is. */
    record CorrigendumIssued(UUID corrigendum, String text, LocalDate effectiveOn) implements MeetingEvent, MinutesStep {}

    record MeetingClassified(ItemClass classification, @Nullable LocalDate until, @Nullable String legalBasis, @Nullable String authority,
                             @Nullable String resolution, @Nullable ReservedField field,
                             LocalDate effectiveOn) implements MeetingEvent, Classified {}

    /** Until its decision a deliberation is reserved by itself, whatever else is said. */
    record DeliberationClassified(UUID deliberation, ItemClass classification, @Nullable LocalDate until, @Nullable String legalBasis,
                                  @Nullable String authority, @Nullable String resolution,
                                  LocalDate effectiveOn) implements MeetingEvent, Classified {

        @Override
        public @Nullable ReservedField field() {
            return null;
        }

        @Override
        public UUID part() {
            return deliberation;
        }
    }

    /** The calendar saw that {@code until}, the last day of a reserve of it or of its deliberations or fields, was over. Changes nothing by itself. */
    record MeetingReserveLapsed(LocalDate until, LocalDate effectiveOn) implements MeetingEvent {}
}
