package constancia.kernel.actions;

import static constancia.kernel.actions.CommitmentStatus.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Row by row the first table of the contract's section 2. */
class CommitmentStatusTest {

    static final LocalDate MARCH_1 = LocalDate.of(2015, 3, 1);
    static final LocalDate TODAY = LocalDate.of(2015, 6, 30);

    final CommitmentDates assigned = CommitmentDates.assigned(Role.LEAD, MARCH_1, null);

    @Test
    void assigned_until_the_institution_answers() {
        assertThat(of(assigned, TODAY)).isEqualTo(ASSIGNED);
    }

    @Test
    void accepted_when_the_institution_accepts() {
        assertThat(of(assigned.accepted(day(5)), TODAY)).isEqualTo(ACCEPTED);
    }

    @Test
    void accepted_at_once_when_it_accepted_in_the_meeting() {
        assertThat(of(CommitmentDates.assigned(Role.LEAD, MARCH_1, MARCH_1), TODAY)).isEqualTo(ACCEPTED);
    }

    @Test
    void an_acceptance_told_with_the_assignment_counts_from_its_own_day() {
        var later = CommitmentDates.assigned(Role.LEAD, MARCH_1, day(5));
        assertThat(of(later, day(4))).isEqualTo(ASSIGNED);
        assertThat(of(later, day(5))).isEqualTo(ACCEPTED);
    }

    @Test
    void in_progress_from_the_first_report_with_or_without_an_answer() {
        assertThat(of(assigned.reported(day(9)), TODAY)).isEqualTo(IN_PROGRESS);
        assertThat(of(assigned.accepted(day(5)).reported(day(9)), TODAY)).isEqualTo(IN_PROGRESS);
    }

    @Test
    void an_acceptance_after_the_first_report_only_adds_its_date() {
        assertThat(of(assigned.reported(day(4)).accepted(day(5)), TODAY)).isEqualTo(IN_PROGRESS);
    }

    @Test
    void a_report_recorded_late_moves_the_first_one_back() {
        assertThat(assigned.reported(day(9)).reported(day(4)).reported(day(6)).firstReportOn()).isEqualTo(day(4));
    }

    @Test
    void delivered_when_marked_so_even_without_answer_or_report() {
        assertThat(of(assigned.delivered(day(9)), TODAY)).isEqualTo(DELIVERED);
        assertThat(of(assigned.accepted(day(5)).reported(day(6)).delivered(day(9)), TODAY)).isEqualTo(DELIVERED);
    }

    @Test
    void verified_by_a_complete_or_substantial_finding_only() {
        var delivered = assigned.delivered(day(9));
        assertThat(of(delivered.found(Finding.COMPLETE, day(10)), TODAY)).isEqualTo(VERIFIED);
        assertThat(of(delivered.found(Finding.SUBSTANTIAL, day(10)), TODAY)).isEqualTo(VERIFIED);
        assertThat(of(delivered.found(Finding.LIMITED, day(10)), TODAY)).isEqualTo(DELIVERED);
        assertThat(of(delivered.found(Finding.NO_EVIDENCE, day(10)), TODAY)).isEqualTo(DELIVERED);
    }

    @Test
    void a_delivery_may_be_verified_again() {
        assertThat(of(assigned.delivered(day(9)).found(Finding.LIMITED, day(10)).found(Finding.COMPLETE, day(12)), TODAY)).isEqualTo(VERIFIED);
    }

    @Test
    void in_progress_again_when_sent_back_and_without_its_finding() {
        var back = assigned.delivered(day(9)).found(Finding.COMPLETE, day(10)).sentBack(day(11));
        assertThat(of(back, TODAY)).isEqualTo(IN_PROGRESS);
        assertThat(back.finding()).isNull();
        assertThat(of(back.delivered(day(20)), TODAY)).isEqualTo(DELIVERED);
    }

    @Test
    void declined_and_released_are_ends() {
        assertThat(of(assigned.declined(day(3)), TODAY)).isEqualTo(DECLINED);
        assertThat(of(assigned.accepted(day(3)).reported(day(4)).released(day(5)), TODAY)).isEqualTo(RELEASED);
        assertThat(DECLINED.ended() && RELEASED.ended()).isTrue();
    }

    @Test
    void stands_from_its_assignment_to_the_day_of_its_end() {
        var released = assigned.released(day(5));
        assertThat(released.stood(MARCH_1.minusDays(1))).isFalse();
        assertThat(released.stood(MARCH_1)).isTrue();
        assertThat(released.stood(day(5))).isTrue();
        assertThat(released.stood(day(6))).isFalse();
        assertThat(assigned.stood(TODAY)).isTrue();
    }

    @Test
    void its_last_record_is_the_latest_of_its_ordered_ones_and_reports_are_not_among_them() {
        assertThat(assigned.accepted(day(5)).reported(day(20)).lastOn()).isEqualTo(day(5));
    }

    @Nested
    class Overdue {

        final LocalDate due = day(15);

        @Test
        void from_the_day_after_the_due_date() {
            assertThat(ASSIGNED.overdue(due, false, due)).isFalse();
            assertThat(ASSIGNED.overdue(due, false, due.plusDays(1))).isTrue();
            assertThat(IN_PROGRESS.overdue(due, false, TODAY)).isTrue();
        }

        @Test
        void never_when_delivered_verified_ended_or_cancelled() {
            for (var status : new CommitmentStatus[] {DELIVERED, VERIFIED, DECLINED, RELEASED}) {
                assertThat(status.overdue(due, false, TODAY)).as(status.word()).isFalse();
            }
            assertThat(ACCEPTED.overdue(due, true, TODAY)).isFalse();
        }

        @Test
        void never_without_a_due_date() {
            assertThat(ACCEPTED.overdue(null, false, TODAY)).isFalse();
        }
    }

    static LocalDate day(int ofMarch) {
        return LocalDate.of(2015, 3, ofMarch);
    }
}
