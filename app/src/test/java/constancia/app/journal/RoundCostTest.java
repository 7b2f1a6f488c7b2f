package constancia.app.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What a round costs depends on what it numbers, not on how long the journal is. */
class RoundCostTest {

    private static final int PAGE = 1_000;
    private static final int LONG = 10 * PAGE;
    /** PostgreSQL's driver has a statement prepared when it comes for the fifth time. */
    private static final int PREPARED = 6;
    private static final String[] MORE = {"one", "two", "three"};

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void a_round_does_not_read_what_was_numbered_before(boolean analyzed) {
        try (var journal = TestJournal.fresh()) {
            for (int i = 0; i < PREPARED; i++) {
                journal.recorded(UUID.randomUUID(), 0, MORE);
                journal.number();
            }
            var item = UUID.randomUUID();
            for (int i = 0; i < LONG; i += PAGE) {
                journal.recorded(item, i, IntStream.range(i, i + PAGE).mapToObj(String::valueOf).toArray(String[]::new));
            }
            journal.number();
            if (analyzed) {
                journal.forger.sql("analyze journal.event, journal.ledger").update();
            }
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
