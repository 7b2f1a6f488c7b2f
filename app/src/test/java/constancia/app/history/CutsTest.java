package constancia.app.history;

import static org.assertj.core.api.Assertions.assertThat;

import constancia.app.HttpRegister;
import constancia.app.HttpRegister.Reply;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What was known and what held: the two cuts of single items. */
class CutsTest {

    /** What stands beside the ledger and is not computed from it. */
    private static final Set<String> BESIDE = Set.of("imports", "mappings", "accounts", "invitations", "sessions", "tokens", "access", "classes", "documents", "persons",
            "saved-filters");


    static final HttpRegister REGISTER = HttpRegister.shared();
    static final String EXTENSION = "0194d0c2-0000-7000-8000-0000000000e1";
    static int next;

    final String tag = "CU" + ++next;
    final String ministry = REGISTER.post("/api/institutions", "{'name':'Ministerio de Gobernación " + tag + "','acronym':'" + tag + "','kind':'state','effectiveOn':'2010-01-01'}").is(201).id();

    /** The contract's example: due 15 June; on 20 June an extension to 31 July is recorded, granted in the meeting of 10 June. */
    @Test
    void an_extension_recorded_late_was_not_known_before_and_held_since_it_was_granted() {
        var action = due("2015-06-15");
        var path = "/api/actions/" + action.id();
        REGISTER.post(path + "/request-extension", "{'institution':'" + tag + "','extension':'" + EXTENSION + "','dueOn':'2015-07-31','effectiveOn':'2015-06-05','grounds':'Faltan fondos.'}").is(200);
        var known = record(path, 2);
        REGISTER.post(path + "/grant-extension", "{'extension':'" + EXTENSION + "','effectiveOn':'2015-06-10'}").is(200);

        shows(path + "?on=2015-06-17", "2015-07-31", false);
        for (var asOf : List.of(known.text("position"), known.text("recordedAt"), atOffset(known.text("recordedAt")))) {
            shows(path + "?on=2015-06-17&asOf=" + asOf, "2015-06-15", true);
        }
        shows(path + "?on=2015-06-09", "2015-06-15", false);
        shows(path + "?on=2015-07-31", "2015-07-31", false);
        shows(path + "?on=2015-08-01", "2015-07-31", true);
        assertThat(REGISTER.get(path + "?on=2015-06-17").body().at("/baseline/dueOn").asString()).isEqualTo("2015-06-15");
    }

    @Test
    void a_past_answer_can_be_asked_again_by_its_position_and_is_the_same() {
        var action = due("2015-06-15");
        var path = "/api/actions/" + action.id();
        var position = record(path, 1).text("position");
        var then = REGISTER.get(path + "?asOf=" + position + "&on=2015-06-01").is(200);
        assertThat(then.headers()).containsEntry("constancia-position", position);
        REGISTER.post(path + "/cancel-action", "{'effectiveOn':'2015-05-01','grounds':'Ya no procede.'}").is(200);
        rename("Ministerio de Seguridad " + tag, "2015-01-01");
        assertThat(REGISTER.get(path + "?asOf=" + position + "&on=2015-06-01").is(200).body()).isEqualTo(then.body());
        assertThat(REGISTER.get(path + "?on=2015-06-01").is(200).text("status")).isEqualTo("cancelled");
    }

    @Test
    void a_day_to_come_shows_what_will_be_late() {
        var action = due("2190-12-31");
        shows("/api/actions/" + action.id(), "2190-12-31", false);
        shows("/api/actions/" + action.id() + "?on=2191-01-01", "2190-12-31", true);
        assertThat(REGISTER.get("/api/actions/" + action.id() + "?on=2190-12-15").body().get("conditions").toString()).contains("near-due");
    }

    @Test
    void a_time_that_has_not_come_cannot_be_known() {
        var path = "/api/actions/" + due("2015-06-15").id();
        for (var asOf : List.of("2190-01-01T00:00:00Z", "999999999999")) {
            REGISTER.get(path + "?asOf=" + asOf).says(422, "as-of-in-future", "No se puede consultar lo que constará en un momento que aún no ha llegado.");
            assertThat(REGISTER.get(path + "?asOf=" + asOf, "en").text("detail")).isEqualTo("A time that has not come yet cannot be asked for.");
        }
    }

