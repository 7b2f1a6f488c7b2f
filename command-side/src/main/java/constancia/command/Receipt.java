package constancia.command;

import constancia.kernel.ItemId;
import org.jspecify.annotations.Nullable;

/**
 * What a command left behind: the item, how many records it has now, and for an agreement its folio.
 * A command that changed nothing (a policy that found its work done) leaves the version as it was.
 */
public record Receipt(ItemId id, int version, @Nullable String folio) {}
