package constancia.query.tables;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A page of a list. {@code total} is exact to 10,000; beyond that it is null and {@code totalAtLeast} says how many at least. */
public record Page<T>(List<T> items, @Nullable String next, @Nullable Integer total,
                      @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Integer totalAtLeast) {

    /** Further than that, rows are not counted. */
    public static final int COUNTED = 10_000;

    /** @param total of all its rows, or any number above {@link #COUNTED} */
    public static <T> Page<T> of(List<T> items, @Nullable String next, int total) {
        return new Page<>(items, next, total > COUNTED ? null : total, total > COUNTED ? COUNTED : null);
    }
}
