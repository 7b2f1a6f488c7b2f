package constancia.web.pages;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An item's answer as people read it: what is one value as a line, what there are several of as a table. Labels are keys of
 * {@code field.}; what names another item is a link to it.
 */
public record FactSheet(List<Fact> facts, List<Grid> grids) {

    /** @param label key of the label, the outer field first: {@code [schedule, dueOn]} */
    public record Fact(List<String> label, Shown value) {}

    /** @param columns keys of the labels */
    public record Grid(String label, List<String> columns, List<List<Shown>> rows) {}

    /**
     * @param href    where it leads, if it names another item or a document
     * @param several when it stands for several, of which some lead somewhere
     * @param status  which it is, if it is one
     */
    public record Shown(String text, @Nullable String href, List<Shown> several, @Nullable Status status) {

        static final Shown NOTHING = new Shown("", null);

        Shown(String text, @Nullable String href) {
            this(text, href, List.of(), null);
        }

        /** Whether it has to be told in a paragraph of its own. */
        public boolean isLong() {
            return text.length() > 120;
        }
    }

    /** @param family the enumeration of the word */
    public record Status(String family, String word) {}

    private static final Set<String> LEFT_OUT = Set.of("id", "version", "cut", "node", "item", "deliberation");
    /** A condition that is told where it holds. */
    private static final String OVERDUE = "overdue";
    private static final List<String> NAMES = List.of("acronym", "code", "folio", "title", "name");

    /**
     * @param mentions what stands for ids of persons and hashes of documents
     * @param told     what the page tells in its own way already
     */
    static FactSheet of(ObjectNode answer, AnswerWords words, Formats formats, Map<String, Shown> mentions, Set<String> told) {
        var sheet = new FactSheet(new ArrayList<>(), new ArrayList<>());
        answer.properties().stream().filter(field -> !told.contains(field.getKey()) && !LEFT_OUT.contains(field.getKey()))
                .forEach(field -> sheet.add(List.of(field.getKey()), field.getValue(), new Teller(words, formats, mentions)));
        return sheet;
    }

    /** One value at that place of an answer, in a line. */
    static String tell(String place, JsonNode value, AnswerWords words, Formats formats, Map<String, Shown> mentions) {
        return new Teller(words, formats, mentions).shown(place, value).text();
    }

    private void add(List<String> label, JsonNode value, Teller teller) {
        if (value.isArray() && !value.isEmpty() && value.get(0).isObject() && teller.name(value.get(0)) == null) {
            grids.add(grid(label.getLast(), String.join("/", label), value, teller));
        } else if (value.isObject() && teller.name(value) == null) {
            value.properties().stream().filter(field -> !LEFT_OUT.contains(field.getKey())).forEach(field -> {
                var inner = new ArrayList<>(label);
                inner.add(field.getKey());
                add(inner, field.getValue(), teller);
            });
        } else if (!value.isNull() && !(value.isArray() && value.isEmpty())) {
            var shown = teller.shown(String.join("/", label), value);
            if (!shown.text().isEmpty()) {
                facts.add(new Fact(label, shown));
            }
        }
    }

    private static Grid grid(String label, String place, JsonNode rows, Teller teller) {
        var columns = new LinkedHashSet<String>();
        for (var row : rows) {
            row.properties().stream().filter(cell -> !LEFT_OUT.contains(cell.getKey()) && !cell.getValue().isNull() && !(cell.getValue().isArray() && cell.getValue().isEmpty()))
                    .filter(cell -> !cell.getKey().equals(OVERDUE) || cell.getValue().asBoolean()).forEach(cell -> columns.add(cell.getKey()));
        }
        var table = new ArrayList<List<Shown>>();
        for (var row : rows) {
            table.add(columns.stream().map(column -> row.hasNonNull(column) ? teller.shown(place + "/" + column, row.get(column)) : Shown.NOTHING).toList());
        }
        return new Grid(label, List.copyOf(columns), table);
    }

    /** Tells values in the reader's language. */
    private record Teller(AnswerWords words, Formats formats, Map<String, Shown> mentions) {

        private Shown shown(String place, JsonNode value) {
            if (value.isArray()) {
                var several = value.valueStream().map(inner -> shown(place, inner)).filter(inner -> !inner.text().isEmpty()).toList();
                return new Shown(several.stream().map(Shown::text).collect(Collectors.joining(" · ")), null, several.stream().anyMatch(inner -> inner.href() != null) ? several : List.of(), null);
            }
            if (value.isObject()) {
                var name = name(value);
                return name != null ? name : new Shown(value.properties().stream().filter(field -> !LEFT_OUT.contains(field.getKey()) && !field.getValue().isNull())
                        .map(field -> shown(place + "/" + field.getKey(), field.getValue()).text()).filter(text -> !text.isEmpty()).collect(Collectors.joining(" · ")), null);
            }
            if (value.isString()) {
                var family = words.family(place);
                var text = value.stringValue();
                if (mentions.containsKey(text)) {
                    return mentions.get(text);
                }
                if (place.endsWith("status")) {
                    var status = new Status(family == null ? "Status" : family, text);
                    return new Shown(formats.word(status.family(), text), null, List.of(), status);
                }
                return new Shown(family != null ? formats.word(family, text) : isId(text) ? "" : formats.any(text), null);
            }
            if (place.endsWith("/" + OVERDUE)) {
                return value.asBoolean() ? new Shown(formats.word("Status", OVERDUE), null, List.of(), new Status("Status", OVERDUE)) : Shown.NOTHING;
            }
            return new Shown(formats.any(value.isBoolean() ? Boolean.valueOf(value.booleanValue()) : value.isNumber() ? value.numberValue() : null), null);
        }

        /** What another item is called, with the way to it; null when the value names none. */
        private @Nullable Shown name(JsonNode value) {
            if (!value.isObject() || !value.hasNonNull("id")) {
                return null;
            }
            var fields = value.propertyNames();
            if (!fields.stream().allMatch(field -> field.equals("id") || field.equals("body") || NAMES.contains(field)) || fields.size() < 2) {
                return null;
            }
            var text = NAMES.stream().filter(value::hasNonNull).findFirst().map(name -> value.get(name).asString())
                    .orElseGet(() -> value.hasNonNull("body") ? java.util.Objects.requireNonNull(name(value.get("body"))).text() : value.get("id").asString());
            return new Shown(text, "/i/" + value.get("id").asString());
        }

        private static boolean isId(String text) {
            try {
                return text.length() == 36 && UUID.fromString(text) != null;
            } catch (IllegalArgumentException e) {
                return false;
            }
        }
    }
}
