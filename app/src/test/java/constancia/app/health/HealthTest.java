package constancia.app.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import constancia.app.HttpRegister;
import constancia.app.health.LedgerLag.Lag;
import constancia.app.journal.SequencerLoop;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;

class HealthTest {

    private final HttpRegister register = HttpRegister.shared();

    @Test
    void anybody_sees_how_it_goes_and_nothing_more() {
        var health = register.anonymous("/actuator/health").is(200).body();
        for (var part : new String[] {"database", "sequencer", "tables", "calendar"}) {
            assertThat(health.at("/components/" + part).propertyNames()).containsExactly("status");
        }
        assertThat(register.anonymous("/actuator/health/readiness").is(200).body().get("components").propertyNames())
                .containsExactlyInAnyOrder("database", "readinessState", "tables");
        assertThat(register.anonymous("/api/institutions").status()).isEqualTo(401);
    }

    @Test
    void who_is_signed_in_sees_what_holds_the_ledger_back_even_from_another_database() throws Exception {
        var elsewhere = constancia.postgres.TestPostgres.newDurableDatabase();
        try (var connection = elsewhere.connectAsSuperuser(); var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("create table forgotten (x int) /* nobody commits this */");
            int pid = connection.unwrap(org.postgresql.PGConnection.class).getBackendPID();
            register.post("/api/institutions", "{'name':'Detenida','kind':'other'}").is(201);

            var sequencer = sequencer();
            assertThat(sequencer.get("eventsBehind").asInt()).isPositive();
            assertThat(sequencer.at("/heldBackBy/pid").asInt()).isEqualTo(pid);
            assertThat(sequencer.at("/heldBackBy/query").asString()).contains("nobody commits this");
            assertThat(sequencer.at("/heldBackBy/database").asString()).isEqualTo(elsewhere.name());
            assertThat(register.anonymous("/actuator/health").body().toString()).doesNotContain("nobody commits this");
            connection.rollback();
        }
        await().atMost(Duration.ofSeconds(20)).until(() -> sequencer().get("eventsBehind").asInt() == 0);
    }

    @Test
    void tables_are_rebuilt_on_request_while_readers_go_on() {
        int before = generation();
        register.post("/api/operations/rebuild-tables", "").is(202);
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            register.get("/api/institutions").is(200);
            return generation() > before;
        });
        assertThat(register.get("/actuator/health").body().at("/components/tables/details/recordsBehind").isNumber()).isTrue();
    }

    @Test
    void a_database_that_does_not_answer_is_down() {
        var nowhere = JdbcClient.create(new DriverManagerDataSource("jdbc:postgresql://127.0.0.1:1/nowhere"));
        assertThat(new DatabaseHealthIndicator(nowhere, nowhere).health().getStatus()).isEqualTo(Status.DOWN);
    }

    @Test
    void a_sequencer_that_stands_still_or_is_held_back_too_long_is_down() {
        assertThat(sequencer(null, 29).getStatus()).isEqualTo(Status.UP);
        assertThat(sequencer(null, 31).getDetails()).containsEntry("heldBackBy", Map.of("pid", 7));
        assertThat(sequencer(null, 31).getStatus()).isEqualTo(Status.DOWN);
        assertThat(sequencer("the clocks differ", 0).getStatus()).isEqualTo(Status.DOWN);
        assertThat(sequencer("the clocks differ", 0).getDetails()).containsEntry("trouble", "the clocks differ");
    }

    @Test
    void a_calendar_that_does_not_look_is_down() throws Exception {
        var database = constancia.postgres.TestPostgres.newDatabase();
        try (var connection = database.connectAsOwner(); var statement = connection.createStatement();
             var script = CalendarHealthIndicator.class.getResourceAsStream("/db/journal/V18__calendar.sql")) {
            statement.execute("create schema journal");
            statement.execute(new String(script.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
            assertThat(calendar(connection)).isEqualTo("DOWN the calendar has never been started");
            statement.execute("insert into journal.scheduled_task (task_name, task_instance, execution_time, picked, version) values ('calendar', 'recurring', now() + interval '1 minute', false, 1)");
            assertThat(calendar(connection)).isEqualTo("UP null");
            statement.execute("update journal.scheduled_task set execution_time = now() - interval '61 seconds'");
            assertThat(calendar(connection)).isEqualTo("DOWN the round that is due does not begin");
            statement.execute("update journal.scheduled_task set picked = true, picked_by = '7@node', last_heartbeat = now() - interval '5 seconds'");
            assertThat(calendar(connection)).isEqualTo("UP null");
            statement.execute("update journal.scheduled_task set last_heartbeat = now() - interval '61 seconds'");
            assertThat(calendar(connection)).isEqualTo("DOWN nothing is heard of the round under way");
            statement.execute("update journal.scheduled_task set picked = false, execution_time = now(), consecutive_failures = 2");
            assertThat(calendar(connection)).isEqualTo("DOWN the last 2 rounds failed; the log of the node says why");
        }
    }

    private static String calendar(java.sql.Connection connection) {
        var health = new CalendarHealthIndicator(JdbcClient.create(new org.springframework.jdbc.datasource.SingleConnectionDataSource(connection, true))).health();
        return health.getStatus() + " " + health.getDetails().get("trouble");
    }

    private static org.springframework.boot.health.contributor.Health sequencer(String trouble, double seconds) {
        var loop = mock(SequencerLoop.class);
        when(loop.trouble()).thenReturn(trouble);
        var lag = mock(LedgerLag.class);
        when(lag.now()).thenReturn(new Lag(3, seconds));
        when(lag.holder()).thenReturn(Optional.of(Map.of("pid", 7)));
        return new SequencerHealthIndicator(loop, lag).health();
    }

    private JsonNode sequencer() {
        return register.get("/actuator/health").body().at("/components/sequencer/details");
    }

    private int generation() {
        try (var connection = register.database().connectAsOwner(); var rows = connection.createStatement().executeQuery("select max(number) from journal.generation where state = 'current'")) {
            rows.next();
            return rows.getInt(1);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
