package constancia.app.projections;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import constancia.app.journal.Wake;

/** Compares two generations of tables row by row, at a moment when both tell the register up to the same position. */
final class Comparison {

    private static final Duration GLANCE = Duration.ofMillis(50);

    private final JdbcClient db;
    private final TransactionTemplate snapshot;
    private final Wake visible;

    /** @param snapshot REPEATABLE READ: everything is compared as of one moment */
    Comparison(JdbcClient db, TransactionTemplate snapshot, Wake visible) {
        this.db = db;
        this.snapshot = snapshot;
        this.visible = visible;
    }

    /** Waits until both are level and answers what differs, table by table; nothing when {@code going} says to stop. */
    List<String> whenLevel(int one, int other, BooleanSupplier going) {
        while (going.getAsBoolean()) {
            long heard = visible.rings();
            var differences = snapshot.execute(status -> level(one, other) ? differences(one, other) : null);
            if (differences != null) {
                return differences;
            }
            try {
                visible.await(heard, GLANCE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return List.of();
            }
        }
        return List.of();
    }

    private boolean level(int one, int other) {
        return db.sql("select a.position = b.position and b.position >= h.position - 1000 from " + Generations.schema(one) + ".projected a, "
                + Generations.schema(other) + ".projected b, journal.head h").query(Boolean.class).single();
    }

    private List<String> differences(int one, int other) {
        // Here everything is read.
        db.sql("set local enable_seqscan = on").update();
        var differences = new ArrayList<String>();
        for (var table : tables(one, other)) {
            var columns = String.join(", ", columns(one, other, table));
            long rows = db.sql("select count(*) from ((" + except(columns, table, one, other) + ") union all (" + except(columns, table, other, one) + ")) d")
                    .query(Long.class).single();
            if (rows > 0) {
                differences.add(rows + " rows of " + table);
            }
        }
        return differences;
    }

    private static String except(String columns, String table, int one, int other) {
        return "select " + columns + " from " + Generations.schema(one) + "." + table + " except select " + columns + " from "
                + Generations.schema(other) + "." + table;
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
