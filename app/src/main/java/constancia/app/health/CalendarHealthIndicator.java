package constancia.app.health;

import constancia.app.roles.OnRole;
import constancia.app.roles.Role;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether the dates that pass are put on record, by this node or another. */
@Component
@OnRole(Role.COMMAND)
final class CalendarHealthIndicator implements HealthIndicator {

    /** A round begins when it is due, and whoever is at it gives a sign of life every few seconds. */
    private static final int ALARM_SECONDS = 60;

    private final JdbcClient db;

    CalendarHealthIndicator(@Qualifier("workDb") JdbcClient workDb) {
        this.db = workDb;
    }

    @Override
    public Health health() {
        try {
            return db.sql("""
                    select picked, picked_by, last_success, coalesce(consecutive_failures, 0) as failures,
                           extract(epoch from clock_timestamp() - case when picked then last_heartbeat else execution_time end) as silent
                    from journal.scheduled_task where task_name = 'calendar'""")
                    .query((row, line) -> health(row)).optional()
                    .orElseGet(() -> Health.down().withDetail("trouble", "the calendar has never been started").build());
        } catch (RuntimeException e) {
            return Health.down(e).build();
        }
    }

    private static Health health(ResultSet row) throws SQLException {
        boolean silent = row.getDouble("silent") > ALARM_SECONDS;
        int failures = row.getInt("failures");
        var health = silent || failures > 0 ? Health.down() : Health.up();
        if (silent) {
            health.withDetail("trouble", row.getBoolean("picked") ? "nothing is heard of the round under way" : "the round that is due does not begin");
        } else if (failures > 0) {
            health.withDetail("trouble", "the last " + failures + " rounds failed; the log of the node says why");
        }
        if (row.getBoolean("picked")) {
            health.withDetail("roundOn", row.getString("picked_by"));
        }
        var success = row.getTimestamp("last_success");
        return success == null ? health.build() : health.withDetail("lastRound", success.toInstant().toString()).build();
    }
}
