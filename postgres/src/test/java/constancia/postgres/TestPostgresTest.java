package constancia.postgres;

import java.sql.Connection;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TestPostgresTest {

    @Test
    void databasesAreFresh() throws Exception {
        fillFirstOne();

        try (Connection other = TestPostgres.newDatabase().connectAsOwner();
             var tables = other.getMetaData().getTables(null, "public", "%", null)) {
            assertThat(tables.next()).isFalse();
        }
    }

    @Test
    void aCopyHasWhatTheOriginalHas() throws Exception {
        TestDatabase original = TestPostgres.newDatabase();
        try (Connection owner = original.connectAsOwner(); Statement statement = owner.createStatement()) {
            statement.execute("create table note (text text); grant select on note to " + EmbeddedPostgres.APP);
        }
        TestDatabase copy = TestPostgres.newCopyOf(original);
        original.drop();
        try (Connection app = copy.connectAsApp(); Statement statement = app.createStatement()) {
            statement.execute("select * from note");
        }
    }

    private static void fillFirstOne() throws Exception {
        try (Connection owner = TestPostgres.newDatabase().connectAsOwner();
             Statement statement = owner.createStatement()) {
            statement.execute("create table note (text text)");
        }
    }
}
