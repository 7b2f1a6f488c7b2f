package constancia.kernel;

import java.util.UUID;

/** The identity of an item: a UUIDv7, unique across all kinds of items. Its {@code toString} is the bare UUID. */
public interface ItemId {

    UUID value();
}
