package constancia.app.journal;

import constancia.postgres.Durability;
import constancia.postgres.UnsafeDatabase;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A prepared transaction belongs to no connection and may wait for ever. The register refuses servers that allow them. */
class PreparedTransactionTest {

    @TempDir
    Path folder;

    @Test
    void numbering_stands_still_behind_a_prepared_transaction_and_goes_on_after_its_commit() throws Exception {
        try (var server = new Server(folder.resolve("data"), options -> options.with("max_prepared_transactions", "10")); var journal = server.journal("waiting")) {
            try (var connection = journal.app().connect(journal.url()); var statement = connection.createStatement()) {
                assertThatThrownBy(() -> Durability.require(connection)).as("a register would not start here").isInstanceOf(UnsafeDatabase.class)
                        .hasMessageContaining("max_prepared_transactions");
                journal.recorded(UUID.randomUUID(), 0, "before");
                journal.numberAll();
                statement.execute("begin");
                statement.execute("""
                        insert into journal.event (event_id, aggregate_type, aggregate_id, sequence_number, type, payload, metadata, received_at)
                        values (gen_random_uuid(), 'institution', gen_random_uuid(), 0, 'AliasAdded', '{"alias":"prepared"}', '{}', now())""");
                statement.execute("prepare transaction 'forgotten'");
                journal.recorded(UUID.randomUUID(), 0, "after");
                assertThat(journal.number()).isZero();
                assertThat(journal.names()).containsExactly("before");
                statement.execute("commit prepared 'forgotten'");
                journal.numberAll();
                assertThat(journal.names()).containsExactly("before", "prepared", "after");
            }
        }
    }
}
