package constancia.command;

import constancia.kernel.ItemId;
import java.time.LocalDate;

/**
 * A wish to put something on record. The components of a command record are the fields of its request, under the same
 * names; a component that is not {@code @Nullable} is required. {@code id} comes from the path, {@code effectiveOn}
 * is today unless stated, {@code grounds} travel beside it in the provenance.
 */
public interface Command {

    ItemId id();

    LocalDate effectiveOn();
}
