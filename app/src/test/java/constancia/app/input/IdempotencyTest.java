package constancia.app.input;

import static org.assertj.core.api.Assertions.assertThat;

import constancia.app.HttpRegister;
import constancia.app.HttpRegister.Reply;
import constancia.web.security.TokenDesk;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class IdempotencyTest {

    static final HttpRegister REGISTER = HttpRegister.shared();
    static int next;

    final String tag = "ID" + ++next;

    @Test
    void a_repeated_creation_gets_the_stored_answer_and_appends_nothing() {
        var first = REGISTER.post("/api/institutions", institution(tag), key("alta"));
        long appended = REGISTER.recorded();
        for (int i = 0; i < 3; i++) {
            same(REGISTER.post("/api/institutions", institution(tag), key("alta")), first.is(201));
        }
        assertThat(first.headers()).containsEntry("location", "/api/institutions/" + first.id()).containsEntry("etag", "\"1\"");
        assertThat(REGISTER.recorded()).isEqualTo(appended);
    }

    @Test
    void a_repeated_creation_without_the_key_is_refused() {
        var id = UUID.randomUUID().toString();
        var body = institution(tag).replace("{", "{'id':'" + id + "',");
        REGISTER.post("/api/institutions", body, key("propia")).is(201);
        assertThat(REGISTER.post("/api/institutions", body).is(409).text("code")).isEqualTo("already-exists");
        assertThat(REGISTER.post("/api/institutions", body, key("otra")).is(409).text("code")).isEqualTo("already-exists");
        REGISTER.post("/api/institutions", body, key("propia")).is(201);
    }

    @Test
    void a_repeat_is_answered_even_when_its_version_is_stale_by_then() {
        var path = "/api/institutions/" + created() + "/add-alias";
        var first = REGISTER.post(path, alias("uno"), with(key("alias"), "If-Match", "\"1\"")).is(200);
        REGISTER.post(path, alias("dos")).is(200);
        long appended = REGISTER.recorded();
        same(REGISTER.post(path, alias("uno"), with(key("alias"), "If-Match", "\"1\"")), first);
        assertThat(first.headers()).containsEntry("etag", "\"2\"").doesNotContainKey("location");
        assertThat(REGISTER.recorded()).isEqualTo(appended);
        assertThat(REGISTER.post(path, alias("tres"), with(key("nueva"), "If-Match", "\"1\"")).is(412).text("code")).isEqualTo("version-mismatch");
    }

    @Test
    void a_folio_is_repeated_with_its_answer() {
        REGISTER.post("/api/bodies", "{'name':'Consejo','acronym':'" + tag + "','kind':'council','effectiveOn':'2015-01-01'}").is(201);
        var decision = "{'kind':'decision','title':'Acuerdo','text':'Se acuerda.','body':'" + tag + "','effectiveOn':'2015-02-01'}";
        var first = REGISTER.post("/api/agreements", decision, key("folio")).is(201);
        same(REGISTER.post("/api/agreements", decision, key("folio")), first);
        assertThat(REGISTER.post("/api/agreements", decision, key("siguiente")).is(201).text("folio")).isEqualTo("ACU-" + tag + "-2015-0002");
    }

    @Test
    void the_key_of_another_request_is_refused() {
        var item = created();
        REGISTER.post("/api/institutions/" + item + "/add-alias", alias("uno"), key("usada")).is(200);
        long appended = REGISTER.recorded();
        var others = List.of(REGISTER.post("/api/institutions/" + item + "/add-alias", alias("otro"), key("usada")),
                REGISTER.post("/api/institutions/" + item + "/add-alias", alias("uno") + " ", key("usada")),
                REGISTER.post("/api/institutions/" + Reused.create(tag) + "/add-alias", alias("uno"), key("usada")),
                REGISTER.post("/api/institutions", institution(tag + "-X"), key("usada")));
        assertThat(others).allSatisfy(reply -> reply.says(422, "idempotency-key-reused", "Esa clave de idempotencia ya se usó con otra petición."));
        assertThat(REGISTER.recorded()).isEqualTo(appended + 1);
    }

    @Test
    void of_two_at_once_one_has_an_effect_and_both_have_its_answer() throws Exception {
        var item = created();
        for (int round = 0; round < 15; round++) {
            var body = alias("carrera " + round);
            var key = key("carrera" + round);
            var replies = atOnce(6, i -> REGISTER.post("/api/institutions/" + item + "/add-alias", body, key));
            int version = round + 2;
            assertThat(replies).allSatisfy(reply -> assertThat(reply.is(200).body().get("version").asInt()).isEqualTo(version));
        }
        for (int round = 0; round < 15; round++) {
            var body = institution(tag + "-" + round);
            var key = key("alta" + round);
            var replies = atOnce(6, i -> REGISTER.post("/api/institutions", body, key));
            replies.forEach(reply -> same(reply, replies.getFirst().is(201)));
        }
        assertThat(REGISTER.get("/api/institutions/" + item).body().get("version").asInt()).isEqualTo(16);
    }

    @Test
    void of_two_different_requests_at_once_under_one_key_one_is_refused() throws Exception {
        for (int round = 0; round < 10; round++) {
            var key = key("disputa" + round);
            int number = round;
            var replies = atOnce(2, i -> REGISTER.post("/api/institutions", institution(tag + "-" + number + "-" + i), key));
            assertThat(replies.stream().map(Reply::status)).containsExactlyInAnyOrder(201, 422);
        }
    }

    @Test
    void refusals_are_not_stored() {
        var item = created();
        var wrong = "/api/institutions/" + item + "/deactivate-institution";
        assertThat(REGISTER.post("/api/institutions", institution(tag), key("negada")).is(409).text("code")).isEqualTo("acronym-taken");
        REGISTER.post(wrong, "{'effectiveOn':'2015-06-01'}", key("negada")).is(422);
        REGISTER.post(wrong, "{", key("negada")).is(400);
        REGISTER.post(wrong, "{'effectiveOn':'2015-06-01','grounds':'Cerró.'}", with(key("negada"), "If-Match", "\"9\"")).is(412);
        assertThat(stored("negada")).isZero();
        REGISTER.post(wrong, "{'effectiveOn':'2015-06-01','grounds':'Cerró.'}", key("negada")).is(200);
        assertThat(stored("negada")).isEqualTo(1);
    }

    @Test
    void a_refused_request_is_decided_anew_when_it_is_repeated() {
        var item = created();
        var request = institution(tag);
        REGISTER.post("/api/institutions", request, key("anew")).is(409);
        REGISTER.post("/api/institutions/" + item + "/deactivate-institution", "{'effectiveOn':'2015-06-01','grounds':'Cerró.'}").is(200);
        REGISTER.post("/api/institutions", request, key("anew")).is(201);
    }

    @Test
    void keys_are_each_accounts_own() {
        var other = with(key("propia"), "Authorization", "Bearer " + anotherAccount());
        var mine = REGISTER.post("/api/institutions", institution(tag), key("propia")).is(201);
        var theirs = REGISTER.exactly("/api/institutions", institution(tag + "-B").replace('\'', '"'), other).is(201);
        assertThat(theirs.id()).isNotEqualTo(mine.id());
        same(REGISTER.exactly("/api/institutions", institution(tag + "-B").replace('\'', '"'), other), theirs);
        same(REGISTER.post("/api/institutions", institution(tag), key("propia")), mine);
        assertThat(REGISTER.get("/api/institutions/" + theirs.id() + "/history").body().at("/items/0/actor").asString()).isEqualTo(tag);
    }

    @Test
    void keys_have_one_to_two_hundred_printable_characters() {
        REGISTER.post("/api/institutions", institution(tag), Map.of("Idempotency-Key", "k".repeat(200))).is(201);
        for (var wrong : List.of("k".repeat(201), "", "a\tb")) {
            var refused = REGISTER.post("/api/institutions", institution(tag + "-Y"), Map.of("Idempotency-Key", wrong));
            refused.says(400, "idempotency-key-malformed", "La clave de idempotencia debe tener de 1 a 200 caracteres imprimibles.");
        }
    }

    /** A second institution to which the same request might go. */
    private interface Reused {
        static String create(String tag) {
            return REGISTER.post("/api/institutions", institution(tag + "-Z")).is(201).id();
        }
    }

    private String anotherAccount() {
        var db = REGISTER.bean(JdbcClient.class);
        db.sql("insert into journal.account (name, password_hash) values (:name, '-')").param("name", tag).update();
        db.sql("insert into journal.role_binding (id, account, role, from_on, granted_by) values (gen_random_uuid(), :name, 'coordinator', '2000-01-01', 'system:test')")
                .param("name", tag).update();
        return REGISTER.bean(TokenDesk.class).issue(tag, TokenDesk.Wanted.USUAL).token();
    }

    private String created() {
        return REGISTER.post("/api/institutions", institution(tag)).is(201).id();
    }

    private Map<String, String> key(String name) {
        return Map.of("Idempotency-Key", tag + " " + name);
    }

    private long stored(String name) {
        return REGISTER.bean(JdbcClient.class).sql("select count(*) from journal.idempotency where key = :key").param("key", tag + " " + name).query(Long.class).single();
    }

    private static void same(Reply reply, Reply first) {
        assertThat(reply.status()).isEqualTo(first.status());
        assertThat(reply.body()).isEqualTo(first.body());
        assertThat(reply.headers().get("location")).isEqualTo(first.headers().get("location"));
        assertThat(reply.headers().get("etag")).isNotNull().isEqualTo(first.headers().get("etag"));
    }

    private static Map<String, String> with(Map<String, String> headers, String name, String value) {
        var more = new HashMap<>(headers);
        more.put(name, value);
        return more;
    }

    private static String institution(String acronym) {
        return "{'name':'Institución','acronym':'" + acronym + "','kind':'state','effectiveOn':'2015-01-01'}";
    }

    private static String alias(String alias) {
        return "{'alias':'" + alias + "','effectiveOn':'2015-01-02'}";
    }

    private static List<Reply> atOnce(int many, IntFunction<Reply> request) throws Exception {
        var start = new CyclicBarrier(many);
        var replies = new ArrayList<Reply>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = new ArrayList<Future<Reply>>();
            for (int i = 0; i < many; i++) {
                int number = i;
                asked.add(threads.submit(() -> {
                    start.await();
                    return request.apply(number);
                }));
            }
            for (var reply : asked) {
                replies.add(reply.get());
            }
        }
        return replies;
    }
}
