package constancia.app.journal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

/** Clocks that differ, and clocks that go back. */
class ClockTest {

    /** A clock that a test puts forward and back. */
    private static final class Watch extends Clock {

        private volatile Duration ahead = Duration.ZERO;

        @Override
        public Instant instant() {
            return Instant.now().plus(ahead);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private final TestJournal journal = TestJournal.fresh();
    private final Watch watch = new Watch();

    @AfterEach
    void close() {
        journal.close();
    }

    @Test
    void a_node_whose_clock_differs_by_more_than_five_seconds_numbers_nothing() {
        var sequencer = journal.sequencer(watch);
        journal.recorded(UUID.randomUUID(), 0, "one");
        for (var ahead : new Duration[] {Duration.ofSeconds(6), Duration.ofSeconds(-6), Duration.ofHours(-2)}) {
            watch.ahead = ahead;
            assertThatThrownBy(sequencer::round).isInstanceOf(Sequencer.Stopped.class).hasMessageContaining("clocks");
        }
        assertThat(journal.head()).isZero();
        watch.ahead = Duration.ofSeconds(4);
        await().atMost(TestJournal.SOON).until(() -> sequencer.round().numbered() == 1);
    }

    @Test
    void the_loop_says_why_it_stands_still_and_goes_on_when_the_clock_is_right_again() {
        watch.ahead = Duration.ofSeconds(60);
        var loop = journal.closing(new SequencerLoop(journal.sequencer(watch), new Wake(), journal.numbered));
        loop.start();
        journal.recorded(UUID.randomUUID(), 0, "one", "two");
        await().atMost(TestJournal.SOON).until(() -> loop.trouble() != null);
        assertThat(loop.trouble()).contains("clocks");
        assertThat(journal.head()).isZero();
        watch.ahead = Duration.ZERO;
        await().atMost(TestJournal.SOON).until(() -> journal.head() == 2 && loop.trouble() == null);
    }

    @Test
    void the_time_of_recording_never_goes_back_although_the_clock_of_the_database_does() {
        journal.forger.sql("create schema fake").update();
        journal.forger.sql("create table fake.ahead (by interval not null)").update();
        journal.forger.sql("insert into fake.ahead values ('0')").update();
        journal.forger.sql("create function fake.clock_timestamp() returns timestamptz volatile language sql return (select pg_catalog.clock_timestamp() + by from fake.ahead)").update();
        journal.forger.sql("grant usage on schema fake to public").update();
        journal.forger.sql("grant select on fake.ahead to public").update();
        var sequencer = journal.sequencerSeeing("fake", watch);
        for (int minutes : new int[] {0, 90, -90, 0, 100, 99}) {
            var ahead = Duration.ofMinutes(minutes);
            watch.ahead = ahead;
            journal.forger.sql("update fake.ahead set by = :by::interval").param("by", ahead.toString()).update();
            journal.recorded(UUID.randomUUID(), 0, "at " + minutes);
            await().atMost(TestJournal.SOON).until(() -> sequencer.round().numbered() == 1);
        }
        var times = journal.db.sql("select recorded_at from journal.ledger order by position").query(OffsetDateTime.class).list();
        assertThat(times).hasSize(6).isSorted().doesNotHaveDuplicates();
        assertThat(times.get(1)).isAfter(times.get(0).plusMinutes(80));
        assertThat(Duration.between(times.get(1), times.get(3))).as("while the clock is behind, time stands all but still").isLessThan(Duration.ofMillis(1));
    }
}
