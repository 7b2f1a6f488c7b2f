package constancia.app.health;

import constancia.app.projections.Tables;
import constancia.app.roles.OnRole;
import constancia.app.roles.Role;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether the tables behind lists can be read and go on being filled. */
@Component
@OnRole(Role.QUERY)
final class TablesHealthIndicator implements HealthIndicator {

    record Lag(long records, double seconds) {}

    private final Tables tables;
    private final JdbcClient db;

    TablesHealthIndicator(Tables tables, @Qualifier("readDb") JdbcClient readDb) {
        this.tables = tables;
        this.db = readDb;
    }

    @Override
    public Health health() {
        try {
            var lag = db.sql("""
                    select h.position - p.position as records,
                           coalesce(greatest(extract(epoch from journal.clock() - l.recorded_at), 0), 0)::float8 as seconds
                    from view.projected p cross join journal.head h left join journal.ledger l on l.position = p.position + 1""")
                    .query(Lag.class).single();
            var trouble = tables.trouble();
            var health = trouble.isPresent() ? Health.down() : Health.up();
            trouble.ifPresent(e -> health.withDetail("trouble", String.valueOf(e.getMessage())));
            return health.withDetail("recordsBehind", lag.records()).withDetail("secondsBehind", Math.round(lag.seconds() * 10) / 10.0).build();
        } catch (RuntimeException e) {
            return Health.down(e).build();
        }
    }
}
