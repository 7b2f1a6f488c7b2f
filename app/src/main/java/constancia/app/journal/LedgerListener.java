package constancia.app.journal;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.locks.LockSupport;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hears from PostgreSQL when any node has numbered records or changed an account, on a connection of its own that it renews when it breaks. */
public final class LedgerListener implements AutoCloseable {

    /** Opens the connection to listen on. */
    public interface Connector {
        Connection connect() throws SQLException;
    }

    /** Told when an account, a role or a token changed. */
    public static final String ACCOUNTS = "constancia_accounts";

    private static final Logger LOG = LoggerFactory.getLogger(LedgerListener.class);
    private static final int LISTEN_MILLIS = 1000;
    private static final long AGAIN_NANOS = 500_000_000;

    private final Connector connector;
    private final Wake numbered;
    private final Wake accountsChanged;
    private final Thread thread = Thread.ofPlatform().name("ledger-listener").daemon().unstarted(this::run);
    private volatile boolean running = true;

    public LedgerListener(Connector connector, Wake numbered, Wake accountsChanged) {
        this.connector = connector;
        this.numbered = numbered;
        this.accountsChanged = accountsChanged;
    }

    public void start() {
        thread.start();
    }

    private void run() {
        while (running) {
            try (var connection = connector.connect()) {
                listen(connection);
            } catch (SQLException e) {
                if (running) {
                    LOG.warn("No word from PostgreSQL about new records: {}", e.getMessage());
                    LockSupport.parkNanos(AGAIN_NANOS);
                }
            }
        }
    }

    private void listen(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("listen " + Sequencer.CHANNEL);
            statement.execute("listen " + ACCOUNTS);
        }
        numbered.ring();
        accountsChanged.ring();
        var postgres = connection.unwrap(PGConnection.class);
        while (running) {
            var heard = postgres.getNotifications(LISTEN_MILLIS);
            for (var word : heard == null ? new PGNotification[0] : heard) {
                if (word.getName().equals(ACCOUNTS)) {
                    accountsChanged.ring();
                } else {
                    numbered.ringFor(Long.parseLong(word.getParameter()));
                }
            }
        }
    }

    @Override
    public void close() {
        running = false;
    }
}
