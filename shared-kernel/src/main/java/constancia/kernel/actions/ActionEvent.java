package constancia.kernel.actions;

import static com.fasterxml.jackson.annotation.JsonFormat.Shape.STRING;

import com.fasterxml.jackson.annotation.JsonFormat;
import constancia.kernel.Event;
import constancia.kernel.agreements.AgreementId;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.institutions.InstitutionId;
import constancia.kernel.plans.PlanId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What can be on record of an action and of the commitments in it. A commitment is named by its own id, for an
 * institution that ended one may take on another, and by its institution, for whoever reads the record alone.
 */
public sealed interface ActionEvent extends Event {

    /** @param body the body of the plan, when it has one */
    record ActionProposed(String title, @Nullable String detail, @Nullable PlanId plan, @Nullable BodyId body, @Nullable UUID node,
                          @Nullable String number, List<UUID> recommendations, @Nullable AgreementId agreement,
                          List<Responsible> responsible, @Nullable Schedule schedule, List<String> territory,
                          List<String> alignments, @Nullable String means, LocalDate effectiveOn) implements ActionEvent {}

    record Responsible(UUID commitment, InstitutionId institution, Role role, @Nullable LocalDate acceptedOn) {}

    /** What is null was left as it was; an empty list was emptied. */
    record ActionAmended(@Nullable String title, @Nullable String detail, @Nullable UUID node, @Nullable String number,
                         @Nullable List<UUID> recommendations, @Nullable List<String> territory, @Nullable List<String> alignments,
                         @Nullable String means, LocalDate effectiveOn) implements ActionEvent {}

    record ResponsibleAssigned(UUID commitment, InstitutionId institution, Role role, @Nullable LocalDate acceptedOn,
                               LocalDate effectiveOn) implements ActionEvent {}

    record CommitmentAccepted(UUID commitment, InstitutionId institution, LocalDate effectiveOn) implements ActionEvent {}

    record CommitmentDeclined(UUID commitment, InstitutionId institution, LocalDate effectiveOn) implements ActionEvent {}

    record ResponsibleReleased(UUID commitment, InstitutionId institution, LocalDate effectiveOn) implements ActionEvent {}

    record ActionScheduled(Schedule schedule, LocalDate effectiveOn) implements ActionEvent {}

    /** The plan's periods got dates, or lost those they had, and with them the action's marks and milestones. */
    record ScheduleDated(@Nullable Schedule schedule, List<MilestoneDue> milestones, LocalDate effectiveOn) implements ActionEvent {}

    record MilestoneDue(UUID milestone, @Nullable LocalDate dueOn) {}

    record ExtensionRequested(UUID extension, UUID commitment, InstitutionId institution, LocalDate dueOn, @Nullable String period,
                              LocalDate effectiveOn) implements ActionEvent {}

    record ExtensionGranted(UUID extension, InstitutionId institution, LocalDate dueOn, @Nullable AgreementId agreement,
                            LocalDate effectiveOn) implements ActionEvent {}

    record ExtensionRefused(UUID extension, InstitutionId institution, @Nullable AgreementId agreement,
                            LocalDate effectiveOn) implements ActionEvent {}

    record MilestoneAdded(UUID milestone, String title, @Nullable LocalDate dueOn, @Nullable String period,
                          LocalDate effectiveOn) implements ActionEvent {}

    record MilestoneReached(UUID milestone, List<String> evidence, LocalDate effectiveOn) implements ActionEvent {}

    /** A null {@code dueOn} is that of a period without dates. */
    record MilestoneRescheduled(UUID milestone, @Nullable LocalDate dueOn, @Nullable String period, LocalDate effectiveOn) implements ActionEvent {}

    /** Nobody waits for it any more. */
    record MilestoneDropped(UUID milestone, LocalDate effectiveOn) implements ActionEvent {}

    record ProgressReported(UUID commitment, InstitutionId institution, @Nullable Integer percent, @Nullable String narrative,
                            @Nullable String period, List<String> evidence, LocalDate effectiveOn) implements ActionEvent {}

    /** @param liftedBy the institution that can lift it */
    record ImpedimentReported(UUID impediment, String text, @Nullable InstitutionId liftedBy, LocalDate effectiveOn) implements ActionEvent {}

    record ImpedimentEscalated(UUID impediment, BodyId body, LocalDate effectiveOn) implements ActionEvent {}

    record ImpedimentResolved(UUID impediment, @Nullable String text, LocalDate effectiveOn) implements ActionEvent {}

    record DeliveryMarked(UUID commitment, InstitutionId institution, @Nullable String narrative, List<String> evidence,
                          LocalDate effectiveOn) implements ActionEvent {}

    record DeliveryVerified(UUID commitment, InstitutionId institution, Finding finding, @Nullable String text, List<String> evidence,
                            LocalDate effectiveOn) implements ActionEvent {}

    record DeliveryReturned(UUID commitment, InstitutionId institution, LocalDate effectiveOn) implements ActionEvent {}

    record ActionCancelled(LocalDate effectiveOn) implements ActionEvent {}

    /** @param sentBack the deliveries that have to be made again; none when a cancelled action was restored */
    record ActionReopened(List<SentBack> sentBack, LocalDate effectiveOn) implements ActionEvent {}

    record SentBack(UUID commitment, InstitutionId institution) {}

    /** Said again of the same line, the later one counts. Either {@code source} or {@code funder} names where it comes from. Amounts are text, so that no reader makes them approximate. */
    record FundingCommitted(UUID funding, @Nullable String source, @Nullable InstitutionId funder, FundingState state,
                            @JsonFormat(shape = STRING) BigDecimal amount, String currency, LocalDate effectiveOn) implements ActionEvent {}

    /** @param evidence the documents that back it, if there are any */
    record ExpenditureRecorded(UUID expenditure, @JsonFormat(shape = STRING) BigDecimal amount, String currency, String description,
                               @Nullable UUID funding, @Nullable List<String> evidence, LocalDate effectiveOn) implements ActionEvent {}

    /** Taken to a body that can decide what the institutions cannot. */
    record ActionEscalated(BodyId body, LocalDate effectiveOn) implements ActionEvent {}

    /** It is not begun before the predecessor is delivered. */
    record DependencyAdded(ActionId predecessor, LocalDate effectiveOn) implements ActionEvent {}

    record DependencyRemoved(ActionId predecessor, LocalDate effectiveOn) implements ActionEvent {}

    /** Where the institution's own operating plans have its commitment, all of it said anew. */
    record PoaReferred(UUID commitment, InstitutionId institution, List<PoaReference> references, LocalDate effectiveOn) implements ActionEvent {}

    record EvidenceAttached(List<String> evidence, @Nullable String caption, LocalDate effectiveOn) implements ActionEvent {}

    /** Since then the commitment is held by {@code to}, a successor of the institution {@code from} that held it. */
    record CommitmentTransferred(UUID commitment, InstitutionId from, InstitutionId to, LocalDate effectiveOn) implements ActionEvent {}

    /** The calendar saw that {@code dueOn}, the due date in force, was over and something still owed. Changes nothing by itself. */
    record DueDatePassed(LocalDate dueOn, LocalDate effectiveOn) implements ActionEvent {}
}
