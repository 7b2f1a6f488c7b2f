package constancia.web.pages;

import constancia.query.history.Difference.Change;
import constancia.web.pages.FactSheet.Shown;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What one record changed, or several, in people's words: which field, of what, before and after. An entry that is new to a list is one line. */
final class Changes {

    /**
     * @param label keys of the labels of the fields, the outer one first
     * @param of    what the entry is called that it belongs to, in a list of several
     */
    public record Line(List<String> label, @Nullable String of, String before, String after) {}

    private static final List<String> CALLED = List.of("institution", "title", "text", "period", "acronym", "name", "question");
    private static final Pattern ENTRY = Pattern.compile("[0-9a-f]{8}-[0-9a-f-]{27}|\\d+");

    private final ObjectNode after;
    private final AnswerWords words;
    private final Formats formats;
    private final Map<String, Shown> mentions;

    private Changes(ObjectNode after, AnswerWords words, Formats formats, Map<String, Shown> mentions) {
        this.after = after;
        this.words = words;
        this.formats = formats;
        this.mentions = mentions;
    }

    /** @param after the item's answer after those changes */
    static List<Line> of(List<Change> changes, ObjectNode after, AnswerWords words, Formats formats, Map<String, Shown> mentions) {
        return new Changes(after, words, formats, mentions).lines(changes);
    }

    private List<Line> lines(List<Change> changes) {
        var lines = new ArrayList<Line>();
        var whole = new HashSet<String>();
        for (var change : changes) {
            var entry = entry(change.path());
            if (entry != null && changes.stream().filter(other -> other.path().startsWith(entry + "/")).allMatch(other -> other.before() == null)) {
                if (whole.add(entry)) {
                    lines.add(line(entry, null, at(entry)));
                }
            } else if (!change.path().endsWith("/id")) {
                lines.add(line(change.path(), change.before(), change.after()));
            }
        }
        return lines.stream().filter(line -> !line.before().isEmpty() || !line.after().isEmpty()).toList();
    }

    /** The path of the entry of a list in which something stands; null when it stands in none. */
    private static @Nullable String entry(String path) {
        var entry = new StringBuilder();
        for (var part : path.substring(1).split("/")) {
            entry.append('/').append(part);
            if (ENTRY.matcher(part).matches()) {
                return entry.length() < path.length() ? entry.toString() : null;
            }
        }
        return null;
    }

    private Line line(String path, @Nullable JsonNode before, @Nullable JsonNode now) {
        var label = new ArrayList<String>();
        String of = null;
        JsonNode at = after;
        for (var part : path.substring(1).split("/")) {
            at = at == null ? null : step(at, part);
            if (ENTRY.matcher(part).matches()) {
                of = at == null ? of : called(at, of);
            } else {
                label.add(part);
            }
        }
        var place = String.join("/", label);
        return new Line(label, of, told(place, before), told(place, now));
    }

    private @Nullable JsonNode at(String path) {
        JsonNode at = after;
        for (var part : path.substring(1).split("/")) {
            at = at == null ? null : step(at, part);
        }
        return at;
    }

    private static @Nullable JsonNode step(JsonNode at, String part) {
        return !at.isArray() ? at.get(part)
                : at.valueStream().filter(inner -> inner.path("id").asString("").equals(part)).findFirst().orElseGet(() -> part.matches("\\d+") ? at.get(Integer.parseInt(part)) : null);
    }

    private static @Nullable String called(JsonNode entry, @Nullable String otherwise) {
        return CALLED.stream().filter(entry::hasNonNull).findFirst().map(entry::get)
                .map(name -> name.isObject() ? name.path("acronym").asString(name.path("name").asString("")) : name.asString()).orElse(otherwise);
    }

    private String told(String place, @Nullable JsonNode value) {
        return value == null ? "" : FactSheet.tell(place, value, words, formats, mentions);
    }
}
