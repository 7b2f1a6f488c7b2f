package constancia.web.pages;

import constancia.web.items.ApiLists;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A plan as the table that people know: what it hangs from, number, action, its periods, who answers. */
@Component
final class PlanMatrix {

    /** @param undated whether a period has no dates yet */
    public record Matrix(List<Period> periods, List<Group> groups, boolean undated, int actions) {}

    public record Period(String code, @Nullable String label, @Nullable String from, @Nullable String until) {}

    /** Actions under one part of the outline; null for those under none. */
    public record Group(@Nullable String heading, List<Row> rows) {}

    public record Row(Map<String, Object> action, List<Cell> cells, List<Map<String, Object>> responsible) {}

    /** @param state what stands over the mark: the action's state once the period has begun, else null; null for an empty cell with {@code marked} false */
    public record Cell(boolean marked, @Nullable String state) {}

    private static final int ALL = 5_000;

    private final ApiLists lists;
    private final Formats formats;

    PlanMatrix(ApiLists lists, Formats formats) {
        this.lists = lists;
        this.formats = formats;
    }

    Matrix of(UUID plan, Map<String, Object> item, HttpServletRequest request) {
        var periods = maps(item.get("calendar")).stream().map(period -> new Period(text(period, "period"), (String) period.get("label"), (String) period.get("from"), (String) period.get("until"))).toList();
        var commitments = all("commitments", plan, request).stream().collect(Collectors.groupingBy(commitment -> ((Map<?, ?>) Objects.requireNonNull(commitment.get("action"))).get("id").toString()));
        var headings = headings(maps(item.get("outline")));
        var groups = new LinkedHashMap<String, List<Row>>();
        headings.keySet().forEach(node -> groups.put(node, new ArrayList<>()));
        var actions = all("actions", plan, request);
        // ids rise with time: in the order in which they were proposed, which is that of the sheet they came from
        for (var action : actions.stream().sorted(Comparator.comparing(action -> text(action, "id"))).toList()) {
            groups.computeIfAbsent(String.valueOf(action.get("node")), node -> new ArrayList<>()).add(row(action, periods, commitments.getOrDefault(text(action, "id"), List.of())));
        }
        return new Matrix(periods, groups.entrySet().stream().filter(group -> !group.getValue().isEmpty()).map(group -> new Group(headings.get(group.getKey()), group.getValue())).toList(),
                periods.stream().anyMatch(period -> period.from == null), actions.size());
    }

    private Row row(Map<String, Object> action, List<Period> periods, List<Map<String, Object>> commitments) {
        var marks = (List<?>) Objects.requireNonNull(action.get("periods"));
        var cells = periods.stream().map(period -> cell(action, period, marks)).toList();
        return new Row(action, cells, commitments.stream().filter(commitment -> !List.of("declined", "released").contains(text(commitment, "status")))
                .sorted(Comparator.comparing(commitment -> List.of("lead", "co-responsible", "support").indexOf(text(commitment, "role")))).toList());
    }

    private Cell cell(Map<String, Object> action, Period period, List<?> marks) {
        if (!marks.contains(period.code)) {
            return new Cell(false, null);
        }
        boolean begun = period.from != null && !LocalDate.parse(period.from).isAfter(formats.today());
        boolean over = period.until != null && LocalDate.parse(period.until).isBefore(formats.today());
        var conditions = (List<?>) Objects.requireNonNull(action.get("conditions"));
        var state = !begun ? null : over && conditions.contains("overdue") && period.code.equals(marks.getLast()) ? "overdue" : conditions.contains("blocked") ? "blocked" : text(action, "status");
        return new Cell(true, state);
    }

    /** Each node of the outline by its id, told with the nodes above it that have a code. */
    private static Map<String, String> headings(List<Map<String, Object>> outline) {
        var headings = new LinkedHashMap<String, String>();
        outline.forEach(node -> headings.put(text(node, "id"), (node.get("code") == null ? "" : node.get("code") + " ") + node.get("text")));
        return headings;
    }

    private List<Map<String, Object>> all(String list, UUID plan, HttpServletRequest request) {
        var all = new ArrayList<Map<String, Object>>();
        String cursor = null;
        do {
            var asked = new HashMap<>(Map.of("plan", plan.toString(), "limit", "500"));
            if (cursor != null) {
                asked.put("cursor", cursor);
            }
            var page = lists.ask(list, request, asked);
            all.addAll(page.items());
            cursor = page.next();
        } while (cursor != null && all.size() < ALL);
        return all;
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> maps(@Nullable Object list) {
        return list == null ? List.of() : (List<Map<String, Object>>) list;
    }

    private static String text(Map<String, Object> of, String field) {
        return String.valueOf(of.get(field));
    }
}
