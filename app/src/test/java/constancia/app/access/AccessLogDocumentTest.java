package constancia.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import constancia.app.HttpRegister;
import constancia.app.texts.Repository;
import constancia.kernel.Sha256;
import constancia.query.access.AccessChain;
import constancia.query.access.AccessChain.Link;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The worked example of docs/access-log.md, read out of the page and computed again, here and by the database. */
class AccessLogDocumentTest {

    private static final Pattern ROW = Pattern.compile("^\\| ([A-Za-z]+) \\| `?(.*?)`? \\| `([0-9a-f ]+)` \\|$", Pattern.MULTILINE);
    private static final Pattern BLOCK = Pattern.compile("^```(bytes|sha256)\\n(.*?)^```", Pattern.MULTILINE | Pattern.DOTALL);

    private record Row(String value, String bytes) {}

    private final String page = Repository.read(Repository.root().resolve("docs/access-log.md"));
    private final Map<String, Row> rows = rows();
    private final byte[] previous = HexFormat.of().parseHex(value("previous"));
    private final Link entry = new Link(Long.parseLong(value("n")), Instant.parse(value("toldAt")), value("account"), UUID.fromString(value("institution")),
            value("through"), value("question"), value("kind"), value("item"), null, new byte[32]);

    @Test
    void the_fields_together_are_what_is_hashed() {
        assertThat(rows).hasSize(12);
        assertThat(String.join("", rows.values().stream().map(Row::bytes).toList())).isEqualTo(block("bytes")).isEqualTo(HexFormat.of().formatHex(entry.bytes(previous)));
    }

    @Test
    void the_hash_is_that_of_the_page_here_and_in_the_database() {
        assertThat(HexFormat.of().formatHex(Sha256.of(HexFormat.of().parseHex(block("bytes"))))).isEqualTo(block("sha256"));
        assertThat(HttpRegister.shared().bean("workDb", JdbcClient.class).sql("""
                select encode(journal.access_hash(:previous, row(:n, :toldAt, :account, :institution, :through, :question, :kind, :item, null, null)::journal.access), 'hex')""")
                .param("previous", previous).param("n", entry.n()).param("toldAt", entry.toldAt().atOffset(ZoneOffset.UTC)).param("account", entry.account())
                .param("institution", entry.institution()).param("through", entry.through()).param("question", entry.question()).param("kind", entry.kind())
                .param("item", entry.item()).query(String.class).single()).isEqualTo(block("sha256"));
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
        return BLOCK.matcher(page).results().filter(block -> block.group(1).equals(name)).map(block -> block.group(2).replaceAll("\\s", "")).findFirst().orElseThrow();
    }
}
