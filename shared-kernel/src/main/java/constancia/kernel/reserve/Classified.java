package constancia.kernel.reserve;

import constancia.kernel.Event;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** That an item, a part of it or one of its fields was classified. Of each the latest counts. */
public interface Classified extends Event {

    ItemClass classification();

    /** The last day of a reserve. */
    @Nullable LocalDate until();

    @Nullable String legalBasis();

    @Nullable String authority();

    @Nullable String resolution();

    /** What it is about; null for the whole. */
    @Nullable ReservedField field();

    /** The part of the item that it is about, if it is not about the item itself. */
    default @Nullable UUID part() {
        return null;
    }

    /** What it says, without the day and the place. */
    default Classification said() {
        return new Classification(classification(), until(), legalBasis(), authority(), resolution());
    }
}
