package constancia.kernel.indicators;

import static constancia.kernel.indicators.Direction.DECREASE;
import static constancia.kernel.indicators.Direction.INCREASE;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AttainmentTest {

    @Test
    void from_a_baseline_it_is_the_part_of_the_way_upwards() {
        assertThat(of(INCREASE, "40", "80", "50")).isEqualTo(attained("25.0", false));
        assertThat(of(INCREASE, "40", "80", "80")).isEqualTo(attained("100.0", true));
        assertThat(of(INCREASE, "40", "80", "90")).isEqualTo(attained("125.0", true));
        assertThat(of(INCREASE, "40", "80", "30")).isEqualTo(attained("-25.0", false));
        assertThat(of(INCREASE, "-10", "10", "0")).isEqualTo(attained("50.0", false));
    }

    @Test
    void and_downwards_where_less_is_better() {
        assertThat(of(DECREASE, "40", "20", "30")).isEqualTo(attained("50.0", false));
        assertThat(of(DECREASE, "40", "20", "20")).isEqualTo(attained("100.0", true));
        assertThat(of(DECREASE, "40", "0", "0")).isEqualTo(attained("100.0", true));
        assertThat(of(DECREASE, "40", "20", "50")).isEqualTo(attained("-50.0", false));
    }

    @Test
    void without_a_baseline_or_when_the_target_is_to_stay_there_it_is_the_ratio() {
        assertThat(of(INCREASE, null, "80", "60")).isEqualTo(attained("75.0", false));
        assertThat(of(DECREASE, null, "20", "40")).isEqualTo(attained("50.0", false));
        assertThat(of(DECREASE, null, "20", "10")).isEqualTo(attained("200.0", true));
        assertThat(of(INCREASE, "80", "80", "76")).isEqualTo(attained("95.0", false));
        assertThat(of(INCREASE, "80.0", "80", "80.00")).isEqualTo(attained("100.0", true));
    }

    @Test
    void where_there_is_no_ratio_only_whether_it_was_reached_is_said() {
        assertThat(of(INCREASE, null, "0", "3")).isEqualTo(attained(null, true));
        assertThat(of(DECREASE, null, "3", "0")).isEqualTo(attained(null, true));
        assertThat(of(DECREASE, null, "0", "4")).isEqualTo(attained("0.0", false));
        assertThat(of(INCREASE, null, "-5", "-6")).isEqualTo(attained(null, false));
    }

    @Test
    void it_is_rounded_to_one_decimal_half_up() {
        assertThat(of(INCREASE, null, "3", "1")).isEqualTo(attained("33.3", false));
        assertThat(of(INCREASE, null, "3", "2")).isEqualTo(attained("66.7", false));
        assertThat(of(INCREASE, "0", "2000", "1")).isEqualTo(attained("0.1", false));
    }

    private static Attainment of(Direction direction, @Nullable String baseline, String target, String latest) {
        return Attainment.of(direction, baseline == null ? null : new BigDecimal(baseline), new BigDecimal(target), new BigDecimal(latest));
    }

    private static Attainment attained(@Nullable String percent, boolean reached) {
        return new Attainment(percent == null ? null : new BigDecimal(percent), reached);
    }
}
