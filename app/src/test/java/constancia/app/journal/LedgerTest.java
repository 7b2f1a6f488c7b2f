package constancia.app.journal;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackingToken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** The ledger as streams read it. */
class LedgerTest {

    private final TestJournal journal = TestJournal.fresh();

    @AfterEach
    void close() {
        journal.close();
    }

    @Test
    void a_token_is_a_plain_position_from_zero_to_the_last_one_given() {
        assertThat(journal.ledger.createTailToken()).isEqualTo(new GlobalSequenceTrackingToken(0));
        assertThat(journal.ledger.createHeadToken()).isEqualTo(new GlobalSequenceTrackingToken(0));
        journal.recorded(UUID.randomUUID(), 0, "one", "two", "three");
        assertThat(journal.ledger.createHeadToken()).as("not numbered yet").isEqualTo(new GlobalSequenceTrackingToken(0));
        journal.numberAll();
        assertThat(journal.ledger.createHeadToken()).isEqualTo(new GlobalSequenceTrackingToken(3));
        assertThat(journal.ledger.createTailToken()).isEqualTo(new GlobalSequenceTrackingToken(0));
    }

    @Test
    void a_token_at_an_instant_is_the_last_position_recorded_before_it() {
        for (String name : List.of("one", "two", "three")) {
            journal.recorded(UUID.randomUUID(), 0, name);
            journal.numberAll();
        }
        var times = journal.db.sql("select recorded_at from journal.ledger order by position").query(OffsetDateTime.class).list()
                .stream().map(OffsetDateTime::toInstant).toList();
        assertThat(at(Instant.EPOCH)).isZero();
        for (int place = 0; place < 3; place++) {
            assertThat(at(times.get(place))).isEqualTo(place);
            assertThat(at(times.get(place).plusNanos(1000))).isEqualTo(place + 1);
        }
        assertThat(at(times.getLast().plusSeconds(3600))).isEqualTo(3);
    }

    @Test
    void a_stream_goes_on_right_after_its_token_over_any_number_of_pages_and_rounds() throws Exception {
        var names = IntStream.range(0, 2500).mapToObj(String::valueOf).toArray(String[]::new);
        journal.recorded(UUID.randomUUID(), 0, names);
        journal.numberAll();
        assertThat(positionsAfter(null)).isEqualTo(LongStream.rangeClosed(1, 2500).boxed().toList());
        assertThat(positionsAfter(new GlobalSequenceTrackingToken(999))).isEqualTo(LongStream.rangeClosed(1000, 2500).boxed().toList());
        assertThat(positionsAfter(new GlobalSequenceTrackingToken(2500))).isEmpty();
        assertThat(journal.names()).containsExactly(names);
        Invariants.hold(journal);
    }

    @Test
    void a_message_tells_when_it_was_recorded_and_when_it_was_received() throws Exception {
        journal.recorded(UUID.randomUUID(), 0, "one");
        journal.numberAll();
        try (var stream = journal.ledger.openStream(null)) {
            var message = stream.nextAvailable();
            var row = journal.db.sql("select recorded_at, received_at from journal.ledger join journal.event using (event_index)")
                    .query((r, line) -> List.of(r.getObject(1, OffsetDateTime.class).toInstant(), r.getObject(2, OffsetDateTime.class).toInstant())).single();
            assertThat(message.getMetaData()).containsEntry(Ledger.RECORDED_AT, row.get(0));
            assertThat(message.getTimestamp()).isEqualTo(row.get(1));
        }
    }

    @Test
    void whoever_waits_is_woken_by_the_bell() throws Exception {
        try (var stream = journal.ledger.openStream(null)) {
            var waiting = CompletableFuture.supplyAsync(() -> available(stream, 60));
            journal.recorded(UUID.randomUUID(), 0, "one");
            journal.numberAll();
            journal.numbered.ring();
            assertThat(waiting.get(5, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void what_was_numbered_without_a_bell_is_found_when_the_wait_ends() {
        var stream = journal.ledger.openStream(null);
        assertThat(stream.peek()).isEmpty();
        journal.recorded(UUID.randomUUID(), 0, "one");
        journal.numberAll();
        assertThat(available(stream, 0)).isTrue();
        stream.close();
    }

    @Test
    void the_journal_itself_gives_no_order() {
        assertThatThrownBy(() -> journal.engine.readEvents((TrackingToken) null, false)).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(journal.engine::createHeadToken).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(journal.engine::createTailToken).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> journal.engine.createTokenAt(Instant.EPOCH)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void another_node_is_woken_through_the_database() throws Exception {
        var bell = new Wake();
        listener(bell);
        try (var stream = new Ledger(journal.db, bell).openStream(null)) {
            var waiting = CompletableFuture.supplyAsync(() -> available(stream, 60));
            journal.recorded(UUID.randomUUID(), 0, "one");
            journal.numberAll();
            assertThat(waiting.get(5, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void a_listener_whose_connection_was_ended_listens_again() {
        var bell = new Wake();
        listener(bell);
        for (int round = 0; round < 2; round++) {
            long before = bell.rings();
            assertThat(journal.forger.sql("""
                    select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = current_database() and query like 'listen %'""")
                    .query(Integer.class).single()).isEqualTo(1);
            await().atMost(TestJournal.SOON).until(() -> bell.rings() > before);
            long listening = bell.rings();
            journal.recorded(UUID.randomUUID(), 0, "one");
            journal.numberAll();
            await().atMost(TestJournal.SOON).until(() -> bell.rings() > listening);
        }
    }

    @Test
    void an_append_alone_says_nothing_to_the_other_nodes() throws Exception {
        try (var connection = journal.app().connect(journal.url()); var statement = connection.createStatement()) {
            statement.execute("listen " + Sequencer.CHANNEL);
            journal.recorded(UUID.randomUUID(), 0, "one");
            var postgres = connection.unwrap(org.postgresql.PGConnection.class);
            statement.execute("select 1");
            assertThat(postgres.getNotifications()).isEmpty();
            journal.numberAll();
            assertThat(postgres.getNotifications(5000)).hasSize(1).extracting(org.postgresql.PGNotification::getParameter).containsExactly("1");
        }
    }

    private void listener(Wake bell) {
        var listener = journal.closing(new LedgerListener(() -> journal.app().connect(journal.url()), bell, new Wake()));
        listener.start();
        await().atMost(TestJournal.SOON).until(() -> bell.rings() > 0);
    }

    private long at(Instant instant) {
        return journal.ledger.createTokenAt(instant).position().orElseThrow();
    }

    private List<Long> positionsAfter(TrackingToken token) throws InterruptedException {
        var positions = new ArrayList<Long>();
        try (var stream = journal.ledger.openStream(token)) {
            while (stream.hasNextAvailable(0, TimeUnit.MILLISECONDS)) {
                positions.add(stream.nextAvailable().trackingToken().position().orElseThrow());
            }
        }
        return positions;
    }

    private static boolean available(org.axonframework.common.stream.BlockingStream<?> stream, int seconds) {
        try {
            return stream.hasNextAvailable(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
