package constancia.kernel;

import java.util.UUID;

/** The identity of an item: a UUIDv7, unique across all kinds of items. Its {@code toString} is the bare UUID. */
public interface ItemId {

    UUID value();

    /** The kind of item as the journal has it: that of a {@code CaseFileId} is {@code case-file}. */
    static String kind(Class<? extends ItemId> type) {
        var name = type.getSimpleName();
        return name.substring(0, name.length() - "Id".length()).replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(java.util.Locale.ROOT);
    }
}
