package constancia.query.history;

import constancia.kernel.Invalid;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Turns what was asked into a cut of the ledger that is the same for ever. */
public final class Cuts {

    /** The lock that the sequencer holds while it numbers; shared, it says that no round is under way. */
    private final long sequencerLock;
    private final JdbcClient db;
    private final Clock clock;

    /** @param clock tells today, in the register's zone */
    public Cuts(JdbcClient db, Clock clock, long sequencerLock) {
        this.db = db;
        this.clock = clock;
        this.sequencerLock = sequencerLock;
    }

    /** @throws Invalid {@code as-of-in-future} */
    public Cut resolve(CutRequest request) {
        if (request.position() != null) {
            return atPosition(request.position(), request.on());
        }
        if (request.asOf() != null) {
            var on = request.on() != null ? request.on() : day(request.asOf());
            return new Cut(positionAt(request.asOf()), request.asOf(), on);
        }
        return new Cut(null, null, request.on() != null ? request.on() : LocalDate.now(clock));
    }

    /** The cut right after a record: what {@code /history/{n}} tells. */
    public Cut after(Entry entry) {
        return entry.position() == null
                ? new Cut(null, null, LocalDate.now(clock))
                : new Cut(entry.position(), entry.recordedAt(), day(entry.recordedAt()));
    }

    private Cut atPosition(long position, @org.jspecify.annotations.Nullable LocalDate on) {
        if (position == 0) {
            return new Cut(0L, null, on != null ? on : LocalDate.now(clock));
        }
        var recordedAt = db.sql("select recorded_at from journal.ledger where position = :position").param("position", position)
                .query(OffsetDateTime.class).optional().orElseThrow(() -> new Invalid("asOf", "as-of-in-future"));
        return new Cut(position, recordedAt.toInstant(), on != null ? on : day(recordedAt.toInstant()));
    }

    private long positionAt(Instant asOf) {
        var head = head();
        if (asOf.isAfter(head.now()) && asOf.isAfter(head.recordedAt())) {
            throw new Invalid("asOf", "as-of-in-future");
        }
        if (asOf.isAfter(head.recordedAt())) {
            awaitRound();
        }
        return db.sql("select coalesce(max(position), 0) from journal.ledger where recorded_at <= :asOf")
                .param("asOf", asOf.atOffset(ZoneOffset.UTC)).query(Long.class).single();
    }

    /** A round under way may have stamped records before {@code asOf} that cannot be seen yet; a later one stamps after it. */
    private void awaitRound() {
        db.sql("select pg_advisory_xact_lock_shared(:lock)").param("lock", sequencerLock).query().singleRow();
    }

    private Head head() {
        return db.sql("select recorded_at, journal.clock() as now from journal.head")
                .query((row, line) -> new Head(row.getObject(1, OffsetDateTime.class).toInstant(), row.getObject(2, OffsetDateTime.class).toInstant()))
                .single();
    }

    private LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, clock.getZone());
    }

    private record Head(Instant recordedAt, Instant now) {}
}
