package constancia.benchmarks;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;

/** Waits until the ledger and the tables have everything: the limit is measured on a register at rest. */
final class Caught {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private Caught() {}

    /** Milliseconds until the tables contain the last record. */
    static long up(Register register) throws SQLException, IOException, InterruptedException {
        long start = System.nanoTime();
        try (var connection = register.database();
             var last = connection.prepareStatement("select count(*) from journal.event");
             var shown = connection.prepareStatement("select position from view.projected")) {
            long events = number(last);
            while (number(shown) < events) {
                if (System.nanoTime() - start > PATIENCE.toNanos()) {
                    throw new IOException("The tables did not catch up: " + number(shown) + " of " + events);
                }
                Thread.sleep(5);
            }
        }
        return (System.nanoTime() - start) / 1_000_000;
    }

    private static long number(java.sql.PreparedStatement query) throws SQLException {
        try (var row = query.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
