package constancia.query.history;

import constancia.kernel.Recorded;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the records of single items straight from the journal, where they are as soon as they are acknowledged. */
public final class Journal {

    private final JdbcClient db;

    public Journal(JdbcClient db) {
        this.db = db;
    }

    /** All records of an item in the order in which they were made; empty when there is no such item of that kind. */
    public List<Entry> of(String type, UUID item) {
        return db.sql("""
                select e.sequence_number + 1 as n, l.position, l.recorded_at, e.received_at, e.type, e.payload, e.metadata
                from journal.event e left join journal.ledger l using (event_index)
                where e.aggregate_id = :item and e.aggregate_type = :type
                order by e.sequence_number""")
                .param("item", item).param("type", type).query(Journal::entry).list();
    }

    public boolean holds(String type, UUID item) {
        return db.sql("select 1 from journal.event where aggregate_id = :item and sequence_number = 0 and aggregate_type = :type")
                .param("item", item).param("type", type).query(Integer.class).optional().isPresent();
    }

    static Entry entry(ResultSet row, int line) throws SQLException {
        var event = EventJson.read(row.getString("type"), row.getBytes("payload"));
        var by = EventJson.readProvenance(row.getBytes("metadata"));
        var recordedAt = instant(row, "recorded_at");
        var receivedAt = row.getObject("received_at", OffsetDateTime.class).toInstant();
        return new Entry(row.getObject("position", Long.class), recordedAt, receivedAt,
                new Recorded<>(row.getInt("n"), event, by, recordedAt != null ? recordedAt : receivedAt));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }
}
