package constancia.app.input;

import static org.assertj.core.api.Assertions.assertThat;

import constancia.app.HttpRegister;
import constancia.app.HttpRegister.Reply;
import constancia.app.history.Examples;
import constancia.command.Command;
import constancia.web.Collections;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every command sent wrong in every way that its record allows: each fault is named with its field, in both languages, and nothing is stored. */
class BadInputTest {

    static final HttpRegister REGISTER = HttpRegister.shared();
    static final List<Route> ROUTES = new ArrayList<>();

    /** Where a command goes: on the collection, or on an item that exists. */
    record Route(Collections collection, Class<? extends Command> command, String path) {}

    final Set<String> sentences = new HashSet<>();
    long appended;

    @BeforeAll
    static void every_command_has_a_route() {
        var items = Examples.of(REGISTER);
        for (var collection : Collections.values()) {
            for (var command : collection.commands()) {
                var path = "/api/" + collection.path() + (Collections.creates(command) ? "" : "/" + items.get(collection.path()) + "/" + Collections.kebab(command));
                ROUTES.add(new Route(collection, command, path));
            }
        }
    }

    @BeforeEach
    void what_is_on_record() {
        appended = REGISTER.recorded();
    }

    @AfterEach
    void nothing_was_appended() {
        assertThat(REGISTER.recorded()).isEqualTo(appended);
    }

    @Test
    void each_field_wrong_in_each_way_is_named() {
        int requests = 0;
        for (var route : ROUTES) {
            for (var wrong : Requests.of(route.command()).wrong()) {
                var reply = REGISTER.exactly(route.path(), wrong.body(), Map.of());
                var as = route.path() + " " + wrong.code() + " " + wrong.pointer();
                assertThat(reply.status()).as(() -> as + ": " + reply.body()).isEqualTo(wrong.status());
                assertThat(reply.body().get("errors").valueStream().map(error -> error.get("code").asString() + " " + error.get("pointer").asString()))
                        .as(as).containsExactly(wrong.code() + " " + wrong.pointer());
                assertThat(reply.text("code")).as(as).isEqualTo(wrong.code());
                if (sentences.add(route.command().getSimpleName() + wrong.code())) {
                    bothLanguages(reply, REGISTER.exactly(route.path(), wrong.body(), Map.of("Accept-Language", "en")));
                }
                requests++;
            }
        }
        assertThat(requests).isGreaterThan(1500);
    }

    @Test
    void all_that_is_missing_is_named_at_once() {
        for (var route : ROUTES) {
            var required = Requests.of(route.command()).required();
            if (!required.isEmpty()) {
                var reply = refused(route.path(), "{}", Map.of(), 422);
                assertThat(pointers(reply)).as(route.path()).containsExactlyInAnyOrderElementsOf(required);
                assertThat(reply.body().get("errors").valueStream().map(error -> error.get("code").asString()).collect(Collectors.toSet()))
                        .as(route.path()).isSubsetOf("required", "grounds-required");
            }
        }
    }

    @Test
    void several_faults_are_named_at_once_and_those_of_form_come_first() {
        var wrong = "{\"title\":7,\"detail\":true,\"plan\":\"NADIE\",\"responsible\":[{\"institution\":\"NADIE\",\"role\":\"lead\"},{\"role\":1}],\"noSuch\":1}";
        assertThat(pointers(refused("/api/actions", wrong, Map.of(), 400))).containsExactlyInAnyOrder("#/noSuch", "#/title", "#/detail", "#/responsible/1/role");
        var values = "{\"title\":\"\",\"plan\":\"NADIE\",\"responsible\":[{\"institution\":\"NADIE\",\"role\":\"lead\"},{\"role\":\"boss\"}],\"effectiveOn\":\"2199-01-01\"}";
        assertThat(pointers(refused("/api/actions", values, Map.of(), 422))).containsExactlyInAnyOrder("#/title", "#/plan", "#/responsible/0/institution",
                "#/responsible/1/institution", "#/responsible/1/role", "#/effectiveOn");
    }

