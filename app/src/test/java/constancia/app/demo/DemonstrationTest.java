package constancia.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import constancia.app.HttpRegister;
import constancia.postgres.TestPostgres;
import constancia.web.security.Demonstration;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Eight years in an empty register: told once, under its own clock, and in no other register. */
class DemonstrationTest {

    private final HttpRegister demo = Demo.filled();

    @ParameterizedTest
    @ValueSource(strings = {"actions?status=fulfilled", "actions?status=delivered", "actions?status=proposed", "actions?status=cancelled", "actions?condition=overdue",
        "actions?condition=near-due", "actions?condition=blocked", "actions?condition=unassigned", "commitments?status=assigned", "commitments?status=declined",
        "commitments?institution=SEGOB&status=delivered", "agreements?status=in-force", "agreements?status=pending-signatures", "agreements?status=expired",
        "agreements?status=superseded", "agreements?status=fulfilled", "agreements?kind=memorandum", "agreements?kind=pronouncement", "meetings?status=convened",
        "meetings?status=closed", "meetings?status=cancelled", "case-files?status=waiting", "case-files?status=closed", "correspondence", "indicators", "risks?status=materialised",
        "risks?status=closed", "reserves?lapsed=true", "reserves?lapsed=false", "persons", "timeline?plan=PIPU-2014", "funding?plan=PIPU-2014", "reports?status=missing"})
    void every_list_has_something_to_show(String list) {
        assertThat(demo.get("/api/" + list).is(200).body().get("items").size()).as(list).isPositive();
    }

    @Test
    void what_was_known_on_a_day_of_its_years_can_be_asked() {
        var council = plan("PIPU-2014");
        assertThat(demo.get(council + "?asOf=2014-09-30T23:59:59-06:00").is(404).text("code")).isEqualTo("not-at-that-time");
        assertThat(demo.get(council + "?asOf=2014-10-03T23:59:59-06:00").is(200).headers()).containsEntry("constancia-ledger", "demostracion");
        assertThat(demo.get(plan("00067226") + "?asOf=2012-06-30T23:59:59-06:00").is(200).text("status")).isEqualTo("adopted");
        assertThat(demo.get(plan("00067226")).is(200).text("status")).isEqualTo("closed");
    }

    private String plan(String code) {
        return "/api/plans/" + demo.get("/api/plans?q=" + code).is(200).body().at("/items/0/id").asString();
    }

    @Test
    void every_record_was_numbered_on_a_day_of_the_story_and_the_calendar_spoke_on_the_morning_after() {
        var db = demo.bean("workDb", JdbcClient.class);
        assertThat(db.sql("select min(recorded_at) from journal.ledger").query(OffsetDateTime.class).single()).isBetween("2011-09-05T00:00:00-06:00", "2011-09-05T23:00:00-06:00");
        assertThat(db.sql("select max(recorded_at) from journal.ledger").query(OffsetDateTime.class).single().toLocalDate()).isEqualTo(LocalDate.of(2018, 12, 3));
        assertThat(db.sql("""
                select count(*) from journal.event e join journal.ledger l using (event_index)
                where e.type = 'DueDatePassed' and (l.recorded_at at time zone 'America/El_Salvador')::date = (convert_from(e.payload, 'UTF8')::json ->> 'effectiveOn')::date""")
                .query(Integer.class).single()).isGreaterThan(5);
    }

    @Test
    void stopped_in_the_middle_it_goes_on_and_nothing_is_told_twice() {
        var database = TestPostgres.newDurableDatabase();
        var first = Demo.start(database);
        await().atMost(Duration.ofMinutes(1)).until(() -> first.bean(Demonstration.class).told().told() > 150);
        first.close();
        try (var again = Demo.start(database)) {
            assertThat(again.bean(Demonstration.class).told().told()).isLessThan(again.bean(Demonstration.class).told().steps());
            Demo.filled(again);
            assertThat(told(again)).isEqualTo(told(demo));
        }
        assertThatThrownBy(() -> HttpRegister.on(database)).hasStackTraceContaining("Este registro es una demostración");
    }

    /** What people said; what follows by itself depends on the hour. */
    private static int told(HttpRegister register) {
        return register.bean("workDb", JdbcClient.class).sql("select count(*) from journal.event where convert_from(metadata, 'UTF8') like '%\"web\"%' and convert_from(metadata, 'UTF8') not like '%system:%'")
                .query(Integer.class).single();
    }

    @Test
    void a_register_that_was_used_is_not_filled() {
        var database = TestPostgres.newDurableDatabase();
        HttpRegister.on(database).close();
        assertThatThrownBy(() -> Demo.start(database)).hasStackTraceContaining("la demostración solo llena uno vacío").hasStackTraceContaining("fills an empty one only");
    }

    @Test
    void no_register_with_records_gets_a_clock_of_its_own_and_none_goes_back() {
        HttpRegister.shared().post("/api/institutions", "{'name':'Institución de un registro verdadero','kind':'other'}").is(201);
        assertThatThrownBy(() -> HttpRegister.shared().bean("workDb", JdbcClient.class).sql("insert into journal.demonstration (story, ahead_seconds) values ('', -1)").update())
                .isInstanceOf(DataAccessException.class).hasStackTraceContaining("the time of its server");
        var db = demo.bean("workDb", JdbcClient.class);
        assertThatThrownBy(() -> db.sql("update journal.demonstration set ahead_seconds = ahead_seconds - 1").update()).hasStackTraceContaining("goes forward only");
        assertThatThrownBy(() -> db.sql("delete from journal.demonstration").update()).hasStackTraceContaining("goes forward only");
    }
}
