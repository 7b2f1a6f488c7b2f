package constancia.query.ledger;

import constancia.kernel.Invalid;
import constancia.query.Reader;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The ledger itself: its size and root hash, and its leaves as they are stored. */
public final class LedgerRecords {

    /** @param rootHash of the RFC 9162 tree over the first {@code size} leaves, in hexadecimal */
    public record Checkpoint(UUID ledger, long size, String rootHash, @Nullable Instant recordedAt) {}

    /**
     * A leaf with everything that its hash is made of; {@code payload} and {@code metadata} are the stored bytes as text. Of a
     * record of which the reader may not know everything there are its position, its time and its hash.
     */
    public record Leaf(long position, Instant recordedAt, @Nullable UUID eventId, @Nullable String aggregateType, @Nullable UUID aggregateId,
                       @Nullable Long sequenceNumber, @Nullable Instant receivedAt, @Nullable String type, @Nullable String revision,
                       @Nullable String payload, @Nullable String metadata, String leafHash) {}

    private static final int PAGE = 1000;

    private final JdbcClient db;
    private final TreeHead tree = new TreeHead();

    public LedgerRecords(JdbcClient db) {
        this.db = db;
    }

    /** The whole ledger in one line; it tells nothing of any record, so it is for everybody. */
    public synchronized Checkpoint checkpoint() {
        long head = position();
        while (tree.size() < head) {
            db.sql("select leaf_hash from journal.ledger where position > :after order by position limit :page")
                    .param("after", tree.size()).param("page", PAGE).query((row, line) -> row.getBytes(1)).list().forEach(tree::add);
        }
        var ledger = db.sql("select ledger_id from journal.head").query(UUID.class).single();
        var recordedAt = db.sql("select recorded_at from journal.ledger where position = :size").param("size", tree.size())
                .query((row, line) -> row.getObject(1, OffsetDateTime.class).toInstant()).optional().orElse(null);
        return new Checkpoint(ledger, tree.size(), HexFormat.of().formatHex(tree.root()), recordedAt);
    }

    /** The position of the last record. */
    public long position() {
        return db.sql("select position from journal.head").query(Long.class).single();
    }

    /** The leaves of the positions {@code from} to {@code to}, both included, at most 1,000. */
    public List<Leaf> leaves(Reader reader, long from, long to) {
        reader.mayAsk("ledger-records");
        if (from < 1 || to < from || to - from >= PAGE) {
            throw new Invalid("to", "out-of-range", from, from + PAGE - 1);
        }
        return db.sql("""
                with hidden as materialized (select * from journal.hidden(cast(:holdings as text[])))
                select l.position, l.recorded_at, l.leaf_hash, e.*
                from journal.ledger l
                left join journal.readable_event e on e.event_index = l.event_index and not e.withheld and e.masked = '{}'
                    and not exists (select 1 from hidden h where h.item = e.aggregate_id and (h.part is null or h.part = e.part))
                where l.position between :from and :to order by l.position""")
                .param("holdings", reader.holdings()).param("from", from).param("to", to).query(LedgerRecords::leaf).list();
    }

    private static Leaf leaf(ResultSet row, int line) throws SQLException {
        var position = row.getLong("position");
        var recordedAt = row.getObject("recorded_at", OffsetDateTime.class).toInstant();
        var hash = HexFormat.of().formatHex(row.getBytes("leaf_hash"));
        if (row.getBytes("payload") == null) {
            return new Leaf(position, recordedAt, null, null, null, null, null, null, null, null, null, hash);
        }
        return new Leaf(position, recordedAt, row.getObject("event_id", UUID.class), row.getString("aggregate_type"), row.getObject("aggregate_id", UUID.class),
                row.getLong("sequence_number"), row.getObject("received_at", OffsetDateTime.class).toInstant(), row.getString("type"), row.getString("revision"),
                new String(row.getBytes("payload"), StandardCharsets.UTF_8), new String(row.getBytes("metadata"), StandardCharsets.UTF_8), hash);
    }
}
