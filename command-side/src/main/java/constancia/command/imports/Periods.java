package constancia.command.imports;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Periods as written: under which code they go into a calendar, and their dates where the text states months and year. */
final class Periods {

    /** From the first day of a month to the last of another. */
    record Months(LocalDate from, LocalDate until) {
    }

    private static final Pattern MONTHS = Pattern.compile("(\\p{L}{3,10})\\.? ?[-–—a] ?(\\p{L}{3,10})\\.?,? (?:de |del )?((?:19|20)\\d\\d)");
    private static final Pattern MONTH = Pattern.compile("(?:\\d{1,2} ?[-/]? ?(?:de )?)?(\\p{L}{3,10})\\.?(?:[ /-]*(?:del? )?((?:19|20)?\\d\\d))?");
    private static final int LONGEST_CODE = 30;

    /** Those of a kind in the order of their numbers: T2 before T10. */
    static final Comparator<Matrix.Period> NUMBERED = Comparator.<Matrix.Period, String>comparing(period -> period.code().replaceAll("\\d", ""))
        .thenComparing(period -> Integer.parseInt(period.code().replaceAll("\\D", "")));

    private Periods() {
    }

    /** "Oct – Dic 2010"; nothing where a month or the year is missing. */
    static Optional<Months> months(String text) {
        Matcher written = MONTHS.matcher(Plain.spaced(text));
        if (!written.find()) {
            return Optional.empty();
        }
        var first = Dates.month(written.group(1));
        var last = Dates.month(written.group(2));
        if (first.isEmpty() || last.isEmpty() || first.getAsInt() > last.getAsInt()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(written.group(3));
        return Optional.of(new Months(LocalDate.of(year, first.getAsInt(), 1), YearMonth.of(year, last.getAsInt()).atEndOfMonth()));
    }

    /** Under which code marks go that stand below a heading, where it is a period's; a month or a day is one under its own words. */
    static Optional<String> heading(String written) {
        boolean ofDates = month(written).isPresent() || !(Dates.read(written) instanceof Moment.Stays);
        return Words.period(written).or(() -> ofDates ? Optional.of(code(written.replaceAll("\\s+", " "))) : Optional.empty());
    }

    /** Whether it tells its year, in four digits or, after a month, in two. */
    static boolean statesYear(String text) {
        return Words.year(text).isPresent() || month(text).filter(month -> month.group(2) != null).isPresent();
    }

    /** "Junio", "jun-18", "11-jul". */
    private static Optional<Matcher> month(String text) {
        return Optional.of(MONTH.matcher(Plain.spaced(text))).filter(Matcher::matches).filter(month -> Dates.month(month.group(1)).isPresent());
    }

    /** "T5", or the words themselves where they are no plain quarter, week, month or year. */
    static String code(String written) {
        return Words.period(written).orElseGet(() -> written.length() <= LONGEST_CODE ? written : written.substring(0, LONGEST_CODE - 1) + "…");
    }
}
