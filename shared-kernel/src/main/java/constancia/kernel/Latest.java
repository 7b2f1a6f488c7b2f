package constancia.kernel;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A value facet: only the latest counts, whatever the order in which its records come in. Of two values of the same
 * day the one recorded later stands (contract, section 1).
 */
public record Latest<T>(@Nullable T value, @Nullable LocalDate since) {

    public static <T> Latest<T> unknown() {
        return new Latest<>(null, null);
    }

    public static <T> Latest<T> of(@Nullable T value, LocalDate since) {
        return new Latest<>(value, since);
    }

    public Latest<T> or(@Nullable T newer, LocalDate on) {
        return since == null || !on.isBefore(since) ? new Latest<>(newer, on) : this;
    }
}
