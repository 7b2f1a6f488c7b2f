package constancia.app.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import constancia.postgres.TestDatabase;
import constancia.postgres.TestPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Three processes on one PostgreSQL, in which the days pass. */
class CalendarProcessesTest {

    private static final LocalDate FIRST = LocalDate.of(2015, 1, 1);
    private static final int DUE_DATES = 30;
    private static final int HELD_UP = 8;

    private final TestDatabase database = TestPostgres.newDurableDatabase();
    private final JdbcClient db = JdbcClient.create(new DriverManagerDataSource(database.url(), database.app().user(), database.app().password()));

    /**
     * One process stands still in the middle, with what it records on its way to the database; another takes over and
     * comes to the same item; the first is killed, and only then does the database go on with both.
     */
    @Test
    void thirty_due_dates_pass_in_three_processes_one_of_them_killed_and_thirty_are_on_record() throws Exception {
        patient();
        var nodes = new ArrayList<>(List.of(node(FIRST).started()));
        try (var somebody = database.connectAsApp()) {
            nodes.addAll(List.of(node(FIRST), node(FIRST)));
            nodes.subList(1, 3).forEach(CalendarNode::started);
            nodes.getFirst().propose(FIRST, DUE_DATES);
            until(() -> count("select count(*) from view.actions where owed") == DUE_DATES);
            assertThat(passed()).isEmpty();

            holdUp(somebody, FIRST.plusDays(HELD_UP - 1));
            nodes.forEach(node -> node.itIs(FIRST.plusDays(15)));
            until(() -> waiting() == 1);
            assertThat(passed()).hasSize(HELD_UP - 1);
            var stuck = nodes.stream().filter(node -> pickedBy().startsWith(node.pid() + "@")).findAny().orElseThrow();
            stuck.stop();
            until(() -> waiting() == 2);
            assertThat(pickedBy()).doesNotStartWith(stuck.pid() + "@");
            stuck.kill();
            somebody.rollback();
            until(() -> passed().size() >= 15);

            nodes.stream().filter(node -> node != stuck).forEach(node -> node.itIs(FIRST.plusDays(25)));
            until(() -> passed().size() >= 25);
        } finally {
            nodes.forEach(CalendarNode::close);
        }
        try (var late = node(FIRST.plusDays(60)).started()) {
            until(() -> passed().size() >= DUE_DATES);
            twoMoreRounds();
        }
        assertThat(passed()).containsExactlyElementsOf(IntStream.range(0, DUE_DATES).mapToObj(FIRST::plusDays)
                .map(due -> due + " since " + due.plusDays(1)).toList());
        assertThat(count("select count(*) from journal.passed")).isEqualTo(DUE_DATES);
    }

    private CalendarNode node(LocalDate day) {
        return CalendarNode.on(database, day);
    }

    /** PostgreSQL ends a transaction that lasts ten seconds; the one that is held up here may. */
    private void patient() throws SQLException {
        try (var connection = database.connectAsSuperuser(); var statement = connection.createStatement()) {
            statement.execute("alter role " + database.app().user() + " in database " + database.name() + " set transaction_timeout = '5min'");
        }
    }

    /** Somebody else is about to record that due date: whoever records it too has to wait for how that ends. */
    private static void holdUp(Connection somebody, LocalDate dueOn) throws SQLException {
        somebody.setAutoCommit(false);
        try (var insert = somebody.prepareStatement("insert into journal.passed (item, kind, day) select id, 'due-date', due_on from view.actions where due_on = ?")) {
            insert.setObject(1, dueOn);
            assertThat(insert.executeUpdate()).isEqualTo(1);
        }
    }

    private long waiting() {
        return count("select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'");
    }

    private String pickedBy() {
        return db.sql("select coalesce(picked_by, '') from journal.scheduled_task where task_name = 'calendar'").query(String.class).single();
    }

    private void twoMoreRounds() {
        for (int round = 0; round < 2; round++) {
            var last = lastRound();
            until(() -> lastRound().isAfter(last));
        }
    }

    private OffsetDateTime lastRound() {
        return db.sql("select coalesce(last_success, '-infinity') from journal.scheduled_task where task_name = 'calendar'").query(OffsetDateTime.class).single();
    }

    /** Every record of a due date that passed, by its due date. */
    private List<String> passed() {
        return db.sql("""
                select e ->> 'dueOn' || ' since ' || (e ->> 'effectiveOn')
                from (select convert_from(payload, 'UTF8')::json as e from journal.event where type = 'DueDatePassed') passed order by 1""").query(String.class).list();
    }

    private long count(String sql) {
        return db.sql(sql).query(Long.class).single();
    }

    private static void until(Callable<Boolean> holds) {
        await().atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofMillis(20)).until(holds);
    }
}
