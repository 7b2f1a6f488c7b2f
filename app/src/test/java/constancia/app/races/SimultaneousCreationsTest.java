package constancia.app.races;

import static org.assertj.core.api.Assertions.assertThat;

import constancia.command.bodies.BodyCommand.EstablishBody;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.bodies.BodyKind;
import constancia.postgres.TestDatabase;
import constancia.postgres.TestPostgres;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Twenty at once, from two processes, round after round; {@code bin/races} does a thousand rounds, the suite a few. */
class SimultaneousCreationsTest {

    static final int ROUNDS = Integer.getInteger("tests.rounds", 60);
    static final int AT_ONCE = 20;
    static final int YEAR = Node.DAY.getYear();

    static TestDatabase database;
    static Node node;
    static OtherNode other;
    static JdbcClient db;

    @BeforeAll
    static void two_processes_on_one_database() {
        database = TestPostgres.newDurableDatabase();
        node = Node.on(database.url(), database.owner(), database.app());
        other = OtherNode.on(database);
        db = JdbcClient.create(new DriverManagerDataSource(database.url(), database.app().user(), database.app().password()));
    }

    @AfterAll
    static void both_end() {
        other.close();
        node.close();
    }

    @Test
    void of_twenty_that_want_one_acronym_exactly_one_gets_it_and_nothing_of_the_others_is_left() {
        for (int round = 0; round < ROUNDS; round++) {
            var outcomes = race("acronym CARRERA-" + round);
            assertThat(outcomes.stream().filter(outcome -> outcome.startsWith("+"))).as("round %d: %s", round, outcomes).hasSize(1);
            assertThat(outcomes.stream().filter(outcome -> outcome.equals("-acronym-taken"))).as("round %d: %s", round, outcomes).hasSize(AT_ONCE - 1);
        }
        assertThat(count("select count(*) from journal.event where type = 'InstitutionRegistered'")).isEqualTo(ROUNDS);
        assertThat(count("select count(*) from journal.institution")).isEqualTo(ROUNDS);
        assertThat(count("select count(*) from journal.institution_name where kind = 'acronym'")).isEqualTo(ROUNDS);
        assertThat(count("select count(*) from journal.institution i where not exists (select 1 from journal.event e where e.aggregate_id = i.id)")).isZero();
    }

    @Test
    void of_twenty_that_want_a_folio_each_gets_one_and_none_is_left_out() {
        var body = new BodyId(UUID.randomUUID());
        node.commands().send(new EstablishBody(body, "Consejo", "CARRERA", BodyKind.COUNCIL, null, Node.DAY), Node.BY, null);
        for (int round = 0; round < ROUNDS; round++) {
            var outcomes = race("folio " + body);
            int first = round * AT_ONCE + 1;
            assertThat(outcomes).as("round %d", round).containsExactlyInAnyOrderElementsOf(
                    IntStream.range(first, first + AT_ONCE).mapToObj(number -> "+" + folio(number)).toList());
        }
        assertThat(db.sql("select convert_from(payload, 'UTF8')::json ->> 'folio' from journal.event where type = 'AgreementRecorded' order by event_index").query(String.class).list())
                .containsExactlyElementsOf(IntStream.rangeClosed(1, ROUNDS * AT_ONCE).mapToObj(SimultaneousCreationsTest::folio).toList());
    }

    private static List<String> race(String round) {
        other.ready(AT_ONCE / 2, round);
        var own = node.ready(AT_ONCE / 2, round);
        other.go();
        own.go();
        var outcomes = new ArrayList<>(own.outcomes());
        outcomes.addAll(other.outcomes());
        return outcomes;
    }

    private static String folio(int number) {
        return "ACU-CARRERA-%d-%04d".formatted(YEAR, number);
    }

    private static long count(String sql) {
        return db.sql(sql).query(Long.class).single();
    }
}
