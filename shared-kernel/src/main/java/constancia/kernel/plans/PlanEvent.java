package constancia.kernel.plans;

import constancia.kernel.Event;
import constancia.kernel.agreements.AgreementId;
import constancia.kernel.bodies.BodyId;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be on record of a plan. */
public sealed interface PlanEvent extends Event {

    record PlanDefined(String code, String title, PlanKind kind, @Nullable BodyId body, List<CalendarPeriod> calendar,
                       LocalDate effectiveOn) implements PlanEvent {}

    /** Periods that came into the calendar after it was made. */
    record PeriodsAdded(List<CalendarPeriod> periods, LocalDate effectiveOn) implements PlanEvent {}

    record PeriodsDated(List<PeriodDates> periods, LocalDate effectiveOn) implements PlanEvent {}

    record OutlineNodesAdded(List<OutlineNode> nodes, LocalDate effectiveOn) implements PlanEvent {}

    /** {@code parent} is null when the node now stands at the top. It stands last among those beside it. */
    record OutlineNodeMoved(UUID node, @Nullable UUID parent, LocalDate effectiveOn) implements PlanEvent {}

    /** A null {@code code} leaves the node's code as it was. */
    record OutlineNodeRetitled(UUID node, @Nullable String code, String text, LocalDate effectiveOn) implements PlanEvent {}

    /** What is assumed of a node, said anew as a whole. */
    record AssumptionsStated(UUID node, List<Assumption> assumptions, LocalDate effectiveOn) implements PlanEvent {}

    record PlanAdopted(@Nullable AgreementId agreement, LocalDate effectiveOn) implements PlanEvent {}

    record RecommendationAnswered(UUID recommendation, RecommendationResponse response, @Nullable String text,
                                  LocalDate effectiveOn) implements PlanEvent {}

    /** The periods against which a report is expected of each commitment; none: no reports are. */
    record ReportsExpected(List<String> periods, LocalDate effectiveOn) implements PlanEvent {}

    record PlanExtended(LocalDate until, @Nullable AgreementId agreement, LocalDate effectiveOn) implements PlanEvent {}

    record PlanClosed(LocalDate effectiveOn) implements PlanEvent {}
}
