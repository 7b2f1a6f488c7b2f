package constancia.command.reserve;

import constancia.kernel.reserve.ItemClass;
import constancia.kernel.reserve.ReservedField;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A command that classifies. */
public interface Classify {

    ItemClass classification();

    @Nullable LocalDate until();

    @Nullable String legalBasis();

    @Nullable String authority();

    @Nullable String resolution();

    /** The field that it is about; null for the whole. */
    default @Nullable ReservedField field() {
        return null;
    }

    /** The part of the item that it is about; null for the item itself. */
    default @Nullable UUID part() {
        return null;
    }

    LocalDate effectiveOn();
}