    @Test
    void before_it_was_known_or_in_being_there_is_no_item() {
        var action = due("2015-06-15");
        var path = "/api/actions/" + action.id();
        var before = Long.parseLong(record(path, 1).text("position")) - 1;
        for (var cut : List.of("asOf=" + before, "asOf=0", "asOf=2001-01-01T00:00:00Z", "on=2015-01-31", "on=1900-01-01", "asOf=" + (before + 1) + "&on=2015-01-31")) {
            REGISTER.get(path + "?" + cut).says(404, "not-at-that-time", "En el momento consultado esto aún no constaba.");
        }
        REGISTER.get(path + "?on=2015-02-01").is(200);
        REGISTER.get("/api/actions/" + ministry + "?on=2015-02-01").is(404);
    }

    @Test
    void a_cut_that_cannot_be_read_is_refused() {
        var path = "/api/actions/" + due("2015-06-15").id();
        for (var asOf : List.of("ayer", "2015-06-15", "2015-06-15T10:00:00", "-1", "1.5", "", "99999999999999999999", "-999999999-01-01T00:00:00Z", "%2B12015-06-15T10:00:00Z")) {
            assertThat(REGISTER.get(path + "?asOf=" + asOf).is(422).text("code")).as(asOf).isEqualTo("bad-instant");
        }
        for (var on : List.of("ayer", "2015-02-30", "2015-6-1", "20150615", "", "2015-06-15T10:00:00Z", "%2B12015-06-15", "%2B999999999-12-31")) {
            var refused = REGISTER.get(path + "?on=" + on).is(422);
            assertThat(refused.text("code")).as(on).isEqualTo("bad-date");
            assertThat(refused.body().at("/errors/0/pointer").asString()).isEqualTo("#/on");
        }
        for (var range : List.of("from=1", "to=1", "", "from=0&to=1", "from=1&to=99", "from=x&to=1", "from=1&to=99999999999")) {
            REGISTER.get(path + "/diff?" + range).is(422);
        }
        for (var list : List.of("actions?dueFrom=", "actions?dueTo=", "meetings?from=")) {
            assertThat(REGISTER.get("/api/" + list + "%2B999999999-12-31").is(422).text("code")).isEqualTo("bad-date");
        }
        REGISTER.get(path + "?on=9999-12-31&asOf=0001-01-01T00:00:00Z").is(404);
        REGISTER.get(path + "?on=9999-12-31").is(200);
        REGISTER.get(path + "/history/0").is(422);
        REGISTER.get(path + "/history/2").is(422);
    }

    @Test
    void lists_do_not_take_cuts_yet() {
        for (var route : gets()) {
            if (REGISTER.get(url(route)).body().has("next") && !route.endsWith("/history") && !route.startsWith("/api/ledger")) {
                for (var cut : List.of("asOf=1", "on=2015-01-01")) {
                    var refused = REGISTER.get(url(route) + "?" + cut);
                    assertThat(refused.status()).as(route).isEqualTo(400);
                    assertThat(refused.text("code")).isEqualTo("cut-not-offered");
                }
            }
        }
    }

    @Test
    void the_version_is_told_of_the_uncut_item_alone_and_nothing_is_to_be_kept() {
        var path = "/api/actions/" + due("2015-06-15").id();
        assertThat(REGISTER.get(path).is(200).headers()).containsEntry("etag", "\"1\"");
        for (var cut : List.of("?on=2190-01-01", "?asOf=" + record(path, 1).text("position"), "/history", "/history/1", "/diff?from=1&to=1")) {
            assertThat(REGISTER.get(path + cut).is(200).headers()).as(cut).doesNotContainKey("etag");
        }
        assertThat(REGISTER.get("/api/actions").is(200).headers()).doesNotContainKey("etag");
    }

