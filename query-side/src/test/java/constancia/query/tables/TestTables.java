package constancia.query.tables;

import constancia.postgres.TestPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** All tables of one generation, empty, in a database of their own, in the schema that readers read. */
public final class TestTables {

    private static final Path TABLES = Path.of("src", "main", "resources", "db", "tables");

    private final JdbcTemplate writer;
    private final JdbcClient reader;

    private TestTables(JdbcTemplate writer, JdbcClient reader) {
        this.writer = writer;
        this.reader = reader;
    }

    public static TestTables empty() {
        var database = TestPostgres.newDatabase();
        var readers = new DriverManagerDataSource(database.url(), database.owner().user(), database.owner().password());
        new JdbcTemplate(readers).execute("create schema view");
        var writers = new DriverManagerDataSource(database.url() + (database.url().contains("?") ? "&" : "?") + "currentSchema=view",
                database.owner().user(), database.owner().password());
        var writer = new JdbcTemplate(writers);
        statements().forEach(writer::execute);
        return new TestTables(writer, JdbcClient.create(readers));
    }

    /** What a projection is given: names of tables without a schema mean those of the generation. */
    public JdbcTemplate writer() {
        return writer;
    }

    /** What a list is given. */
    public JdbcClient reader() {
        return reader;
    }

    public List<Map<String, Object>> rows(String table) {
        return writer.queryForList("select * from " + table + " t order by t::text");
    }

    private static List<String> statements() {
        try (var files = Files.list(TABLES)) {
            return files.sorted(Comparator.comparing(TestTables::number)).map(TestTables::text).toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static int number(Path file) {
        var name = file.getFileName().toString();
        return Integer.parseInt(name.substring(1, name.indexOf("__")));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
