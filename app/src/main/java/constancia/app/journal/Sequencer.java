package constancia.app.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives every event its number in the ledger, once its place can no longer change: in the order of transaction ids,
 * below the oldest transaction still running. Any node may do it; who holds the lock of the round does.
 */
public final class Sequencer {

    /** What a round did: how many events it numbered and up to which position, or −1 when another node held the lock. */
    public record Round(int numbered, long position) {
        static final Round ELSEWHERE = new Round(-1, 0);

        public boolean elsewhere() {
            return numbered < 0;
        }
    }

    /** The register must not be numbered any further until somebody has looked. */
    public static final class Stopped extends RuntimeException {
        Stopped(String why) {
            super(why);
        }
    }

    /** Held while records are stamped; who must know that none are takes it shared. */
    public static final long LOCK = 0x4c4942524fL;
    /**
     * Whose turn it is. Not the same lock: a try never waits its turn, so readers who share the one above, many at a
     * time, would keep the ledger from growing.
     */
    static final long TURN = LOCK + 1;
    /**
     * How the register's own connections are set, on which few statements come again and again: those are planned once, when a
     * new register's tables are still empty; reading those whole would look cheap, and be kept up as they grow.
     */
    public static final String STEADY_PLANS = "set enable_seqscan = off; set plan_cache_mode = force_generic_plan";
    static final String CHANNEL = "constancia_ledger";
    private static final int AT_MOST = 2000;
    private static final Duration SKEW = Duration.ofSeconds(5);

    /** Of the register's zone, which PostgreSQL may not know by its name. */
    private static final String RECORDED_ON = "cast((moment.recorded_at at time zone 'UTC') + cast(:offset as int) * interval '1 second' as date)";
    private static final String NUMBER = """
            with ended as materialized (
                select e, e.xid, e.event_index, e.aggregate_id, e.sequence_number, e.type, e.effective_on, e.sequence_number - 1 as preceding,
                       cast(:position as bigint) + row_number() over (order by e.xid, e.event_index) as position
                from journal.event e
                where (e.xid, e.event_index) > (cast(:xid as xid8), cast(:eventIndex as bigint))
                  and e.event_index > :eraAfter
                  and e.xid < pg_snapshot_xmin(pg_current_snapshot())
                order by e.xid, e.event_index
                limit :atMost),
            moment as materialized (
                select greatest(cast(:recordedAt as timestamptz) + interval '1 microsecond', journal.clock()) as recorded_at),
            numbered as (
                insert into journal.ledger (position, event_index, recorded_at, leaf_hash, type, days_late)
                select ended.position, ended.event_index, moment.recorded_at,
                       journal.leaf_hash(cast(:ledgerId as uuid), ended.position, moment.recorded_at, ended.e),
                       ended.type, greatest(0, %s - ended.effective_on)
                from ended, moment),
            last as (select * from ended order by position desc limit 1),
            moved as (
                update journal.head set position = last.position, recorded_at = moment.recorded_at, xid = last.xid, event_index = last.event_index
                from last, moment)
            select (select count(*) from ended) as numbered,
                   (select max(position) from ended) as position,
                   (select count(*) from ended e
                    where e.sequence_number > 0
                      and not exists (select 1 from ended p where p.aggregate_id = e.aggregate_id
                                      and p.sequence_number = e.preceding and p.position < e.position)
                      and 0 = (select count(*) from journal.event p join journal.ledger l using (event_index)
                               where p.aggregate_id = e.aggregate_id and p.sequence_number = e.preceding)) as misplaced""".formatted(RECORDED_ON);

    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final Clock clock;

