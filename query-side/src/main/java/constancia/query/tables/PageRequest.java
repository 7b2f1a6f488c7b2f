package constancia.query.tables;

import org.jspecify.annotations.Nullable;

/** Which page of a list: at most {@code limit} items (1…500, 50 by default) after {@code cursor}. */
public record PageRequest(@Nullable String cursor, int limit, boolean descending) {

    public static final PageRequest FIRST = new PageRequest(null, 50, false);

    public PageRequest {
        if (limit < 1 || limit > 500) {
            throw new constancia.kernel.Invalid("limit", "out-of-range", 1, 500);
        }
    }

    String direction() {
        return descending ? "desc" : "asc";
    }
}
