package constancia.web.pages;

import constancia.web.items.ApiLists;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** How each plan keeps its commitments, as the evaluation counts them: of each so many verified, delivered in time, overdue. Never a percentage. */
@Component
final class KeptPlans {

    /** @param all how many plans have commitments; those in which there is most are shown, by code */
    public record Plans(List<Kept> shown, int all) {}

    /**
     * @param query        of the list of all its commitments
     * @param delivered    of those that have a due date
     * @param recordedLate of those in time: put on record after the due date
     */
    public record Kept(String id, String code, Map<String, String> query, int total, int verified, int onTime, int delivered, int recordedLate, int overdue) {

        /** Of the list of them all. */
        public String address() {
            return ListPages.address("commitments", query);
        }

        public String verifiedAddress() {
            return ListPages.address("commitments", query, Map.of("status", "verified"));
        }

        public String overdueAddress() {
            return ListPages.address("commitments", query, Map.of("condition", "overdue"));
        }
    }

    private static final int SHOWN = 10;
    private static final List<String> LATE = List.of("upTo30", "upTo90", "over90");

    private final ApiLists lists;
    private final TrafficLights lights;

    KeptPlans(ApiLists lists, TrafficLights lights) {
        this.lists = lists;
        this.lights = lights;
    }

    /** @param cells the traffic light's, as it is narrowed to {@code mine} */
    Plans of(HttpServletRequest request, Map<String, String> mine, List<Map<String, Object>> cells) {
        var byPlan = byPlan(cells);
        // punctuality is not told of a body, so both are told of the whole plan
        var whole = mine.containsKey("body") && !byPlan.isEmpty() ? byPlan(lights.cells(request, Map.of("plan", String.join(",", byPlan.keySet())))) : byPlan;
        var most = whole.entrySet().stream().sorted(Comparator.comparingInt((Map.Entry<String, List<Map<String, Object>>> one) -> sum(one.getValue(), "total")).reversed()).limit(SHOWN);
        return new Plans(most.map(one -> kept(request, mine, one.getKey(), one.getValue())).sorted(Comparator.comparing(Kept::code)).toList(), whole.size());
    }

    private static Map<String, List<Map<String, Object>>> byPlan(List<Map<String, Object>> cells) {
        return cells.stream().filter(cell -> cell.get("plan") != null).collect(Collectors.groupingBy(cell -> plan(cell, "id"), LinkedHashMap::new, Collectors.toList()));
    }

    private Kept kept(HttpServletRequest request, Map<String, String> mine, String id, List<Map<String, Object>> cells) {
        var code = plan(cells.getFirst(), "code");
        var query = new LinkedHashMap<>(Map.of("plan", code, "role", "lead,co-responsible"));
        var asked = new HashMap<>(Map.of("plan", id));
        if (mine.containsKey("institution")) {
            query.put("institution", mine.get("institution"));
            asked.put("institution", mine.get("institution"));
        }
        var punctuality = lists.all("evaluation/punctuality", request, asked);
        int onTime = sum(punctuality, "onTime");
        return new Kept(id, code, query, sum(cells, "total"), sum(cells, "verified"), onTime, onTime + LATE.stream().mapToInt(band -> sum(punctuality, band)).sum(),
                sum(punctuality, "recordedLate"), sum(cells, "overdue"));
    }

    private static String plan(Map<String, Object> cell, String field) {
        return String.valueOf(((Map<?, ?>) cell.get("plan")).get(field));
    }

    private static int sum(List<Map<String, Object>> rows, String of) {
        return rows.stream().mapToInt(row -> ((Number) row.get(of)).intValue()).sum();
    }
}
