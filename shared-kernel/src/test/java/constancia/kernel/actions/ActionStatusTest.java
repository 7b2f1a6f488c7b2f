package constancia.kernel.actions;

import static constancia.kernel.actions.ActionStatus.*;
import static constancia.kernel.actions.Role.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Row by row the second table of the contract's section 2. */
class ActionStatusTest {

    @Test
    void cancelled_comes_before_everything() {
        assertThat(of(true, true, List.of(lead(CommitmentStatus.VERIFIED)))).isEqualTo(CANCELLED);
    }

    @Test
    void fulfilled_when_all_binding_ones_are_verified() {
        assertThat(status(lead(CommitmentStatus.VERIFIED), with(CommitmentStatus.VERIFIED))).isEqualTo(FULFILLED);
        assertThat(status(lead(CommitmentStatus.VERIFIED), with(CommitmentStatus.DELIVERED))).isEqualTo(DELIVERED);
    }

    @Test
    void support_never_decides() {
        assertThat(status(lead(CommitmentStatus.VERIFIED), support(CommitmentStatus.ASSIGNED))).isEqualTo(FULFILLED);
        assertThat(status(support(CommitmentStatus.VERIFIED))).isEqualTo(PROPOSED);
        assertThat(status(lead(CommitmentStatus.ASSIGNED), support(CommitmentStatus.IN_PROGRESS))).isEqualTo(PROPOSED);
    }

    @Test
    void not_fulfilled_while_the_lead_is_vacant() {
        assertThat(status(lead(CommitmentStatus.RELEASED), with(CommitmentStatus.VERIFIED))).isEqualTo(IN_PROGRESS);
        assertThat(status(lead(CommitmentStatus.DECLINED), lead(CommitmentStatus.VERIFIED), with(CommitmentStatus.VERIFIED))).isEqualTo(FULFILLED);
    }

    @Test
    void fulfilled_without_a_lead_if_there_never_was_one() {
        assertThat(status(with(CommitmentStatus.VERIFIED))).isEqualTo(FULFILLED);
    }

    @Test
    void what_declined_or_was_released_no_longer_counts() {
        assertThat(status(lead(CommitmentStatus.VERIFIED), with(CommitmentStatus.RELEASED), with(CommitmentStatus.DECLINED))).isEqualTo(FULFILLED);
    }

    @Test
    void delivered_when_all_binding_ones_are_delivered_or_verified() {
        assertThat(status(lead(CommitmentStatus.DELIVERED), with(CommitmentStatus.VERIFIED))).isEqualTo(DELIVERED);
        assertThat(status(lead(CommitmentStatus.DELIVERED), with(CommitmentStatus.IN_PROGRESS))).isEqualTo(IN_PROGRESS);
    }

    @Test
    void in_progress_when_a_binding_one_is_under_way() {
        assertThat(status(lead(CommitmentStatus.ASSIGNED), with(CommitmentStatus.IN_PROGRESS))).isEqualTo(IN_PROGRESS);
        assertThat(status(lead(CommitmentStatus.ACCEPTED), with(CommitmentStatus.DELIVERED))).isEqualTo(IN_PROGRESS);
    }

    @Test
    void in_progress_when_a_milestone_is_reached() {
        assertThat(of(false, true, List.of())).isEqualTo(IN_PROGRESS);
    }

    @Test
    void committed_when_the_lead_has_accepted() {
        assertThat(status(lead(CommitmentStatus.ACCEPTED), with(CommitmentStatus.ASSIGNED))).isEqualTo(COMMITTED);
        assertThat(status(lead(CommitmentStatus.ASSIGNED), with(CommitmentStatus.ACCEPTED))).isEqualTo(PROPOSED);
    }

    @Test
    void proposed_otherwise_and_again_when_the_lead_declines_or_is_released() {
        assertThat(status()).isEqualTo(PROPOSED);
        assertThat(status(lead(CommitmentStatus.ASSIGNED))).isEqualTo(PROPOSED);
        assertThat(status(lead(CommitmentStatus.DECLINED))).isEqualTo(PROPOSED);
        assertThat(status(lead(CommitmentStatus.RELEASED), with(CommitmentStatus.ACCEPTED))).isEqualTo(PROPOSED);
    }

    static ActionStatus status(Standing... commitments) {
        return of(false, false, List.of(commitments));
    }

    static Standing lead(CommitmentStatus status) {
        return new Standing(LEAD, status);
    }

    static Standing with(CommitmentStatus status) {
        return new Standing(CO_RESPONSIBLE, status);
    }

    static Standing support(CommitmentStatus status) {
        return new Standing(SUPPORT, status);
    }
}
