package constancia.kernel.bodies;

import static constancia.kernel.bodies.SeatRole.*;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuorumRuleTest {

    @Test
    void a_number_asks_for_that_many_however_many_are_seated() {
        var rule = new QuorumRule(5, null, QuorumRule.COUNTING);
        assertThat(rule.required(0)).isEqualTo(5);
        assertThat(rule.required(40)).isEqualTo(5);
    }

    @Test
    void a_share_asks_for_at_least_that_part_rounded_up() {
        assertThat(share("1/2").required(10)).isEqualTo(5);
        assertThat(share("1/2").required(11)).isEqualTo(6);
        assertThat(share("2/3").required(10)).isEqualTo(7);
        assertThat(share("3/3").required(7)).isEqualTo(7);
        assertThat(share("999/999").required(1_000_000)).isEqualTo(1_000_000);
    }

    @Test
    void somebody_must_be_there() {
        assertThat(share("1/2").required(0)).isEqualTo(1);
    }

    @Test
    void friends_and_observers_do_not_count() {
        assertThat(QuorumRule.COUNTING).containsExactly(LEADS, CONVENES, FACILITATES, TECHNICAL_SECRETARIAT, MEMBER);
    }

    private static QuorumRule share(String share) {
        return new QuorumRule(null, share, QuorumRule.COUNTING);
    }
}
