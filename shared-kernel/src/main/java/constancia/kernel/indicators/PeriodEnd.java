package constancia.kernel.indicators;

import java.time.LocalDate;

/** The last day of a plan's named period, as the targets of that period now have it. */
public record PeriodEnd(String period, LocalDate dueOn) {}
