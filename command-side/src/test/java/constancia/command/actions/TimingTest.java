package constancia.command.actions;

import constancia.command.actions.ActionCommand.*;
import constancia.command.plans.Plans.KnownPeriod;
import constancia.kernel.actions.ActionEvent.ActionScheduled;
import constancia.kernel.actions.ActionEvent.MilestoneAdded;
import constancia.kernel.actions.ActionEvent.MilestoneDropped;
import constancia.kernel.actions.ActionEvent.MilestoneDue;
import constancia.kernel.actions.ActionEvent.MilestoneReached;
import constancia.kernel.actions.ActionEvent.MilestoneRescheduled;
import constancia.kernel.actions.ActionEvent.ScheduleDated;
import constancia.kernel.actions.Schedule;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TimingTest extends Scene {

    static final Schedule MARKS = new Schedule(List.of("T1", "T2"), null, null);
    static final Schedule DATED = new Schedule(List.of("T1", "T2"), day(1, 1), day(6, 30));

    @Nested
    class ScheduleIt {

        @Test
        void by_dates() {
            action.given(proposed(null)).when(dates(day(2, 1), day(5, 30))).records(new ActionScheduled(new Schedule(List.of(), day(2, 1), day(5, 30)), day(2, 1)));
        }

        @Test
        void by_marks_that_have_no_dates_yet() {
            action.given(proposed(null)).when(marks("T1", "T2", "T1")).records(new ActionScheduled(MARKS, day(2, 1)));
        }

        @Test
        void by_marks_due_at_the_end_of_the_last_one_whatever_their_order() {
            datePeriods();
            action.given(proposed(null)).when(marks("T2", "T1"))
                    .records(new ActionScheduled(new Schedule(List.of("T2", "T1"), day(1, 1), day(6, 30)), day(2, 1)));
        }

        @Test
        void without_a_due_date_while_any_mark_has_none() {
            known.periods.put("T1", new KnownPeriod("T1", day(1, 1), day(3, 31)));
            action.given(proposed(null)).when(marks("T1", "T2")).records(new ActionScheduled(MARKS, day(2, 1)));
        }

        @Test
        void changing_it_needs_grounds() {
            action.given(proposed()).when(dates(null, day(7, 1))).isInvalid("grounds", "grounds-required");
            action.given(proposed()).when(dates(null, day(7, 1)), WITH_GROUNDS).records(new ActionScheduled(dated(day(7, 1)), day(2, 1)));
        }

        @Test
        void by_periods_or_by_dates_never_both_nor_neither() {
            action.given(proposed(null)).when(when(null, null, null)).isInvalid("dueOn", "periods-or-dates");
            action.given(proposed(null)).when(when(List.of(), null, null)).isInvalid("dueOn", "periods-or-dates");
            action.given(proposed(null)).when(when(null, day(2, 1), null)).isInvalid("dueOn", "periods-or-dates");
            action.given(proposed(null)).when(when(List.of("T1"), null, DUE)).isInvalid("dueOn", "periods-or-dates");
            action.given(proposed(null)).when(when(List.of("T1"), day(2, 1), null)).isInvalid("from", "periods-or-dates");
        }

        @Test
        void dates_must_be_possible_and_in_order() {
            action.given(proposed(null)).when(dates(day(7, 1), DUE)).isInvalid("from", "from-after-due", DUE);
            var first = LocalDate.of(1900, 1, 1);
            var last = LocalDate.of(2199, 12, 31);
            action.given(proposed(null)).when(dates(null, LocalDate.of(20150, 6, 15))).isInvalid("dueOn", "out-of-range", first, last);
            action.given(proposed(null)).when(dates(LocalDate.of(15, 6, 15), DUE)).isInvalid("from", "out-of-range", first, last);
        }

        @Test
        void periods_must_be_of_its_plan() {
            action.given(proposed(null)).when(marks("T1", "T7")).isInvalid("periods/1", "unknown-period", "T7");
            action.given(withoutPlan()).when(marks("T1")).isInvalid("periods/0", "action-without-plan");
        }

        @Test
        void not_while_it_is_cancelled() {
            action.given(proposed(null), cancelled(day(2, 1))).when(dates(null, DUE)).refuses("action-cancelled");
        }
    }

    @Nested
    class DateIt {

        @Test
        void marks_get_the_dates_of_their_periods() {
            datePeriods();
            action.given(proposed(MARKS)).when(new DateSchedule(ID, day(3, 1))).records(new ScheduleDated(DATED, List.of(), day(3, 1)));
        }

        @Test
        void nothing_is_recorded_when_nothing_changes() {
            action.given(proposed(MARKS)).when(new DateSchedule(ID, day(3, 1))).recordsNothing();
            datePeriods();
            action.given(proposed(MARKS), new ScheduleDated(DATED, List.of(), day(3, 1))).when(new DateSchedule(ID, day(3, 1))).recordsNothing();
            action.given(proposed()).when(new DateSchedule(ID, day(3, 1))).recordsNothing();
            action.given(proposed(null)).when(new DateSchedule(ID, day(3, 1))).recordsNothing();
        }

        @Test
        void dates_that_hold_since_before_the_marks_count_from_the_marks() {
            datePeriods();
            action.given(proposed(MARKS)).when(new DateSchedule(ID, day(1, 1))).records(new ScheduleDated(DATED, List.of(), START));
            action.given(proposed(null), new ActionScheduled(MARKS, day(2, 20))).when(new DateSchedule(ID, day(2, 1)))
                    .records(new ScheduleDated(DATED, List.of(), day(2, 20)));
        }

        @Test
        void milestones_of_a_period_get_its_end() {
            var milestone = new MilestoneAdded(ONE, "Diagnóstico", null, "T1", day(2, 10));
            var byDate = new MilestoneAdded(OTHER, "Informe", day(5, 1), null, day(2, 10));
            datePeriods();
            var recorded = new ScheduleDated(null, List.of(new MilestoneDue(ONE, day(3, 31))), day(2, 10));
            action.given(proposed(), milestone, byDate).when(new DateSchedule(ID, day(2, 1))).records(recorded);
            action.given(proposed(), milestone, byDate, recorded).when(new DateSchedule(ID, day(2, 1))).recordsNothing();
        }

        @Test
        void milestones_lose_the_date_that_their_period_no_longer_has() {
            var dated = new MilestoneAdded(ONE, "Diagnóstico", day(3, 31), "T1", day(2, 10));
            var recorded = new ScheduleDated(null, List.of(new MilestoneDue(ONE, null)), day(2, 10));
            action.given(proposed(), dated).when(new DateSchedule(ID, LocalDate.of(1900, 1, 1))).records(recorded);
            action.given(proposed(), dated, recorded).when(new DateSchedule(ID, LocalDate.of(1900, 1, 1))).recordsNothing();
        }

        @Test
        void marks_of_a_period_that_was_made_void_have_no_dates() {
            var marked = new Schedule(List.of("T5"), day(1, 1), day(3, 31));
            action.given(proposed(marked)).when(new DateSchedule(ID, day(2, 10)))
                    .records(new ScheduleDated(new Schedule(List.of("T5"), null, null), List.of(), day(2, 10)));
        }

        @Test
        void also_while_it_is_cancelled_for_it_may_be_reopened() {
            datePeriods();
            action.given(proposed(MARKS), cancelled(day(2, 1))).when(new DateSchedule(ID, day(3, 1))).records(new ScheduleDated(DATED, List.of(), day(3, 1)));
        }
    }

    @Nested
    class Milestones {

        final MilestoneAdded added = new MilestoneAdded(ONE, "Diagnóstico", day(3, 15), null, day(2, 1));

        @Test
        void a_milestone_is_added_with_a_date_a_period_or_neither() {
            action.given(proposed()).when(milestone(day(3, 15), null)).records(added);
            action.given(proposed()).when(milestone(null, "T1")).records(new MilestoneAdded(ONE, "Diagnóstico", null, "T1", day(2, 1)));
            action.given(proposed()).when(milestone(null, null)).records(new MilestoneAdded(ONE, "Diagnóstico", null, null, day(2, 1)));
            datePeriods();
            action.given(proposed()).when(milestone(null, "T1")).records(new MilestoneAdded(ONE, "Diagnóstico", day(3, 31), "T1", day(2, 1)));
        }

        @Test
        void with_only_one_of_them_and_a_period_of_the_plan() {
            action.given(proposed()).when(milestone(day(3, 15), "T1")).isInvalid("dueOn", "date-or-period");
            action.given(proposed()).when(milestone(null, "T7")).isInvalid("period", "unknown-period", "T7");
        }

        @Test
        void its_id_is_used_once() {
            action.given(proposed(), added).when(milestone(null, null)).refuses("milestone-known");
        }

        @Test
        void it_is_reached_once() {
            var reached = new MilestoneReached(ONE, List.of(HASH), day(3, 10));
            action.given(proposed(), added).when(new ReachMilestone(ID, ONE, List.of(HASH), day(3, 10))).records(reached);
            action.given(proposed(), added, reached).when(new ReachMilestone(ID, ONE, null, day(3, 12))).refuses("milestone-reached", day(3, 10));
        }

        @Test
        void it_must_be_there_and_is_not_reached_before_it_was_added() {
            action.given(proposed(), added).when(new ReachMilestone(ID, OTHER, null, day(3, 10))).isInvalid("milestone", "unknown-milestone");
            action.given(proposed(), added).when(new ReachMilestone(ID, ONE, null, day(1, 31))).refuses("effective-before-previous", day(2, 1));
        }

        @Test
        void it_is_moved_to_another_date_or_to_another_period() {
            var moved = new MilestoneRescheduled(ONE, day(4, 30), null, day(3, 1));
            action.given(proposed(), added).when(move(day(4, 30), null, day(3, 1))).records(moved);
            action.given(proposed(), added, moved).when(move(day(5, 31), null, day(3, 1))).records(new MilestoneRescheduled(ONE, day(5, 31), null, day(3, 1)));
            action.given(proposed(), added).when(move(null, "T2", day(3, 1))).records(new MilestoneRescheduled(ONE, null, "T2", day(3, 1)));
            datePeriods();
            action.given(proposed(), added).when(move(null, "T2", day(3, 1))).records(new MilestoneRescheduled(ONE, day(6, 30), "T2", day(3, 1)));
        }

        @Test
        void with_one_of_them_that_is_not_the_one_it_has() {
            action.given(proposed(), added).when(move(null, null, day(3, 1))).isInvalid("dueOn", "date-or-period");
            action.given(proposed(), added).when(move(day(4, 30), "T1", day(3, 1))).isInvalid("dueOn", "date-or-period");
            action.given(proposed(), added).when(move(null, "T7", day(3, 1))).isInvalid("period", "unknown-period", "T7");
            action.given(proposed(), added).when(move(LocalDate.of(9999, 1, 1), null, day(3, 1)))
                    .isInvalid("dueOn", "out-of-range", LocalDate.of(1900, 1, 1), LocalDate.of(2199, 12, 31));
            action.given(proposed(), added).when(move(day(3, 15), null, day(3, 1))).refuses("milestone-same-date");
            var undated = new MilestoneAdded(ONE, "Diagnóstico", null, "T1", day(2, 1));
            action.given(proposed(), undated).when(move(null, "T1", day(3, 1))).refuses("milestone-same-date");
        }

        @Test
        void once_moved_to_a_date_it_no_longer_follows_its_period() {
            datePeriods();
            var byPeriod = new MilestoneAdded(ONE, "Diagnóstico", null, "T1", day(2, 1));
            var moved = new MilestoneRescheduled(ONE, day(4, 30), null, day(3, 1));
            action.given(proposed(), byPeriod, moved).when(new DateSchedule(ID, day(3, 2))).recordsNothing();
            action.given(proposed(), byPeriod, new MilestoneRescheduled(ONE, null, "T2", day(3, 1))).when(new DateSchedule(ID, day(2, 2)))
                    .records(new ScheduleDated(null, List.of(new MilestoneDue(ONE, day(6, 30))), day(3, 1)));
        }

        @Test
        void it_is_not_moved_before_it_was_added_moved_or_dated() {
            action.given(proposed(), added).when(move(day(4, 30), null, day(1, 31))).refuses("effective-before-previous", day(2, 1));
            var moved = new MilestoneRescheduled(ONE, day(4, 30), null, day(3, 1));
            action.given(proposed(), added, moved).when(move(day(5, 31), null, day(2, 28))).refuses("effective-before-previous", day(3, 1));
            action.given(proposed(), added, moved).when(new ReachMilestone(ID, ONE, null, day(2, 28))).refuses("effective-before-previous", day(3, 1));
            action.given(proposed(), added, moved).when(new DropMilestone(ID, ONE, day(2, 28))).refuses("effective-before-previous", day(3, 1));
            var dated = new ScheduleDated(null, List.of(new MilestoneDue(ONE, day(3, 31))), day(2, 10));
            action.given(proposed(), new MilestoneAdded(ONE, "Diagnóstico", null, "T1", day(2, 1)), dated).when(move(day(5, 31), null, day(2, 9)))
                    .refuses("effective-before-previous", day(2, 10));
        }

        @Test
        void it_is_dropped_once_and_then_neither_moved_nor_reached() {
            var dropped = new MilestoneDropped(ONE, day(3, 1));
            action.given(proposed(), added).when(new DropMilestone(ID, ONE, day(3, 1))).records(dropped);
            action.given(proposed(), added, dropped).when(new DropMilestone(ID, ONE, day(3, 2))).refuses("milestone-dropped", day(3, 1));
            action.given(proposed(), added, dropped).when(move(day(4, 30), null, day(3, 2))).refuses("milestone-dropped", day(3, 1));
            action.given(proposed(), added, dropped).when(new ReachMilestone(ID, ONE, null, day(3, 2))).refuses("milestone-dropped", day(3, 1));
            action.given(proposed(), added, dropped).when(milestone(null, null)).refuses("milestone-known");
        }

        @Test
        void what_is_reached_or_unknown_is_neither_moved_nor_dropped() {
            var reached = new MilestoneReached(ONE, List.of(), day(3, 10));
            action.given(proposed(), added, reached).when(move(day(4, 30), null, day(3, 11))).refuses("milestone-reached", day(3, 10));
            action.given(proposed(), added, reached).when(new DropMilestone(ID, ONE, day(3, 11))).refuses("milestone-reached", day(3, 10));
            action.given(proposed(), added).when(new DropMilestone(ID, OTHER, day(3, 11))).isInvalid("milestone", "unknown-milestone");
            action.given(proposed(), added).when(new RescheduleMilestone(ID, OTHER, day(4, 30), null, day(3, 11))).isInvalid("milestone", "unknown-milestone");
        }

        @Test
        void nor_in_an_action_that_is_cancelled() {
            action.given(proposed(), added, cancelled(day(3, 1))).when(move(day(4, 30), null, day(3, 1))).refuses("action-cancelled");
            action.given(proposed(), added, cancelled(day(3, 1))).when(new DropMilestone(ID, ONE, day(3, 1))).refuses("action-cancelled");
        }

        RescheduleMilestone move(@Nullable LocalDate dueOn, @Nullable String period, LocalDate on) {
            return new RescheduleMilestone(ID, ONE, dueOn, period, on);
        }

        AddMilestone milestone(@Nullable LocalDate dueOn, @Nullable String period) {
            return new AddMilestone(ID, ONE, "Diagnóstico", dueOn, period, day(2, 1));
        }
    }

    static constancia.kernel.actions.ActionEvent.ActionProposed withoutPlan() {
        return new constancia.kernel.actions.ActionEvent.ActionProposed("Definir el mecanismo", null, null, null, null, null, List.of(), null, List.of(),
                null, List.of(), List.of(), null, START);
    }

    static ScheduleAction when(@Nullable List<String> periods, @Nullable LocalDate from, @Nullable LocalDate dueOn) {
        return new ScheduleAction(ID, periods, from, dueOn, day(2, 1));
    }

    static ScheduleAction dates(@Nullable LocalDate from, LocalDate dueOn) {
        return when(null, from, dueOn);
    }

    static ScheduleAction marks(String... periods) {
        return when(List.of(periods), null, null);
    }
}
