package constancia.command.actions;

import constancia.command.AtMost;
import constancia.command.Between;
import constancia.command.CallersByDefault;
import constancia.command.Command;
import constancia.command.Creates;
import constancia.command.Happened;
import constancia.command.Internal;
import constancia.command.MadeIfMissing;
import constancia.command.Matching;
import constancia.command.NeedsGrounds;
import constancia.command.Text;
import constancia.kernel.actions.ActionId;
import constancia.kernel.actions.Finding;
import constancia.kernel.actions.FundingState;
import constancia.kernel.actions.Role;
import constancia.kernel.agreements.AgreementId;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.institutions.InstitutionId;
import constancia.kernel.plans.PlanId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be asked of an action and of the commitments in it. */
public sealed interface ActionCommand extends Command {

    String SHA256 = "[0-9a-f]{64}";
    String A_HASH = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    String GOAL = "[A-Z][A-Z0-9]{0,9}-[0-9A-Za-z.]{1,19}";

    @Override
    ActionId id();

    @Creates
    record ProposeAction(ActionId id, @Text(2000) String title, @Text(8000) @Nullable String detail, @Nullable PlanId plan, @Nullable UUID node,
                         @Text(20) @Nullable String number, @Nullable List<UUID> recommendations, @Nullable AgreementId agreement,
                         @Nullable List<Responsible> responsible, @Nullable When schedule, @Text(20) @Nullable List<String> territory,
                         @Matching(value = GOAL, example = "SDG-16.1") @Nullable List<String> alignments, @Text(2000) @Nullable String means,
                         LocalDate effectiveOn) implements ActionCommand {}

    record Responsible(InstitutionId institution, Role role, @Happened @Nullable LocalDate acceptedOn) {}

    /** Either marked periods, or a due date and perhaps the day from which on. */
    record When(@Text(40) @Nullable List<String> periods, @Nullable LocalDate from, @Nullable LocalDate dueOn) {}

    /** Says anew what is given and leaves the rest as it was. */
    record AmendAction(ActionId id, @Text(2000) @Nullable String title, @Text(8000) @Nullable String detail, @Nullable UUID node,
                       @Text(20) @Nullable String number, @Nullable List<UUID> recommendations, @Text(20) @Nullable List<String> territory,
                       @Matching(value = GOAL, example = "SDG-16.1") @Nullable List<String> alignments, @Text(2000) @Nullable String means,
                       LocalDate effectiveOn) implements ActionCommand {}

    record AssignResponsible(ActionId id, InstitutionId institution, Role role, @Happened @Nullable LocalDate acceptedOn,
                             LocalDate effectiveOn) implements ActionCommand {}

    record AcceptCommitment(ActionId id, @CallersByDefault InstitutionId institution, LocalDate effectiveOn) implements ActionCommand {}

    @NeedsGrounds
    record DeclineCommitment(ActionId id, @CallersByDefault InstitutionId institution, LocalDate effectiveOn) implements ActionCommand {}

    @NeedsGrounds
    record ReleaseResponsible(ActionId id, @CallersByDefault InstitutionId institution, LocalDate effectiveOn) implements ActionCommand {}

    /** Needs grounds when there is a schedule already. */
    record ScheduleAction(ActionId id, @Text(40) @Nullable List<String> periods, @Nullable LocalDate from, @Nullable LocalDate dueOn,
                          LocalDate effectiveOn) implements ActionCommand {}

    /** Looks up the dates of the marked periods again; records nothing when they are what they were. */
    @Internal
    record DateSchedule(ActionId id, LocalDate effectiveOn) implements ActionCommand {}

    @NeedsGrounds
    record RequestExtension(ActionId id, @CallersByDefault InstitutionId institution, @MadeIfMissing UUID extension, @Nullable LocalDate dueOn,
                            @Text(40) @Nullable String period, LocalDate effectiveOn) implements ActionCommand {}

    /** @param dueOn if other than asked */
    record GrantExtension(ActionId id, UUID extension, @Nullable LocalDate dueOn, @Nullable AgreementId agreement,
                          LocalDate effectiveOn) implements ActionCommand {}

    @NeedsGrounds
    record RefuseExtension(ActionId id, UUID extension, @Nullable AgreementId agreement, LocalDate effectiveOn) implements ActionCommand {}

    record AddMilestone(ActionId id, @MadeIfMissing UUID milestone, @Text(500) String title, @Nullable LocalDate dueOn,
                        @Text(40) @Nullable String period, LocalDate effectiveOn) implements ActionCommand {}

    record ReachMilestone(ActionId id, UUID milestone, @Matching(value = SHA256, example = A_HASH) @Nullable List<String> evidence,
                          LocalDate effectiveOn) implements ActionCommand {}

    /** To another date or to the end of another period. */
    @NeedsGrounds
    record RescheduleMilestone(ActionId id, UUID milestone, @Nullable LocalDate dueOn, @Text(40) @Nullable String period,
                               LocalDate effectiveOn) implements ActionCommand {}

