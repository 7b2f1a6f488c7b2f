package constancia.command.policies;

import constancia.command.indicators.IndicatorCommand.DateTargets;
import constancia.command.indicators.Indicators;
import constancia.kernel.Event;
import constancia.kernel.plans.PlanId;
import java.util.List;

/** When periods of a plan get dates, so do the targets that its indicators have for them. */
public final class WhenPeriodsDatedDateTargets {

    private WhenPeriodsDatedDateTargets() {}

    /** One command for each indicator with targets for periods of the plan; asked again, they find their work done. */
    public static List<DateTargets> commands(PlanId plan, Event event, Indicators indicators) {
        return PeriodsChanged.since(event)
                .map(since -> indicators.withPeriodsOf(plan).stream().map(indicator -> new DateTargets(indicator, since)).toList()).orElse(List.of());
    }
}
