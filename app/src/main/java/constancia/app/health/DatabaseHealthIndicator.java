package constancia.app.health;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether commands could be recorded and questions answered now: each asks over its own connections. */
@Component
final class DatabaseHealthIndicator implements HealthIndicator {

    private final JdbcClient commandDb;
    private final JdbcClient readDb;

    DatabaseHealthIndicator(JdbcClient commandDb, @Qualifier("readDb") JdbcClient readDb) {
        this.commandDb = commandDb;
        this.readDb = readDb;
    }

    @Override
    public Health health() {
        try {
            boolean standby = commandDb.sql("select pg_is_in_recovery()").query(Boolean.class).single();
            var synchronous = commandDb.sql("show synchronous_standby_names").query(String.class).single();
            readDb.sql("select position from journal.head").query(Long.class).single();
            return (standby ? Health.down().withDetail("reason", "this PostgreSQL is a standby: it takes no commands") : Health.up())
                    .withDetail("synchronousStandbys", synchronous.isBlank() ? "none" : synchronous).build();
        } catch (RuntimeException e) {
            return Health.down(e).build();
        }
    }
}
