package constancia.app.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import constancia.app.HttpRegister;
import constancia.app.HttpRegister.Reply;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who has written something sees it in every list that is asked with the write's token, or is told to come again. */
class VisibleTest {

    static final HttpRegister REGISTER = HttpRegister.shared();
    static int next;

    final String tag = "VI" + ++next;

    @Test
    void a_list_asked_with_the_token_of_a_write_contains_it() {
        for (int i = 0; i < 40; i++) {
            var written = register(tag + "-" + i);
            var listed = REGISTER.list("/api/institutions?q=" + tag + "-" + i, written);
            assertThat(listed.get("items").valueStream().map(item -> item.get("id").asString())).contains(written.id());
            var renamed = REGISTER.post("/api/institutions/" + written.id() + "/rename-institution",
                    "{'name':'Nueva " + tag + "-" + i + "','effectiveOn':'2015-01-02','grounds':'Decreto 1.'}").is(200);
            assertThat(REGISTER.list("/api/institutions?q=Nueva%20" + tag + "-" + i, renamed).at("/items/0/name").asString()).isEqualTo("Nueva " + tag + "-" + i);
        }
    }

    @Test
    void what_is_sought_is_found_without_case_and_accents_and_its_signs_stand_for_themselves() {
        var written = REGISTER.post("/api/institutions", "{'name':'Secretaría Técnica 100 % " + tag + "','acronym':'" + tag + "','kind':'state','effectiveOn':'2015-01-01'}").is(201);
        assertThat(REGISTER.list("/api/institutions?q=SECRETARIA%20tecnica%20100%20%25%20" + tag, written).get("total").asInt()).isOne();
        assertThat(REGISTER.list("/api/institutions?q=secretar%C3%ADa%25" + tag, written).get("total").asInt()).isZero();
        assertThat(REGISTER.get("/api/territories?q=ahuachapan").is(200).body().at("/items/0/code").asString()).isEqualTo("SV-AH");
    }

    @Test
    void the_token_of_one_write_serves_for_lists_of_other_things_and_for_single_items() {
        var written = register(tag);
        for (var list : List.of("bodies", "plans", "actions", "commitments", "agreements", "meetings", "indicators", "risks", "timeline", "schedules")) {
            REGISTER.list("/api/" + list, written);
        }
        for (var path : List.of("", "/history", "/history/1", "/diff?from=1&to=1")) {
            REGISTER.list("/api/institutions/" + written.id() + path, written);
        }
    }

    @Test
    void a_token_that_no_write_gave_is_refused() {
        var token = register(tag).text("token");
        for (var wrong : List.of("x", token + "A", token.substring(2), "%C3%B1", "AAAA", token.replace(token.charAt(0), '!'))) {
            REGISTER.get("/api/institutions?after=" + wrong).says(422, "bad-token", "El testigo no proviene de este registro.");
        }
        assertThat(REGISTER.get("/api/institutions?after=x", "en").text("detail")).isEqualTo("The token does not come from this register.");
    }

    @Test
    void what_the_tables_do_not_contain_within_two_seconds_is_not_yet_visible_and_the_list_without_the_token_answers() throws SQLException {
        try (var holder = REGISTER.database().connectAsOwner(); var statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute("lock table " + current() + ".institutions in share row exclusive mode");
            var written = register(tag);
            var late = REGISTER.get("/api/institutions?after=" + written.text("token"));
            late.says(503, "not-yet-visible", "Lo que se acaba de asentar aún no aparece en las listas. Intente de nuevo en un segundo.");
            assertThat(late.headers()).containsEntry("retry-after", "1");
            assertThat(REGISTER.get("/api/institutions?after=" + written.text("token"), "en").text("detail"))
                    .isEqualTo("What was just recorded does not show in the lists yet. Please try again in a second.");
            assertThat(REGISTER.get("/api/institutions?q=" + tag).is(200).body().get("total").asInt()).isZero();
            assertThat(REGISTER.get("/api/institutions/" + written.id() + "?after=" + written.text("token")).is(200).text("acronym")).isEqualTo(tag);
            holder.rollback();
            assertThat(REGISTER.list("/api/institutions?q=" + tag, written).get("total").asInt()).isEqualTo(1);
        }
    }

    /** The schema of the tables in use, once nobody is about to put others in their place: another test may have had them filled anew. */
    private static String current() throws SQLException {
        await().until(() -> REGISTER.bean("workDb", JdbcClient.class).sql("select not exists (select 1 from journal.generation where state = 'building')").query(Boolean.class).single());
        try (var connection = REGISTER.database().connectAsOwner(); var statement = connection.createStatement();
             var rows = statement.executeQuery("select number from journal.generation where state = 'current'")) {
            rows.next();
            return "view_" + rows.getInt(1);
        }
    }

    private static Reply register(String acronym) {
        return REGISTER.post("/api/institutions", "{'name':'Institución " + acronym + "','acronym':'" + acronym + "','kind':'state','effectiveOn':'2015-01-01'}").is(201);
    }
}
