package constancia.app.journal;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** Records whose transaction ids contradict the sequence of their item: only a forger or a grave mistake can make them. */
class MisplacedTest {

    private final TestJournal journal = TestJournal.fresh();
    private final UUID item = UUID.randomUUID();

    @BeforeEach
    void two_records_are_numbered() {
        journal.recorded(item, 0, "first");
        journal.recorded(UUID.randomUUID(), 0, "other");
        journal.numberAll();
        journal.recorded(item, 1, "second");
        journal.recorded(UUID.randomUUID(), 0, "another");
    }

    @AfterEach
    void close() {
        journal.close();
    }

    @Test
    void a_record_that_would_come_before_its_predecessor_stops_the_sequencer() {
        forge(2, "(select xid from journal.event where sequence_number = 1)::text::bigint - 1");
        nothingIsNumbered();
    }

    @Test
    void a_record_whose_predecessor_is_missing_stops_the_sequencer() {
        forge(3, "pg_current_xact_id()::text::bigint");
        nothingIsNumbered();
    }

    @Test
    void the_loop_says_so_and_goes_on_when_the_record_was_put_right() {
        forge(3, "pg_current_xact_id()::text::bigint");
        var loop = journal.closing(new SequencerLoop(journal.sequencer, new Wake(), journal.numbered));
        loop.start();
        await().atMost(TestJournal.SOON).until(() -> loop.trouble() != null);
        assertThat(loop.trouble()).contains("precedes");
        journal.forger.sql("update journal.event set sequence_number = 2 where sequence_number = 3").update();
        await().atMost(TestJournal.SOON).until(() -> journal.head() == 5 && loop.trouble() == null);
        assertThat(journal.names()).containsExactly("first", "other", "second", "another", "forged");
    }

    private void nothingIsNumbered() {
        assertThatThrownBy(journal::numberAll).isInstanceOf(Sequencer.Stopped.class).hasMessageContaining("precedes");
        assertThat(journal.names()).containsExactly("first", "other");
        assertThat(journal.head()).isEqualTo(2);
    }

    private void forge(int sequence, String xid) {
        journal.forger.sql("insert into journal.event (event_id, aggregate_type, aggregate_id, sequence_number, type, payload, metadata, received_at, xid) "
                        + "select gen_random_uuid(), 'institution', :item, :sequence, 'AliasAdded', '{\"alias\":\"forged\"}', '{}', now(), (" + xid + ")::text::xid8")
                .param("item", item).param("sequence", sequence).update();
    }
}
