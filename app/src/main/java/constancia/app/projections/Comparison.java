package constancia.app.projections;

import constancia.app.journal.Wake;
import constancia.postgres.Login;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Compares two generations of tables row by row, told up to the same position. The former is read in a snapshot taken
 * there and goes on meanwhile; the next is made to stand still there. So it ends however much is being written.
 */
final class Comparison {

    private static final Duration GLANCE = Duration.ofMillis(50);
    private static final int ROWS_AT_ONCE = 1000;

    private final String url;
    private final Login owner;
    private final JdbcClient db;
    private final Wake visible;

    /** @param owner reads the snapshots: a comparison may last longer than the program's transactions may */
    Comparison(String url, Login owner, JdbcClient db, Wake visible) {
        this.url = url;
        this.owner = owner;
        this.db = db;
        this.visible = visible;
    }

    private long position(int generation) {
        return db.sql("select position from " + Generations.schema(generation) + ".projected").query(Long.class).single();
    }

    /**
     * Answers what differs, table by table; nothing when {@code going} says to stop.
     *
     * @param upTo tells the next generation how far to go; it stands where it was told when this returns
     */
    List<String> of(int former, int next, LongConsumer upTo, BooleanSupplier going) {
        bring(next, position(former), upTo, going);
        while (going.getAsBoolean()) {
            try (var one = snapshot()) {
                long position = position(one, former);
                bring(next, position, upTo, going);
                try (var other = snapshot()) {
                    if (position(other, next) == position) {
                        return differences(one, former, other, next);
                    }
                }
            } catch (SQLException e) {
                throw new IllegalStateException("The tables could not be compared", e);
            }
            pause(visible.rings());
        }
        return List.of();
    }

    private void bring(int generation, long position, LongConsumer upTo, BooleanSupplier going) {
        upTo.accept(position);
        while (going.getAsBoolean()) {
            long heard = visible.rings();
            if (position(generation) >= position) {
                return;
            }
            pause(heard);
        }
    }

    private void pause(long heard) {
        try {
            visible.await(heard, GLANCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The comparison was interrupted", e);
        }
    }

    private Connection snapshot() throws SQLException {
        var connection = owner.connect(url);
        connection.setAutoCommit(false);
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        return connection;
    }

    private static long position(Connection snapshot, int generation) throws SQLException {
        try (var statement = snapshot.createStatement();
             var row = statement.executeQuery("select position from " + Generations.schema(generation) + ".projected")) {
            row.next();
            return row.getLong(1);
        }
    }

    private List<String> differences(Connection one, int former, Connection other, int next) throws SQLException {
        var differences = new ArrayList<String>();
        for (var table : tables(former, next)) {
            var columns = String.join(", ", columns(former, next, table));
            try (var rows = hashes(one, former, table, columns); var others = hashes(other, next, table, columns)) {
                long differing = differing(rows, others);
                if (differing > 0) {
                    differences.add(differing + " rows of " + table);
                }
            }
        }
        return differences;
    }

    private static ResultSet hashes(Connection snapshot, int generation, String table, String columns) throws SQLException {
        var statement = snapshot.createStatement();
        statement.closeOnCompletion();
        statement.setFetchSize(ROWS_AT_ONCE);
        return statement.executeQuery("select md5(r::text) collate \"C\" from (select " + columns + " from " + Generations.schema(generation)
                + "." + table + ") r order by 1");
    }

    /** How many rows of either have no equal in the other; both are sorted. */
    private static long differing(ResultSet one, ResultSet other) throws SQLException {
        long differing = 0;
        var left = next(one);
        var right = next(other);
        while (!left.isEmpty() || !right.isEmpty()) {
            int order = left.isEmpty() ? 1 : right.isEmpty() ? -1 : left.compareTo(right);
            if (order != 0) {
                differing++;
            }
            if (order <= 0) {
                left = next(one);
            }
            if (order >= 0) {
                right = next(other);
            }
        }
        return differing;
    }

    private static String next(ResultSet hashes) throws SQLException {
        return hashes.next() ? hashes.getString(1) : "";
    }

    private List<String> tables(int one, int other) {
        return db.sql("""
                select a.table_name from information_schema.tables a join information_schema.tables b using (table_name)
                where a.table_schema = :one and b.table_schema = :other and table_name not like 'flyway%' order by 1""")
                .param("one", Generations.schema(one)).param("other", Generations.schema(other)).query(String.class).list();
    }

    private List<String> columns(int one, int other, String table) {
        return db.sql("""
                select a.column_name from information_schema.columns a join information_schema.columns b using (table_name, column_name)
                where a.table_schema = :one and b.table_schema = :other and table_name = :table order by 1""")
                .param("one", Generations.schema(one)).param("other", Generations.schema(other)).param("table", table).query(String.class).list();
    }
}
