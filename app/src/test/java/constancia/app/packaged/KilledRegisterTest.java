package constancia.app.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The whole register is killed while it is being written to, and started again on the same folder. */
class KilledRegisterTest {

    private static final int BEFORE_THE_KILL = 150;
    private static final int WRITERS = 4;

    @Test
    void everything_acknowledged_is_there_after_a_kill_and_the_positions_are_dense(@TempDir Path folder) throws Exception {
        Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
        try (var first = Packaged.embedded(folder, java.util.List.of()).ready().signedIn(); var writers = Executors.newFixedThreadPool(WRITERS)) {
            var next = new AtomicInteger();
            for (int i = 0; i < WRITERS; i++) {
                writers.execute(() -> write(first, next, acknowledged));
            }
            while (acknowledged.size() < BEFORE_THE_KILL) {
                assertThat(first.log()).doesNotContain("ERROR");
                LockSupport.parkNanos(5_000_000);
            }
            first.kill();
            writers.shutdown();
            assertThat(writers.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        }

        try (var second = Packaged.embedded(folder, java.util.List.of()).ready().signedIn()) {
            for (var id : acknowledged) {
                assertThat(second.get("/api/institutions/" + id).statusCode()).as("%s was acknowledged", id).isEqualTo(200);
            }
            // One more record, so that what came before it has its numbers.
            var last = second.post("/api/institutions", "{\"name\":\"Después\",\"kind\":\"other\"}");
            assertThat(last.statusCode()).isEqualTo(201);
            long head = second.read("/api/institutions/" + id(last.body()) + "/history").at("/items/0/position").asLong();
            assertThat(head).isGreaterThan(acknowledged.size());
            long position = 0;
            while (position < head) {
                for (var leaf : second.read("/api/ledger/records?from=" + (position + 1) + "&to=" + Math.min(head, position + 100)).get("items")) {
                    assertThat(leaf.get("position").asLong()).isEqualTo(++position);
                }
            }
        }
    }

    private static void write(Packaged register, AtomicInteger next, Queue<String> acknowledged) {
        try {
            while (true) {
                var response = register.post("/api/institutions", "{\"name\":\"Institución " + next.incrementAndGet() + "\",\"kind\":\"state\"}");
                assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
                acknowledged.add(id(response.body()));
            }
        } catch (IOException killed) {
            // What was under way is neither acknowledged nor refused.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String id(String body) {
        return JsonMapper.shared().readTree(body).get("id").stringValue();
    }
}
