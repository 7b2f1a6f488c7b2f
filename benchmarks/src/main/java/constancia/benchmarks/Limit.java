package constancia.benchmarks;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Locale;

/**
 * What PostgreSQL can do at most here: one row per transaction, durable, into a table of the shape of the register's
 * events, with its indexes, over TCP like the register, with prepared statements.
 */
interface Limit {

    String TABLE = "benchmark.event";
    int PAYLOAD = 240;
    int METADATA = 60;
    String INSERT = "insert into " + TABLE + " (event_id, aggregate_type, aggregate_id, sequence_number, type, payload, metadata, received_at) "
            + "values (gen_random_uuid(), 'action', uuidv7(), 0, 'ProgressReported', '" + "x".repeat(PAYLOAD) + "', '" + "x".repeat(METADATA) + "', now())";

    String name();

    double perSecond(int clients, int seconds) throws IOException, InterruptedException;

    /** pgbench where it is installed, else a loop over JDBC. */
    static Limit on(Register register) throws SQLException, IOException, InterruptedException {
        try (var connection = register.database(); var statement = connection.createStatement()) {
            statement.execute("create schema benchmark");
            statement.execute("create table " + TABLE + " (like journal.event including all)");
            try (var setting = statement.executeQuery("select current_setting('fsync') || current_setting('synchronous_commit') || current_setting('full_page_writes')")) {
                setting.next();
                if (!setting.getString(1).toLowerCase(Locale.ROOT).equals("ononon")) {
                    throw new IllegalStateException("This PostgreSQL is not durable");
                }
            }
        }
        return Pgbench.installed() ? new Pgbench(register) : new InsertLoop(register);
    }
}
