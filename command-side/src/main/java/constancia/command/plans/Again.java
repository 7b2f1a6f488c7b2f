package constancia.command.plans;

import constancia.command.plans.PlanCommand.*;
import constancia.kernel.plans.CalendarPeriod;
import constancia.kernel.plans.PlanEvent;
import constancia.kernel.plans.PlanEvent.*;
import constancia.kernel.plans.PlanId;
import java.util.List;

/** The command that a record of a plan came from, were it given again: the inverse of deciding. */
public final class Again {

    private Again() {}

    public static PlanCommand of(PlanId id, PlanEvent event) {
        var on = event.effectiveOn();
        return switch (event) {
            case PlanDefined e -> new DefinePlan(id, e.code(), e.title(), e.kind(), e.body(), named(e.calendar()), on);
            case PeriodsAdded e -> new AddPeriods(id, named(e.periods()), null, null, null, on);
            case PeriodsDated e -> new DatePeriods(id, e.periods().stream().map(p -> new DatedPeriod(p.period(), p.from(), p.until())).toList(), on);
            case OutlineNodesAdded e -> new AddOutlineNodes(id, e.nodes().stream().map(n -> new NewNode(n.id(), n.parent(), n.kind(), n.code(), n.text(), n.source())).toList(), on);
            case OutlineNodeMoved e -> new MoveOutlineNode(id, e.node(), e.parent(), on);
            case OutlineNodeRetitled e -> new RetitleOutlineNode(id, e.node(), e.code(), e.text(), on);
            case AssumptionsStated e -> new StateAssumptions(id, e.node(), e.assumptions().stream().map(a -> new NewAssumption(a.id(), a.text())).toList(), on);
            case PlanAdopted e -> new AdoptPlan(id, e.agreement(), on);
            case RecommendationAnswered e -> new RespondToRecommendation(id, e.recommendation(), e.response(), e.text(), on);
            case PlanExtended e -> new ExtendPlan(id, e.until(), e.agreement(), on);
            case ReportsExpected e -> new ExpectReports(id, e.periods(), on);
            case PlanClosed _ -> new ClosePlan(id, on);
        };
    }

    private static List<NamedPeriod> named(List<CalendarPeriod> periods) {
        return periods.stream().map(p -> new NamedPeriod(p.period(), p.label(), p.from(), p.until())).toList();
    }
}