    @Test
    void what_is_not_a_json_object_is_not_read() {
        for (var route : ROUTES) {
            for (var body : List.of("", "{", "{\"a\":}", "{\"a\":1}}", "{'a':1}", "\u0000", "[".repeat(5000), "{\"a\":" + "1".repeat(5000) + "}")) {
                assertThat(refused(route.path(), body, Map.of(), 400).text("code")).as(route.path() + " " + body).isIn("not-json", "wrong-type", "unknown-field");
            }
            for (var body : List.of("[]", "[{}]", "null", "7", "\"x\"", "true")) {
                assertThat(refused(route.path(), body, Map.of(), 400).text("code")).as(route.path() + " " + body).isEqualTo("wrong-type");
            }
        }
    }

    @Test
    void a_field_that_stands_twice_is_not_read() {
        assertThat(refused("/api/institutions", "{\"name\":\"Uno\",\"name\":\"Dos\",\"kind\":\"state\"}", Map.of(), 400).text("code")).isEqualTo("not-json");
    }

    @Test
    void numbers_beyond_all_measure_are_refused_and_cost_nothing() {
        var action = "/api/actions/" + Examples.of(REGISTER).get("actions") + "/record-expenditure";
        for (var amount : List.of("1e2147483647", "1e-2147483647", "-1e2147483647", "1e999999999", "1e-999999999", "-1", "0")) {
            var reply = refused(action, "{\"amount\":" + amount + ",\"currency\":\"USD\",\"description\":\"Gasto\",\"effectiveOn\":\"2015-01-01\"}", Map.of());
            assertThat(reply.status()).as(amount + " " + reply.body()).isIn(400, 422);
        }
    }

    @Test
    void another_content_type_is_not_taken() {
        for (var route : ROUTES) {
            for (var type : List.of("text/plain", "application/xml", "application/x-www-form-urlencoded")) {
                assertThat(refused(route.path(), "{}", Map.of("Content-Type", type), 415).text("code")).isEqualTo("unsupported-media-type");
            }
        }
    }

    @Test
    void an_item_that_is_not_there_goes_before_another_content_type() {
        var nowhere = "/api/actions/" + new UUID(1, 1) + "/mark-delivered";
        for (var type : List.of("text/plain", "not a type", "application/json")) {
            assertThat(refused(nowhere, "{}", Map.of("Content-Type", type), 404).text("code")).isEqualTo("unknown-item");
        }
    }

    @Test
    void a_body_over_the_limit_is_not_read() {
        var much = "{\"name\":\"" + "x".repeat(10 * 1024 * 1024) + "\"}";
        for (var route : ROUTES) {
            if (Collections.creates(route.command())) {
                assertThat(refused(route.path(), much, Map.of(), 413).text("code")).isEqualTo("payload-too-large");
            }
        }
    }

    @Test
    void an_item_that_is_not_there_or_is_of_another_kind_is_unknown_before_anything_is_read() {
        var items = Examples.of(REGISTER);
        for (var route : ROUTES) {
            if (!Collections.creates(route.command())) {
                var command = "/" + Collections.kebab(route.command());
                var collection = "/api/" + route.collection().path() + "/";
                var elsewhere = items.entrySet().stream().filter(item -> !item.getKey().equals(route.collection().path())).map(Map.Entry::getValue).toList();
                for (var id : List.of(UUID.randomUUID().toString(), elsewhere.getFirst(), elsewhere.getLast(), "1", "x'--")) {
                    assertThat(refused(collection + id.replace("'", "%27") + command, "{", Map.of(), 404).text("code")).isEqualTo("unknown-item");
                }
            }
            assertThat(refused("/api/" + route.collection().path() + "/" + items.get(route.collection().path()) + "/no-such-command", "{}", Map.of(), 404).text("code"))
                    .isEqualTo("unknown-item");
        }
        refused("/api/no-such-collection", "{}", Map.of(), 404);
        refused("/api/actions/" + items.get("actions") + "/propose-action", "{}", Map.of(), 404);
    }

