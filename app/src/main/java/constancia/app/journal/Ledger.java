package constancia.app.journal;

import constancia.command.Shell;
import constancia.query.history.EventJson;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.StreamableMessageSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The ledger as a source of messages: every record once, in the order of the positions, none skipped. A token is a
 * plain position; the tail is 0, the head the last position given.
 */
public final class Ledger implements StreamableMessageSource<TrackedEventMessage<?>> {

    /** Under this key of the metadata a message says when the ledger recorded it. */
    public static final String RECORDED_AT = "recordedAt";

    private static final int PAGE = 1000;
    private static final String READ = """
            select l.position, l.recorded_at, e.event_id, e.aggregate_type, e.aggregate_id, e.sequence_number, e.type, e.payload, e.metadata, e.received_at
            from journal.ledger l join journal.event e using (event_index)
            where l.position > :after and l.position <= :until order by l.position limit :page""";
    private static final String READ_KINDS = READ.replace("l.position <= :until", "l.position <= :until and e.aggregate_type in (:kinds)");
    /** How long those gather who look for few records among many: the ledger may be read for each of them in vain. */
    private static final Duration FEW = Duration.ofMillis(100);

    private final JdbcClient db;
    private final Wake numbered;

    public Ledger(JdbcClient db, Wake numbered) {
        this.db = db;
        this.numbered = numbered;
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
        return new LedgerStream(from(token), null, () -> Long.MAX_VALUE);
    }

    private static long from(@Nullable TrackingToken token) {
        return token == null ? 0 : token.position().orElse(0);
    }

    /** Only the records of these kinds of items, for those who look for few among many: the others are not read. */
    public BlockingStream<TrackedEventMessage<?>> openStream(long after, List<String> kinds) {
        return new LedgerStream(after, kinds, () -> Long.MAX_VALUE);
    }

    /** The same records to somebody who can be told to stand still at a position; at first they go on for ever. */
    public Bounded bounded() {
        return new Bounded();
    }

    public final class Bounded implements StreamableMessageSource<TrackedEventMessage<?>> {

        private volatile long limit = Long.MAX_VALUE;

        private Bounded() {}

        /** No record after this position is given out until another limit is set. */
        public void upTo(long position) {
            limit = position;
            numbered.ring();
        }

        @Override
        public BlockingStream<TrackedEventMessage<?>> openStream(@Nullable TrackingToken token) {
            return new LedgerStream(from(token), null, () -> limit);
        }

        @Override
        public TrackingToken createTailToken() {
            return Ledger.this.createTailToken();
        }

        @Override
        public TrackingToken createHeadToken() {
            return Ledger.this.createHeadToken();
        }

        @Override
        public TrackingToken createTokenAt(Instant instant) {
            return Ledger.this.createTokenAt(instant);
        }
    }

    @Override
    public TrackingToken createTailToken() {
        return new GlobalSequenceTrackingToken(0);
    }

    @Override
    public TrackingToken createHeadToken() {
        return new GlobalSequenceTrackingToken(db.sql("select position from journal.head").query(Long.class).single());
    }

    /** The last position recorded before that instant. */
    @Override
    public TrackingToken createTokenAt(Instant instant) {
        return new GlobalSequenceTrackingToken(db.sql("select coalesce(max(position), 0) from journal.ledger where recorded_at < :at")
                .param("at", instant.atOffset(ZoneOffset.UTC)).query(Long.class).single());
    }

    /** Records, and the position up to which there are no others. */
    private record Page(List<TrackedEventMessage<?>> records, long until) {
        boolean full() {
            return records.size() == PAGE;
        }
    }

    private Page after(long position, @Nullable List<String> kinds, long limit) {
        if (kinds == null) {
            var records = messages(db.sql(READ).param("after", position).param("until", limit));
            return new Page(records, last(records, position));
        }
        long head = createHeadToken().position().orElseThrow();
        var records = messages(db.sql(READ_KINDS).param("after", position).param("until", head).param("kinds", kinds));
        return new Page(records, records.size() == PAGE ? last(records, position) : head);
    }

    private static long last(List<TrackedEventMessage<?>> records, long otherwise) {
        return records.isEmpty() ? otherwise : records.getLast().trackingToken().position().orElseThrow();
    }

    private static List<TrackedEventMessage<?>> messages(JdbcClient.StatementSpec select) {
        return select.param("page", PAGE).<TrackedEventMessage<?>>query((row, line) -> {
            var payload = EventJson.read(row.getString("type"), row.getBytes("payload"));
            var meta = MetaData.with(Shell.BY, EventJson.readProvenance(row.getBytes("metadata")))
                    .and(RECORDED_AT, row.getObject("recorded_at", OffsetDateTime.class).toInstant());
            return new GenericTrackedDomainEventMessage<>(new GlobalSequenceTrackingToken(row.getLong("position")),
                    new GenericDomainEventMessage<>(row.getString("aggregate_type"), row.getString("aggregate_id"), row.getLong("sequence_number"),
                            payload, meta, row.getString("event_id"), row.getObject("received_at", OffsetDateTime.class).toInstant()));
        }).list();
    }

    private final class LedgerStream implements BlockingStream<TrackedEventMessage<?>> {

        private final Deque<TrackedEventMessage<?>> read = new ArrayDeque<>();
        private final @Nullable List<String> kinds;
        private final LongSupplier limit;
        private long position;
        /** How often the bell had rung when the ledger was last read to its end; −1 when it was not. */
        private long drainedAt = -1;

        private LedgerStream(long position, @Nullable List<String> kinds, LongSupplier limit) {
            this.position = position;
            this.kinds = kinds;
            this.limit = limit;
        }

        @Override
        public Optional<TrackedEventMessage<?>> peek() {
            if (numbered.rings() > drainedAt) {
                fill();
            }
            return Optional.ofNullable(read.peek());
        }

        @Override
        public boolean hasNextAvailable(int timeout, TimeUnit unit) throws InterruptedException {
            long deadline = System.nanoTime() + unit.toNanos(timeout);
            while (true) {
                long heard = numbered.rings();
                fill();
                if (!read.isEmpty()) {
                    return true;
                }
                long left = deadline - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                numbered.await(heard, Duration.ofNanos(left));
                if (kinds != null) {
                    Thread.sleep(FEW);
                }
            }
        }

        @Override
        public TrackedEventMessage<?> nextAvailable() throws InterruptedException {
            while (!hasNextAvailable(1, TimeUnit.SECONDS)) {
                Thread.onSpinWait();
            }
            return read.poll();
        }

        private void fill() {
            if (read.isEmpty()) {
                long heard = numbered.rings();
                var page = after(position, kinds, limit.getAsLong());
                read.addAll(page.records());
                drainedAt = page.full() ? -1 : heard;
                position = page.until();
            }
        }

        @Override
        public void close() {
            read.clear();
        }
    }
}
