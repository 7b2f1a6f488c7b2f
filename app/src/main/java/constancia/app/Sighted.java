package constancia.app;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import constancia.query.Reader;
import constancia.web.Caller;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Connections that tell the database for whom they read: the second fence stands on that. Whoever is not signed in reads
 * what is public. A connection that was told the same before is not told again.
 */
final class Sighted extends DelegatingDataSource {

    private record Sight(String holdings, LocalDate day) {}

    private final Clock clock;
    /** By the physical connection, whose setting lasts as long as itself. */
    private final Cache<Connection, Sight> told = Caffeine.newBuilder().weakKeys().build();

    Sighted(DataSource reads, Clock clock) {
        super(reads);
        this.clock = clock;
    }

    @Override
    public Connection getConnection() throws SQLException {
        var connection = super.getConnection();
        try {
            tell(connection, new Sight(Caller.signedIn().map(Caller::reader).orElse(Reader.PUBLIC).holdings(), LocalDate.now(clock)));
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private void tell(Connection connection, Sight sight) throws SQLException {
        var physical = connection.unwrap(Connection.class);
        if (sight.equals(told.getIfPresent(physical))) {
            return;
        }
        told.invalidate(physical);
        try (var statement = connection.prepareStatement("select set_config('constancia.holdings', ?, false), set_config('constancia.day', ?, false)")) {
            statement.setString(1, sight.holdings);
            statement.setString(2, sight.day.toString());
            statement.execute();
        }
        told.put(physical, sight);
    }
}
