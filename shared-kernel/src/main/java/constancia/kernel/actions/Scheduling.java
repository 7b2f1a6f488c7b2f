package constancia.kernel.actions;

import constancia.kernel.Dated;
import constancia.kernel.Latest;
import constancia.kernel.Recorded;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The schedule facet of an action. A new schedule counts from its day and does away with extensions of earlier days;
 * dates that the plan gave to marked periods count for the schedule with those marks and never take back an extension.
 *
 * @param given   what the plan's dates made of marked periods
 * @param movedTo the due date that an extension gave, null since a schedule was set anew
 */
public record Scheduling(List<Dated<Schedule>> sets, List<Dated<Schedule>> given, Latest<LocalDate> movedTo) {

    /** The first schedule recorded that has dates, kept for ever. */
    public record Baseline(Schedule schedule, int n) {}

    public static final Scheduling NONE = new Scheduling(List.of(), List.of(), Latest.unknown());

    public Scheduling set(Schedule to, Recorded<?> record) {
        return new Scheduling(Dated.plus(sets, to, record), given, movedTo.or(null, record.effectiveOn()));
    }

    public Scheduling dated(Schedule to, Recorded<?> record) {
        return new Scheduling(sets, Dated.plus(given, to, record), movedTo);
    }

    public Scheduling moved(LocalDate to, Recorded<?> record) {
        return new Scheduling(sets, given, movedTo.or(to, record.effectiveOn()));
    }

    /** The schedule that was set last, with the dates that its periods got since. */
    public Latest<Schedule> schedule() {
        if (sets.isEmpty()) {
            return Latest.unknown();
        }
        var set = sets.getLast();
        var last = given.stream().filter(dates -> marksOf(dates, set) && Dated.order().compare(dates, set) > 0).reduce(set, (_, later) -> later);
        return Latest.of(last.value(), last.since());
    }

    /** The schedule in force, with the due date that the last extension gave; null when there is none. */
    public @Nullable Schedule current() {
        var set = schedule().value();
        var moved = movedTo.value();
        return set == null || moved == null ? set : new Schedule(set.periods(), set.from(), moved);
    }

    public @Nullable LocalDate dueOn() {
        var current = current();
        return current == null ? null : current.dueOn();
    }

    public @Nullable Baseline baseline() {
        return Stream.concat(sets.stream(), given.stream().filter(dates -> sets.stream().anyMatch(set -> marksOf(dates, set))))
                .filter(one -> one.value().dueOn() != null).min(Comparator.comparing(Dated::n))
                .map(one -> new Baseline(one.value(), one.n())).orElse(null);
    }

    private static boolean marksOf(Dated<Schedule> dates, Dated<Schedule> set) {
        return dates.value().periods().equals(set.value().periods());
    }
}
