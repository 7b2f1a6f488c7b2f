package constancia.query.history;

import constancia.kernel.Event;
import constancia.kernel.Recorded;
import constancia.query.Reader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads the records of single items straight from the journal, where they are as soon as they are acknowledged, and as
 * the reader may see them: hidden items are not there, of hidden parts only that there is a record, hidden fields covered.
 */
public final class Journal {

    private static final String HIDDEN = "with hidden as materialized (select * from journal.hidden(cast(:holdings as text[])) where item = any(cast(:items as uuid[]))) ";

    private record Found(UUID item, String type, Entry entry) {}

    private final JdbcClient db;

    public Journal(JdbcClient db) {
        this.db = db;
    }

    /** All records of an item in the order in which they were made; empty when the reader may know of no such item of that kind. */
    public List<Entry> of(Reader reader, String type, UUID item) {
        return of(reader, Map.of(item, type)).getOrDefault(item, List.of());
    }

    /** The same of several items with their kinds, each under its id; those of which the reader may not know are left out. */
    public Map<UUID, List<Entry>> of(Reader reader, Map<UUID, String> items) {
        return items.isEmpty() ? Map.of() : db.sql(HIDDEN + """
                select e.aggregate_id, e.aggregate_type, e.sequence_number + 1 as n, l.position, l.recorded_at, e.received_at, e.type, e.payload, e.metadata,
                    e.withheld or exists (select 1 from hidden h where h.item = e.aggregate_id and h.part = e.part) as withheld,
                    e.masked || array(select unnest(h.keys) from hidden h where h.item = e.aggregate_id and h.part is null) as covered
                from journal.readable_event e left join journal.ledger l using (event_index)
                where e.aggregate_id = any(cast(:items as uuid[]))
                    and not exists (select 1 from hidden h where h.item = e.aggregate_id and h.part is null and h.field is null)
                order by e.aggregate_id, e.sequence_number""")
                .param("holdings", reader.holdings()).param("items", array(items.keySet())).query(Journal::found).list().stream()
                .filter(found -> found.type.equals(items.get(found.item))).collect(Collectors.groupingBy(Found::item, Collectors.mapping(Found::entry, Collectors.toList())));
    }

    /** Whether there is one of which the reader may know. */
    public boolean holds(Reader reader, String type, UUID item) {
        return db.sql(HIDDEN + """
                select 1 from journal.readable_event
                where aggregate_id = any(cast(:items as uuid[])) and sequence_number = 0 and aggregate_type = :type
                    and not exists (select 1 from hidden h where h.part is null and h.field is null)""")
                .param("holdings", reader.holdings()).param("items", array(List.of(item))).param("type", type).query(Integer.class).optional().isPresent();
    }

    /** The words of the fields of an item that are hidden from the reader. */
    List<String> hiddenFields(Reader reader, UUID item) {
        return db.sql("""
                select field from journal.hidden(cast(:holdings as text[])) where item = :item and part is null and field is not null
                union select field from journal.withheld_from(journal.holdings()) where item = :item and part is null and field is not null
                order by 1""").param("holdings", reader.holdings()).param("item", item).query(String.class).list();
    }

    /** Which of these are items, or parts of such, that are hidden from the reader. */
    public Set<UUID> hiddenAmong(Reader reader, Collection<UUID> ids) {
        return ids.isEmpty() ? Set.of() : Set.copyOf(db.sql("""
                select coalesce(part, item) from journal.hidden(cast(:holdings as text[])) where field is null and coalesce(part, item) in (:ids)
                """).param("holdings", reader.holdings()).param("ids", ids).query(UUID.class).set());
    }

    private static String array(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
    }

    private static Found found(ResultSet row, int line) throws SQLException {
        return new Found(row.getObject("aggregate_id", UUID.class), row.getString("aggregate_type"), entry(row, line));
    }

    static Entry entry(ResultSet row, int line) throws SQLException {
        var recordedAt = instant(row, "recorded_at");
        var receivedAt = row.getObject("received_at", OffsetDateTime.class).toInstant();
        var since = recordedAt != null ? recordedAt : receivedAt;
        return new Entry(row.getObject("position", Long.class), recordedAt, receivedAt,
                row.getBoolean("withheld") ? Withheld.record(row.getInt("n"), since) : recorded(row, since));
    }

    private static Recorded<Event> recorded(ResultSet row, Instant since) throws SQLException {
        var keys = Set.copyOf(List.of((String[]) row.getArray("covered").getArray()));
        return new Recorded<>(row.getInt("n"), EventJson.read(row.getString("type"), row.getBytes("payload"), keys),
                EventJson.readProvenance(row.getBytes("metadata"), keys), since);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
