package constancia.web.pages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The rows of a line of time under what they have in common, each group with the counts of the whole of it. */
@Component
final class TimeGroups {

    /** By what the rows may be grouped, and in which order of the question they then come. */
    static final Map<String, String> SORTS = new LinkedHashMap<>();

    static {
        SORTS.put("component", "outline");
        SORTS.put("institution", "institution");
        SORTS.put("body", "body");
        SORTS.put("none", "dueOn");
    }

    /**
     * @param key     tells it from any other
     * @param heading null where the rows have nothing in common by which they are grouped
     * @param goesOn  whether it began on the page before
     * @param actions how many are in it, on whichever page
     */
    public record Group(String key, @Nullable String heading, boolean goesOn, int actions, int overdue, List<Row> rows) {}

    public record Row(Map<String, Object> action, TimeBar bar, String said) {}

    private final TimeSentence sentence;
    private final Formats formats;

    TimeGroups(TimeSentence sentence, Formats formats) {
        this.sentence = sentence;
        this.formats = formats;
    }

    /** The grouping asked for, if it is one. */
    static String by(@Nullable String asked) {
        return asked == null || !SORTS.containsKey(asked) ? "component" : asked;
    }

    /**
     * @param totals  of every group, as the question answers them
     * @param before  the key of the group in which the page before ended
     * @param onePlan whether all rows are of one plan, which then need not be named
     */
    List<Group> of(List<Map<String, Object>> actions, String by, List<Map<String, Object>> totals, @Nullable String before, TimeAxis axis, boolean onePlan) {
        var counts = totals.stream().collect(Collectors.toMap(total -> joined(total.get("plan"), total.get("id")), total -> total));
        var groups = new ArrayList<Group>();
        for (var action : actions) {
            var key = key(action, by);
            if (groups.isEmpty() || !groups.getLast().key().equals(key)) {
                var count = counts.getOrDefault(key, Map.of("actions", 0, "overdue", 0));
                groups.add(new Group(key, heading(action, by, onePlan), groups.isEmpty() && key.equals(before), (Integer) count.get("actions"), (Integer) count.get("overdue"), new ArrayList<>()));
            }
            groups.getLast().rows().add(new Row(action, TimeBar.of(action, axis, formats.today()), sentence.of(action)));
        }
        return groups;
    }

    private static String key(Map<String, Object> action, String by) {
        return switch (by) {
            case "component" -> joined(id(action.get("plan")), id(action.get("node")));
            case "institution" -> joined(null, id(action.get("lead")));
            case "body" -> joined(null, id(action.get("body")));
            default -> joined(null, null);
        };
    }

    private static String joined(@Nullable Object plan, @Nullable Object id) {
        return Objects.requireNonNullElse(plan, "") + "_" + Objects.requireNonNullElse(id, "");
    }

    private static @Nullable Object id(@Nullable Object named) {
        return named instanceof Map<?, ?> fields ? fields.get("id") : null;
    }

    private static @Nullable String heading(Map<String, Object> action, String by, boolean onePlan) {
        return switch (by) {
            case "component" -> {
                var plan = onePlan || !(action.get("plan") instanceof Map<?, ?> named) ? null : String.valueOf(named.get("code"));
                var node = action.get("node") instanceof Map<?, ?> named ? (named.get("code") == null ? "" : named.get("code") + " ") + named.get("text") : null;
                yield Stream.of(plan, node).filter(Objects::nonNull).reduce((one, other) -> one + " · " + other).orElse(null);
            }
            case "institution" -> action.get("lead") instanceof Map<?, ?> lead ? called(lead) : null;
            case "body" -> action.get("body") instanceof Map<?, ?> body ? called(body) : null;
            default -> null;
        };
    }

    private static String called(Map<?, ?> named) {
        return named.get("acronym") == null ? String.valueOf(named.get("name")) : named.get("acronym") + " · " + named.get("name");
    }
}
