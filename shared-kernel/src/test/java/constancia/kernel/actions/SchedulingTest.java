package constancia.kernel.actions;

import static org.assertj.core.api.Assertions.assertThat;

import constancia.kernel.Provenance;
import constancia.kernel.Recorded;
import constancia.kernel.actions.ActionEvent.ActionCancelled;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class SchedulingTest {

    static final Schedule MARKS = new Schedule(List.of("T1", "T2"), null, null);
    static final Schedule DATED = new Schedule(List.of("T1", "T2"), date(1, 1), date(6, 30));

    @Test
    void marks_without_dates_are_no_baseline_and_never_due() {
        var marked = Scheduling.NONE.set(MARKS, record(1, date(1, 10)));
        assertThat(marked.dueOn()).isNull();
        assertThat(marked.baseline()).isNull();
        var dated = marked.dated(DATED, record(2, date(2, 1)));
        assertThat(dated.dueOn()).isEqualTo(date(6, 30));
        assertThat(dated.baseline().schedule()).isEqualTo(DATED);
    }

    @Test
    void the_baseline_is_the_first_dated_schedule_recorded_even_if_a_later_record_is_effective_before_it() {
        var first = new Schedule(List.of(), null, date(6, 15));
        var backdated = new Schedule(List.of(), null, date(5, 15));
        var all = Scheduling.NONE.set(first, record(2, date(3, 1))).set(backdated, record(3, date(2, 1)));
        var effective = Scheduling.NONE.set(backdated, record(3, date(2, 1))).set(first, record(2, date(3, 1)));
        assertThat(all).isEqualTo(effective);
        assertThat(all.baseline().schedule()).isEqualTo(first);
        assertThat(all.dueOn()).isEqualTo(date(6, 15));
    }

    @Test
    void an_extension_moves_the_due_date_and_leaves_marks_and_baseline() {
        var moved = Scheduling.NONE.set(DATED, record(1, date(1, 10))).moved(date(9, 30), record(2, date(5, 1)));
        assertThat(moved.current()).isEqualTo(new Schedule(List.of("T1", "T2"), date(1, 1), date(9, 30)));
        assertThat(moved.baseline().schedule()).isEqualTo(DATED);
    }

    @Test
    void a_schedule_set_after_an_extension_counts_and_one_of_an_earlier_day_does_not() {
        var moved = Scheduling.NONE.set(DATED, record(1, date(1, 10))).moved(date(9, 30), record(2, date(5, 1)));
        var other = new Schedule(List.of(), null, date(8, 31));
        assertThat(moved.set(other, record(3, date(5, 2))).dueOn()).isEqualTo(date(8, 31));
        assertThat(moved.set(other, record(3, date(4, 2))).dueOn()).isEqualTo(date(9, 30));
    }

    @Test
    void dates_given_to_the_periods_never_take_back_an_extension() {
        var moved = Scheduling.NONE.set(DATED, record(1, date(1, 10))).moved(date(9, 30), record(2, date(5, 1)));
        var shifted = new Schedule(List.of("T1", "T2"), date(1, 1), date(7, 15));
        assertThat(moved.dated(shifted, record(3, date(5, 10))).dueOn()).isEqualTo(date(9, 30));
    }

    static Recorded<ActionEvent> record(int n, LocalDate on) {
        return new Recorded<>(n, new ActionCancelled(on), new Provenance("admin", null, false, Provenance.Through.API, null));
    }

    static LocalDate date(int month, int day) {
        return LocalDate.of(2015, month, day);
    }
}
