package constancia.web.pages;

import constancia.web.items.ApiLists;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The traffic light: institutions down, the components of one plan across, in each cell how many and how many of them are in trouble. */
@Component
final class TrafficLights {

    /**
     * @param plan  code of the plan that is shown
     * @param plans codes of all that could be
     */
    public record Lights(String plan, List<String> plans, List<Column> columns, List<Row> rows) {

        /** Institutions with the most that is late or blocked, no more than that many, by name again. */
        Lights worst(int most) {
            var worst = rows.stream().sorted(Comparator.comparingInt(Row::trouble).reversed()).limit(most).collect(Collectors.toSet());
            return new Lights(plan, plans, columns, rows.stream().filter(worst::contains).toList());
        }
    }

    /** @param id null for what stands outside of any component */
    public record Column(@Nullable String id, @Nullable String code, @Nullable String text) {}

    /** @param cells one for each column; null where the institution has nothing */
    public record Row(Map<String, Object> institution, List<@Nullable Map<String, Object>> cells) {

        int trouble() {
            return cells.stream().filter(java.util.Objects::nonNull).mapToInt(cell -> count(cell, "overdue") + count(cell, "blocked")).sum();
        }
    }

    private static final String PAGE = "500";
    private static final int PAGES = 10;

    private final ApiLists lists;

    TrafficLights(ApiLists lists) {
        this.lists = lists;
    }

    /**
     * @param cells of any plans
     * @param plan  code of a plan; otherwise the one in which there is most
     * @return nothing while no plan has commitments
     */
    @Nullable Lights of(List<Map<String, Object>> cells, @Nullable String plan) {
        var byPlan = new TreeMap<String, List<Map<String, Object>>>(cells.stream().filter(cell -> cell.get("plan") != null)
                .collect(Collectors.groupingBy(cell -> String.valueOf(((Map<?, ?>) cell.get("plan")).get("code")))));
        if (byPlan.isEmpty()) {
            return null;
        }
        var shown = plan != null && byPlan.containsKey(plan) ? plan
                : byPlan.entrySet().stream().max(Comparator.comparingInt(one -> one.getValue().stream().mapToInt(cell -> count(cell, "total")).sum())).orElseThrow().getKey();
        return lights(shown, List.copyOf(byPlan.keySet()), byPlan.get(shown));
    }

    private static Lights lights(String plan, List<String> plans, List<Map<String, Object>> cells) {
        var columns = cells.stream().sorted(Comparator.comparingInt(TrafficLights::place)).map(TrafficLights::column).distinct().toList();
        var rows = new LinkedHashMap<Object, List<Map<String, Object>>>();
        cells.forEach(cell -> rows.computeIfAbsent(cell.get("institution"), institution -> new ArrayList<>()).add(cell));
        return new Lights(plan, plans, columns, rows.entrySet().stream().map(row -> row(row.getKey(), row.getValue(), columns)).toList());
    }

    @SuppressWarnings("unchecked")
    private static Row row(Object institution, List<Map<String, Object>> cells, List<Column> columns) {
        var byColumn = cells.stream().collect(Collectors.toMap(TrafficLights::column, cell -> cell));
        return new Row((Map<String, Object>) institution, columns.stream().<@Nullable Map<String, Object>>map(byColumn::get).toList());
    }

    private static Column column(Map<String, Object> cell) {
        return cell.get("component") instanceof Map<?, ?> component ? new Column((String) component.get("id"), (String) component.get("code"), (String) component.get("text"))
                : new Column(null, null, null);
    }

    private static int place(Map<String, Object> cell) {
        return cell.get("component") instanceof Map<?, ?> component ? ((Number) component.get("place")).intValue() : Integer.MAX_VALUE;
    }

    private static int count(Map<String, Object> cell, String of) {
        return ((Number) cell.get(of)).intValue();
    }

    /** @param mine what narrows it to the person's own part */
    List<Map<String, Object>> cells(HttpServletRequest request, Map<String, String> mine) {
        var cells = new ArrayList<Map<String, Object>>();
        var asked = new HashMap<>(mine);
        asked.put("limit", PAGE);
        for (int page = 0; page < PAGES; page++) {
            var listing = lists.ask("evaluation/traffic-light", request, asked);
            cells.addAll(listing.items());
            if (listing.next() == null) {
                break;
            }
            asked.put("cursor", listing.next());
        }
        return cells;
    }
}
