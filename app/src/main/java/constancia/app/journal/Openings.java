package constancia.app.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Counts the connections that it opened. While the count stands still all of them lead to the server that was there
 * before: after a failover, or a return to a backup, every connection is a new one.
 */
public final class Openings extends DelegatingDataSource {

    private final AtomicLong count = new AtomicLong();

    public Openings(DataSource opens) {
        super(opens);
    }

    @Override
    public Connection getConnection() throws SQLException {
        var connection = super.getConnection();
        count.incrementAndGet();
        return connection;
    }

    public long count() {
        return count.get();
    }
}
