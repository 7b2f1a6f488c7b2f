package constancia.app.input;

import com.fasterxml.jackson.annotation.JsonProperty;
import constancia.command.AtMost;
import constancia.command.Between;
import constancia.command.Correction;
import constancia.command.Decimals;
import constancia.command.Happened;
import constancia.command.MadeIfMissing;
import constancia.command.Matching;
import constancia.command.NeedsGrounds;
import constancia.command.Text;
import constancia.kernel.ItemId;
import constancia.kernel.Word;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.institutions.InstitutionId;
import constancia.kernel.plans.PlanId;
import constancia.web.Collections;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Requests made of a command's record: one in which every field has a value of the right kind, and one for each way to get a field wrong. */
final class Requests {

    /** Whatever a right request names, it names by this one. */
    static final String ID = "0194d0c2-0000-7000-8000-00000000f00d";


    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int LIST = 200;

    /** A request with one fault, and what is to be said of it. */
    record Wrong(String body, int status, String pointer, String code) {}

    private final Class<?> command;
    private final ObjectNode right;
    private final List<Wrong> wrong = new ArrayList<>();

    private Requests(Class<?> command) {
        this.command = command;
        this.right = object(command);
        right.put("grounds", "Motivos");
        if (!Collections.creates(command.asSubclass(constancia.command.Command.class))) {
            right.remove("id");
        }
    }

    static Requests of(Class<?> command) {
        return new Requests(command);
    }

    /** Every field filled; whether the rules would have it is another matter. */
    ObjectNode right() {
        return right.deepCopy();
    }

    /** Pointers of the fields without which the command cannot be. */
    List<String> required() {
        var required = new ArrayList<String>();
        for (var component : command.getRecordComponents()) {
            if (required(component)) {
                required.add("#/" + field(component));
            }
        }
        if (command.isAnnotationPresent(NeedsGrounds.class)) {
            required.add("#/grounds");
        }
        return required;
    }

    /** Each field of the request wrong in each way, one at a time. */
    List<Wrong> wrong() {
        fault("", JSON.numberNode(1), 400, "unknown-field", "noSuchField", right());
        for (var component : command.getRecordComponents()) {
            if (right.has(field(component))) {
                field(component, field(component), List.of(field(component)));
            }
        }
        for (var node : List.of(JSON.numberNode(7), JSON.booleanNode(true), JSON.arrayNode(), JSON.objectNode())) {
            put(List.of("grounds"), node, 400, "wrong-type");
        }
        text(List.of("grounds"), 2000);
        if (command.isAnnotationPresent(NeedsGrounds.class)) {
            put(List.of("grounds"), null, 422, "grounds-required");
        }
        return wrong;
    }

    private void field(RecordComponent component, String name, List<String> path) {
        if (required(component) && !name.equals("id")) {
            put(path, null, 422, "required");
            put(path, JSON.nullNode(), 422, "required");
        }
        value(component.getGenericType(), component, name, path);
    }

    private void value(Type type, AnnotatedElement rules, String name, List<String> path) {
        if (type instanceof ParameterizedType list) {
            list(list.getActualTypeArguments()[0], rules, name, path);
            return;
        }
        var raw = (Class<?>) type;
        if (raw == Correction.class) {
            types(path, JSON.stringNode("x"), JSON.numberNode(7), JSON.booleanNode(true), JSON.arrayNode());
        } else if (raw.isRecord() && !ItemId.class.isAssignableFrom(raw)) {
            record(raw, path);
        } else if (raw == Integer.class || raw == int.class) {
            types(path, JSON.stringNode("1"), JSON.numberNode(1.5), JSON.booleanNode(true), JSON.arrayNode(), JSON.objectNode());
            var range = rules.getAnnotation(Between.class);
            values(path, "out-of-range", JSON.numberNode(range.min() - 1), JSON.numberNode(range.max() + 1), JSON.numberNode(99_999_999_999L));
        } else if (raw == Boolean.class || raw == boolean.class) {
            types(path, JSON.stringNode("true"), JSON.numberNode(1), JSON.arrayNode(), JSON.objectNode());
        } else if (raw == BigDecimal.class) {
            types(path, JSON.stringNode("1"), JSON.booleanNode(true), JSON.arrayNode(), JSON.objectNode());
            values(path, rules.isAnnotationPresent(Decimals.class) ? "bad-number" : "bad-amount", JSON.numberNode(new BigDecimal("1.2345678")), JSON.numberNode(new BigDecimal("1234567890123456")),
                    JSON.numberNode(new BigDecimal("1e999")));
        } else {
            types(path, JSON.numberNode(7), JSON.booleanNode(true), JSON.arrayNode(), JSON.objectNode());
            written(raw, rules, name, path);
        }
    }

