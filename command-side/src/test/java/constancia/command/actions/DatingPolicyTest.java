package constancia.command.actions;

import static org.assertj.core.api.Assertions.assertThat;

import constancia.command.actions.ActionCommand.DateSchedule;
import constancia.command.policies.WhenPeriodsDatedScheduleActions;
import constancia.kernel.actions.ActionId;
import constancia.kernel.plans.CalendarPeriod;
import constancia.kernel.plans.PeriodDates;
import constancia.kernel.plans.PlanEvent.PeriodsAdded;
import constancia.kernel.plans.PlanEvent.PeriodsDated;
import constancia.kernel.plans.PlanEvent.PlanClosed;
import java.util.List;
import org.junit.jupiter.api.Test;

class DatingPolicyTest extends Scene {

    @Test
    void each_action_that_goes_by_periods_of_the_plan_is_to_be_dated_since_the_periods_are() {
        var other = new ActionId(uuid(2));
        known.scheduled.addAll(List.of(ID, other));
        var dated = new PeriodsDated(List.of(new PeriodDates("T1", day(1, 1), day(3, 31))), day(2, 1));
        assertThat(WhenPeriodsDatedScheduleActions.commands(PLAN, dated, known))
                .containsExactly(new DateSchedule(ID, day(2, 1)), new DateSchedule(other, day(2, 1)));
    }

    @Test
    void periods_that_come_into_the_calendar_may_be_back_where_marks_still_name_them() {
        known.scheduled.add(ID);
        var added = new PeriodsAdded(List.of(new CalendarPeriod("T5", null, day(1, 1), day(3, 31))), day(2, 1));
        assertThat(WhenPeriodsDatedScheduleActions.commands(PLAN, added, known)).containsExactly(new DateSchedule(ID, day(2, 1)));
    }

    @Test
    void nothing_follows_from_other_records_of_a_plan() {
        known.scheduled.add(ID);
        assertThat(WhenPeriodsDatedScheduleActions.commands(PLAN, new PlanClosed(day(2, 1)), known)).isEmpty();
    }
}
