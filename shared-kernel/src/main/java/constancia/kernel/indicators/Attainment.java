package constancia.kernel.indicators;

import static com.fasterxml.jackson.annotation.JsonFormat.Shape.STRING;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * How far the latest value has come towards a target.
 *
 * @param percent of the way, to one decimal; more than 100 beyond the target, less than 0 behind the start; null when
 *                it cannot be said
 * @param reached the value is at the target or on its better side
 */
public record Attainment(@JsonFormat(shape = STRING) @Nullable BigDecimal percent, boolean reached) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /**
     * From a baseline that is not the target itself, the part of the way that was covered, in either direction:
     * {@code (latest − baseline) / (target − baseline)}; from 40 down to 30 with a target of 20 it is 50 %. Otherwise
     * {@code latest / target} where more is better and {@code target / latest} where less is, as long as
     * neither is negative and the divisor is not zero.
     */
    public static Attainment of(Direction direction, @Nullable BigDecimal baseline, BigDecimal target, BigDecimal latest) {
        int beyond = latest.compareTo(target);
        return new Attainment(percent(direction, baseline, target, latest), switch (direction) {
            case INCREASE -> beyond >= 0;
            case DECREASE -> beyond <= 0;
        });
    }

    private static @Nullable BigDecimal percent(Direction direction, @Nullable BigDecimal baseline, BigDecimal target, BigDecimal latest) {
        if (baseline != null && baseline.compareTo(target) != 0) {
            return part(latest.subtract(baseline), target.subtract(baseline));
        }
        if (latest.signum() < 0 || target.signum() < 0) {
            return null;
        }
        return switch (direction) {
            case INCREASE -> target.signum() == 0 ? null : part(latest, target);
            case DECREASE -> latest.signum() == 0 ? null : part(target, latest);
        };
    }

    private static BigDecimal part(BigDecimal part, BigDecimal whole) {
        return part.multiply(HUNDRED).divide(whole, 1, RoundingMode.HALF_UP);
    }
}
