package constancia.kernel.plans;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Until when a plan runs. */
public final class PlanEnd {

    private PlanEnd() {}

    /**
     * The last day of the calendar, or the day until which the plan was extended if that is later. As long as a period
     * has no dates the calendar has no last day.
     *
     * @return null when neither is known
     */
    public static @Nullable LocalDate of(Collection<@Nullable LocalDate> lastDays, @Nullable LocalDate extendedUntil) {
        var calendar = lastDays.stream().anyMatch(Objects::isNull) ? Stream.<LocalDate>empty() : lastDays.stream();
        return Stream.concat(calendar, Stream.ofNullable(extendedUntil))
                .max(Comparator.naturalOrder()).orElse(null);
    }
}
