package constancia.app.policies;

import constancia.command.Command;
import constancia.command.actions.Actions;
import constancia.command.indicators.Indicators;
import constancia.command.policies.WhenPeriodsDatedDateTargets;
import constancia.command.policies.WhenPeriodsDatedScheduleActions;
import constancia.kernel.Event;
import constancia.kernel.plans.PlanEvent;
import constancia.kernel.plans.PlanId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Dates of a plan's periods reach its actions and the targets of its indicators. */
public record PeriodsDated(Actions actions, Indicators indicators) implements Policy {

    @Override
    public String name() {
        return "periods-dated";
    }

    @Override
    public String kind() {
        return "plan";
    }

    @Override
    public String actor() {
        return WhenPeriodsDatedScheduleActions.ACTOR;
    }

    @Override
    public List<? extends Command> commands(UUID item, Event event) {
        var plan = new PlanId(item);
        return Stream.<Command>concat(WhenPeriodsDatedScheduleActions.commands(plan, (PlanEvent) event, actions).stream(),
                WhenPeriodsDatedDateTargets.commands(plan, (PlanEvent) event, indicators).stream()).toList();
    }
}
