package constancia.web.commands;

import constancia.web.WrittenDates;
import constancia.web.commands.FormField.Kind;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What a person wrote in a form, as the values of a request. What cannot be read stays as it was written, and the binder says why it does not do. */
final class Filled {

    private final Map<String, String[]> filled;
    private final Clock clock;
    private final JsonNodeFactory json;

    Filled(Map<String, String[]> filled, Clock clock, JsonNodeFactory json) {
        this.filled = filled;
        this.clock = clock;
        this.json = json;
    }

    ObjectNode object(List<FormField> fields) {
        var object = json.objectNode();
        for (var field : fields) {
            var value = value(field);
            if (value != null) {
                object.set(field.name(), value);
            }
        }
        return object;
    }

    @Nullable JsonNode value(FormField field) {
        return switch (field.kind()) {
            case ROWS -> rows(field);
            case WORDS -> list(Stream.of(filled.getOrDefault(field.path(), new String[0])));
            case DOCUMENTS, PARTS, PERIODS -> list(Stream.of(filled.getOrDefault(field.path(), new String[0])).flatMap(String::lines));
            case LINES, INSTITUTIONS, AGREEMENTS, ACTIONS -> list(text(field.path()).lines());
            default -> {
                var text = text(field.path()).strip();
                yield text.isEmpty() ? field.kind() == Kind.TRUTH && field.required() ? json.booleanNode(false) : null : single(field.kind(), text);
            }
        };
    }

    private JsonNode single(Kind kind, String text) {
        return switch (kind) {
            case DATE -> json.stringNode(WrittenDates.iso(text, LocalDate.now(clock)));
            case MOMENT -> json.stringNode(moment(text));
            case NUMBER -> number(text);
            case AMOUNT -> amount(text);
            case TRUTH -> json.booleanNode(text.equals("true"));
            default -> json.stringNode(text);
        };
    }

    private @Nullable JsonNode rows(FormField field) {
        if (field.most() == 1) {
            var only = object(field.parts());
            return only.isEmpty() ? null : only;
        }
        var rows = json.arrayNode();
        for (int row : RequestForms.rows(field.path(), filled)) {
            rows.add(object(field.parts().stream().map(part -> at(part, field.path(), row)).toList()));
        }
        return rows.isEmpty() ? null : rows;
    }

    /** The part of the field's first row, in another row. */
    private static FormField at(FormField part, String list, int row) {
        return new FormField(part.name(), list + "/" + row + part.path().substring(list.length() + 2), part.kind(), part.required(), part.most(), part.family(), part.words(),
                part.parts().stream().map(inner -> at(inner, list, row)).toList());
    }

    private @Nullable JsonNode list(Stream<String> values) {
        var list = json.arrayNode();
        values.map(String::strip).filter(value -> !value.isEmpty()).forEach(list::add);
        return list.isEmpty() ? null : list;
    }

    private String text(String path) {
        return filled.containsKey(path) ? filled.get(path)[0] : "";
    }

    private String moment(String text) {
        return WrittenDates.minute(text).map(at -> at.atZone(clock.getZone()).toOffsetDateTime().toString()).orElse(text);
    }

    private JsonNode number(String text) {
        try {
            return json.numberNode(Integer.parseInt(text.replace(" %", "").replace("%", "").strip()));
        } catch (NumberFormatException e) {
            return json.stringNode(text);
        }
    }

    private JsonNode amount(String text) {
        try {
            return json.numberNode(new BigDecimal(text.replace(",", "").replace("US$", "").replace("$", "").strip()));
        } catch (NumberFormatException e) {
            return json.stringNode(text);
        }
    }
}
