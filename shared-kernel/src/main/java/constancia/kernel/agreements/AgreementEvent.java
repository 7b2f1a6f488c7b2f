package constancia.kernel.agreements;

import constancia.kernel.Event;
import constancia.kernel.actions.ActionId;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.institutions.InstitutionId;
import constancia.kernel.meetings.MeetingId;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be on record of an agreement. */
public sealed interface AgreementEvent extends Event {

    record AgreementRecorded(String folio, AgreementKind kind, String title, String text, @Nullable MeetingId meeting,
                             @Nullable UUID deliberation, @Nullable UUID item, @Nullable BodyId body, @Nullable Adoption adoption, List<Party> parties, @Nullable LocalDate validFrom,
                             @Nullable LocalDate validUntil, LocalDate effectiveOn) implements AgreementEvent {}

    record AgreementSigned(InstitutionId institution, @Nullable UUID person, @Nullable String document,
                           LocalDate effectiveOn) implements AgreementEvent {}

    record AgreementRatified(InstitutionId institution, @Nullable UUID person, @Nullable String document,
                             LocalDate effectiveOn) implements AgreementEvent {}

    record ReservationRecorded(InstitutionId institution, String text, LocalDate effectiveOn) implements AgreementEvent {}

    /** {@code until} is the last day of a reserve. */
    record AgreementClassified(AgreementClass classification, @Nullable LocalDate until, @Nullable String legalBasis,
                               LocalDate effectiveOn) implements AgreementEvent {}

    record ActionLinked(ActionId action, LocalDate effectiveOn) implements AgreementEvent {}

    record AgreementSuspended(LocalDate effectiveOn) implements AgreementEvent {}

    record AgreementResumed(LocalDate effectiveOn) implements AgreementEvent {}

    record AgreementTerminated(LocalDate effectiveOn) implements AgreementEvent {}

    record AgreementSuperseded(AgreementId by, LocalDate effectiveOn) implements AgreementEvent {}

    record AgreementFulfilled(LocalDate effectiveOn) implements AgreementEvent {}

    record AgreementRenewed(LocalDate validUntil, LocalDate effectiveOn) implements AgreementEvent {}

    /**
     * @param number      1, 2, 3… in the order of recording
     * @param newText     the whole text of the instrument as amended, if it amends it
     * @param signatories those without whose signature it is not in force
     */
    record AddendumAdded(UUID addendum, int number, String title, @Nullable String text, @Nullable String newText, @Nullable LocalDate validUntil,
                         List<Party> addParties, List<InstitutionId> removeParties, List<InstitutionId> signatories,
                         LocalDate effectiveOn) implements AgreementEvent {}

    record AddendumSigned(UUID addendum, InstitutionId institution, @Nullable UUID person, @Nullable String document,
                          LocalDate effectiveOn) implements AgreementEvent {}

    /** The calendar saw that {@code validUntil}, its last day, was over. Changes nothing by itself. */
    record AgreementExpired(LocalDate validUntil, LocalDate effectiveOn) implements AgreementEvent {}

    /** The calendar saw that {@code until}, the last day of the reserve, was over. Changes nothing by itself. */
    record ReserveLapsed(LocalDate until, LocalDate effectiveOn) implements AgreementEvent {}
}
