package constancia.query.plans;

import constancia.query.plans.PlanFacts.Node;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;

/**
 * The outline as the document has it: each node before those under it, and beside one another in the order in which
 * they came there.
 */
final class OutlineOrder {

    private static final Comparator<Node> CAME = Comparator.<Node, java.time.LocalDate>comparing(node -> node.place().since())
            .thenComparing(node -> node.place().value().n()).thenComparing(node -> node.place().value().index());

    private OutlineOrder() {}

    static List<Node> of(Collection<Node> outline) {
        var under = new HashMap<UUID, List<Node>>();
        outline.stream().sorted(CAME.reversed())
                .forEach(node -> under.computeIfAbsent(node.place().value().parent(), parent -> new ArrayList<>()).add(node));
        var document = new ArrayList<Node>();
        var next = new ArrayDeque<Node>();
        under.getOrDefault(null, List.of()).forEach(next::push);
        while (!next.isEmpty()) {
            var node = next.pop();
            document.add(node);
            under.getOrDefault(node.id(), List.of()).forEach(next::push);
        }
        return document;
    }
}
