package constancia.kernel.plans;

import java.time.LocalDate;

/** The first and the last day of a plan's named period, both within it. */
public record PeriodDates(String period, LocalDate from, LocalDate until) {}
