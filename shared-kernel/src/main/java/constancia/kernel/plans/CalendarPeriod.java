package constancia.kernel.plans;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A named period of a plan's calendar ({@code T1}); it has both of its dates or, as long as nobody knows the year, neither. */
public record CalendarPeriod(String period, @Nullable String label, @Nullable LocalDate from, @Nullable LocalDate until) {}
