package constancia.app.journal;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The sequencer at work. */
class SequencerLoopTest {

    private final TestJournal journal = TestJournal.fresh();
    private final Wake committed = new Wake();
    private final SequencerLoop loop = journal.closing(new SequencerLoop(journal.sequencer, committed, journal.numbered));

    @AfterEach
    void close() {
        journal.close();
    }

    @Test
    void what_a_node_recorded_that_died_before_it_rang_is_numbered_all_the_same() {
        loop.start();
        journal.recorded(UUID.randomUUID(), 0, "one");
        await().atMost(TestJournal.SOON).until(() -> journal.head() == 1);
        assertThat(journal.numbered.rings()).isPositive();
    }

    @Test
    void it_goes_on_after_its_connections_were_ended() {
        loop.start();
        journal.recorded(UUID.randomUUID(), 0, "one");
        await().atMost(TestJournal.SOON).until(() -> journal.head() == 1);
        journal.forger.sql("select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()")
                .query(Boolean.class).list();
        var item = UUID.randomUUID();
        await().atMost(TestJournal.SOON).ignoreExceptions().until(() -> {
            journal.recorded(item, 0, "two");
            return true;
        });
        await().atMost(TestJournal.SOON).ignoreExceptions().until(() -> journal.head() == 2 && loop.trouble() == null);
        Invariants.hold(journal);
    }

    @Test
    void while_another_holds_the_turn_nothing_is_numbered_here() throws Exception {
        journal.recorded(UUID.randomUUID(), 0, "one");
        try (var other = journal.superuser.connect(journal.url()); var statement = other.createStatement()) {
            statement.execute("begin; select pg_advisory_xact_lock(" + Sequencer.TURN + ")");
            assertThat(journal.sequencer.round().elsewhere()).isTrue();
            assertThat(journal.head()).isZero();
            statement.execute("commit");
        }
        journal.numberAll();
        assertThat(journal.head()).isEqualTo(1);
    }
}
