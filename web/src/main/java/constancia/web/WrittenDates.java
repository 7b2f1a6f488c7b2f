package constancia.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Days and months as people write them. */
public final class WrittenDates {

    private static final List<DateTimeFormatter> FORMS = Stream.of("d/M/uuuu", "d-M-uuuu", "d.M.uuuu", "uuuu-M-d").map(DateTimeFormatter::ofPattern).toList();

    private static final List<DateTimeFormatter> MONTHS = Stream.of("M/uuuu", "M-uuuu", "uuuu-M").map(DateTimeFormatter::ofPattern).toList();

    private WrittenDates() {}

    /** The same day as the API writes it, {@code 2015-06-30}; what is no day stays as it was written. */
    public static String iso(String written) {
        for (var form : FORMS) {
            try {
                return LocalDate.parse(written.strip(), form).toString();
            } catch (DateTimeException otherForm) {
                // the next form may do
            }
        }
        return written;
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
