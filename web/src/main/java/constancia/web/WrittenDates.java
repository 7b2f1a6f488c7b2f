package constancia.web;

import constancia.command.imports.Dates;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Days and months as people write them, in Spanish or English. */
public final class WrittenDates {

    private static final List<DateTimeFormatter> FORMS = Stream.of("d/M/uuuu", "d-M-uuuu", "d.M.uuuu", "uuuu-M-d").map(WrittenDates::form).toList();
    private static final DateTimeFormatter MINUTE = form("d/M/uuuu H:mm");
    /** {@code 30 jun 2015}, {@code 30 de junio de 2015}. */
    private static final Pattern NAMED = Pattern.compile("(\\d{1,2})(?: de)? (\\p{L}{3,})\\.?(?: del?)? (\\d{4})");

    private static final List<DateTimeFormatter> MONTHS = Stream.of("M/uuuu", "M-uuuu", "uuuu-M").map(DateTimeFormatter::ofPattern).toList();

    private static final Set<String> TODAY = Set.of("hoy", "today");
    private static final Pattern DAYS_FROM_TODAY = Pattern.compile("[+-]\\d{1,4}");

    private WrittenDates() {}

    /** Strict: 31 June is no day, and not the 30th. */
    private static DateTimeFormatter form(String pattern) {
        return DateTimeFormatter.ofPattern(pattern).withResolverStyle(ResolverStyle.STRICT);
    }

    /** The same day as the API writes it, {@code 2015-06-30}; what is no day stays as it was written. */
    public static String iso(String written) {
        for (var form : FORMS) {
            try {
                return LocalDate.parse(written.strip(), form).toString();
            } catch (DateTimeException otherForm) {
                // the next form may do
            }
        }
        return named(written).map(LocalDate::toString).orElse(written);
    }

    /** The same, also of {@code hoy} and of days counted from today: {@code +15}. */
    public static String iso(String written, LocalDate today) {
        var said = written.strip();
        return TODAY.contains(said.toLowerCase(Locale.ROOT)) ? today.toString() : DAYS_FROM_TODAY.matcher(said).matches() ? today.plusDays(Integer.parseInt(said)).toString() : iso(written);
    }

    private static Optional<LocalDate> named(String written) {
        var day = NAMED.matcher(written.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " "));
        if (!day.matches()) {
            return Optional.empty();
        }
        try {
            int number = Integer.parseInt(day.group(1));
            int year = Integer.parseInt(day.group(3));
            var month = Dates.month(day.group(2));
            return month.isPresent() ? Optional.of(LocalDate.of(year, month.getAsInt(), number)) : Optional.empty();
        } catch (DateTimeException noSuchDay) {
            return Optional.empty();
        }
    }

    /** A day with hours and minutes, as {@code 30/06/2015 9:30}; empty where it is none. */
    public static Optional<LocalDateTime> minute(String written) {
        try {
            return Optional.of(LocalDateTime.parse(written.strip().replaceAll("[,\\s]+", " "), MINUTE));
        } catch (DateTimeException noMinute) {
            return Optional.empty();
        }
    }

    /** Of that year and month, as {@code 06/2015} or {@code 2015-06}; empty where it is none. */
    public static Optional<YearMonth> month(String written) {
        for (var form : MONTHS) {
            try {
                return Optional.of(YearMonth.parse(written.strip(), form));
            } catch (DateTimeException otherForm) {
                // the next form may do
            }
        }
        return Optional.empty();
    }
}
