package constancia.kernel.bodies;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The days on which a seat is held: from {@code from} to {@code until}, both included, unless it is vacated earlier.
 * On the day on which it is vacated it is no longer held.
 */
public record Term(LocalDate from, @Nullable LocalDate until, @Nullable LocalDate vacatedOn) {

    public Term vacated(LocalDate on) {
        return new Term(from, until, on);
    }

    public boolean heldOn(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(lastDay());
    }

    public boolean overlaps(Term other) {
        var begin = from.isAfter(other.from) ? from : other.from;
        var end = lastDay().isBefore(other.lastDay()) ? lastDay() : other.lastDay();
        return !begin.isAfter(end);
    }

    private LocalDate lastDay() {
        var end = until == null ? LocalDate.MAX : until;
        return vacatedOn == null || vacatedOn.isAfter(end) ? end : vacatedOn.minusDays(1);
    }
}
