package constancia.app.journal;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.transaction.TransactionDefinition.PROPAGATION_NESTED;

import org.springframework.transaction.support.TransactionTemplate;

/** Which transaction id a record carries. */
class TransactionIdsTest {

    private final TestJournal journal = TestJournal.fresh();

    @AfterEach
    void close() {
        journal.close();
    }

    @Test
    void a_record_appended_behind_a_savepoint_carries_the_id_of_the_whole_transaction() {
        var item = UUID.randomUUID();
        journal.command.executeWithoutResult(status -> {
            journal.append(item, 0, "before");
            nested().executeWithoutResult(inner -> journal.append(item, 1, "behind"));
            journal.append(item, 2, "after");
        });
        assertThat(journal.db.sql("select count(distinct xid) from journal.event").query(Long.class).single()).isEqualTo(1);
        assertThat(journal.db.sql("select count(distinct xmin::text) from journal.event").query(Long.class).single())
                .as("the row itself has another").isEqualTo(2);
        journal.numberAll();
        assertThat(journal.names()).containsExactly("before", "behind", "after");
    }

    @Test
    void what_a_savepoint_took_back_is_never_numbered_and_leaves_no_hole() {
        journal.command.executeWithoutResult(status -> {
            journal.append(UUID.randomUUID(), 0, "kept");
            nested().executeWithoutResult(inner -> {
                journal.append(UUID.randomUUID(), 0, "taken back");
                inner.setRollbackOnly();
            });
            journal.append(UUID.randomUUID(), 0, "kept too");
        });
        journal.numberAll();
        assertThat(journal.names()).containsExactly("kept", "kept too");
        assertThat(journal.head()).isEqualTo(2);
    }

    @Test
    void nothing_is_numbered_past_a_savepoint_whose_transaction_still_runs() {
        journal.command.executeWithoutResult(status -> {
            nested().executeWithoutResult(inner -> journal.append(UUID.randomUUID(), 0, "behind"));
            journal.elsewhere(() -> journal.recorded(UUID.randomUUID(), 0, "quick"));
            assertThat(journal.elsewhere(journal::number)).isZero();
        });
        journal.numberAll();
        assertThat(journal.names()).containsExactly("behind", "quick");
    }

    private TransactionTemplate nested() {
        return new TransactionTemplate(journal.command.getTransactionManager(), new org.springframework.transaction.support.DefaultTransactionDefinition(PROPAGATION_NESTED));
    }
}
