package constancia.app.reserve;

import static org.assertj.core.api.Assertions.assertThat;

import constancia.app.HttpRegister;
import constancia.app.HttpRegister.Reply;
import constancia.kernel.rights.Binding;
import constancia.kernel.rights.Role;
import constancia.postgres.TestPostgres;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The index of reserves by its filters, for how long a reserve may last, and the rules that say so. */
class ReservesHttpTest {

    private static final HttpRegister REGISTER = HttpRegister.on(TestPostgres.newDurableDatabase());
    private static final String DELIBERATION = "0194d0c2-0000-7000-8000-0000000000b4";
    private static final String RESERVED = "'class':'reserved','legalBasis':'Art. 19, LAIP','grounds':'En curso.'";
    private static int next;

    /** A register that has had the limits for years: they come with the day on which its tables are made. */
    @BeforeAll
    static void age() {
        REGISTER.bean("workDb", JdbcClient.class).sql("update journal.class_rule set since = '2014-01-01' where years is not null").update();
    }

    @AfterAll
    static void close() {
        REGISTER.close();
    }

    private final String tag = "IR" + ++next;

    @Test
    void the_index_is_narrowed_by_kind_body_class_and_whether_it_is_over() {
        body(tag + "A");
        body(tag + "B");
        var agreement = agreement(tag + "A", "2014-11-20");
        classify("agreements", agreement, "agreement", RESERVED + ",'until':'2015-11-20','effectiveOn':'2014-11-20'").is(200);
        var meeting = meeting(tag + "B");
        classify("meetings", meeting, "meeting", RESERVED + ",'field':'text','until':'2999-12-31','effectiveOn':'2013-06-01'").is(200);
        classify("meetings", meeting, "deliberation", RESERVED + ",'deliberation':'" + DELIBERATION + "','until':'2013-12-31','effectiveOn':'2013-06-10'").is(200);
        var file = created("case-files", "'title':'Asunto " + tag + "','body':'" + tag + "A','effectiveOn':'2014-03-01'").id();
        var last = classify("case-files", file, "case-file", "'class':'confidential','effectiveOn':'2014-03-01','grounds':'Datos de salud.'").is(200);

        assertThat(index(last, "body=" + tag + "A," + tag + "B")).containsExactlyInAnyOrder("agreement reserved", "meeting reserved", "deliberation reserved", "case-file confidential");
        assertThat(index(last, "body=" + tag + "A")).containsExactlyInAnyOrder("agreement reserved", "case-file confidential");
        assertThat(index(last, "body=" + tag + "A&kind=agreement")).containsExactly("agreement reserved");
        assertThat(index(last, "body=" + tag + "B&kind=meeting,deliberation")).containsExactlyInAnyOrder("meeting reserved", "deliberation reserved");
        assertThat(index(last, "body=" + tag + "B&kind=agreement,case-file")).isEmpty();
        assertThat(index(last, "body=" + tag + "A&class=confidential")).containsExactly("case-file confidential");
        assertThat(index(last, "body=" + tag + "A&class=reserved,confidential&lapsed=false")).as("what is confidential is never over").containsExactly("case-file confidential");
        assertThat(index(last, "body=" + tag + "A," + tag + "B&lapsed=true")).containsExactlyInAnyOrder("agreement reserved", "deliberation reserved");
        assertThat(index(last, "body=" + tag + "B&lapsed=false")).containsExactly("meeting reserved");
        assertThat(REGISTER.get("/api/reserves?body=" + tag + "A," + tag + "B&class=reserved").is(200).body().get("total").asInt()).isEqualTo(3);
        for (var wrong : List.of("kind=institution", "class=public", "lapsed=maybe", "body=NO-HAY", "basis=x")) {
            assertThat(REGISTER.get("/api/reserves?" + wrong).status()).as(wrong).isIn(400, 422);
        }

        var observer = REGISTER.as("observa." + tag.toLowerCase(), new Binding(Role.OBSERVER, null));
        var shown = observer.get("/api/reserves?body=" + tag + "A&kind=agreement").is(200).body().get("items").get(0);
        assertThat(shown.get("legalBasis").asString()).isEqualTo("Art. 19, LAIP");
        assertThat(observer.get("/api/reserves?body=" + tag + "A&class=confidential").is(200).body().get("items")).isEmpty();
        assertThat(observer.get("/api/reserves?body=" + tag + "B&kind=meeting").is(200).body().get("items").get(0).get("item").isNull()).as("not of which item").isTrue();
    }

    @Test
    void a_reserve_lasts_seven_years_and_prolonged_twelve_from_its_first_day() {
        body(tag);
        var id = agreement(tag, "2014-11-20");
        tooLong(id, "2021-11-21", "2014-11-20", "2021-11-20");
        reserve(id, "2021-11-20", "2014-11-20").is(200);
        tooLong(id, "2026-11-21", "2019-03-01", "2026-11-20");
        reserve(id, "2026-11-20", "2019-03-01").is(200);
        assertThat(REGISTER.get("/api/agreements/" + id + "?on=2020-01-01").is(200).body().get("class").asString()).isEqualTo("reserved");
        assertThat(REGISTER.get("/api/agreements/" + id).is(200).body().get("version").asInt()).as("nothing was recorded of what was refused").isEqualTo(3);
    }

    private void tooLong(String id, String until, String on, String latest) {
        var body = RESERVED + ",'until':'" + until + "','effectiveOn':'" + on + "'";
        REGISTER.post("/api/agreements/" + id + "/classify-agreement", "{" + body + "}").says(409, "reserve-too-long", "La reserva no puede durar más allá del " + latest + ".");
        REGISTER.post("/api/agreements/" + id + "/classify-agreement", "{" + body + "}", "en").says(409, "reserve-too-long", "The reserve cannot last beyond " + latest + ".");
    }

