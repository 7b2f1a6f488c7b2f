package constancia.query.history;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Fields that are withheld while the rest of their item is open: covered in its records, so that whatever is made of these is covered too. */
final class Covered {

    /** Stands in the place of a covered text, here and in the database. No text that people write has it. */
    static final String MARK = "\uE000";

    private Covered() {}

    /** Covers every text under one of these names. */
    static void cover(JsonNode node, Collection<String> keys) {
        if (node instanceof ObjectNode object) {
            for (var property : Set.copyOf(object.properties())) {
                if (property.getValue().isString() && keys.contains(property.getKey())) {
                    object.put(property.getKey(), MARK);
                } else {
                    cover(property.getValue(), keys);
                }
            }
        } else {
            node.forEach(each -> cover(each, keys));
        }
    }

    /** What an answer shows of it: nothing where a field was covered, {@code instead} where a text names it. */
    static void uncover(JsonNode answer, String instead) {
        if (answer instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> property : new HashSet<>(object.properties())) {
                if (isMark(property.getValue())) {
                    object.putNull(property.getKey());
                } else if (names(property.getValue())) {
                    object.put(property.getKey(), told(property.getValue().asString(), instead));
                } else {
                    uncover(property.getValue(), instead);
                }
            }
        } else if (answer instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                if (names(array.get(i))) {
                    array.set(i, StringNode.valueOf(told(array.get(i).asString(), instead)));
                } else {
                    uncover(array.get(i), instead);
                }
            }
        }
    }

    /** A sentence that names what is covered. */
    static String told(String sentence, String instead) {
        return sentence.replace(MARK, instead);
    }

    private static boolean isMark(JsonNode node) {
        return node.isString() && node.asString().equals(MARK);
    }

    private static boolean names(JsonNode node) {
        return node.isString() && node.asString().contains(MARK);
    }
}
