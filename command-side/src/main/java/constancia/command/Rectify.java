package constancia.command;

import com.fasterxml.jackson.annotation.JsonProperty;
import constancia.kernel.ItemId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Corrects a record of any item. Under Axon it bears a name of its own for each kind of item ({@link #nameOf}).
 *
 * @param record      its number in the item's history
 * @param replacement the fields that were wrong, with their right values
 * @param never       the record never happened; either this or {@code replacement}
 */
@NeedsGrounds
public record Rectify(ItemId id, @Between(min = 1, max = Integer.MAX_VALUE) int record, @Nullable Correction replacement,
                      @JsonProperty("void") @Nullable Boolean never, LocalDate effectiveOn) implements Command {

    /** What the names begin with; the name of the item's id follows. */
    public static final String NAME = "rectify:";

    /** The name under which this is dispatched: each kind of item has a handler of its own. */
    public static String nameOf(ItemId id) {
        return NAME + id.getClass().getSimpleName();
    }

    public boolean voids() {
        return Boolean.TRUE.equals(never);
    }
}
