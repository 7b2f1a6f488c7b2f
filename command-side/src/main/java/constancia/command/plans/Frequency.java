package constancia.command.plans;

import constancia.kernel.Word;
import constancia.kernel.plans.CalendarPeriod;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.TextStyle;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;
import java.util.stream.Stream;

/** How often a new period of a calendar begins. The periods made are called as the plans call theirs, in Spanish: their names are data. */
public enum Frequency implements Word {
    WEEKLY(0), MONTHLY(1), QUARTERLY(3), HALF_YEARLY(6), YEARLY(12);

    private static final Locale SPANISH = Locale.of("es");

    /** How many months a period has; weeks are not made of months. */
    private final int months;

    Frequency(int months) {
        this.months = months;
    }

    /** The periods that hold the days between those two, of which the first begins and the last ends with them. */
    Stream<CalendarPeriod> between(LocalDate from, LocalDate until) {
        return Stream.iterate(firstDay(from), first -> !first.isAfter(until), this::next).map(first -> {
            var last = next(first).minusDays(1);
            return new CalendarPeriod(name(first), null, first.isBefore(from) ? from : first, last.isAfter(until) ? until : last);
        });
    }

    private LocalDate firstDay(LocalDate within) {
        return this == WEEKLY ? within.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                : within.withDayOfMonth(1).minusMonths((within.getMonthValue() - 1) % months);
    }

    private LocalDate next(LocalDate first) {
        return this == WEEKLY ? first.plusWeeks(1) : first.plusMonths(months);
    }

    private String name(LocalDate first) {
        int number = this == WEEKLY ? 0 : 1 + (first.getMonthValue() - 1) / months;
        return switch (this) {
            case WEEKLY -> "Semana " + first.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR) + " " + first.get(IsoFields.WEEK_BASED_YEAR);
            case MONTHLY -> first.getMonth().getDisplayName(TextStyle.FULL, SPANISH) + " " + first.getYear();
            case QUARTERLY -> "T" + number + " " + first.getYear();
            case HALF_YEARLY -> "Semestre " + number + " " + first.getYear();
            case YEARLY -> String.valueOf(first.getYear());
        };
    }
}
