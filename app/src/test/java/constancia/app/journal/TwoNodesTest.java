package constancia.app.journal;

import static org.assertj.core.api.Assertions.assertThat;

import constancia.app.HttpRegister;
import constancia.postgres.TestDatabase;
import constancia.postgres.TestPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Two nodes on one PostgreSQL take turns on one item: each keeps the state that it left, and decides on what the other recorded since. */
class TwoNodesTest {

    static final TestDatabase DATABASE = TestPostgres.newDurableDatabase();
    static final HttpRegister ONE = HttpRegister.on(DATABASE);
    static final HttpRegister OTHER = HttpRegister.on(DATABASE);

    final String ministry = institution();
    final String path = "/api/actions/" + ONE.post("/api/actions", "{'title':'Capacitar','responsible':[{'institution':'" + ministry
            + "','role':'lead'}],'effectiveOn':'2015-01-10'}").is(201).id();
    static int next;

    @AfterAll
    static void they_end() {
        OTHER.close();
        ONE.close();
    }

    @Test
    void a_write_alone_in_its_transaction_that_comes_second_is_decided_anew() {
        int first = version(ONE, path);
        for (int percent = 1; percent <= 10; percent++) {
            var node = percent % 2 == 0 ? ONE : OTHER;
            assertThat(node.post(path + "/report-progress", report(percent)).is(200).body().get("version").asInt()).isEqualTo(first + percent);
        }
        assertThat(ONE.get(path).body().get("percent").asInt()).isEqualTo(10);
    }

    @Test
    void a_refusal_is_not_given_on_what_the_other_changed() {
        ONE.post(path + "/accept-commitment", accepted()).is(200);
        OTHER.post(path + "/release-responsible", released()).is(200);
        ONE.post(path + "/assign-responsible", "{'institution':'" + ministry + "','role':'lead','effectiveOn':'2015-01-14'}").is(200);
        OTHER.post(path + "/accept-commitment", accepted("2015-01-15")).is(200);
        ONE.post(path + "/accept-commitment", accepted("2015-01-15")).says(409, "already-accepted", "La institución ya aceptó este compromiso.");
    }

    @Test
    void a_rectification_by_the_other_is_seen_by_who_kept_the_state() {
        ONE.post(path + "/accept-commitment", accepted()).is(200);
        int record = version(ONE, path);
        OTHER.post(path + "/rectify", "{'record':" + record + ",'void':true,'grounds':'Se registró por error.'}").is(200);
        ONE.post(path + "/report-progress", report(20)).is(200);
        ONE.post(path + "/accept-commitment", accepted()).is(200);
        assertThat(OTHER.get(path).body().at("/commitments/0/accepted").asString()).isEqualTo("2015-01-12");
        assertThat(version(OTHER, path)).isEqualTo(record + 3);
    }

    private static int version(HttpRegister node, String path) {
        return node.get(path).is(200).body().get("version").asInt();
    }

    private String report(int percent) {
        return "{'institution':'" + ministry + "','percent':" + percent + ",'effectiveOn':'2015-02-01'}";
    }

    private String accepted() {
        return accepted("2015-01-12");
    }

    private String accepted(String on) {
        return "{'institution':'" + ministry + "','effectiveOn':'" + on + "'}";
    }

    private String released() {
        return "{'institution':'" + ministry + "','effectiveOn':'2015-01-13','grounds':'Cambio de competencias.'}";
    }

    private static String institution() {
        return ONE.post("/api/institutions", "{'name':'Ministerio " + ++next + "','acronym':'TN-" + next + "','kind':'state','effectiveOn':'2014-01-01'}").is(201).id();
    }
}
