package constancia.app.journal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** The worked example of docs/leaf.md, read out of the page and computed again, here and by the database. */
class LeafDocumentTest {

    private static final Pattern ROW = Pattern.compile("^\\| ([A-Za-z ]+?) \\| `?(.*?)`? \\| `([0-9a-f ]+)` \\|$", Pattern.MULTILINE);
    private static final Pattern BLOCK = Pattern.compile("^```(bytes|sha256)\\n(.*?)^```", Pattern.MULTILINE | Pattern.DOTALL);

    private record Row(String value, String bytes) {}

    private static final TestJournal journal = TestJournal.fresh();

    private final String page = page();
    private final Map<String, Row> rows = rows();
    private final Leaf example = example();

    @AfterAll
    static void close() {
        journal.close();
    }

    @Test
    void each_field_has_the_bytes_that_the_page_shows() {
        var computed = new LinkedHashMap<String, String>();
        example.fields().forEach((field, bytes) -> computed.put(field, hex(bytes)));
        var shown = new LinkedHashMap<String, String>();
        rows.forEach((field, row) -> shown.put(field, row.bytes));
        assertThat(shown).containsExactlyEntriesOf(computed);
    }

    @Test
    void the_whole_leaf_and_its_hash_are_those_of_the_page() {
        assertThat(block("bytes")).isEqualTo(hex(example.bytes()));
        assertThat(block("sha256")).isEqualTo(hex(example.hash()));
    }

    @Test
    void the_database_computes_the_hash_of_the_page() {
        assertThat(inDatabase(example)).isEqualTo(block("sha256"));
    }

    @Test
    void a_revision_is_told_from_none_and_every_field_is_under_the_hash() {
        var e = example;
        var changed = new Leaf[] {
            new Leaf(new UUID(1, 2), e.position(), e.recordedAt(), e.event(), e.itemType(), e.item(), e.sequence(), e.receivedAt(), e.type(), null, e.payload(), e.metadata()),
            new Leaf(e.ledger(), 18, e.recordedAt(), e.event(), e.itemType(), e.item(), e.sequence(), e.receivedAt(), e.type(), null, e.payload(), e.metadata()),
            new Leaf(e.ledger(), e.position(), e.recordedAt().plusNanos(1000), e.event(), e.itemType(), e.item(), e.sequence(), e.receivedAt(), e.type(), null, e.payload(), e.metadata()),
            new Leaf(e.ledger(), e.position(), e.recordedAt(), new UUID(1, 2), e.itemType(), e.item(), e.sequence(), e.receivedAt(), e.type(), null, e.payload(), e.metadata()),
            new Leaf(e.ledger(), e.position(), e.recordedAt(), e.event(), "acción", e.item(), e.sequence(), e.receivedAt(), e.type(), null, e.payload(), e.metadata()),
            new Leaf(e.ledger(), e.position(), e.recordedAt(), e.event(), e.itemType(), new UUID(1, 2), e.sequence(), e.receivedAt(), e.type(), null, e.payload(), e.metadata()),
            new Leaf(e.ledger(), e.position(), e.recordedAt(), e.event(), e.itemType(), e.item(), 2, e.receivedAt(), e.type(), null, e.payload(), e.metadata()),
            new Leaf(e.ledger(), e.position(), e.recordedAt(), e.event(), e.itemType(), e.item(), e.sequence(), Instant.parse("1900-01-01T00:00:00.000001Z"), e.type(), null, e.payload(), e.metadata()),
            new Leaf(e.ledger(), e.position(), e.recordedAt(), e.event(), e.itemType(), e.item(), e.sequence(), e.receivedAt(), "Otro", null, e.payload(), e.metadata()),
            new Leaf(e.ledger(), e.position(), e.recordedAt(), e.event(), e.itemType(), e.item(), e.sequence(), e.receivedAt(), e.type(), "", e.payload(), e.metadata()),
            new Leaf(e.ledger(), e.position(), e.recordedAt(), e.event(), e.itemType(), e.item(), e.sequence(), e.receivedAt(), e.type(), "2", e.payload(), e.metadata()),
            new Leaf(e.ledger(), e.position(), e.recordedAt(), e.event(), e.itemType(), e.item(), e.sequence(), e.receivedAt(), e.type(), null, new byte[0], e.metadata()),
            new Leaf(e.ledger(), e.position(), e.recordedAt(), e.event(), e.itemType(), e.item(), e.sequence(), e.receivedAt(), e.type(), null, e.payload(), new byte[] {-1}),
        };
        assertThat(changed).extracting(this::inDatabase).doesNotHaveDuplicates().doesNotContain(hex(example.hash()))
                .containsExactly(java.util.Arrays.stream(changed).map(leaf -> hex(leaf.hash())).toArray(String[]::new));
    }

    private String inDatabase(Leaf leaf) {
        return journal.db.sql("""
                select encode(journal.leaf_hash(:ledger, :position, :recordedAt,
                    row(0, :event, :itemType, :item, :sequence, :type, cast(:revision as text), :payload, :metadata, :receivedAt, '0'::xid8, null, null)::journal.event), 'hex')""")
                .param("ledger", leaf.ledger()).param("position", leaf.position()).param("recordedAt", leaf.recordedAt().atOffset(ZoneOffset.UTC))
                .param("event", leaf.event()).param("itemType", leaf.itemType()).param("item", leaf.item()).param("sequence", leaf.sequence())
                .param("type", leaf.type()).param("revision", leaf.revision()).param("payload", leaf.payload()).param("metadata", leaf.metadata())
                .param("receivedAt", leaf.receivedAt().atOffset(ZoneOffset.UTC)).query(String.class).single();
    }

    private Leaf example() {
        return new Leaf(UUID.fromString(value("ledger")), Long.parseLong(value("position")), Instant.parse(value("recordedAt")),
                UUID.fromString(value("event")), value("item type"), UUID.fromString(value("item")), Long.parseLong(value("sequence")),
                Instant.parse(value("receivedAt")), value("type"), value("revision").equals("none") ? null : value("revision"),
                value("payload").getBytes(UTF_8), value("metadata").getBytes(UTF_8));
    }

    private String value(String field) {
        return rows.get(field).value;
    }

    private Map<String, Row> rows() {
        var found = new LinkedHashMap<String, Row>();
        ROW.matcher(page).results().forEach(row -> found.put(row.group(1), new Row(row.group(2), row.group(3).replace(" ", ""))));
        return found;
    }

    private String block(String name) {
        return BLOCK.matcher(page).results().filter(block -> block.group(1).equals(name))
                .map(block -> block.group(2).replaceAll("\\s", "")).findFirst().orElseThrow();
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    private static String page() {
        try {
            return Files.readString(Path.of("..", "docs", "leaf.md"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
