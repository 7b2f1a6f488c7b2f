package constancia.app.journal;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.PGConnection;

import static org.assertj.core.api.Assertions.assertThat;

/** The journal's tables, copied into another database cluster, where transaction ids begin anew. */
class DumpTest {

    @TempDir
    static Path folder;

    private static Server young;
    private static Server old;

    @BeforeAll
    static void two_clusters() throws Exception {
        young = new Server(folder.resolve("young"), options -> options);
        old = new Server(folder.resolve("old"), options -> options);
        old.passId(50_000);
    }

    @AfterAll
    static void end() {
        young.close();
        old.close();
    }

    @Test
    void in_a_cluster_with_smaller_ids_what_waited_is_numbered_first_in_its_old_order() throws Exception {
        try (var from = old.journal("a_from"); var to = young.journal("a_to")) {
            goesOn(from, to);
        }
    }

    @Test
    void in_a_cluster_with_greater_ids_it_is_the_same() throws Exception {
        try (var from = young.journal("b_from"); var to = old.journal("b_to")) {
            goesOn(from, to);
        }
    }

    @Test
    void a_register_that_moved_once_can_move_again() throws Exception {
        try (var first = old.journal("c_first"); var second = young.journal("c_second"); var third = old.journal("c_third"); var fourth = young.journal("c_fourth")) {
            goesOn(first, second);
            for (var move : List.of(List.of(second, third), List.of(third, fourth))) {
                move.get(0).recorded(UUID.randomUUID(), 0, "waiting");
                load(move.get(0), move.get(1));
                move.get(1).sequencer.adopt();
                move.get(1).numberAll();
                move.get(1).recorded(UUID.randomUUID(), 0, "new");
                move.get(1).numberAll();
                Invariants.hold(move.get(1));
            }
            assertThat(fourth.names()).endsWith("item 3", "waiting", "new", "waiting", "new");
        }
    }

    @Test
    void nothing_is_adopted_where_nothing_came_from_elsewhere() throws Exception {
        try (var journal = young.journal("d")) {
            journal.recorded(UUID.randomUUID(), 0, "waiting");
            journal.sequencer.adopt();
            assertThat(journal.db.sql("select era_after from journal.head").query(Long.class).single()).isZero();
            assertThat(journal.waiting()).isEqualTo(1);
        }
    }

    private static void goesOn(TestJournal from, TestJournal to) throws Exception {
        var item = UUID.randomUUID();
        from.recorded(item, 0, "item 1");
        from.numberAll();
        var numbered = hashes(from);
        from.recorded(item, 1, "item 2");
        lateIndexEarlyId(from);
        load(from, to);

        to.sequencer.adopt();
        to.numberAll();
        assertThat(to.names()).containsExactly("item 1", "item 2", "early id", "late id");
        assertThat(hashes(to)).startsWith(numbered.toArray(String[]::new));

        to.recorded(UUID.randomUUID(), 0, "new");
        to.recorded(item, 2, "item 3");
        to.numberAll();
        to.sequencer.adopt();
        assertThat(to.names()).containsExactly("item 1", "item 2", "early id", "late id", "new", "item 3");
        Invariants.hold(to);
    }

    /** Two records whose order by id is not that of their rows: the order of the ledger is the one by id. */
    private static void lateIndexEarlyId(TestJournal journal) {
        journal.command.executeWithoutResult(status -> {
            journal.commandDb.sql("select pg_current_xact_id()").query().singleRow();
            journal.elsewhere(() -> journal.recorded(UUID.randomUUID(), 0, "late id"));
            journal.append(UUID.randomUUID(), 0, "early id");
        });
    }

    private static List<String> hashes(TestJournal journal) {
        return journal.db.sql("select encode(leaf_hash, 'hex') from journal.ledger order by position").query(String.class).list();
    }

    /** What a dump and its loading do, table by table. */
    private static void load(TestJournal from, TestJournal to) throws SQLException, IOException {
        try (var source = from.superuser.connect(from.url()); var target = to.superuser.connect(to.url()); var statement = target.createStatement()) {
            statement.execute("set session_replication_role = replica");
            for (var table : tables(source)) {
                var rows = new ByteArrayOutputStream();
                source.unwrap(PGConnection.class).getCopyAPI().copyOut("copy " + table + " to stdout", rows);
                statement.execute("delete from " + table);
                target.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + table + " from stdin", new ByteArrayInputStream(rows.toByteArray()));
            }
            statement.execute("select setval(pg_get_serial_sequence('journal.event', 'event_index'), (select max(event_index) from journal.event))");
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        var tables = new ArrayList<String>();
        try (var statement = connection.createStatement(); var rows = statement.executeQuery(
                "select schemaname || '.' || tablename from pg_tables where schemaname = 'journal' and tablename <> 'flyway_schema_history'")) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }
}