    @Test
    void every_answer_says_up_to_which_position_it_was_computed_and_is_not_to_be_kept() {
        assertThat(gets()).hasSizeGreaterThan(20);
        for (var route : gets()) {
            var reply = REGISTER.get(url(route)).is(200);
            assertThat(reply.headers()).as(route).containsKey("constancia-position");
            assertThat(reply.headers().get("constancia-position")).as(route).matches("[1-9][0-9]*");
            assertThat(reply.headers().get("cache-control")).as(route).contains("no-store");
        }
    }

    @Test
    void the_names_in_an_answer_are_those_of_its_day() {
        var action = due("2015-06-15");
        var path = "/api/actions/" + action.id();
        var before = record(path, 1).text("position");
        rename("Ministerio de Seguridad Pública " + tag, "2015-05-01");
        assertThat(named(path + "?on=2015-04-30")).isEqualTo("Ministerio de Gobernación " + tag);
        assertThat(named(path + "?on=2015-05-01")).isEqualTo("Ministerio de Seguridad Pública " + tag);
        assertThat(named(path)).isEqualTo("Ministerio de Seguridad Pública " + tag);
        assertThat(named(path + "?on=2015-05-01&asOf=" + before)).isEqualTo("Ministerio de Gobernación " + tag);
    }

    private String named(String path) {
        return REGISTER.get(path).is(200).body().at("/commitments/0/institution/name").asString();
    }

    private void rename(String name, String on) {
        REGISTER.post("/api/institutions/" + ministry + "/rename-institution", "{'name':'" + name + "','acronym':'" + tag + "','effectiveOn':'" + on + "','grounds':'Decreto 1.'}").is(200);
    }

    private Reply due(String day) {
        return REGISTER.post("/api/actions", "{'title':'Capacitar','responsible':[{'institution':'" + tag + "','role':'lead'}],'schedule':{'dueOn':'" + day + "'},'effectiveOn':'2015-02-01'}").is(201);
    }

    private static void shows(String path, String due, boolean overdue) {
        var item = REGISTER.get(path).is(200).body();
        assertThat(item.at("/schedule/dueOn").asString()).as(path).isEqualTo(due);
        assertThat(item.at("/commitments/0/overdue").asBoolean()).as(path).isEqualTo(overdue);
        assertThat(item.get("conditions").toString().contains("overdue")).as(path).isEqualTo(overdue);
    }

    private record Told(tools.jackson.databind.JsonNode json) {
        String text(String field) {
            return json.get(field).asString();
        }
    }

    private static Told record(String path, int n) {
        return new Told(REGISTER.get(path + "/history").is(200).body().get("items").get(n - 1));
    }

    /** The same instant as people in San Salvador write it. */
    private static String atOffset(String instant) {
        return OffsetDateTime.parse(instant).withOffsetSameInstant(java.time.ZoneOffset.ofHours(-6)).toString();
    }

    private static TreeSet<String> gets() {
        var patterns = new TreeSet<String>();
        REGISTER.bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class).getHandlerMethods().keySet().stream()
                .filter(info -> info.getMethodsCondition().getMethods().contains(RequestMethod.GET))
                .forEach(info -> info.getPatternValues().stream().filter(pattern -> pattern.startsWith("/api/")).forEach(patterns::add));
        patterns.removeIf(pattern -> BESIDE.contains(pattern.split("/")[2]));
        return patterns;
    }

    /** The route with an item of each kind in it. */
    private static String url(String route) {
        var item = Examples.of(REGISTER);
        var collection = route.startsWith("/api/{collection}") ? "actions" : route.split("/")[2];
        return route.replace("{collection}", collection).replace("{id}", item.getOrDefault(collection, "")).replace("{n}", "1").replace("{list}", "commitments").replace("{code}", "SV-SS")
                + (route.endsWith("/diff") || route.equals("/api/ledger/records") ? "?from=1&to=1" : route.endsWith("/handover") ? "?mandate=" + Examples.MANDATE : "");
    }
}
