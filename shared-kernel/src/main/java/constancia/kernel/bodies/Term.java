package constancia.kernel.bodies;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The days on which a seat or a mandate is held: from {@code from} to {@code until}, both included, unless it is vacated earlier.
 * On the day on which it is vacated it is no longer held.
 */
public record Term(LocalDate from, @Nullable LocalDate until, @Nullable LocalDate vacatedOn) {

    public Term vacated(LocalDate on) {
        return new Term(from, until, on);
    }

    /** The same term, given up early: {@code last} is the last day on which it is held. */
    public Term endingWith(LocalDate last) {
        return new Term(from, last, vacatedOn);
    }

    /** A term that was over before it began is never to come. */
    public TermStatus status(LocalDate day) {
        if (day.isAfter(lastDay())) {
            return TermStatus.ENDED;
        }
        return day.isBefore(from) ? TermStatus.TO_COME : TermStatus.CURRENT;
    }

    public boolean heldOn(LocalDate day) {
        return status(day) == TermStatus.CURRENT;
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
