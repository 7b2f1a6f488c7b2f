package constancia.app.demo;

import constancia.app.journal.Sequencer;
import constancia.app.safety.UnsafeSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** The mark by which a ledger is a demonstration's, for ever, with what its clock shows and how far its story was told. */
@Component
public class DemoLedger {

    /** @param story which story it is; one that was begun is told to its end or not at all */
    record Mark(String story, long aheadSeconds, int step, boolean filled) {}

    private final JdbcClient db;
    private final TransactionTemplate transaction;

    DemoLedger(@Qualifier("workDb") JdbcClient workDb, @Qualifier("workTransaction") TransactionTemplate workTransaction) {
        this.db = workDb;
        this.transaction = workTransaction;
    }

    /**
     * The clock by which this register lives.
     *
     * @param wanted whether it is to be a demonstration
     * @throws UnsafeSettings it is to be one and has records or accounts of its own, or it is one and is not to be
     */
    public Clock clock(Clock real, boolean wanted) {
        var mark = mark();
        if (mark.isPresent() != wanted && (mark.isPresent() || used())) {
            throw wanted
                    ? UnsafeSettings.because("constancia.demo: este registro ya tiene asientos o cuentas, y la demostración solo llena uno vacío; indique otra carpeta en constancia.data, u otra base de datos.",
                            "constancia.demo: this register has records or accounts already, and the demonstration fills an empty one only; name another folder in constancia.data, or another database.")
                    : UnsafeSettings.because("Este registro es una demostración, con su propio reloj; indique constancia.demo=true, u otra carpeta en constancia.data.",
                            "This register is a demonstration, with a clock of its own; set constancia.demo=true, or another folder in constancia.data.");
        }
        if (!wanted) {
            return real;
        }
        return new DemoClock(real, Duration.ofSeconds(mark.or(() -> Optional.of(begin(real))).get().aheadSeconds()));
    }

    private Mark begin(Clock real) {
        var story = DemoStory.read();
        var first = story.steps().getFirst().on().atTime(DemoStory.MORNING).atZone(real.getZone()).toInstant();
        var ahead = Duration.between(real.instant(), first);
        db.sql("insert into journal.demonstration (story, ahead_seconds) values (:story, :ahead)").param("story", story.hash()).param("ahead", ahead.toSeconds()).update();
        return mark().orElseThrow();
    }

    Optional<Mark> mark() {
        return db.sql("select story, ahead_seconds, step, filled from journal.demonstration").query(Mark.class).optional();
    }

    private boolean used() {
        return db.sql("select exists (select 1 from journal.event) or exists (select 1 from journal.account)").query(Boolean.class).single();
    }

    void told(int step) {
        db.sql("update journal.demonstration set step = :step").param("step", step).update();
    }

    void filled() {
        db.sql("update journal.demonstration set filled = true").update();
    }

    /** Puts the clock forward while nobody numbers records, so that all agree on the time; it never goes back. */
    void putForward(DemoClock clock, Instant to) {
        var ahead = clock.aheadAt(to).plusSeconds(1).truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
        transaction.executeWithoutResult(status -> {
            db.sql("select pg_advisory_xact_lock(:lock)").param("lock", Sequencer.LOCK).query().singleRow();
            if (db.sql("update journal.demonstration set ahead_seconds = :ahead where ahead_seconds < :ahead").param("ahead", ahead.toSeconds()).update() == 1) {
                clock.put(ahead);
            }
        });
    }

    /** Whether everything that was recorded has its number and stands in the tables. */
    boolean settled() {
        return db.sql("""
                select (select count(*) from journal.event) = h.position and p.position = h.position
                from journal.head h, view.projected p""").query(Boolean.class).single();
    }
}
