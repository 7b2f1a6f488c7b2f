package constancia.web.pages;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The outline of a plan from top to bottom, as its logical framework: each node at its depth, and by what its attainment is measured. */
final class PlanOutline {

    /**
     * @param depth      1 for what stands under the plan itself
     * @param indicators as answered
     */
    public record Node(Map<String, Object> node, int depth, List<Map<String, Object>> indicators) {}

    private PlanOutline() {}

    /**
     * @param nodes      of the outline, in its order: each before those under it
     * @param indicators that measure a node of it
     */
    static List<Node> of(List<Map<String, Object>> nodes, List<Map<String, Object>> indicators) {
        var measured = indicators.stream().collect(Collectors.groupingBy(indicator -> String.valueOf(indicator.get("node"))));
        var depths = new HashMap<String, Integer>();
        var outline = new ArrayList<Node>();
        for (var node : nodes) {
            var id = String.valueOf(node.get("id"));
            depths.put(id, depths.getOrDefault(String.valueOf(node.get("parent")), 0) + 1);
            outline.add(new Node(node, depths.get(id), measured.getOrDefault(id, List.of())));
        }
        return outline;
    }
}
