package constancia.command.imports;

import constancia.command.plans.PlanCommand.AddOutlineNodes;
import constancia.command.plans.PlanCommand.NewNode;
import constancia.kernel.plans.OutlineKind;
import constancia.kernel.plans.PlanId;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The outline that an import needs. Its nodes get ids made from the plan and their words, so that none is made twice. */
final class Nodes {

    private static final int AT_ONCE = 500;
    private static final int TEXT = 4000;
    private static final int CODE = 60;

    private final PlanId plan;
    private final Predicate<UUID> present;
    private final Set<UUID> made = new HashSet<>();
    private final Map<UUID, NewNode> before = new LinkedHashMap<>();
    private final Map<OutlineKind, UUID> lastOf = new HashMap<>();

    /** @param present whether the plan has that node already */
    Nodes(PlanId plan, Predicate<UUID> present) {
        this.plan = plan;
        this.present = present;
    }

    UUID id(String kind, String words) {
        return UUID.nameUUIDFromBytes((plan + "\n" + kind + "\n" + words).getBytes(StandardCharsets.UTF_8));
    }

    /** A node that must be there before the rows. */
    UUID before(UUID id, @Nullable UUID parent, OutlineKind kind, String code, String text) {
        if (made.add(id) && !present.test(id)) {
            before.put(id, node(id, parent, kind, code, text));
        }
        return id;
    }

    /** The last of a path that must be there before the rows, or null for an empty path. */
    @Nullable UUID before(List<Levels.Node> path) {
        UUID parent = null;
        var words = new StringBuilder();
        for (var node : path) {
            parent = before(idOf(words, node), parent, node.kind(), node.code(), node.text());
        }
        return parent;
    }

    /** Those of a row that nobody has made yet, each under the one before it. */
    List<NewNode> ofRow(List<Levels.Node> path) {
        var nodes = new ArrayList<NewNode>();
        UUID parent = path.size() == 1 ? lastOf.get(Levels.above(path.getFirst().kind())) : null;
        var words = new StringBuilder();
        for (var node : path) {
            UUID id = idOf(words, node);
            if (made.add(id) && !present.test(id)) {
                nodes.add(node(id, parent, node.kind(), node.code(), node.text()));
            }
            lastOf.put(node.kind(), id);
            parent = id;
        }
        return nodes;
    }

    /** What must be there before the rows, in requests that are not too large. */
    List<AddOutlineNodes> commands(LocalDate effectiveOn) {
        var nodes = List.copyOf(before.values());
        var commands = new ArrayList<AddOutlineNodes>();
        for (int from = 0; from < nodes.size(); from += AT_ONCE) {
            commands.add(new AddOutlineNodes(plan, nodes.subList(from, Math.min(nodes.size(), from + AT_ONCE)), effectiveOn));
        }
        return commands;
    }

    private UUID idOf(StringBuilder words, Levels.Node node) {
        words.append('\n').append(node.kind().word()).append('\n').append(Fingerprint.normal(node.text()));
        return id("path", words.toString());
    }

    private static NewNode node(UUID id, @Nullable UUID parent, OutlineKind kind, String code, String text) {
        return new NewNode(id, parent, kind, code.isEmpty() ? null : ImportPlan.shortened(code, CODE), ImportPlan.shortened(text, TEXT), null);
    }
}