    @Test
    void commands_of_the_register_itself_have_no_route() {
        refused("/api/actions/" + Examples.of(REGISTER).get("actions") + "/date-schedule", "{}", Map.of(), 404);
    }

    @Test
    void a_version_that_the_item_does_not_have_is_told_before_any_rule() {
        REGISTER.person(Requests.ID);
        REGISTER.document("test");
        var path = "/api/institutions/" + Examples.of(REGISTER).get("institutions");
        var breaksARule = "{\"alias\":\"Alias\",\"effectiveOn\":\"1999-01-01\"}";
        assertThat(refused(path + "/add-alias", breaksARule, Map.of(), 409).text("code")).isEqualTo("effective-before-item");
        var stale = refused(path + "/add-alias", breaksARule, Map.of("If-Match", "\"7\""), 412);
        stale.says(412, "version-mismatch", "El registro ha cambiado: su versión actual es la " + REGISTER.get(path).text("version") + ". Consúltelo de nuevo antes de decidir.");
        for (var route : ROUTES) {
            if (!Collections.creates(route.command())) {
                assertThat(refused(route.path(), Requests.of(route.command()).right().toString(), Map.of("If-Match", "\"99\""), 412).text("code")).as(route.path()).isEqualTo("version-mismatch");
            }
        }
    }

    @Test
    void headers_that_cannot_be_read_are_refused() {
        for (var route : ROUTES) {
            var body = Requests.of(route.command()).right().toString();
            if (!Collections.creates(route.command())) {
                for (var version : List.of("1", "\"x\"", "W/\"1\"", "\"1", "\"1\", \"2\"", "\"-1\"", "\"99999999999\"")) {
                    assertThat(refused(route.path(), body, Map.of("If-Match", version), 400).text("code")).as(version).isEqualTo("if-match-malformed");
                }
            }
            for (var key : List.of("", "k".repeat(201), "a\tb")) {
                assertThat(refused(route.path(), body, Map.of("Idempotency-Key", key), 400).text("code")).as(key).isEqualTo("idempotency-key-malformed");
            }
        }
    }

    /** Refused with that status in both languages. */
    private static Reply refused(String path, String body, Map<String, String> headers, int status) {
        var reply = refused(path, body, headers);
        assertThat(reply.status()).as(() -> path + " " + body.substring(0, Math.min(200, body.length())) + " " + reply.body()).isEqualTo(status);
        return reply;
    }

    private static Reply refused(String path, String body, Map<String, String> headers) {
        var english = new java.util.HashMap<>(headers);
        english.put("Accept-Language", "en");
        var reply = REGISTER.exactly(path, body, headers);
        bothLanguages(reply, REGISTER.exactly(path, body, english));
        return reply;
    }

    private static void bothLanguages(Reply spanish, Reply english) {
        assertThat(english.status()).isEqualTo(spanish.status());
        for (var reply : List.of(spanish, english)) {
            assertThat(reply.status()).as(() -> reply.body().toString()).isBetween(400, 499);
            assertThat(reply.headers().get("content-type")).startsWith("application/problem+json");
            assertThat(reply.body().propertyNames()).isSubsetOf("type", "title", "status", "detail", "instance", "code", "errors");
            assertThat(reply.text("detail")).isNotBlank().doesNotContain("Exception", "java.", "{0}", "null");
            assertThat(reply.body().toString()).doesNotContain("\tat ", "constancia.web", "SQLState");
        }
        assertThat(english.text("code")).isEqualTo(spanish.text("code"));
        assertThat(english.text("detail")).isNotEqualTo(spanish.text("detail"));
        assertThat(english.text("title")).isNotEqualTo(spanish.text("title"));
        if (spanish.body().has("errors")) {
            for (int i = 0; i < spanish.body().get("errors").size(); i++) {
                assertThat(english.body().at("/errors/" + i + "/detail").asString()).isNotBlank().isNotEqualTo(spanish.body().at("/errors/" + i + "/detail").asString());
            }
        }
    }

    private static List<String> pointers(Reply reply) {
        return reply.body().get("errors").valueStream().map(error -> error.get("pointer").asString()).toList();
    }
}
