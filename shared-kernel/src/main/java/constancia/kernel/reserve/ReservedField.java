package constancia.kernel.reserve;

import constancia.kernel.Word;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field that can be classified by itself, while the rest of its item is open. A text stands under several names in an
 * item's records; all of them are the field.
 */
public enum ReservedField implements Word {
    /** Of agreements, with the titles of their addenda, and of case files. */
    TITLE(List.of("agreement", "case-file"), List.of("title")),
    /** Everything written in it at length: clauses and addenda, positions and minutes, notes and answers. */
    TEXT(List.of("agreement", "meeting", "case-file"), List.of("text", "newText", "why")),
    DETAIL(List.of("case-file"), List.of("detail")),
    RESOLUTION(List.of("case-file"), List.of("resolution"));

    private final List<String> kinds;
    private final List<String> keys;

    ReservedField(List<String> kinds, List<String> keys) {
        this.kinds = kinds;
        this.keys = keys;
    }

    /** Whether items of that kind have it. */
    public boolean isOf(String kind) {
        return kinds.contains(kind);
    }

    /** The names under which records hold it. */
    public List<String> keys() {
        return keys;
    }

    /** Its names, of none when there is no field. */
    public static List<String> keys(@Nullable ReservedField field) {
        return field == null ? List.of() : field.keys;
    }
}