    @Test
    void a_rule_is_set_for_days_to_come_told_and_followed() {
        var today = LocalDate.now(REGISTER.bean(Clock.class));
        var rule = "'class':'reserved','since':'" + today + "','needs':['legal-basis','authority'],'years':3,'extension':1,'seenBy':[{'role':'auditor','withinScope':false},{'role':'liaison','withinScope':true}]";
        REGISTER.as("audita." + tag.toLowerCase(), new Binding(Role.AUDITOR, null)).post("/api/classes", "{" + rule + "}").is(403);
        for (var wrong : Map.of(rule.replace("'reserved'", "'public'"), "public-has-no-rules", rule.replace("'" + today + "'", "'" + today.minusDays(1) + "'"), "rule-in-past",
                rule.replace(",'extension':1", ""), "required", rule.replace("'years':3,", ""), "required", rule.replace("'auditor'", "'portero'"), "text-not-in-form",
                rule.replace("'authority'", "'firma'"), "unknown-word", rule.replace("'years':3", "'years':0"), "out-of-range").entrySet()) {
            var refused = REGISTER.post("/api/classes", "{" + wrong.getKey() + "}").is(422);
            assertThat(refused.body().get("errors").get(0).get("code").asString()).as(wrong.getKey()).isEqualTo(wrong.getValue());
        }
        REGISTER.post("/api/classes", "{" + rule + "}").is(200);
        REGISTER.post("/api/classes", "{" + rule + "}").is(409);
        assertThat(REGISTER.post("/api/classes", "{" + rule + "}").text("code")).isEqualTo("class-rule-exists");

        var told = REGISTER.get("/api/classes?sort=-class").is(200).body().get("items").get(0);
        assertThat(told.get("since").asString()).isEqualTo(today.toString());
        assertThat(told.get("needs")).hasToString("[\"legal-basis\",\"authority\"]");
        assertThat(told.get("years").asInt()).isEqualTo(3);
        assertThat(told.get("seenBy").valueStream().map(seer -> seer.get("role").asString() + seer.get("withinScope"))).containsExactly("administratorfalse", "auditorfalse", "liaisontrue");
        assertThat(told.get("recordedBy").asString()).isEqualTo("admin");

        body(tag);
        var id = agreement(tag, today.toString());
        var lacking = reserve(id, today.plusYears(3).toString(), today.toString()).is(422);
        assertThat(lacking.body().get("errors").get(0).get("pointer").asString()).isEqualTo("#/authority");
        classify("agreements", id, "agreement", RESERVED + ",'authority':'Dirección','until':'" + today.plusYears(3).plusDays(1) + "'").is(409);
        classify("agreements", id, "agreement", RESERVED + ",'authority':'Dirección','until':'" + today.plusYears(3) + "'").is(200);
        var before = agreement(tag, "2015-01-15");
        reserve(before, "2022-01-15", "2015-01-15").is(200);

        assertThat(REGISTER.as("coordina." + tag.toLowerCase(), new Binding(Role.COORDINATOR, null)).get("/api/agreements/" + id).status()).as("no longer among those who see it").isEqualTo(404);
        assertThat(REGISTER.as("audita." + tag.toLowerCase()).get("/api/agreements/" + id).status()).isEqualTo(200);
    }

    private List<String> index(Reply last, String query) {
        return REGISTER.list("/api/reserves?" + query, last).get("items").valueStream().map(row -> row.get("kind").asString() + " " + row.get("class").asString()).toList();
    }

    private Reply reserve(String agreement, String until, String on) {
        return classify("agreements", agreement, "agreement", RESERVED + ",'until':'" + until + "','effectiveOn':'" + on + "'");
    }

    private static Reply classify(String collection, String id, String what, String fields) {
        return REGISTER.post("/api/" + collection + "/" + id + "/classify-" + what, "{" + fields + "}");
    }

    private String meeting(String body) {
        var institution = "M" + body;
        created("institutions", "'name':'Ministerio " + body + "','acronym':'" + institution + "','kind':'state','effectiveOn':'2010-01-01'");
        REGISTER.post("/api/bodies/" + body(body, "/seat-institution"), "{'institution':'" + institution + "','role':'member','effectiveOn':'2012-01-01'}").is(200);
        var meeting = created("meetings", "'body':'" + body + "','startsAt':'2013-06-10T09:00:00-06:00','place':'Sala','effectiveOn':'2013-06-01'").id();
        REGISTER.post("/api/meetings/" + meeting + "/open-meeting", "{'attendance':[{'institution':'" + institution + "'}],'effectiveOn':'2013-06-10'}").is(200);
        REGISTER.post("/api/meetings/" + meeting + "/put-question", "{'deliberation':'" + DELIBERATION + "','question':'¿Qué hacer?','effectiveOn':'2013-06-10'}").is(200);
        return meeting;
    }

    private static String body(String acronym, String then) {
        return REGISTER.get("/api/bodies?q=" + acronym).is(200).body().get("items").get(0).get("id").asString() + then;
    }

    private static void body(String acronym) {
        REGISTER.list("/api/bodies", created("bodies", "'name':'Consejo " + acronym + "','acronym':'" + acronym + "','kind':'council','effectiveOn':'2012-01-01'"));
    }

    private static String agreement(String body, String on) {
        return created("agreements", "'kind':'decision','title':'Plan','text':'Se aprueba.','body':'" + body + "','effectiveOn':'" + on + "'").id();
    }

    private static Reply created(String collection, String fields) {
        return REGISTER.post("/api/" + collection, "{" + fields + "}").is(201);
    }
}
