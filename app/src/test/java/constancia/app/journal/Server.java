package constancia.app.journal;

import constancia.postgres.EmbeddedPostgres;
import constancia.postgres.Options;
import constancia.postgres.TestPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.function.UnaryOperator;

/** A PostgreSQL of a test's own, for what it must not do to the one that all tests share. */
final class Server implements AutoCloseable {

    private final EmbeddedPostgres postgres;

    Server(Path folder, UnaryOperator<Options> change) throws IOException {
        var options = Options.in(folder).withBinaries(TestPostgres.binaries()).notDurable().closedByCaller().with("shared_buffers", "32MB");
        postgres = EmbeddedPostgres.start(change.apply(options));
    }

    /** In a new database of that name. */
    TestJournal journal(String database) {
        postgres.createDatabase(database);
        return TestJournal.on(postgres.jdbcUrl(database), postgres.owner(), postgres.app(), postgres.superuser());
    }

    /** Uses up transaction ids until the next one is greater than {@code id}. */
    void passId(long id) throws SQLException {
        try (var connection = postgres.superuser().connect(postgres.jdbcUrl()); var statement = connection.createStatement()) {
            statement.execute("do $$ begin while pg_current_xact_id() <= '" + id + "' loop commit; end loop; end $$");
        }
    }

    @Override
    public void close() {
        postgres.close();
    }
}
