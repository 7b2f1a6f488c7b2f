package constancia.kernel.actions;

import static constancia.kernel.actions.ActionStatusTest.*;
import static constancia.kernel.actions.Condition.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Row by row the third table of the contract's section 2. */
class ConditionTest {

    static final LocalDate DUE = LocalDate.of(2015, 6, 15);

    @Test
    void blocked_while_an_impediment_is_open() {
        assertThat(Condition.of(ActionStatus.PROPOSED, List.of(lead(CommitmentStatus.ASSIGNED)), null, true, DUE, 30)).containsExactly(BLOCKED);
    }

    @Test
    void overdue_if_any_binding_commitment_is() {
        assertThat(on(DUE.plusDays(1), DUE, lead(CommitmentStatus.DELIVERED), with(CommitmentStatus.ASSIGNED))).containsExactly(OVERDUE);
        assertThat(on(DUE.plusDays(1), DUE, lead(CommitmentStatus.DELIVERED), support(CommitmentStatus.ASSIGNED))).isEmpty();
    }

    @Test
    void overdue_never_without_a_dated_schedule_nor_when_cancelled() {
        assertThat(on(DUE.plusDays(1), null, lead(CommitmentStatus.ACCEPTED))).isEmpty();
        assertThat(Condition.of(ActionStatus.CANCELLED, List.of(lead(CommitmentStatus.ACCEPTED)), DUE, false, DUE.plusDays(1), 30)).isEmpty();
    }

    @Test
    void near_due_in_the_last_thirty_days_and_on_the_day_itself() {
        assertThat(on(DUE.minusDays(31), DUE, lead(CommitmentStatus.ACCEPTED))).isEmpty();
        assertThat(on(DUE.minusDays(30), DUE, lead(CommitmentStatus.ACCEPTED))).containsExactly(NEAR_DUE);
        assertThat(on(DUE, DUE, lead(CommitmentStatus.ACCEPTED))).containsExactly(NEAR_DUE);
        assertThat(on(DUE.plusDays(1), DUE, lead(CommitmentStatus.ACCEPTED))).containsExactly(OVERDUE);
    }

    @Test
    void near_due_no_more_when_delivered() {
        assertThat(on(DUE, DUE, lead(CommitmentStatus.DELIVERED))).isEmpty();
        assertThat(on(DUE, DUE, lead(CommitmentStatus.VERIFIED))).isEmpty();
    }

    @Test
    void unassigned_without_a_binding_commitment() {
        assertThat(on(DUE.plusDays(1), DUE)).containsExactly(UNASSIGNED);
        assertThat(on(DUE.plusDays(1), DUE, lead(CommitmentStatus.DECLINED), support(CommitmentStatus.ACCEPTED))).containsExactly(UNASSIGNED);
    }

    static List<Condition> on(LocalDate day, @Nullable LocalDate due, Standing... commitments) {
        var all = List.of(commitments);
        return Condition.of(ActionStatus.of(false, false, all), all, due, false, day, 30);
    }
}
