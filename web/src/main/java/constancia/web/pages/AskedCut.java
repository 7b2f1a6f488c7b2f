package constancia.web.pages;

import constancia.query.history.CutRequest;
import constancia.web.WrittenDates;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** The two dates of a look back, as people write them: a day is known at its end, and a day that is not over is now. */
final class AskedCut {

    private AskedCut() {}

    /** @param asOf a day, a day with hours and minutes, an instant or the number of a record */
    static CutRequest of(@Nullable String asOf, @Nullable String on, LocalDate today, ZoneId zone) {
        return CutRequest.parse(asOf == null || asOf.isBlank() ? null : instant(asOf.strip(), today, zone), on == null || on.isBlank() ? null : WrittenDates.iso(on, today));
    }

    private static @Nullable String instant(String written, LocalDate today, ZoneId zone) {
        var iso = WrittenDates.iso(written, today);
        try {
            var day = LocalDate.parse(iso);
            return day.equals(today) ? null : day.plusDays(1).atStartOfDay(zone).minusNanos(1).toOffsetDateTime().toString();
        } catch (DateTimeException notADay) {
            return WrittenDates.minute(written).map(at -> at.atZone(zone).toOffsetDateTime().toString()).orElseGet(() -> written.replace(",", ""));
        }
    }
}
