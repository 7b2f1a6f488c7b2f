package constancia.app.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What a round costs depends on what it numbers, not on how long the journal is. */
class RoundCostTest {

    private static final int LONG = 30_000;
    private static final String[] MORE = {"one", "two", "three"};

    @Test
    void a_round_does_not_read_what_was_numbered_before() {
        try (var journal = TestJournal.fresh()) {
            var item = UUID.randomUUID();
            journal.recorded(item, 0, IntStream.range(0, LONG).mapToObj(String::valueOf).toArray(String[]::new));
            journal.numberAll();
            journal.forger.sql("analyze journal.event, journal.ledger").update();
            journal.recorded(item, LONG, MORE);

            new TransactionTemplate(new JdbcTransactionManager(journal.workPool)).executeWithoutResult(status -> {
                long before = rowsRead(journal);
                assertThat(journal.sequencer.round().numbered()).isEqualTo(MORE.length);
                assertThat(rowsRead(journal) - before).isBetween(1L, 100L);
            });
        }
    }

    /** What this connection read and has not told the statistics of the server yet. */
    private static long rowsRead(TestJournal journal) {
        return journal.db.sql("""
                select coalesce(sum(seq_tup_read + coalesce(idx_tup_fetch, 0)), 0) from pg_stat_xact_user_tables
                where schemaname = 'journal' and relname in ('event', 'ledger')""").query(Long.class).single();
    }
}
