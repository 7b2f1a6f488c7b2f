package constancia.app.journal;

import static org.assertj.core.api.Assertions.assertThat;

import constancia.app.EarlierTables;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The ledger says of each record of what type it is and how many days after the day since when it holds it was recorded. */
class HowLateTest {

    /** In the first and the last of them it is never the same day. */
    @ParameterizedTest
    @ValueSource(strings = {"-12:00", "America/El_Salvador", "+14:00"})
    void the_days_are_those_of_the_registers_zone(String name) {
        try (var journal = TestJournal.fresh()) {
            var zone = ZoneId.of(name);
            journal.recorded(UUID.randomUUID(), 0, "one");
            assertThat(journal.sequencer(Clock.system(zone)).round().numbered()).isOne();
            var day = journal.db.sql("select recorded_at from journal.ledger").query(OffsetDateTime.class).single().atZoneSameInstant(zone).toLocalDate();
            assertThat(journal.db.sql("select type from journal.ledger").query(String.class).single()).isEqualTo("AliasAdded");
            assertThat(journal.db.sql("select days_late from journal.ledger").query(Long.class).single()).isEqualTo(ChronoUnit.DAYS.between(LocalDate.of(2015, 6, 15), day));
        }
    }

    @Test
    void what_came_with_a_dump_is_as_late_as_when_it_gets_its_number() {
        try (var journal = TestJournal.fresh()) {
            journal.recorded(UUID.randomUUID(), 0, "one");
            journal.forger.sql("update journal.event set xid = (pg_snapshot_xmax(pg_current_snapshot())::text::bigint + 1000000)::text::xid8").update();
            journal.sequencer.adopt();
            assertThat(journal.db.sql("select count(*) from journal.ledger where type = 'AliasAdded' and days_late > 1000").query(Integer.class).single()).isOne();
        }
    }

    @Test
    void of_what_was_recorded_before_it_follows_from_the_journal() throws SQLException {
        var database = EarlierTables.at("43");
        try (var connection = database.connectAsOwner(); var statement = connection.createStatement()) {
            for (var one : List.of(new String[] {"ActionProposed", "2015-02-28", "2015-03-02T03:00:00Z"}, new String[] {"Rectified", "2015-03-01", "2015-03-02T03:00:00Z"},
                    new String[] {"ActionCancelled", "2015-03-03", null})) {
                statement.execute("insert into journal.event (event_id, aggregate_type, aggregate_id, sequence_number, type, payload, metadata, received_at) values (gen_random_uuid(), "
                        + "'action', gen_random_uuid(), 0, '" + one[0] + "', convert_to('{\"effectiveOn\":\"" + one[1] + "\"}', 'UTF8'), '{}', now())");
                if (one[2] != null) {
                    statement.execute("insert into journal.ledger (position, event_index, recorded_at, leaf_hash) select max(event_index), max(event_index), '" + one[2] + "', sha256('') from journal.event");
                }
            }
        }
        EarlierTables.bringUpToDate(database);
        var db = JdbcClient.create(new DriverManagerDataSource(database.url(), database.owner().user(), database.owner().password()));
        assertThat(db.sql("select type || ' ' || days_late from journal.ledger order by position").query(String.class).list()).containsExactly("ActionProposed 1", "Rectified 0");
        assertThat(db.sql("select effective_on from journal.event where effective_on is not null").query(LocalDate.class).single()).isEqualTo(LocalDate.of(2015, 3, 3));
    }
}
