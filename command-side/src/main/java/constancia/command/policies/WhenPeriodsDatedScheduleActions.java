package constancia.command.policies;

import constancia.command.actions.ActionCommand.DateSchedule;
import constancia.command.actions.Actions;
import constancia.kernel.Event;
import constancia.kernel.plans.PlanId;
import java.util.List;

/** When periods of a plan get dates, so do the marks and milestones of its actions. */
public final class WhenPeriodsDatedScheduleActions {

    /** The name under which it records. */
    public static final String ACTOR = "system:periods-dated";

    private WhenPeriodsDatedScheduleActions() {}

    /** One command for each action that goes by periods of the plan; asked again, they find their work done. */
    public static List<DateSchedule> commands(PlanId plan, Event event, Actions actions) {
        return PeriodsChanged.since(event)
                .map(since -> actions.scheduledByPeriodsOf(plan).stream().map(action -> new DateSchedule(action, since)).toList()).orElse(List.of());
    }
}
