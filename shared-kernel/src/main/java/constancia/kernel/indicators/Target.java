package constancia.kernel.indicators;

import static com.fasterxml.jackson.annotation.JsonFormat.Shape.STRING;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is to be reached by {@code dueOn}; a target of a period without dates has no day yet. */
public record Target(@Nullable String period, @Nullable LocalDate dueOn, @JsonFormat(shape = STRING) BigDecimal value) {

    /** By day, those without one last; on the same day, one set for the day itself before those of periods. */
    public static final Comparator<Target> ORDER = Comparator.comparing(Target::dueOn, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Target::period, Comparator.nullsFirst(Comparator.naturalOrder()));

    /** The days on which a target is in force, both included; null is without limit. */
    public record InForce(Target target, @Nullable LocalDate from, @Nullable LocalDate until) {

        boolean on(LocalDate day) {
            return (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
        }
    }

    /**
     * When each target is in force: from the day after the one before it was due until it is due itself; the last one
     * goes on. A target without a day is never in force; of two for the same day the first in {@link #ORDER} is.
     */
    public static List<InForce> inForce(Collection<Target> targets) {
        var dated = targets.stream().filter(target -> target.dueOn != null).sorted(ORDER).toList();
        var spans = new ArrayList<InForce>();
        for (var target : dated) {
            var former = spans.isEmpty() ? null : spans.getLast().target.dueOn;
            if (!target.dueOn.equals(former)) {
                spans.add(new InForce(target, former == null ? null : former.plusDays(1),
                        target.dueOn.equals(dated.getLast().dueOn) ? null : target.dueOn));
            }
        }
        return List.copyOf(spans);
    }

    /** @return null when none has a day */
    public static @Nullable Target inForce(Collection<Target> targets, LocalDate day) {
        return inForce(targets).stream().filter(span -> span.on(day)).map(InForce::target).findAny().orElse(null);
    }
}
