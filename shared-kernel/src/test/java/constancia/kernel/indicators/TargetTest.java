package constancia.kernel.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import constancia.kernel.indicators.Target.InForce;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TargetTest {

    static final LocalDate MARCH = LocalDate.of(2012, 3, 31);
    static final LocalDate JUNE = LocalDate.of(2012, 6, 30);

    final Target first = target("T1", MARCH);
    final Target second = target("T2", JUNE);
    final Target undated = target("T3", null);

    @Test
    void a_target_is_in_force_from_the_day_after_the_one_before_it_was_due() {
        assertThat(Target.inForce(List.of(undated, second, first)))
                .containsExactly(new InForce(first, null, MARCH), new InForce(second, MARCH.plusDays(1), null));
    }

    @Test
    void on_each_day_one_is_in_force_and_the_last_one_goes_on() {
        var all = List.of(second, undated, first);
        assertThat(Target.inForce(all, MARCH.minusYears(9))).isEqualTo(first);
        assertThat(Target.inForce(all, MARCH)).isEqualTo(first);
        assertThat(Target.inForce(all, MARCH.plusDays(1))).isEqualTo(second);
        assertThat(Target.inForce(all, JUNE)).isEqualTo(second);
        assertThat(Target.inForce(all, JUNE.plusYears(9))).isEqualTo(second);
    }

    @Test
    void a_target_without_a_day_is_never_in_force() {
        assertThat(Target.inForce(List.of(undated), JUNE)).isNull();
        assertThat(Target.inForce(List.of(), JUNE)).isNull();
    }

    @Test
    void of_two_for_the_same_day_the_one_set_for_the_day_itself_is() {
        var ofDay = target(null, JUNE);
        assertThat(Target.inForce(List.of(second, ofDay, first)))
                .containsExactly(new InForce(first, null, MARCH), new InForce(ofDay, MARCH.plusDays(1), null));
        assertThat(Target.inForce(List.of(second, ofDay))).containsExactly(new InForce(ofDay, null, null));
    }

    private static Target target(@Nullable String period, @Nullable LocalDate dueOn) {
        return new Target(period, dueOn, BigDecimal.TEN);
    }
}
