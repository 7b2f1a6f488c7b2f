package constancia.app.journal;

import constancia.query.history.Entry;
import constancia.query.history.Numbers;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Waits for the sequencer, woken by its bell. */
public final class NumbersInLedger implements Numbers {

    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration GLANCE = Duration.ofMillis(50);

    private final JdbcClient db;
    private final Wake numbered;

    public NumbersInLedger(JdbcClient db, Wake numbered) {
        this.db = db;
        this.numbered = numbered;
    }

    @Override
    public List<Entry> numbered(Supplier<List<Entry>> read) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            long heard = numbered.rings();
            var entries = read.get();
            if (entries.stream().allMatch(entry -> entry.position() != null) || System.nanoTime() > deadline) {
                return entries;
            }
            try {
                numbered.await(heard, GLANCE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return entries;
            }
        }
    }

    @Override
    public long head() {
        return db.sql("select position from journal.head").query(Long.class).single();
    }
}
