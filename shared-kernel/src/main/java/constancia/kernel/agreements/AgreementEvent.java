package constancia.kernel.agreements;

import constancia.kernel.Event;
import constancia.kernel.actions.ActionId;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.institutions.InstitutionId;
import constancia.kernel.meetings.MeetingId;
import constancia.kernel.reserve.Classified;
import constancia.kernel.reserve.ItemClass;
import constancia.kernel.reserve.ReservedField;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be on record of an agreement. */
public sealed interface AgreementEvent extends Event {

    /** {@code draft} is true of a pronouncement that is yet to be issued. */
    record AgreementRecorded(String folio, AgreementKind kind, String title, String text, @Nullable MeetingId meeting,
                             @Nullable UUID deliberation, @Nullable UUID item, @Nullable BodyId body, @Nullable Adoption adoption, List<Party> parties, @Nullable LocalDate validFrom,
                             @Nullable LocalDate validUntil, @Nullable Boolean draft, @Nullable List<Addressee> addressees, @Nullable List<Clause> clauses,
                             LocalDate effectiveOn) implements AgreementEvent {

        public AgreementRecorded withFolio(String other) {
            return new AgreementRecorded(other, kind, title, text, meeting, deliberation, item, body, adoption, parties, validFrom, validUntil, draft, addressees,
                    clauses, effectiveOn);
        }
    }

    /**
     * @param version 2 is the first revision; what is null stays as it was
     */
    record DraftRevised(int version, @Nullable String title, @Nullable String text, @Nullable List<Addressee> addressees, @Nullable List<Clause> clauses,
                        LocalDate effectiveOn) implements AgreementEvent {}

    /** Of the agreement's own text, or of that of an addendum; so are its outcomes. */
    record LegalReviewSubmitted(@Nullable UUID addendum, @Nullable Integer number, InstitutionId reviewer, LocalDate effectiveOn) implements AgreementEvent {}

    record LegalReviewCleared(@Nullable UUID addendum, @Nullable Integer number, @Nullable String text, LocalDate effectiveOn) implements AgreementEvent {}

    record ReturnedForChanges(@Nullable UUID addendum, @Nullable Integer number, LocalDate effectiveOn) implements AgreementEvent {}

    /** {@code answersUntil}: the day by which the addressees are asked to answer, if they are. */
    record PronouncementIssued(@Nullable LocalDate answersUntil, LocalDate effectiveOn) implements AgreementEvent {}

    /** The draft was put to others for their opinion. */
    record InstitutionsConsulted(UUID consultation, List<InstitutionId> institutions, String text, @Nullable LocalDate dueOn,
                                 LocalDate effectiveOn) implements AgreementEvent {}

    /**
     * Of an institution that was consulted; or, without a {@code consultation}, of an addressee of the pronouncement.
     *
     * @param name of an addressee that is not in the register
     */
    record ResponseReceived(@Nullable UUID consultation, @Nullable InstitutionId institution, @Nullable String name, ResponseKind response,
                            @Nullable String text, @Nullable String document, LocalDate effectiveOn) implements AgreementEvent {}

    /** {@code signer}: as what {@code person} signed for it; nothing was said of it in the first ones on record. */
    record AgreementSigned(InstitutionId institution, @Nullable UUID person, @Nullable String document, @Nullable Signer signer,
                           LocalDate effectiveOn) implements AgreementEvent {}

    record AgreementRatified(InstitutionId institution, @Nullable UUID person, @Nullable String document, @Nullable Signer signer,
                             LocalDate effectiveOn) implements AgreementEvent {}

    record ReservationRecorded(InstitutionId institution, String text, LocalDate effectiveOn) implements AgreementEvent {}

    record AgreementClassified(ItemClass classification, @Nullable LocalDate until, @Nullable String legalBasis, @Nullable String authority,
                               @Nullable String resolution, @Nullable ReservedField field,
                               LocalDate effectiveOn) implements AgreementEvent, Classified {}

    record ActionLinked(ActionId action, LocalDate effectiveOn) implements AgreementEvent {}

    record AgreementSuspended(LocalDate effectiveOn) implements AgreementEvent {}

    record AgreementResumed(LocalDate effectiveOn) implements AgreementEvent {}

    /** {@code institution} is the party that did, and {@code noticeOn} the day of its notice; null when all did together. */
    record AgreementTerminated(@Nullable InstitutionId institution, @Nullable LocalDate noticeOn, LocalDate effectiveOn) implements AgreementEvent {}

    record AgreementSuperseded(AgreementId by, LocalDate effectiveOn) implements AgreementEvent {}

    record AgreementMerged(AgreementId into, LocalDate effectiveOn) implements AgreementEvent {}

    record AgreementSplit(List<AgreementId> into, LocalDate effectiveOn) implements AgreementEvent {}

    record AgreementRelated(AgreementId agreement, RelationKind kind, LocalDate effectiveOn) implements AgreementEvent {}

    record AgreementFulfilled(LocalDate effectiveOn) implements AgreementEvent {}

    record AgreementRenewed(LocalDate validUntil, LocalDate effectiveOn) implements AgreementEvent {}

    /**
     * @param number      1, 2, 3… in the order of recording
     * @param newText     the whole text of the instrument as amended, if it amends it
     * @param signatories those without whose signature it is not in force
     * @param clauses     new ones, and those that take the place of the one with the same id
     */
    record AddendumAdded(UUID addendum, int number, String title, @Nullable String text, @Nullable String newText, @Nullable LocalDate validUntil,
                         List<Party> addParties, List<InstitutionId> removeParties, List<InstitutionId> signatories,
                         @Nullable List<Clause> clauses, @Nullable List<UUID> removeClauses, LocalDate effectiveOn) implements AgreementEvent {

        public AddendumAdded withNumber(int other) {
            return new AddendumAdded(addendum, other, title, text, newText, validUntil, addParties, removeParties, signatories, clauses, removeClauses, effectiveOn);
        }

        public AddendumAdded revised(AddendumRevised e) {
            return new AddendumAdded(addendum, number, Objects.requireNonNullElse(e.title(), title), e.text() == null ? text : e.text(),
                    e.newText() == null ? newText : e.newText(), e.validUntil() == null ? validUntil : e.validUntil(), addParties, removeParties, signatories,
                    e.clauses() == null ? clauses : e.clauses(), e.removeClauses() == null ? removeClauses : e.removeClauses(), effectiveOn);
        }
    }

    /** An addendum that nobody had signed yet; what is null stays as it was, and {@code version} 2 is the first revision. */
    record AddendumRevised(UUID addendum, int number, int version, @Nullable String title, @Nullable String text, @Nullable String newText,
                           @Nullable LocalDate validUntil, @Nullable List<Clause> clauses, @Nullable List<UUID> removeClauses,
                           LocalDate effectiveOn) implements AgreementEvent {}

    record AddendumSigned(UUID addendum, @Nullable Integer number, InstitutionId institution, @Nullable UUID person, @Nullable String document,
                          @Nullable Signer signer, LocalDate effectiveOn) implements AgreementEvent {}

    /** The calendar saw that {@code validUntil}, its last day, was over. Changes nothing by itself. */
    record AgreementExpired(LocalDate validUntil, LocalDate effectiveOn) implements AgreementEvent {}

    /** The calendar saw that {@code until}, the last day of a reserve of it or of its fields, was over. Changes nothing by itself. */
    record ReserveLapsed(LocalDate until, LocalDate effectiveOn) implements AgreementEvent {}
}
