package constancia.app.health;

import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far the ledger is behind the journal, and what holds it back. */
@Component
final class LedgerLag {

    /** @param events those that wait for a number; counted up to 10,000 */
    record Lag(long events, double seconds) {}

    private final JdbcClient db;

    LedgerLag(@Qualifier("workDb") JdbcClient workDb) {
        this.db = workDb;
    }

    Lag now() {
        return db.sql("""
                select count(*) as events, coalesce(greatest(extract(epoch from journal.clock() - min(received_at)), 0), 0)::float8 as seconds
                from (select e.received_at from journal.event e, journal.head h
                      where (e.xid, e.event_index) > (h.xid, h.event_index) and e.event_index > h.era_after
                      order by e.xid, e.event_index limit 10000) waiting""").query(Lag.class).single();
    }

    /** The oldest transaction of the whole PostgreSQL that has written: nothing after it gets a number before it ends. */
    Optional<Map<String, Object>> holder() {
        return db.sql("""
                select pid, role, database, application, state, round(seconds, 1) as seconds, query from (
                    select age(backend_xid) as age, pid, usename as role, datname as database, application_name as application, state,
                           extract(epoch from clock_timestamp() - xact_start) as seconds, left(query, 300) as query
                    from pg_stat_activity where backend_xid is not null and pid <> pg_backend_pid()
                    union all
                    select age(transaction), null, owner, database, null, 'prepared', extract(epoch from clock_timestamp() - prepared), gid
                    from pg_prepared_xacts) writers
                order by age desc limit 1""").query().listOfRows().stream().findFirst();
    }
}
