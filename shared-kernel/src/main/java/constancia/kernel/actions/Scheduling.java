package constancia.kernel.actions;

import constancia.kernel.Latest;
import constancia.kernel.Recorded;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The schedule facet of an action. A new schedule counts from its day and does away with extensions of earlier days;
 * dates that the plan gave to marked periods never take back an extension.
 *
 * @param movedTo the due date that an extension gave, null since a schedule was set anew
 */
public record Scheduling(Latest<Schedule> schedule, Latest<LocalDate> movedTo, @Nullable Baseline baseline) {

    /** The first schedule recorded that has dates, kept for ever. */
    public record Baseline(Schedule schedule, int n) {}

    public static final Scheduling NONE = new Scheduling(Latest.unknown(), Latest.unknown(), null);

    public Scheduling set(Schedule to, Recorded<?> record) {
        return new Scheduling(schedule.or(to, record.effectiveOn()), movedTo.or(null, record.effectiveOn()), baselineWith(to, record.n()));
    }

    public Scheduling dated(Schedule to, Recorded<?> record) {
        return new Scheduling(schedule.or(to, record.effectiveOn()), movedTo, baselineWith(to, record.n()));
    }

    public Scheduling moved(LocalDate to, Recorded<?> record) {
        return new Scheduling(schedule, movedTo.or(to, record.effectiveOn()), baseline);
    }

    /** The schedule in force, with the due date that the last extension gave; null when there is none. */
    public @Nullable Schedule current() {
        var set = schedule.value();
        var moved = movedTo.value();
        return set == null || moved == null ? set : new Schedule(set.periods(), set.from(), moved);
    }

    public @Nullable LocalDate dueOn() {
        var current = current();
        return current == null ? null : current.dueOn();
    }

    private @Nullable Baseline baselineWith(Schedule one, int n) {
        return one.dueOn() != null && (baseline == null || n < baseline.n) ? new Baseline(one, n) : baseline;
    }
}
