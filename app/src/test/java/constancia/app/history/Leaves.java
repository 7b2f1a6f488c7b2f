package constancia.app.history;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What differs between two answers, found another way than the register finds it: both are written out as values by
 * path, and the paths are compared. Entries of lists stand under their ids.
 */
final class Leaves {

    private Leaves() {}

    /** By path, what stood there before and after; null for nothing. Neither id nor version nor cut counts. */
    static Map<String, List<JsonNode>> between(JsonNode before, JsonNode after) {
        return between(of(before), of(after));
    }

    /** The same of what the register says; a change of a whole object is one of each value in it. */
    static Map<String, List<JsonNode>> told(JsonNode changes) {
        var left = new LinkedHashMap<String, JsonNode>();
        var right = new LinkedHashMap<String, JsonNode>();
        for (var change : changes) {
            write(change.get("path").asString(), change.get("before"), left);
            write(change.get("path").asString(), change.get("after"), right);
        }
        return between(left, right);
    }

    private static Map<String, List<JsonNode>> between(Map<String, JsonNode> left, Map<String, JsonNode> right) {
        hideEmpty(left, right);
        hideEmpty(right, left);
        var paths = new TreeSet<>(left.keySet());
        paths.addAll(right.keySet());
        var differences = new TreeMap<String, List<JsonNode>>();
        for (var path : paths) {
            if (!Objects.equals(left.get(path), right.get(path))) {
                differences.put(path, Arrays.asList(left.get(path), right.get(path)));
            }
        }
        return differences;
    }

    private static Map<String, JsonNode> of(JsonNode item) {
        var leaves = new LinkedHashMap<String, JsonNode>();
        if (item != null) {
            var content = ((ObjectNode) item).deepCopy();
            content.remove(List.of("id", "version", "cut"));
            write("", content, leaves);
        }
        return leaves;
    }

    private static void write(String path, JsonNode node, Map<String, JsonNode> leaves) {
        if (node == null || node.isNull()) {
            return;
        }
        if (node.isObject() && !node.isEmpty()) {
            node.propertyStream().forEach(property -> write(path + "/" + property.getKey(), property.getValue(), leaves));
        } else if (node.isArray() && !node.isEmpty() && node.valueStream().allMatch(entry -> entry.hasNonNull("id"))) {
            node.forEach(entry -> write(path + "/" + entry.get("id").asString(), entry, leaves));
        } else {
            leaves.put(path, node);
        }
    }

    /** An empty list that was filled changed where its entries stand now, and nowhere else. */
    private static void hideEmpty(Map<String, JsonNode> one, Map<String, JsonNode> other) {
        new ArrayList<>(one.keySet()).stream().filter(path -> one.get(path).isContainer() && one.get(path).isEmpty())
                .filter(path -> other.keySet().stream().anyMatch(longer -> longer.startsWith(path + "/"))).forEach(one::remove);
    }
}
