package constancia.web.pages;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The outline of a plan from top to bottom: each node at its depth, with the actions that stand right under it. */
final class PlanOutline {

    /** @param depth 1 for what stands under the plan itself */
    public record Node(Map<String, Object> node, int depth, List<Map<String, Object>> actions) {}

    private PlanOutline() {}

    /**
     * @param nodes   of the outline, in its order: each before those under it
     * @param actions of the plan
     */
    static List<Node> of(List<Map<String, Object>> nodes, List<Map<String, Object>> actions) {
        var under = actions.stream().filter(action -> action.get("node") != null)
                .collect(Collectors.groupingBy(action -> ((Map<?, ?>) Objects.requireNonNull(action.get("node"))).get("id").toString()));
        var depths = new HashMap<String, Integer>();
        var outline = new ArrayList<Node>();
        for (var node : nodes) {
            var id = String.valueOf(node.get("id"));
            depths.put(id, depths.getOrDefault(String.valueOf(node.get("parent")), 0) + 1);
            outline.add(new Node(node, depths.get(id), under.getOrDefault(id, List.of())));
        }
        return outline;
    }
}
