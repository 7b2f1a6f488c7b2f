package constancia.query.history;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What differs between two states of an item, path by path. Paths are JSON pointers; an entry of a list that has an
 * {@code id} stands under that id and not under its place, so that a new entry does not move the others.
 */
public final class Difference {

    /** One difference: null where there was, or is, nothing. */
    public record Change(String path, @Nullable JsonNode before, @Nullable JsonNode after) {}

    private Difference() {}

    public static List<Change> between(@Nullable JsonNode before, @Nullable JsonNode after) {
        var changes = new ArrayList<Change>();
        compare("", before, after, changes);
        return changes;
    }

    private static void compare(String path, @Nullable JsonNode before, @Nullable JsonNode after, List<Change> changes) {
        if (same(before, after)) {
            return;
        }
        var left = children(before);
        var right = children(after);
        if (left == null || right == null || left.isEmpty() && right.isEmpty()) {
            changes.add(new Change(path, absent(before) ? null : before, absent(after) ? null : after));
            return;
        }
        var names = new LinkedHashSet<>(left.keySet());
        names.addAll(right.keySet());
        names.forEach(name -> compare(path + "/" + name.replace("~", "~0").replace("/", "~1"), left.get(name), right.get(name), changes));
    }

    private static boolean same(@Nullable JsonNode before, @Nullable JsonNode after) {
        return absent(before) ? absent(after) : before.equals(after);
    }

    private static boolean absent(@Nullable JsonNode node) {
        return node == null || node.isNull();
    }

    /** The parts of an object or of a list whose entries have ids; null for anything that is compared as a whole. */
    private static @Nullable Map<String, JsonNode> children(@Nullable JsonNode node) {
        var children = new LinkedHashMap<String, JsonNode>();
        if (node == null) {
            return children;
        }
        if (node.isObject()) {
            node.propertyStream().forEach(property -> children.put(property.getKey(), property.getValue()));
            return children;
        }
        if (node.isArray() && node.valueStream().allMatch(entry -> entry.hasNonNull("id"))) {
            node.valueStream().forEach(entry -> children.put(entry.get("id").asString(), entry));
            return children;
        }
        return null;
    }
}
