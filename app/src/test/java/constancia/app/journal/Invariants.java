package constancia.app.journal;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;

/** What must hold of every ledger, whatever happened to it. */
final class Invariants {

    private Invariants() {}

    static void hold(TestJournal journal) {
        positionsAreDense(journal);
        eachRecordHasOnePosition(journal);
        withinAnItemSequenceAndPositionRiseTogether(journal);
        timeNeverGoesBack(journal);
        everyLeafHashIsThatOfItsRow(journal);
    }

    private static void positionsAreDense(TestJournal journal) {
        var positions = journal.db.sql("select position from journal.ledger order by position").query(Long.class).list();
        var dense = new ArrayList<Long>();
        for (long position = 1; position <= positions.size(); position++) {
            dense.add(position);
        }
        assertThat(positions).isEqualTo(dense);
        assertThat(journal.head()).isEqualTo(positions.size());
    }

    private static void eachRecordHasOnePosition(TestJournal journal) {
        var recorded = journal.db.sql("select event_index from journal.event order by 1").query(Long.class).list();
        var numbered = journal.db.sql("select event_index from journal.ledger order by 1").query(Long.class).list();
        assertThat(numbered).isEqualTo(recorded);
    }

    private static void withinAnItemSequenceAndPositionRiseTogether(TestJournal journal) {
        var wrong = journal.db.sql("""
                select aggregate_id from (
                    select aggregate_id, sequence_number, row_number() over (partition by aggregate_id order by position) - 1 as place
                    from journal.ledger join journal.event using (event_index)) placed
                where sequence_number <> place""").query(UUID.class).list();
        assertThat(wrong).isEmpty();
    }

    private static void timeNeverGoesBack(TestJournal journal) {
        assertThat(journal.db.sql("select recorded_at from journal.ledger order by position").query(OffsetDateTime.class).list()).isSorted();
    }

    private static void everyLeafHashIsThatOfItsRow(TestJournal journal) {
        List<Long> wrong = new ArrayList<>();
        journal.db.sql(Leaf.READ).query(row -> {
            var leaf = Leaf.of(row);
            if (!HexFormat.of().formatHex(leaf.hash()).equals(HexFormat.of().formatHex(row.getBytes("leaf_hash")))) {
                wrong.add(leaf.position());
            }
        });
        assertThat(wrong).as("positions whose hash is not that of their row").isEmpty();
    }
}
