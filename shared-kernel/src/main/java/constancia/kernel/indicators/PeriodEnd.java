package constancia.kernel.indicators;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The last day of a plan's named period, as the targets of that period now have it; null when it has none any more. */
public record PeriodEnd(String period, @Nullable LocalDate dueOn) {}
