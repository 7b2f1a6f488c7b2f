package constancia.app.security;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts attempts in PostgreSQL, so that all nodes count together. An attempt is counted before it is looked at and
 * given back when it succeeds: however many come at once, no more are looked at than one after the other.
 */
@Component
class Throttle {

    private static final Duration FORGOTTEN = Duration.ofHours(24);

    /** How attempts of one kind are held; {@code what} names who or where, and is kept as its hash. */
    sealed interface Limit {

        String what();

        /** When the next one is free after one more, as things stand. */
        Count after(Count now, Instant at);

        /** Whether another one may be looked at. */
        boolean free(Count now, Instant at);

        /** As if the last one had not been. */
        Count without(Count now);
    }

    /** So many failures are free; then one waits a second, and twice as long after each, up to the longest. */
    record Delays(String what, int free, Duration longest) implements Limit {

        @Override
        public boolean free(Count now, Instant at) {
            return !at.isBefore(now.freeAt);
        }

        @Override
        public Count after(Count now, Instant at) {
            int failed = now.failed + 1;
            var delay = failed < free ? Duration.ZERO : Duration.ofSeconds(1L << Math.min(failed - free, 20));
            return new Count(failed, at.plus(delay.compareTo(longest) > 0 ? longest : delay));
        }

        @Override
        public Count without(Count now) {
            return Count.NONE;
        }
    }

    /** So many at once, and one more each time so long has passed. */
    record Budget(String what, int atOnce, Duration each) implements Limit {

        @Override
        public boolean free(Count now, Instant at) {
            return !at.isBefore(now.freeAt.minus(each.multipliedBy(atOnce - 1L)));
        }

        @Override
        public Count after(Count now, Instant at) {
            return new Count(now.failed + 1, (now.freeAt.isAfter(at) ? now.freeAt : at).plus(each));
        }

        @Override
        public Count without(Count now) {
            return new Count(Math.max(0, now.failed - 1), now.freeAt.minus(each));
        }
    }

    record Count(int failed, Instant freeAt) {
        static final Count NONE = new Count(0, Instant.EPOCH);
    }

    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Throttle(@Qualifier("workDb") JdbcClient workDb, @Qualifier("workTransaction") TransactionTemplate workTransaction, @Qualifier("wallClock") Clock clock) {
        this.db = workDb;
        this.transaction = workTransaction;
        this.clock = clock;
    }

    /** Counts an attempt under every limit, or under none and answers how long to wait. */
    Optional<Duration> take(List<? extends Limit> limits) {
        return transaction.execute(status -> {
            var at = clock.instant();
            var counts = locked(limits, at);
            var held = limits.stream().filter(limit -> !limit.free(counts.get(limit), at)).map(limit -> wait(limit, counts.get(limit), at)).max(Comparator.naturalOrder());
            if (held.isEmpty()) {
                limits.forEach(limit -> keep(limit, limit.after(counts.get(limit), at), at));
            }
            return held;
        });
    }

    /** The attempt succeeded: it was none. */
    void giveBack(List<? extends Limit> limits) {
        transaction.executeWithoutResult(status -> {
            var at = clock.instant();
            var counts = locked(limits, at);
            limits.forEach(limit -> keep(limit, limit.without(counts.get(limit)), at));
        });
    }

    /** Drops what no longer says anything. */
    void forget() {
        db.sql("delete from journal.attempt where seen_at < :before and free_at < :before").param("before", utc(clock.instant().minus(FORGOTTEN))).update();
    }

    private static Duration wait(Limit limit, Count now, Instant at) {
        var freeAt = limit instanceof Budget budget ? now.freeAt.minus(budget.each.multipliedBy(budget.atOnce - 1L)) : now.freeAt;
        return Duration.between(at, freeAt);
    }

    /** Locked by their hashes and not as rows: the first attempts of many at once have no row yet. */
    private Map<Limit, Count> locked(List<? extends Limit> limits, Instant at) {
        var keys = limits.stream().collect(Collectors.toMap(limit -> (Limit) limit, limit -> Hashes.of(limit.what())));
        keys.values().stream().map(hash -> ByteBuffer.wrap(hash).getLong()).sorted()
                .forEach(key -> db.sql("select pg_advisory_xact_lock(:key) is null").param("key", key).query(Boolean.class).single());
        var kept = db.sql("select key, failed, free_at from journal.attempt where key = any(:keys) and (seen_at > :before or free_at > :now)")
                .param("keys", keys.values().toArray(byte[][]::new)).param("before", utc(at.minus(FORGOTTEN))).param("now", utc(at))
                .query((row, line) -> Map.entry(ByteBuffer.wrap(row.getBytes(1)), new Count(row.getInt(2), row.getObject(3, OffsetDateTime.class).toInstant())))
                .list().stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        var counts = new HashMap<Limit, Count>();
        keys.forEach((limit, hash) -> counts.put(limit, kept.getOrDefault(ByteBuffer.wrap(hash), Count.NONE)));
        return counts;
    }

    private void keep(Limit limit, Count count, Instant at) {
        db.sql("""
                insert into journal.attempt (key, failed, free_at, seen_at) values (:key, :failed, :free, :at)
                on conflict (key) do update set failed = excluded.failed, free_at = excluded.free_at, seen_at = excluded.seen_at""")
                .param("key", Hashes.of(limit.what())).param("failed", count.failed).param("free", utc(count.freeAt)).param("at", utc(at)).update();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
