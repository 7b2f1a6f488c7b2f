package constancia.query.history;

import constancia.query.Reader;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The records of the items that an answer names: each item's at most once, whatever the cuts, and together where it is known beforehand which. */
final class NamedRecords {

    private final Reader reader;
    private final Journal journal;
    private final Map<UUID, List<Entry>> read = new HashMap<>();

    NamedRecords(Reader reader, Journal journal) {
        this.reader = reader;
        this.journal = journal;
    }

    /** @param items their kinds by id */
    void read(Map<UUID, String> items) {
        var missing = new HashMap<>(items);
        missing.keySet().removeAll(read.keySet());
        missing.keySet().forEach(id -> read.put(id, List.of()));
        read.putAll(journal.of(reader, missing));
    }

    /** Empty when the reader may know of no such item of that kind. */
    List<Entry> of(String type, UUID id) {
        return read.computeIfAbsent(id, item -> journal.of(reader, type, item));
    }
}
