package constancia.kernel;

import java.util.Locale;
import java.util.UUID;

/** The identity of an item: a UUIDv7, unique across all kinds of items. Its {@code toString} is the bare UUID. */
public interface ItemId {

    UUID value();

    /** The kind of item as the journal has it: that of a {@code CaseFileId} is {@code case-file}. */
    static String kind(Class<? extends ItemId> type) {
        return Kinds.KNOWN.get(type);
    }

    /** Found out once per type: it is asked for with every command. */
    final class Kinds {

        private static final ClassValue<String> KNOWN = new ClassValue<>() {
            @Override
            protected String computeValue(Class<?> type) {
                var name = type.getSimpleName();
                return name.substring(0, name.length() - "Id".length()).replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
            }
        };

        private Kinds() {}
    }
}
