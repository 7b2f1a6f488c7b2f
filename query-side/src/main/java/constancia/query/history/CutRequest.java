package constancia.query.history;

import constancia.kernel.Invalid;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What was asked: {@code asOf} as an instant or a position, {@code on} as a date; each may be missing. */
public record CutRequest(@Nullable Long position, @Nullable Instant asOf, @Nullable LocalDate on) {

    /** Years of four digits: beyond them neither the calendar's sums nor the database's dates hold. */
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern INSTANT = Pattern.compile("\\d{4}-.*");

    public static final CutRequest NOW = new CutRequest(null, null, null);

    /** @throws Invalid {@code bad-instant} or {@code bad-date} */
    public static CutRequest parse(@Nullable String asOf, @Nullable String on) {
        boolean position = asOf != null && asOf.matches("[0-9]{1,18}");
        return new CutRequest(position ? Long.valueOf(asOf) : null, asOf == null || position ? null : instant(asOf), on == null ? null : date(on));
    }

    private static Instant instant(String asOf) {
        if (!INSTANT.matcher(asOf).matches()) {
            throw new Invalid("asOf", "bad-instant", asOf);
        }
        try {
            return OffsetDateTime.parse(asOf).toInstant();
        } catch (DateTimeParseException e) {
            throw new Invalid("asOf", "bad-instant", asOf);
        }
    }

    private static LocalDate date(String on) {
        if (!DATE.matcher(on).matches()) {
            throw new Invalid("on", "bad-date", on);
        }
        try {
            return LocalDate.parse(on);
        } catch (DateTimeParseException e) {
            throw new Invalid("on", "bad-date", on);
        }
    }
}
