package constancia.web.pages;

import constancia.web.pages.PlanMatrix.Period;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How an action stands in one period of its plan.
 *
 * @param state   a key after {@code cell.}; null where nothing was programmed
 * @param percent what was reported against the period; null once it was delivered: the two never stand side by side
 * @param into    whether it was moved here from where it stood at first
 */
public record PeriodCell(String period, @Nullable String state, @Nullable Object percent, boolean into) {

    private static final Set<String> OVER = Set.of("delivered", "fulfilled", "cancelled");

    /**
     * @param action  a row of the schedules
     * @param reports those against this period, of whatever institution
     */
    static PeriodCell of(Map<String, Object> action, Period period, List<Map<String, Object>> reports, LocalDate today) {
        var now = schedule(action, "schedule");
        var first = marks(schedule(action, "baseline"));
        boolean marked = isIn(period, now);
        boolean moved = first.contains(period.code()) && !marked;
        var told = reports.stream().filter(report -> "reported".equals(report.get("status")))
                .reduce((one, other) -> "lead".equals(one.get("role")) ? one : other).orElse(null);
        var state = marked ? state(action, period, now, reports, told != null, today) : told != null ? "reported" : moved ? "moved" : null;
        var percent = told == null || OVER.contains(state) ? null : told.get("percent");
        return new PeriodCell(period.code(), state, percent, marked && !first.isEmpty() && !first.contains(period.code()));
    }

    private static String state(Map<String, Object> action, Period period, Map<String, Object> schedule, List<Map<String, Object>> reports, boolean told, LocalDate today) {
        var status = String.valueOf(action.get("status"));
        if (OVER.contains(status)) {
            return status;
        }
        var conditions = (List<?>) action.getOrDefault("conditions", List.of());
        if (period.over(today) && conditions.contains("overdue") && isLast(period, schedule)) {
            return "overdue";
        }
        if (period.begun(today) && !period.over(today) && conditions.contains("blocked")) {
            return "blocked";
        }
        if (told) {
            return "reported";
        }
        boolean missing = reports.stream().anyMatch(report -> "missing".equals(report.get("status")));
        return missing ? "missing" : period.begun(today) ? status : "planned";
    }

    /** Marked, or within the dates of an action that goes by dates. */
    private static boolean isIn(Period period, Map<String, Object> schedule) {
        var marks = marks(schedule);
        if (!marks.isEmpty()) {
            return marks.contains(period.code());
        }
        var due = PlanMatrix.day(schedule.get("dueOn"));
        if (due == null || period.from() == null || period.until() == null || period.from().isAfter(due)) {
            return false;
        }
        var from = PlanMatrix.day(schedule.get("from"));
        return !period.until().isBefore(from == null ? due : from);
    }

    private static boolean isLast(Period period, Map<String, Object> schedule) {
        var marks = marks(schedule);
        var due = PlanMatrix.day(schedule.get("dueOn"));
        return marks.isEmpty() ? due != null && !period.until().isBefore(due) : marks.getLast().equals(period.code());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> schedule(Map<String, Object> action, String which) {
        return action.get(which) instanceof Map<?, ?> schedule ? (Map<String, Object>) schedule : Map.of();
    }

    @SuppressWarnings("unchecked")
    private static List<String> marks(Map<String, Object> schedule) {
        return (List<String>) schedule.getOrDefault("periods", List.of());
    }
}
