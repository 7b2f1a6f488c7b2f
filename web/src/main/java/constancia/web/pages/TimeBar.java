package constancia.web.pages;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is drawn of one action on its line of time.
 *
 * @param stretches from the one at the back to the one in front
 */
public record TimeBar(List<Stretch> stretches, List<Sign> signs) {

    /** @param kind {@code baseline}, the action's status, {@code reported}, {@code extension}, {@code overdue} or {@code impediment} */
    public record Stretch(String kind, String x, String width) {}

    /** @param kind {@code milestone}, {@code milestone-overdue}, {@code milestone-reached}, {@code delivered}, {@code verified}, {@code moved-due} or {@code depends} */
    public record Sign(String kind, String x) {}

    /** @param row of the schedules */
    static TimeBar of(Map<String, Object> row, TimeAxis axis, LocalDate today) {
        return new Drawing(row, axis, today, new ArrayList<>(), new ArrayList<>()).drawn();
    }

    /** The day on which an action's line begins. */
    static LocalDate start(Map<String, Object> row) {
        var proposed = day(row, "proposedOn");
        return Stream.of("schedule", "baseline").filter(which -> row.get(which) != null).map(which -> begin(row, which)).min(LocalDate::compareTo).orElse(proposed);
    }

    /** When it was to begin; when it was proposed, where nobody said. */
    private static LocalDate begin(Map<String, Object> row, String which) {
        var from = inner(row, which, "from");
        var due = inner(row, which, "dueOn");
        var proposed = day(row, "proposedOn");
        return from != null ? from : due != null && due.isBefore(proposed) ? due : proposed;
    }

    static @Nullable LocalDate inner(Map<String, Object> row, String which, String field) {
        return row.get(which) instanceof Map<?, ?> schedule ? PlanMatrix.day(schedule.get(field)) : null;
    }

    private static LocalDate day(Map<String, Object> row, String field) {
        return LocalDate.parse(row.get(field).toString());
    }

    private record Drawing(Map<String, Object> row, TimeAxis axis, LocalDate today, List<Stretch> stretches, List<Sign> signs) {

        private TimeBar drawn() {
            var due = inner(row, "schedule", "dueOn");
            var firstDue = inner(row, "baseline", "dueOn");
            if (firstDue != null) {
                stretch("baseline", begin(row, "baseline"), firstDue);
            }
            if (due != null) {
                schedule(due, firstDue);
            }
            each("impediments", one -> stretch("impediment", day(one, "reportedOn"), one.get("resolvedOn") == null ? today : day(one, "resolvedOn")));
            each("milestones", one -> sign(one.get("reachedOn") != null ? "milestone-reached" : (boolean) one.get("overdue") ? "milestone-overdue" : "milestone",
                    PlanMatrix.day(one.get("reachedOn") == null ? one.get("dueOn") : one.get("reachedOn"))));
            each("deliveries", one -> sign(one.get("verifiedOn") == null ? "delivered" : "verified", day(one, one.get("verifiedOn") == null ? "deliveredOn" : "verifiedOn")));
            return new TimeBar(stretches, signs);
        }

        private void schedule(LocalDate due, @Nullable LocalDate firstDue) {
            var begin = begin(row, "schedule");
            boolean extended = firstDue != null && firstDue.isBefore(due) && !firstDue.isBefore(begin)
                    && Answered.maps(row.get("extensions")).stream().anyMatch(extension -> "granted".equals(extension.get("status")));
            var solid = extended ? firstDue : due;
            stretch(row.get("status").toString(), begin, solid);
            if (row.get("percent") instanceof Integer percent && percent > 0 && "in-progress".equals(row.get("status"))) {
                stretch("reported", begin, begin.plusDays(Math.round((solid.toEpochDay() - begin.toEpochDay()) * percent / 100.0)));
            }
            if (extended) {
                stretch("extension", firstDue.plusDays(1), due);
                sign("moved-due", due);
            }
            if (((List<?>) row.get("conditions")).contains("overdue")) {
                stretch("overdue", due.plusDays(1), today);
            }
            if (!Answered.maps(row.get("predecessors")).isEmpty()) {
                sign("depends", begin);
            }
        }

        private void stretch(String kind, LocalDate first, LocalDate last) {
            if (!last.isBefore(first) && !last.isBefore(axis.from()) && first.isBefore(axis.until())) {
                var begin = first.isBefore(axis.from()) ? axis.from() : first;
                stretches.add(new Stretch(kind, axis.at(begin), axis.stretch(begin, last)));
            }
        }

        private void sign(String kind, @Nullable LocalDate on) {
            if (on != null && axis.holds(on)) {
                signs.add(new Sign(kind, axis.at(on)));
            }
        }

        private void each(String field, java.util.function.Consumer<Map<String, Object>> draw) {
            Answered.maps(row.get(field)).forEach(draw);
        }
    }
}
