package constancia.app.journal;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

import static java.nio.charset.StandardCharsets.UTF_8;

/** A record as it goes under the hash, put together without the database. */
record Leaf(UUID ledger, long position, Instant recordedAt, UUID event, String itemType, UUID item, long sequence, Instant receivedAt,
            String type, @Nullable String revision, byte[] payload, byte[] metadata) {

    /** What {@link #of} reads. */
    static final String READ = """
            select h.ledger_id, l.position, l.recorded_at, e.*, l.leaf_hash
            from journal.ledger l join journal.event e using (event_index), journal.head h order by l.position""";

    static Leaf of(ResultSet row) throws SQLException {
        return new Leaf(row.getObject("ledger_id", UUID.class), row.getLong("position"), instant(row, "recorded_at"),
                row.getObject("event_id", UUID.class), row.getString("aggregate_type"), row.getObject("aggregate_id", UUID.class), row.getLong("sequence_number"),
                instant(row, "received_at"), row.getString("type"), row.getString("revision"), row.getBytes("payload"), row.getBytes("metadata"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** The bytes of each field, in their order. */
    Map<String, byte[]> fields() {
        var fields = new LinkedHashMap<String, byte[]>();
        fields.put("leaf prefix", new byte[] {0});
        fields.put("layout", new byte[] {1});
        fields.put("ledger", uuid(ledger));
        fields.put("position", int64(position));
        fields.put("recordedAt", int64(micros(recordedAt)));
        fields.put("event", uuid(event));
        fields.put("item type", text(itemType));
        fields.put("item", uuid(item));
        fields.put("sequence", int64(sequence));
        fields.put("receivedAt", int64(micros(receivedAt)));
        fields.put("type", text(type));
        fields.put("revision", revision == null ? new byte[] {0} : join(new byte[] {1}, text(revision)));
        fields.put("payload", counted(payload));
        fields.put("metadata", counted(metadata));
        return fields;
    }

    byte[] bytes() {
        return join(fields().values().toArray(byte[][]::new));
    }

    byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] uuid(UUID id) {
        return ByteBuffer.allocate(16).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits()).array();
    }

    private static byte[] int64(long number) {
        return ByteBuffer.allocate(8).putLong(number).array();
    }

    private static long micros(Instant instant) {
        return Math.addExact(Math.multiplyExact(instant.getEpochSecond(), 1_000_000), instant.getNano() / 1000);
    }

    private static byte[] text(String text) {
        return counted(text.getBytes(UTF_8));
    }

    private static byte[] counted(byte[] bytes) {
        return join(ByteBuffer.allocate(4).putInt(bytes.length).array(), bytes);
    }

    private static byte[] join(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(all)) {
            for (byte[] part : parts) {
                out.write(part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all.toByteArray();
    }
}
