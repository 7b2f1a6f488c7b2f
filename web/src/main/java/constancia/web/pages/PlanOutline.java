package constancia.web.pages;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The outline of a plan from top to bottom: each node at its depth. */
final class PlanOutline {

    /** @param depth 1 for what stands under the plan itself */
    public record Node(Map<String, Object> node, int depth) {}

    private PlanOutline() {}

    /** @param nodes of the outline, in its order: each before those under it */
    static List<Node> of(List<Map<String, Object>> nodes) {
        var depths = new HashMap<String, Integer>();
        var outline = new ArrayList<Node>();
        for (var node : nodes) {
            var id = String.valueOf(node.get("id"));
            depths.put(id, depths.getOrDefault(String.valueOf(node.get("parent")), 0) + 1);
            outline.add(new Node(node, depths.get(id)));
        }
        return outline;
    }
}
