package constancia.app.lookups;

import static org.assertj.core.api.Assertions.assertThat;

import constancia.postgres.TestDatabase;
import constancia.postgres.TestPostgres;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.util.PSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The numbers of folios on plain connections, each a transaction at REPEATABLE READ as commands have. */
class FolioTest {

    final TestDatabase database = TestPostgres.newDatabase();

    @BeforeEach
    void tables() throws Exception {
        try (var connection = database.connectAsOwner(); var statement = connection.createStatement();
             var sql = FolioTest.class.getResourceAsStream("/db/journal/V6__agreements.sql")) {
            statement.execute("create schema journal");
            statement.execute(new String(sql.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void the_second_of_two_at_once_loses_and_gets_the_next_number_when_decided_again() throws Exception {
        try (var one = transaction(); var other = transaction()) {
            assertThat(next(one, "ACU-CNSCC", 2014)).isEqualTo(1);
            var waiting = CompletableFuture.supplyAsync(() -> next(other, "ACU-CNSCC", 2014));
            untilWaiting();
            one.commit();
            assertLost(waiting);
            other.rollback();
            assertThat(next(other, "ACU-CNSCC", 2014)).isEqualTo(2);
            other.commit();
        }
    }

    @Test
    void a_number_given_up_is_the_next_one_for_who_waited() throws Exception {
        try (var one = transaction(); var other = transaction()) {
            take("ACU-CNSCC", 2014);
            assertThat(next(one, "ACU-CNSCC", 2014)).isEqualTo(2);
            var waiting = CompletableFuture.supplyAsync(() -> next(other, "ACU-CNSCC", 2014));
            untilWaiting();
            one.rollback();
            assertThat(waiting.get()).isEqualTo(2);
            other.commit();
        }
        assertThat(take("ACU-CNSCC", 2014)).isEqualTo(3);
    }

    @Test
    void the_first_number_of_a_series_given_up_is_the_first_again() throws Exception {
        try (var one = transaction(); var other = transaction()) {
            assertThat(next(one, "INS", 2015)).isEqualTo(1);
            var waiting = CompletableFuture.supplyAsync(() -> next(other, "INS", 2015));
            untilWaiting();
            one.rollback();
            assertThat(waiting.get()).isEqualTo(1);
            other.commit();
        }
    }

    @Test
    void a_snapshot_taken_before_the_number_was_given_loses() throws Exception {
        try (var early = transaction()) {
            JdbcClient.create(source(early)).sql("select count(*) from journal.agreement").query(Integer.class).single();
            assertThat(take("ACU-CNSCC", 2014)).isEqualTo(1);
            assertLost(CompletableFuture.supplyAsync(() -> next(early, "ACU-CNSCC", 2014)));
        }
        assertThat(take("ACU-CNSCC", 2014)).isEqualTo(2);
    }

    @Test
    void each_series_and_year_counts_for_itself() throws Exception {
        assertThat(List.of(take("ACU-CNSCC", 2014), take("ACU-CNSCC", 2015), take("ACU-MTE", 2014), take("ACU-CNSCC", 2014))).containsExactly(1, 1, 1, 2);
    }

    @Test
    void many_at_once_of_which_some_are_rolled_back_leave_no_gap_and_no_number_twice() throws Exception {
        int threads = 8;
        int each = 40;
        var kept = Collections.synchronizedList(new ArrayList<Integer>());
        var barrier = new CyclicBarrier(threads);
        try (var pool = Executors.newFixedThreadPool(threads)) {
            var workers = new ArrayList<Future<?>>();
            for (int t = 0; t < threads; t++) {
                var random = new Random(t);
                workers.add(pool.submit(() -> {
                    barrier.await();
                    try (var connection = transaction()) {
                        for (int wanted = each; wanted > 0; ) {
                            wanted -= attempt(connection, random, kept) ? 1 : 0;
                        }
                    }
                    return null;
                }));
            }
            for (var worker : workers) {
                worker.get();
            }
        }
        assertThat(kept).containsExactlyInAnyOrderElementsOf(IntStream.rangeClosed(1, threads * each).boxed().toList());
    }

    private static boolean attempt(Connection connection, Random random, List<Integer> kept) throws SQLException {
        int number;
        try {
            number = next(connection, "ACU-CNSCC", 2014);
        } catch (RuntimeException e) {
            assertThat(state(e)).isEqualTo("40001");
            connection.rollback();
            return false;
        }
        if (random.nextInt(4) == 0) {
            connection.rollback();
            return false;
        }
        connection.commit();
        kept.add(number);
        return true;
    }

    private int take(String series, int year) throws SQLException {
        try (var connection = transaction()) {
            int number = next(connection, series, year);
            connection.commit();
            return number;
        }
    }

    private static int next(Connection connection, String series, int year) {
        var db = JdbcClient.create(source(connection));
        return new AgreementLookup(db, new ReserveLookup(db)).nextNumber(series, year);
    }

    private Connection transaction() throws SQLException {
        var connection = database.connectAsOwner();
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setAutoCommit(false);
        return connection;
    }

    private static SingleConnectionDataSource source(Connection connection) {
        return new SingleConnectionDataSource(connection, true);
    }

    /** Returns when a transaction of this database waits for another. */
    private void untilWaiting() throws SQLException {
        try (var connection = database.connectAsSuperuser(); var statement = connection.createStatement()) {
            while (true) {
                try (var rows = statement.executeQuery("select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'")) {
                    rows.next();
                    if (rows.getInt(1) > 0) {
                        return;
                    }
                }
                Thread.onSpinWait();
            }
        }
    }

    private static void assertLost(CompletableFuture<Integer> waiting) throws InterruptedException {
        try {
            var number = waiting.get();
            throw new AssertionError("was given " + number);
        } catch (ExecutionException e) {
            assertThat(state(e)).isEqualTo("40001");
        }
    }

    private static String state(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PSQLException e) {
                return e.getSQLState();
            }
        }
        throw new AssertionError("not a failure of the database", failure);
    }
}