    public Sequencer(JdbcClient db, TransactionTemplate transaction, Clock clock) {
        this.db = db;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Numbers what can be numbered now, at most 2,000 events. */
    public Round round() {
        return transaction.execute(status -> myTurn() ? number() : Round.ELSEWHERE);
    }

    /**
     * Numbers first, in their old order, the events that came in with a dump from another database cluster: their
     * transaction ids say nothing here. To be called before the first command is taken; does nothing otherwise.
     */
    public void adopt() {
        transaction.executeWithoutResult(status -> {
            db.sql("select pg_advisory_xact_lock(:turn), pg_advisory_xact_lock(:lock)").param("turn", TURN).param("lock", LOCK).query().singleRow();
            if (!foreign()) {
                return;
            }
            db.sql("""
                    with head as (select * from journal.head),
                    moment as materialized (select greatest(recorded_at + interval '1 microsecond', journal.clock()) as recorded_at from head),
                    waiting as (
                        select e.event_index, head.position + row_number() over (order by e.xid, e.event_index) as position
                        from journal.event e, head
                        where e.event_index > head.era_after and not exists (select 1 from journal.ledger l where l.event_index = e.event_index))
                    insert into journal.ledger (position, event_index, recorded_at, leaf_hash, type, days_late)
                    select waiting.position, e.event_index, moment.recorded_at, journal.leaf_hash(head.ledger_id, waiting.position, moment.recorded_at, e),
                           e.type, greatest(0, %s - e.effective_on)
                    from waiting join journal.event e using (event_index), moment, head""".formatted(RECORDED_ON)).param("offset", offset()).update();
            db.sql("""
                    update journal.head set
                        position = greatest(position, (select coalesce(max(position), 0) from journal.ledger)),
                        recorded_at = greatest(recorded_at, (select max(recorded_at) from journal.ledger)),
                        xid = '0', event_index = 0, era_after = (select coalesce(max(event_index), 0) from journal.event)""").update();
        });
    }

    private boolean foreign() {
        return db.sql("""
                select exists (select 1 from journal.event, journal.head
                where journal.event.event_index > head.era_after and journal.event.xid >= pg_snapshot_xmax(pg_current_snapshot()))""")
                .query(Boolean.class).single();
    }

    private Round number() {
        var head = db.sql("select ledger_id, position, recorded_at, xid::text as xid, event_index, era_after, journal.clock() as now, pg_is_in_recovery() as standby from journal.head")
                .query(Head::of).single();
        if (head.standby()) {
            return Round.ELSEWHERE;
        }
        mustAgree(head.now().toInstant());
        var done = db.sql(NUMBER).param("position", head.position()).param("xid", head.xid()).param("eventIndex", head.eventIndex())
                .param("eraAfter", head.eraAfter()).param("atMost", AT_MOST).param("recordedAt", head.recordedAt())
                .param("ledgerId", head.ledgerId().toString()).param("offset", offset())
                .query((row, line) -> new Done(row.getInt("numbered"), row.getLong("position"), row.getInt("misplaced"))).single();
        if (done.misplaced() > 0) {
            throw new Stopped("A record would be numbered before the one that precedes it in its item");
        }
        if (done.numbered() > 0) {
            db.sql("select pg_notify(:channel, :position)").params(Map.of("channel", CHANNEL, "position", String.valueOf(done.position())))
                    .query().singleRow();
        }
        return new Round(done.numbered(), done.position());
    }

    /** In seconds from UTC. */
    private int offset() {
        return clock.getZone().getRules().getOffset(clock.instant()).getTotalSeconds();
    }

    private void mustAgree(Instant database) {
        var skew = Duration.between(database, clock.instant()).abs();
        if (skew.compareTo(SKEW) > 0) {
            throw new Stopped("The clocks of the database and of this node differ by " + skew.toSeconds() + " s");
        }
    }

    private boolean myTurn() {
        return db.sql("select case when pg_try_advisory_xact_lock(:turn) then pg_advisory_xact_lock(:lock) is not null else false end")
                .param("turn", TURN).param("lock", LOCK).query(Boolean.class).single();
    }

    private record Head(UUID ledgerId, long position, OffsetDateTime recordedAt, String xid, long eventIndex, long eraAfter,
                        OffsetDateTime now, boolean standby) {

        static Head of(ResultSet row, int line) throws SQLException {
            return new Head(row.getObject("ledger_id", UUID.class), row.getLong("position"), row.getObject("recorded_at", OffsetDateTime.class),
                    row.getString("xid"), row.getLong("event_index"), row.getLong("era_after"), row.getObject("now", OffsetDateTime.class),
                    row.getBoolean("standby"));
        }
    }

    private record Done(int numbered, long position, int misplaced) {}
}