    @NeedsGrounds
    record DropMilestone(ActionId id, UUID milestone, LocalDate effectiveOn) implements ActionCommand {}

    record ReportProgress(ActionId id, @CallersByDefault InstitutionId institution, @Between(min = 0, max = 100) @Nullable Integer percent,
                          @Text(8000) @Nullable String narrative, @Text(40) @Nullable String period,
                          @Matching(value = SHA256, example = A_HASH) @Nullable List<String> evidence,
                          LocalDate effectiveOn) implements ActionCommand {}

    record ReportImpediment(ActionId id, @MadeIfMissing UUID impediment, @Text(4000) String text, @Nullable InstitutionId liftedBy,
                            LocalDate effectiveOn) implements ActionCommand {}

    record EscalateImpediment(ActionId id, UUID impediment, BodyId body, LocalDate effectiveOn) implements ActionCommand {}

    record ResolveImpediment(ActionId id, UUID impediment, @Text(4000) @Nullable String text, LocalDate effectiveOn) implements ActionCommand {}

    record MarkDelivered(ActionId id, @CallersByDefault InstitutionId institution, @Text(8000) @Nullable String narrative,
                         @Matching(value = SHA256, example = A_HASH) @Nullable List<String> evidence,
                         LocalDate effectiveOn) implements ActionCommand {}

    /** @param institution whose delivery it is */
    record VerifyDelivery(ActionId id, InstitutionId institution, Finding finding, @Text(4000) @Nullable String text,
                          @Matching(value = SHA256, example = A_HASH) @Nullable List<String> evidence,
                          LocalDate effectiveOn) implements ActionCommand {}

    @NeedsGrounds
    record ReturnDelivery(ActionId id, InstitutionId institution, LocalDate effectiveOn) implements ActionCommand {}

    @NeedsGrounds
    record CancelAction(ActionId id, LocalDate effectiveOn) implements ActionCommand {}

    /** @param institutions whose deliveries have to be made again; all binding ones unless named */
    @NeedsGrounds
    record ReopenAction(ActionId id, @Nullable List<InstitutionId> institutions, LocalDate effectiveOn) implements ActionCommand {}

    /** Says of a line of funding, new or known, where it comes from and how sure it is. */
    record CommitFunding(ActionId id, @MadeIfMissing UUID funding, @Text(300) @Nullable String source, @Nullable InstitutionId funder,
                         FundingState state, BigDecimal amount, @Matching(value = "[A-Z]{3}", example = "USD") String currency,
                         LocalDate effectiveOn) implements ActionCommand {}

    /**
     * {@code effectiveOn} is the day of the expenditure.
     *
     * @param evidence the documents that back it
     */
    record RecordExpenditure(ActionId id, @MadeIfMissing UUID expenditure, BigDecimal amount,
                             @Matching(value = "[A-Z]{3}", example = "USD") String currency, @Text(1000) String description,
                             @Nullable UUID funding, @Matching(value = SHA256, example = A_HASH) @Nullable List<String> evidence,
                             LocalDate effectiveOn) implements ActionCommand {}

    @NeedsGrounds
    record EscalateAction(ActionId id, BodyId body, LocalDate effectiveOn) implements ActionCommand {}

    /** @param predecessor what must be delivered before this one begins */
    record AddDependency(ActionId id, ActionId predecessor, LocalDate effectiveOn) implements ActionCommand {}

    @NeedsGrounds
    record RemoveDependency(ActionId id, ActionId predecessor, LocalDate effectiveOn) implements ActionCommand {}

    /** Says anew where the institution's own operating plans have its commitment; an empty list: nowhere. */
    record ReferToPoa(ActionId id, @CallersByDefault InstitutionId institution, @AtMost(50) List<Reference> references,
                      LocalDate effectiveOn) implements ActionCommand {}

    record Reference(@Between(min = 1900, max = 2199) int year, @Text(60) String code, @Text(500) @Nullable String text) {}

    record AttachEvidence(ActionId id, @AtMost(50) @Matching(value = SHA256, example = A_HASH) List<String> evidence,
                          @Text(500) @Nullable String caption, LocalDate effectiveOn) implements ActionCommand {}

    /**
     * Says which of several successors of an institution holds its commitment.
     *
     * @param institution that held it until its successors took its place
     * @param to          one of them
     */
    @NeedsGrounds
    record TransferCommitment(ActionId id, InstitutionId institution, InstitutionId to, LocalDate effectiveOn) implements ActionCommand {}

    /** Transfers commitments of institutions that have one successor to it; records nothing when there are none. */
    @Internal
    record FollowSuccession(ActionId id, LocalDate effectiveOn) implements ActionCommand {}

    /** Puts on record, once, that the due date in force was over before {@code effectiveOn} and something still owed; nothing otherwise. */
    @Internal
    record PassDueDate(ActionId id, LocalDate effectiveOn) implements ActionCommand {}
}