    /** What is written as a JSON string. */
    private void written(Class<?> raw, AnnotatedElement rules, String name, List<String> path) {
        if (raw == String.class && rules.isAnnotationPresent(Matching.class)) {
            values(path, "text-not-in-form", JSON.stringNode("¡no!"), JSON.stringNode(""));
        } else if (raw == String.class) {
            text(path, rules.getAnnotation(Text.class).value());
        } else if (raw == LocalDate.class) {
            for (var bad : List.of("ayer", "", "2015-02-30", "2015-6-1", "20150601", "2015-06-01T00:00:00Z", "+12015-06-01")) {
                values(path, "bad-date", JSON.stringNode(bad));
            }
            if (name.equals("effectiveOn") || rules.isAnnotationPresent(Happened.class)) {
                values(path, name.equals("effectiveOn") ? "effective-in-future" : "date-in-future", JSON.stringNode("2199-12-31"));
                values(path, "date-before-1900", JSON.stringNode("1899-12-31"));
            }
        } else if (raw == Instant.class) {
            for (var bad : List.of("ayer", "", "2015-06-01", "2015-06-01T09:00:00", "2015-02-30T09:00:00Z")) {
                values(path, "bad-instant", JSON.stringNode(bad));
            }
        } else if (raw == InstitutionId.class || raw == BodyId.class || raw == PlanId.class) {
            values(path, raw == InstitutionId.class ? "unknown-institution" : raw == BodyId.class ? "unknown-body" : "unknown-plan", name.equals("id") ? null : JSON.stringNode("NADIE ASÍ"));
            if (name.equals("id")) {
                values(path, "bad-uuid", JSON.stringNode("1"));
            }
        } else if (raw == UUID.class || ItemId.class.isAssignableFrom(raw)) {
            values(path, "bad-uuid", JSON.stringNode("1"), JSON.stringNode(""), JSON.stringNode("0194d0c2-0000-7000-8000-00000000zzzz"));
        } else if (Word.class.isAssignableFrom(raw)) {
            values(path, "unknown-word", JSON.stringNode("no-such-word"), JSON.stringNode(""));
        } else {
            throw new AssertionError(command + " has a field of a kind that this test does not know: " + raw);
        }
    }

    private void list(Type of, AnnotatedElement rules, String name, List<String> path) {
        types(path, JSON.stringNode("x"), JSON.numberNode(7), JSON.objectNode());
        int most = rules.isAnnotationPresent(AtMost.class) ? rules.getAnnotation(AtMost.class).value() : LIST;
        var many = JSON.arrayNode();
        for (int i = 0; i <= most; i++) {
            many.add(example(of, rules));
        }
        put(path, many, 422, "too-many");
        var first = append(path, "0");
        put(first, JSON.nullNode(), 400, "wrong-type");
        value(of, rules, name, first);
    }

    private void record(Class<?> type, List<String> path) {
        types(path, JSON.stringNode("x"), JSON.numberNode(7), JSON.arrayNode());
        var changed = right();
        ((ObjectNode) at(changed, path)).put("noSuchField", 1);
        fault(String.join("/", path) + "/", null, 400, "unknown-field", "noSuchField", changed);
        for (var component : type.getRecordComponents()) {
            field(component, field(component), append(path, field(component)));
        }
    }

