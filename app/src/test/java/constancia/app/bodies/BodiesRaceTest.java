package constancia.app.bodies;

import static org.assertj.core.api.Assertions.assertThat;

import constancia.app.HttpRegister;
import constancia.app.HttpRegister.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

class BodiesRaceTest {

    static final HttpRegister REGISTER = HttpRegister.shared();
    static final int AT_ONCE = 8;
    static final int ROUNDS = 10;

    @Test
    void of_several_that_want_an_acronym_one_gets_it() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            var acronym = "CARRERA" + round;
            var replies = atOnce(i -> REGISTER.post("/api/bodies", body(null, acronym)));
            assertThat(statuses(replies)).containsExactly(won(409));
            assertThat(replies).filteredOn(reply -> reply.status() == 409).allSatisfy(reply -> assertThat(reply.text("code")).isEqualTo("acronym-taken"));
        }
    }

    @Test
    void of_several_that_bring_the_same_id_to_two_nodes_one_is_the_first() throws Exception {
        try (var other = HttpRegister.on(REGISTER.database())) {
            sameId(other);
        }
    }

    private static void sameId(HttpRegister other) throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            var id = UUID.randomUUID().toString();
            int number = round;
            var replies = atOnce(i -> (i % 2 == 0 ? REGISTER : other).post("/api/bodies", body(id, "MISMA" + number + "-" + i)));
            assertThat(statuses(replies)).containsExactly(won(409));
            assertThat(replies).filteredOn(reply -> reply.status() == 409).allSatisfy(reply -> assertThat(reply.text("code")).isEqualTo("already-exists"));
        }
    }

    @Test
    void the_same_request_several_times_at_once_is_carried_out_once_and_answered_alike() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            var acronym = "CLAVE" + round;
            var replies = atOnce(i -> REGISTER.post("/api/bodies", body(null, acronym), Map.of("Idempotency-Key", acronym)));
            assertThat(replies).allSatisfy(reply -> assertThat(reply.status()).as(reply.body()::toString).isEqualTo(201));
            assertThat(replies.stream().map(Reply::id).distinct()).hasSize(1);
        }
    }

    private static String body(String id, String acronym) {
        return "{" + (id == null ? "" : "'id':'" + id + "',") + "'name':'Consejo','acronym':'" + acronym + "','kind':'council','effectiveOn':'2014-09-17'}";
    }

    private static List<Reply> atOnce(IntFunction<Reply> request) throws Exception {
        var start = new CyclicBarrier(AT_ONCE);
        var replies = new ArrayList<Reply>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = new ArrayList<Future<Reply>>();
            for (int i = 0; i < AT_ONCE; i++) {
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

    private static Integer[] statuses(List<Reply> replies) {
        return replies.stream().map(Reply::status).sorted().toArray(Integer[]::new);
    }

    /** One 201 and the rest {@code lost}. */
    private static Integer[] won(int lost) {
        var expected = new Integer[AT_ONCE];
        java.util.Arrays.fill(expected, lost);
        expected[0] = 201;
        return expected;
    }
}
