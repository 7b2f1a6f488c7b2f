package constancia.web.imports;

import constancia.command.imports.ImportKind;
import constancia.command.imports.Mapping;
import constancia.command.imports.Mapping.Column;
import constancia.command.imports.Meaning;
import constancia.kernel.Word;
import constancia.web.BadRequest;
import constancia.web.FieldProblem;
import constancia.web.commands.JsonBodies;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A mapping as a request writes it; every fault is named. */
public final class MappingBody {

    private static final int NAME = 100;
    private static final int HEADING = 200;
    private static final int COLUMNS = 100;

    private final List<FieldProblem> form = new ArrayList<>();
    private final List<FieldProblem> value = new ArrayList<>();

    private MappingBody() {}

    /** @throws BadRequest 400 when it cannot be read, 422 when a value will not do */
    public static Mapping read(JsonMapper json, byte[] body) {
        return new MappingBody().mapping(tree(json, body));
    }

    /**
     * The name alone.
     *
     * @throws BadRequest as above
     */
    public static String readName(JsonMapper json, byte[] body) {
        var tree = tree(json, body);
        if (!tree.isObject()) {
            throw new BadRequest(400, List.of(FieldProblem.of("", "wrong-type", "object")));
        }
        var reading = new MappingBody();
        reading.known(tree, "", Set.of("name"));
        var name = reading.text(tree, "", "name", NAME);
        reading.failIfAny();
        return name;
    }

    private static JsonNode tree(JsonMapper json, byte[] body) {
        try {
            return json.readTree(body);
        } catch (JacksonException e) {
            throw JsonBodies.notJson(e);
        }
    }

    private Mapping mapping(JsonNode tree) {
        if (!tree.isObject() || !tree.path("columns").isArray()) {
            throw new BadRequest(400, List.of(FieldProblem.of("columns", "wrong-type", "array")));
        }
        known(tree, "", Set.of("name", "kind", "columns"));
        var name = text(tree, "", "name", NAME);
        var kind = word(tree, "", "kind", ImportKind.values());
        var columns = new ArrayList<Column>();
        var headings = new HashSet<String>();
        for (int i = 0; i < tree.get("columns").size(); i++) {
            var pointer = "columns/" + i + "/";
            var node = tree.get("columns").get(i);
            known(node, pointer, Set.of("heading", "meaning"));
            var heading = text(node, pointer, "heading", HEADING);
            var meaning = word(node, pointer, "meaning", Meaning.values());
            if (!heading.isEmpty() && !headings.add(heading.toLowerCase())) {
                value.add(FieldProblem.of(pointer + "heading", "heading-repeated", heading));
            }
            if (meaning != null) {
                columns.add(new Column(heading, meaning));
            }
        }
        if (columns.isEmpty() && form.isEmpty() && value.isEmpty()) {
            value.add(FieldProblem.of("columns", "required"));
        }
        if (columns.size() > COLUMNS) {
            value.add(FieldProblem.of("columns", "too-many", COLUMNS));
        }
        failIfAny();
        var mapping = new Mapping(name, kind, columns);
        if (!mapping.missing().isEmpty()) {
            value.add(FieldProblem.of("columns", "mapping-incomplete", kind.word(), mapping.missing().stream().map(Word::word).sorted().collect(Collectors.joining(", "))));
        }
        failIfAny();
        return mapping;
    }

    private void failIfAny() {
        if (!form.isEmpty()) {
            throw new BadRequest(400, form);
        }
        if (!value.isEmpty()) {
            throw new BadRequest(422, value);
        }
    }

    private void known(JsonNode object, String pointer, Set<String> fields) {
        object.propertyNames().stream().filter(name -> !fields.contains(name))
                .forEach(name -> form.add(FieldProblem.of(pointer + name.replace("~", "~0").replace("/", "~1"), "unknown-field", name)));
    }

    private String text(JsonNode object, String pointer, String field, int most) {
        var node = object.path(field);
        if (node.isMissingNode() || node.isNull()) {
            value.add(FieldProblem.of(pointer + field, "required"));
            return "";
        }
        if (!node.isString()) {
            form.add(FieldProblem.of(pointer + field, "wrong-type", "string"));
            return "";
        }
        var text = node.stringValue().strip();
        if (text.isEmpty()) {
            value.add(FieldProblem.of(pointer + field, "required"));
        } else if (text.length() > most) {
            value.add(FieldProblem.of(pointer + field, "text-too-long", most));
        }
        return text;
    }

    private <W extends Enum<W> & Word> W word(JsonNode object, String pointer, String field, W[] words) {
        var written = text(object, pointer, field, NAME);
        var found = Arrays.stream(words).filter(word -> word.word().equals(written)).findFirst().orElse(null);
        if (found == null && !written.isEmpty()) {
            value.add(FieldProblem.of(pointer + field, "unknown-word", written, Arrays.stream(words).map(Word::word).collect(Collectors.joining(", "))));
        }
        return found;
    }
}
