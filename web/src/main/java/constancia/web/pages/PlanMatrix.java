package constancia.web.pages;

import constancia.kernel.actions.ActionStatus;
import constancia.kernel.actions.Condition;
import constancia.web.items.ApiLists;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A plan as the table that people know: what it hangs from, number, action, its periods, who answers; a page of rows at a time. */
@Component
final class PlanMatrix {

    /** The filters of the page, all of them filters of the question it asks. */
    static final Map<String, String> WORDS = Map.of("status", ActionStatus.class.getSimpleName(), "condition", Condition.class.getSimpleName());
    static final List<String> FILTERS = List.of("q", "node", "institution", "status", "condition", "period");

    /** Rows of a page, and of one that is to be printed. */
    static final int PAGE = 50;
    static final int ALL = 500;

    /** @param undated whether a period has no dates yet; {@code actions} how many there are under the filters; {@code next} where the next page begins */
    public record Matrix(List<Period> periods, List<Group> groups, boolean undated, int actions, @Nullable String next) {}

    public record Period(String code, @Nullable String label, @Nullable LocalDate from, @Nullable LocalDate until) {

        static Period of(Map<String, Object> period) {
            return new Period(String.valueOf(period.get("period")), (String) period.get("label"), day(period.get("from")), day(period.get("until")));
        }

        boolean begun(LocalDate on) {
            return from != null && !from.isAfter(on);
        }

        boolean over(LocalDate on) {
            return until != null && until.isBefore(on);
        }
    }

    /** Actions under one part of the outline. {@code headings} name it and what it stands under, outermost first; none for actions under no part. */
    public record Group(List<String> headings, List<Row> rows) {}

    public record Row(Map<String, Object> action, List<PeriodCell> cells, List<Map<String, Object>> responsible) {}

    private final ApiLists lists;
    private final Formats formats;

    PlanMatrix(ApiLists lists, Formats formats) {
        this.lists = lists;
        this.formats = formats;
    }

    /**
     * @param item    the plan as answered
     * @param filters those of {@link #FILTERS} that are filled
     */
    Matrix of(UUID plan, Map<String, Object> item, Map<String, String> filters, int rows, @Nullable String cursor, HttpServletRequest request) {
        var asked = new HashMap<>(filters);
        asked.putAll(Map.of("plan", plan.toString(), "sort", "outline", "limit", String.valueOf(rows)));
        if (cursor != null) {
            asked.put("cursor", cursor);
        }
        var listing = lists.ask("schedules", request, asked);
        var periods = periods(item);
        var outline = Answered.maps(item.get("outline")).stream().collect(Collectors.toMap(node -> text(node, "id"), node -> node));
        var commitments = ofActions("commitments", listing.items(), request);
        var reports = ofActions("reports", listing.items(), request);
        var groups = new ArrayList<Group>();
        var under = "";
        for (var action : listing.items()) {
            var node = action.get("node") instanceof Map<?, ?> named ? String.valueOf(named.get("id")) : null;
            if (groups.isEmpty() || !under.equals(String.valueOf(node))) {
                groups.add(new Group(headings(node, outline), new ArrayList<>()));
                under = String.valueOf(node);
            }
            var id = text(action, "id");
            groups.getLast().rows().add(new Row(action, cells(action, periods, reports.getOrDefault(id, List.of())), standing(commitments.getOrDefault(id, List.of()))));
        }
        return new Matrix(periods, groups, periods.stream().anyMatch(period -> period.from == null), listing.count(), listing.next());
    }

    /** The node and the period by which it is narrowed, as the plan calls them. */
    static Map<String, String> said(Map<String, Object> plan, Map<String, String> filters) {
        var said = new HashMap<String, String>();
        Answered.maps(plan.get("outline")).stream().filter(node -> text(node, "id").equals(filters.get("node"))).forEach(node -> said.put("node", heading(node)));
        periods(plan).stream().filter(period -> period.code.equals(filters.get("period"))).forEach(period -> said.put("period", period.label == null ? period.code : period.label));
        return said;
    }

    static List<Period> periods(Map<String, Object> plan) {
        return Answered.maps(plan.get("calendar")).stream().map(Period::of).toList();
    }

    List<PeriodCell> cells(Map<String, Object> action, List<Period> periods, List<Map<String, Object>> reports) {
        return periods.stream().map(period -> PeriodCell.of(action, period, reports.stream().filter(report -> period.code.equals(report.get("period"))).toList(), formats.today())).toList();
    }

    /** Who answers for it now, the lead first. */
    static List<Map<String, Object>> standing(List<Map<String, Object>> commitments) {
        return commitments.stream().filter(commitment -> commitment.get("endedOn") == null)
                .sorted(Comparator.comparing(commitment -> List.of("lead", "co-responsible", "support").indexOf(text(commitment, "role")))).toList();
    }

    /** The names of a node and of all above it, outermost first. */
    private static List<String> headings(@Nullable String node, Map<String, Map<String, Object>> outline) {
        var headings = new ArrayList<String>();
        for (var one = node == null ? null : outline.get(node); one != null; one = one.get("parent") == null ? null : outline.get(text(one, "parent"))) {
            headings.addFirst(heading(one));
        }
        return headings;
    }

    private static String heading(Map<String, Object> node) {
        return node.get("code") == null ? text(node, "text") : node.get("code") + " " + node.get("text");
    }

    private Map<String, List<Map<String, Object>>> ofActions(String list, List<Map<String, Object>> actions, HttpServletRequest request) {
        return actions.isEmpty() ? Map.of() : lists.all(list, request, Map.of("action", actions.stream().map(action -> text(action, "id")).collect(Collectors.joining(","))))
                .stream().collect(Collectors.groupingBy(row -> ((Map<?, ?>) Objects.requireNonNull(row.get("action"))).get("id").toString()));
    }

    static @Nullable LocalDate day(@Nullable Object day) {
        return day == null ? null : LocalDate.parse(day.toString());
    }

    private static String text(Map<String, Object> of, String field) {
        return String.valueOf(of.get(field));
    }
}
