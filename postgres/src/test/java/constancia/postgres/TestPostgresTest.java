package constancia.postgres;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class TestPostgresTest {

    @Test
    void databasesAreFreshAndQuickToMake() throws Exception {
        fillFirstOne();

        long began = System.nanoTime();
        int many = 20;
        for (int i = 0; i < many; i++) {
            TestPostgres.newDatabase();
        }
        Duration each = Duration.ofNanos((System.nanoTime() - began) / many);

        assertThat(each).isLessThan(Duration.ofMillis(300));
        System.out.println("one test database: " + each.toMillis() + " ms");
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
