package constancia.app.journal;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * A transaction that writes before it reads has its id before it knows what it builds on. What follows from that depends
 * on the isolation level, and is why commands run at REPEATABLE READ.
 */
class KeyBeforeLoadTest {

    private final TestJournal journal = TestJournal.fresh();
    private final UUID item = UUID.randomUUID();

    @BeforeEach
    void an_item_is_there() {
        journal.recorded(item, 0, "first");
        journal.numberAll();
    }

    @AfterEach
    void close() {
        journal.close();
    }

    @Test
    void at_read_committed_the_third_record_would_come_before_the_second() {
        keyThenPauseThenAppend(journal.readCommitted());
        assertThat(journal.db.sql("select convert_from(payload, 'UTF8')::json ->> 'alias' from journal.event order by xid").query(String.class).list())
                .as("in the order of transaction ids").containsExactly("first", "third", "second");
        assertThatThrownBy(journal::numberAll).isInstanceOf(Sequencer.Stopped.class).hasMessageContaining("precedes");
        assertThat(journal.names()).as("nothing is numbered then").containsExactly("first");
    }

    @Test
    void at_repeatable_read_it_loses_the_race_and_comes_third_when_tried_again() {
        assertThatThrownBy(() -> keyThenPauseThenAppend(journal.command)).matches(LostRace::is);
        journal.command.executeWithoutResult(status -> appendNext("third"));
        journal.numberAll();
        assertThat(journal.names()).containsExactly("first", "second", "third");
    }

    @Test
    void a_row_locked_before_the_load_is_no_way_around_it() {
        assertThatThrownBy(() -> journal.command.executeWithoutResult(status -> {
            journal.commandDb.sql("select one from journal.head for share").query().singleRow();
            assertThat(journal.commandDb.sql("select pg_current_xact_id_if_assigned() is not null").query(Boolean.class).single()).isTrue();
            journal.elsewhere(() -> journal.command.executeWithoutResult(other -> appendNext("second")));
            appendNext("third");
        })).matches(LostRace::is);
        journal.numberAll();
        assertThat(journal.names()).containsExactly("first", "second");
    }

    private void keyThenPauseThenAppend(TransactionTemplate transaction) {
        transaction.executeWithoutResult(status -> {
            writeKey();
            journal.elsewhere(() -> transaction.executeWithoutResult(other -> appendNext("second")));
            appendNext("third");
        });
    }

    private void writeKey() {
        journal.commandDb.sql("""
                insert into journal.idempotency (account, key, method, path, body_hash, status, body, etag)
                values ('admin', gen_random_uuid()::text, 'POST', '/', '', 200, '', '')""").update();
    }

    private void appendNext(String name) {
        List<?> known = journal.engine.read(item.toString(), 0);
        journal.append(item, known.size(), name);
    }
}
