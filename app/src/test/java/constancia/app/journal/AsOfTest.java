package constancia.app.journal;

import constancia.query.history.CutRequest;
import constancia.query.history.Cuts;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What was known at an instant: once answered, the same for ever. */
class AsOfTest {

    private final TestJournal journal = TestJournal.fresh();
    private final TransactionTemplate work = new TransactionTemplate(new JdbcTransactionManager(journal.workPool));
    private final Cuts cuts = new Cuts(journal.db, Clock.systemUTC(), Sequencer.LOCK);

    @AfterEach
    void close() {
        journal.close();
    }

    @Test
    void an_answer_waits_for_the_round_that_has_stamped_records_which_cannot_be_seen_yet() throws Exception {
        journal.recorded(UUID.randomUUID(), 0, "one");
        journal.numberAll();
        journal.recorded(UUID.randomUUID(), 0, "two");
        var asked = new CompletableFuture<Long>();
        var asOf = work.execute(status -> {
            await().pollInSameThread().atMost(TestJournal.SOON).until(() -> journal.sequencer.round().numbered() == 1);
            var now = journal.elsewhere(this::now);
            assertThat(journal.elsewhere(() -> seenUpTo(now))).as("what an answer would be that does not wait").isEqualTo(1);
            Thread.startVirtualThread(() -> asked.complete(positionAt(now)));
            await().atMost(TestJournal.SOON).until(() -> journal.elsewhere(this::waitingForTheRound) == 1);
            assertThat(asked).isNotDone();
            return now;
        });
        assertThat(asked.get(20, TimeUnit.SECONDS)).isEqualTo(2);
        assertThat(positionAt(asOf)).isEqualTo(2);
    }

    @Test
    void an_answer_about_what_is_long_recorded_waits_for_nobody() {
        journal.recorded(UUID.randomUUID(), 0, "one");
        journal.numberAll();
        var then = journal.db.sql("select recorded_at from journal.head").query(OffsetDateTime.class).single().toInstant();
        journal.recorded(UUID.randomUUID(), 0, "two");
        work.executeWithoutResult(status -> {
            await().pollInSameThread().atMost(TestJournal.SOON).until(() -> journal.sequencer.round().numbered() == 1);
            assertThat(journal.elsewhere(() -> positionAt(then))).isEqualTo(1);
        });
    }

    @Test
    void the_sequencer_gets_its_turn_before_those_who_ask_after_it() throws Exception {
        journal.recorded(UUID.randomUUID(), 0, "one");
        var round = new CompletableFuture<Sequencer.Round>();
        var asked = new CompletableFuture<Long>();
        work.executeWithoutResult(status -> {
            journal.db.sql("select pg_advisory_xact_lock_shared(:lock)").param("lock", Sequencer.LOCK).query().singleRow();
            Thread.startVirtualThread(() -> round.complete(journal.sequencer.round()));
            await().atMost(TestJournal.SOON).until(() -> waitingForTheRound() == 1);
            var now = now();
            Thread.startVirtualThread(() -> asked.complete(positionAt(now)));
            await().atMost(TestJournal.SOON).until(() -> waitingForTheRound() == 2);
        });
        assertThat(round.get(20, TimeUnit.SECONDS).numbered()).isEqualTo(1);
        assertThat(asked.get(20, TimeUnit.SECONDS)).as("recorded after it was asked").isZero();
    }

    @Test
    void no_answer_changes_while_the_ledger_grows_and_the_ledger_grows_however_many_ask() throws Exception {
        var committed = new Wake();
        var loop = journal.closing(new SequencerLoop(journal.sequencer, committed, journal.numbered));
        loop.start();
        Map<Instant, Long> answers = new ConcurrentHashMap<>();
        var asking = new AtomicBoolean(true);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var askers = new ArrayList<Future<?>>();
            for (int asker = 0; asker < 12; asker++) {
                askers.add(threads.submit(() -> {
                    while (asking.get()) {
                        var asOf = now();
                        answers.merge(asOf, positionAt(asOf), (a, b) -> a.equals(b) ? a : -1);
                    }
                }));
            }
            try {
                for (int i = 0; i < 300; i++) {
                    journal.recorded(UUID.randomUUID(), 0, "r");
                    committed.ring();
                }
                await("the sequencer gets its turn").atMost(TestJournal.SOON).until(() -> journal.head() == 300 && answers.size() > 200);
            } finally {
                asking.set(false);
            }
            for (var asker : askers) {
                asker.get(20, TimeUnit.SECONDS);
            }
        }
        answers.forEach((asOf, position) -> assertThat(positionAt(asOf)).isEqualTo(position));
        Invariants.hold(journal);
    }

    private long positionAt(Instant asOf) {
        return cuts.resolve(new CutRequest(null, asOf, null)).upTo();
    }

    private Instant now() {
        return journal.db.sql("select clock_timestamp()").query(OffsetDateTime.class).single().toInstant();
    }

    private long seenUpTo(Instant asOf) {
        return journal.db.sql("select coalesce(max(position), 0) from journal.ledger where recorded_at <= :asOf")
                .param("asOf", asOf.atOffset(ZoneOffset.UTC)).query(Long.class).single();
    }

    private int waitingForTheRound() {
        return journal.forger.sql("select count(*) from pg_locks where locktype = 'advisory' and not granted and database = (select oid from pg_database where datname = current_database())")
                .query(Integer.class).single();
    }
}