    private void text(List<String> path, int most) {
        values(path, "text-too-long", JSON.stringNode("ñ".repeat(most + 1)));
        values(path, "text-empty", JSON.stringNode(""), JSON.stringNode(" \t\n"));
        values(path, "text-unreadable", JSON.stringNode("a\0b"));
    }

    private void types(List<String> path, JsonNode... nodes) {
        for (var node : nodes) {
            put(path, node, 400, "wrong-type");
        }
    }

    private void values(List<String> path, String code, @Nullable JsonNode... nodes) {
        for (var node : nodes) {
            if (node != null) {
                put(path, node, 422, code);
            }
        }
    }

    /** @param node null takes the field away */
    private void put(List<String> path, @Nullable JsonNode node, int status, String code) {
        var changed = right();
        var name = path.getLast();
        var parent = at(changed, path.subList(0, path.size() - 1));
        if (parent instanceof ArrayNode array) {
            array.set(Integer.parseInt(name), node);
        } else if (node == null) {
            ((ObjectNode) parent).remove(name);
        } else {
            ((ObjectNode) parent).set(name, node);
        }
        wrong.add(new Wrong(changed.toString(), status, "#/" + String.join("/", path), code));
    }

    private void fault(String prefix, @Nullable JsonNode node, int status, String code, String name, ObjectNode changed) {
        if (node != null) {
            changed.set(name, node);
        }
        wrong.add(new Wrong(changed.toString(), status, "#/" + prefix + name, code));
    }

    private static JsonNode at(ObjectNode root, List<String> path) {
        return path.isEmpty() ? root : root.at("/" + String.join("/", path));
    }

    private static List<String> append(List<String> path, String name) {
        var longer = new ArrayList<>(path);
        longer.add(name);
        return longer;
    }

    private static ObjectNode object(Class<?> type) {
        var object = JSON.objectNode();
        for (var component : type.getRecordComponents()) {
            object.set(field(component), example(component.getGenericType(), component));
        }
        return object;
    }

    /** A value of the right kind. */
    private static JsonNode example(Type type, AnnotatedElement rules) {
        if (type instanceof ParameterizedType list) {
            return JSON.arrayNode().add(example(list.getActualTypeArguments()[0], rules));
        }
        var raw = (Class<?>) type;
        if (raw == String.class) {
            return JSON.stringNode(rules.isAnnotationPresent(Matching.class) ? rules.getAnnotation(Matching.class).example() : "Texto");
        }
        if (raw == Integer.class || raw == int.class) {
            return JSON.numberNode(rules.getAnnotation(Between.class).min());
        }
        if (raw == Correction.class) {
            return JSON.objectNode();
        }
        if (raw == Boolean.class || raw == boolean.class) {
            return JSON.booleanNode(true);
        }
        if (raw == BigDecimal.class) {
            return JSON.numberNode(new BigDecimal("10.50"));
        }
        if (raw == LocalDate.class) {
            return JSON.stringNode("2015-06-30");
        }
        if (raw == Instant.class) {
            return JSON.stringNode("2015-06-30T09:00:00-06:00");
        }
        if (raw == UUID.class || ItemId.class.isAssignableFrom(raw)) {
            return JSON.stringNode(ID);
        }
        return Word.class.isAssignableFrom(raw) ? JSON.stringNode(((Word) raw.getEnumConstants()[0]).word()) : object(raw);
    }

    private boolean required(RecordComponent component) {
        var name = field(component);
        return !component.getAnnotatedType().isAnnotationPresent(Nullable.class) && !component.isAnnotationPresent(MadeIfMissing.class)
                && !(component.getDeclaringRecord() == command && (name.equals("id") || name.equals("effectiveOn")));
    }

    private static String field(RecordComponent component) {
        var named = component.getAccessor().getAnnotation(JsonProperty.class);
        return named == null ? component.getName() : named.value();
    }
}
