package constancia.command.plans;

import constancia.command.plans.PlanCommand.AddOutlineNodes;
import constancia.command.plans.PlanCommand.MoveOutlineNode;
import constancia.kernel.Invalid;
import constancia.kernel.Latest;
import constancia.kernel.Refused;
import constancia.kernel.plans.OutlineKind;
import constancia.kernel.plans.PlanEvent.OutlineNodeMoved;
import constancia.kernel.plans.PlanEvent.OutlineNodesAdded;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The tree of a plan. Moves are ordered among themselves and a node never stands under one that came later, so it is a
 * tree on every day, not only today.
 *
 * @param movedOn the day of the last move, null when nothing was ever moved
 */
record Outline(Map<UUID, Node> nodes, @Nullable LocalDate movedOn) {

    record Node(OutlineKind kind, LocalDate addedOn, Latest<UUID> parent) {}

    static final Outline EMPTY = new Outline(Map.of(), null);

    /**
     * The node, which must stand in the outline on that day.
     *
     * @throws Invalid under {@code code} when there is no such node
     */
    Node known(UUID id, String field, String code, LocalDate on) {
        var node = nodes.get(id);
        if (node == null) {
            throw new Invalid(field, code, id);
        }
        if (on.isBefore(node.addedOn)) {
            throw new Refused("effective-before-previous", node.addedOn);
        }
        return node;
    }

    void mustAllow(AddOutlineNodes c) {
        if (c.nodes().isEmpty()) {
            throw new Invalid("nodes", "required");
        }
        var before = new HashSet<UUID>();
        for (int i = 0; i < c.nodes().size(); i++) {
            var node = c.nodes().get(i);
            if (nodes.containsKey(node.id())) {
                throw new Refused("node-known", node.id());
            }
            if (node.parent() != null && !before.contains(node.parent())) {
                known(node.parent(), "nodes/" + i + "/parent", "unknown-node", c.effectiveOn());
            }
            if (!before.add(node.id())) {
                throw new Invalid("nodes/" + i + "/id", "node-repeated", node.id());
            }
        }
    }

    void mustAllow(MoveOutlineNode c) {
        known(c.node(), "node", "unknown-node", c.effectiveOn());
        if (c.parent() != null) {
            known(c.parent(), "parent", "unknown-node", c.effectiveOn());
        }
        if (movedOn != null && c.effectiveOn().isBefore(movedOn)) {
            throw new Refused("effective-before-previous", movedOn);
        }
        for (var above = c.parent(); above != null; above = nodes.get(above).parent.value()) {
            if (above.equals(c.node())) {
                throw new Refused("node-under-itself");
            }
        }
    }

    Outline with(OutlineNodesAdded e) {
        var all = new HashMap<>(nodes);
        e.nodes().forEach(node -> all.put(node.id(), new Node(node.kind(), e.effectiveOn(), Latest.of(node.parent(), e.effectiveOn()))));
        return new Outline(Map.copyOf(all), movedOn);
    }

    Outline with(OutlineNodeMoved e) {
        var all = new HashMap<>(nodes);
        all.compute(e.node(), (id, node) -> new Node(node.kind, node.addedOn, node.parent.or(e.parent(), e.effectiveOn())));
        return new Outline(Map.copyOf(all), movedOn == null || e.effectiveOn().isAfter(movedOn) ? e.effectiveOn() : movedOn);
    }
}
