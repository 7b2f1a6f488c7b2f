package constancia.command.plans;

import constancia.command.AtMost;
import constancia.command.Command;
import constancia.command.Creates;
import constancia.command.MadeIfMissing;
import constancia.command.NeedsGrounds;
import constancia.command.Text;
import constancia.kernel.agreements.AgreementId;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.plans.OutlineKind;
import constancia.kernel.plans.PlanId;
import constancia.kernel.plans.PlanKind;
import constancia.kernel.plans.RecommendationResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be asked of a plan. */
public sealed interface PlanCommand extends Command {

    @Override
    PlanId id();

    @Creates
    record DefinePlan(PlanId id, @Text(60) String code, @Text(500) String title, PlanKind kind, @Nullable BodyId body,
                      List<NamedPeriod> calendar, LocalDate effectiveOn) implements PlanCommand {}

    /** Either named periods, or periods made of a frequency that reach from one day to another. */
    record AddPeriods(PlanId id, @Nullable List<NamedPeriod> periods, @Nullable Frequency frequency, @Nullable LocalDate from, @Nullable LocalDate until,
                      LocalDate effectiveOn) implements PlanCommand {}

    record DatePeriods(PlanId id, List<DatedPeriod> periods, LocalDate effectiveOn) implements PlanCommand {}

    record AddOutlineNodes(PlanId id, @AtMost(500) List<NewNode> nodes, LocalDate effectiveOn) implements PlanCommand {}

    /** Without {@code parent} the node goes to the top. It is put last among those beside it. */
    record MoveOutlineNode(PlanId id, UUID node, @Nullable UUID parent, LocalDate effectiveOn) implements PlanCommand {}

    /** Without {@code code} the node keeps the one it has. */
    record RetitleOutlineNode(PlanId id, UUID node, @Text(60) @Nullable String code, @Text(4000) String text,
                              LocalDate effectiveOn) implements PlanCommand {}

    /** All that is assumed of it: what is left out is assumed no more. An assumption that stays keeps its id. */
    record StateAssumptions(PlanId id, UUID node, @AtMost(50) List<NewAssumption> assumptions, LocalDate effectiveOn) implements PlanCommand {}

    record NewAssumption(@MadeIfMissing UUID assumption, @Text(4000) String text) {}

    record AdoptPlan(PlanId id, @Nullable AgreementId agreement, LocalDate effectiveOn) implements PlanCommand {}

    record RespondToRecommendation(PlanId id, UUID recommendation, RecommendationResponse response, @Text(4000) @Nullable String text,
                                   LocalDate effectiveOn) implements PlanCommand {}

    /** Against which periods each commitment is to report: these, all of the calendar unless named, none when empty. */
    record ExpectReports(PlanId id, @Text(30) @Nullable List<String> periods, LocalDate effectiveOn) implements PlanCommand {}

    @NeedsGrounds
    record ExtendPlan(PlanId id, LocalDate until, @Nullable AgreementId agreement, LocalDate effectiveOn) implements PlanCommand {}

    record ClosePlan(PlanId id, LocalDate effectiveOn) implements PlanCommand {}

    /** A period of the calendar; both dates or neither. */
    record NamedPeriod(@Text(30) String period, @Text(200) @Nullable String label, @Nullable LocalDate from, @Nullable LocalDate until) {}

    record DatedPeriod(@Text(30) String period, LocalDate from, LocalDate until) {}

    /**
     * @param parent a node of the plan or one that stands before this one in the same request; at the top without it
     * @param source from where it was taken: of a recommendation, who made it and in which report
     */
    record NewNode(@MadeIfMissing UUID id, @Nullable UUID parent, OutlineKind kind, @Text(60) @Nullable String code, @Text(4000) String text,
                   @Text(500) @Nullable String source) {}
}
