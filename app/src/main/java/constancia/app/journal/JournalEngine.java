package constancia.app.journal;

import constancia.app.journal.LastWrites.Write;
import constancia.command.Shell;
import constancia.kernel.Event;
import constancia.kernel.EventTypes;
import constancia.kernel.Provenance;
import constancia.kernel.Rectified;
import constancia.kernel.meetings.DeliberationStep;
import constancia.kernel.reserve.Classified;
import constancia.query.history.EventJson;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.messaging.MetaData;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Appends events to the journal and reads those of one item, in the transaction of the command. Whoever wants events
 * in the register's order reads the {@link Ledger}; whoever asks this engine for them is sent there.
 */
public final class JournalEngine implements EventStorageEngine {

    private static final String APPEND = """
            insert into journal.event (event_id, aggregate_type, aggregate_id, sequence_number, type, revision, payload, metadata, received_at, effective_on, part)
            values (?, ?, ?, ?, ?, null, ?, ?, ?, ?, ?)""";
    /** What corrects a record is of the same part of the item. */
    private static final String APPEND_RECTIFIED = APPEND.replace("?, ?)", "?, (select part from journal.event where aggregate_id = ? and sequence_number = ?))");
    private static final String READ = """
            select event_id, aggregate_type, sequence_number, type, payload, metadata, received_at
            from journal.event where aggregate_id = ? and sequence_number >= ? order by sequence_number""";

    private final JdbcClient db;

    public JournalEngine(DataSource dataSource) {
        this.db = JdbcClient.create(new CommandTemplate(dataSource));
    }

    @Override
    public void appendEvents(List<? extends EventMessage<?>> events) {
        for (var message : events) {
            var event = (DomainEventMessage<?>) message;
            var item = UUID.fromString(event.getAggregateIdentifier());
            LastWrites.add(db, event.getPayload() instanceof Rectified rectified
                    ? new Write(APPEND_RECTIFIED, UUID.fromString(event.getIdentifier()), event.getType(), item, event.getSequenceNumber(), type(event),
                            payload(event), provenance(event), receivedAt(event), rectified.effectiveOn(), item, rectified.record() - 1L)
                    : new Write(APPEND, UUID.fromString(event.getIdentifier()), event.getType(), item, event.getSequenceNumber(), type(event),
                            payload(event), provenance(event), receivedAt(event), ((Event) event.getPayload()).effectiveOn(), part((Event) event.getPayload())));
        }
    }

    private static @Nullable UUID part(Event event) {
        return switch (event) {
            case DeliberationStep step -> step.deliberation();
            case Classified classified -> classified.part();
            default -> null;
        };
    }

    private static String type(DomainEventMessage<?> event) {
        return EventTypes.nameOf((Event) event.getPayload());
    }

    private static byte[] payload(DomainEventMessage<?> event) {
        return EventJson.write((Event) event.getPayload());
    }

    private static byte[] provenance(DomainEventMessage<?> event) {
        return EventJson.write((Provenance) event.getMetaData().get(Shell.BY));
    }

    private static OffsetDateTime receivedAt(DomainEventMessage<?> event) {
        return event.getTimestamp().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    @Override
    public DomainEventStream readEvents(String aggregate, long firstSequenceNumber) {
        return DomainEventStream.of(read(aggregate, firstSequenceNumber));
    }

    /** Asks once whether anything is on record of these items; the transaction under way need not ask again for those of which nothing is. */
    void lookAhead(Collection<UUID> items) {
        var written = new HashSet<>(db.sql("select aggregate_id from journal.event where aggregate_id = any (?) and sequence_number = 0")
                .params((Object) items.toArray(UUID[]::new)).query(UUID.class).list());
        items.stream().filter(item -> !written.contains(item)).forEach(item -> Told.remember(new Unwritten(item)));
    }

    private record Unwritten(UUID item) {}

    List<DomainEventMessage<?>> read(String aggregate, long firstSequenceNumber) {
        if (Told.knows(new Unwritten(UUID.fromString(aggregate)))) {
            return new ArrayList<>();
        }
        return new ArrayList<>(db.sql(READ).params(UUID.fromString(aggregate), firstSequenceNumber)
                .<DomainEventMessage<?>>query((row, line) -> event(aggregate, row)).list());
    }

    private static DomainEventMessage<?> event(String aggregate, ResultSet row) throws SQLException {
        var payload = EventJson.read(row.getString("type"), row.getBytes("payload"));
        var meta = MetaData.with(Shell.BY, EventJson.readProvenance(row.getBytes("metadata")));
        return new GenericDomainEventMessage<>(row.getString("aggregate_type"), aggregate, row.getLong("sequence_number"), payload, meta,
                row.getString("event_id"), row.getObject("received_at", OffsetDateTime.class).toInstant());
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String aggregate) {
        return read(aggregate, 0).stream().map(DomainEventMessage::getSequenceNumber).max(Long::compareTo);
    }

    /** Nothing is stored: what is kept between commands are states in memory, see {@link LedgerEventStore}. */
    @Override
    public void storeSnapshot(DomainEventMessage<?> snapshot) {
        throw new UnsupportedOperationException("The journal keeps no snapshots");
    }

    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String aggregate) {
        return Optional.empty();
    }

    @Override
    public Stream<? extends TrackedEventMessage<?>> readEvents(TrackingToken trackingToken, boolean mayBlock) {
        throw readTheLedger();
    }

    @Override
    public TrackingToken createTailToken() {
        throw readTheLedger();
    }

    @Override
    public TrackingToken createHeadToken() {
        throw readTheLedger();
    }

    @Override
    public TrackingToken createTokenAt(java.time.Instant dateTime) {
        throw readTheLedger();
    }

    private static UnsupportedOperationException readTheLedger() {
        return new UnsupportedOperationException("The journal's own numbers are no order: read the ledger");
    }
}
