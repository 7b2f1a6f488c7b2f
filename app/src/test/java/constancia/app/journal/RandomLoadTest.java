package constancia.app.journal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Eight writers on a dozen items, two sequencers at once, a reader that follows: one order, nothing lost, nothing twice. */
class RandomLoadTest {

    private static final int WRITERS = 8;
    private static final int TURNS = 150;

    private final TestJournal journal = TestJournal.fresh();
    private final Wake committed = new Wake();
    private final List<UUID> items = Stream.generate(UUID::randomUUID).limit(12).toList();
    private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();

    @AfterEach
    void close() {
        journal.close();
    }

    @Test
    void two_sequencers_under_load_make_one_order_without_holes_losses_or_doubles() throws Exception {
        var one = loop();
        var other = loop();
        List<String> read;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var written = new CountDownLatch(WRITERS);
            var writers = new ArrayList<Future<?>>();
            for (int writer = 0; writer < WRITERS; writer++) {
                int seed = writer;
                writers.add(threads.submit(() -> {
                    try {
                        write(new Random(seed));
                    } finally {
                        written.countDown();
                    }
                }));
            }
            var reader = threads.submit(() -> follow(written));
            for (var writer : writers) {
                writer.get(60, TimeUnit.SECONDS);
            }
            read = reader.get(60, TimeUnit.SECONDS);
        }
        journal.numberAll();
        assertThat(one.trouble()).isNull();
        assertThat(other.trouble()).isNull();
        Invariants.hold(journal);
        var ledger = journal.db.sql("select event_id::text from journal.ledger join journal.event using (event_index) order by position").query(String.class).list();
        assertThat(ledger).containsExactlyInAnyOrderElementsOf(acknowledged);
        assertThat(read).isEqualTo(ledger);
    }

    private SequencerLoop loop() {
        var loop = journal.closing(new SequencerLoop(journal.sequencerSeeing("public", Clock.systemUTC()), committed, journal.numbered));
        loop.start();
        return loop;
    }

    private void write(Random random) {
        for (int turn = 0; turn < TURNS; turn++) {
            var item = items.get(random.nextInt(items.size()));
            int records = 1 + random.nextInt(4);
            boolean takeBack = random.nextInt(100) < 15;
            int lost = 0;
            while (true) {
                try {
                    append(item, records, takeBack);
                    committed.ring();
                    break;
                } catch (RuntimeException e) {
                    if (!LostRace.is(e) || ++lost > 1000) {
                        throw e;
                    }
                }
            }
        }
    }

    private void append(UUID item, int records, boolean takeBack) {
        var appended = new ArrayList<DomainEventMessage<?>>();
        journal.command.executeWithoutResult(status -> {
            int known = journal.engine.read(item.toString(), 0).size();
            for (int i = 0; i < records; i++) {
                appended.add(TestJournal.record(item, known + i, "r"));
            }
            journal.engine.appendEvents(appended);
            if (takeBack) {
                status.setRollbackOnly();
            }
        });
        if (!takeBack) {
            appended.forEach(event -> acknowledged.add(event.getIdentifier()));
        }
    }

    /** Reads as the ledger grows, until the writers are done and everything they were promised was read. */
    private List<String> follow(CountDownLatch written) throws InterruptedException {
        var read = new ArrayList<String>();
        long last = 0;
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        try (var stream = journal.ledger.openStream(journal.ledger.createTailToken())) {
            while ((written.getCount() > 0 || read.size() < acknowledged.size()) && System.nanoTime() < deadline) {
                if (stream.hasNextAvailable(200, TimeUnit.MILLISECONDS)) {
                    var message = stream.nextAvailable();
                    assertThat(message.trackingToken().position()).hasValue(++last);
                    read.add(message.getIdentifier());
                }
            }
        }
        return read;
    }
}
