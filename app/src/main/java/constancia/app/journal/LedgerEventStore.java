package constancia.app.journal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import constancia.command.Creates;
import constancia.command.Folded;
import constancia.command.Rectify;
import constancia.command.Shell;
import constancia.kernel.Rectified;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStore;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.messaging.unitofwork.UnitOfWork;
import org.jspecify.annotations.Nullable;

/**
 * Axon's event store over the journal and the ledger: items are loaded from the journal, streams read the ledger.
 * The states of items lately changed are kept. On {@link Trust} a kept state is taken as the last one, which the append
 * then proves; not after a connection was opened, which may lead to a server that lost records. Otherwise it is used if
 * the transaction sees the record it ends with, and with the records after it.
 */
public final class LedgerEventStore extends AbstractEventStore {

    private static final String OPENED = LedgerEventStore.class.getName();

    private final JournalEngine journal;
    private final Openings openings;
    private final Ledger ledger;
    private final Wake committed;
    private final Cache<String, Kept> kept = Caffeine.newBuilder().maximumSize(50_000).build();

    private LedgerEventStore(Builder builder) {
        super(builder);
        this.journal = builder.journal;
        this.openings = builder.openings;
        this.ledger = builder.ledger;
        this.committed = builder.committed;
    }

    public static LedgerEventStore of(JournalEngine journal, Openings openings, Ledger ledger, Wake committed) {
        return new LedgerEventStore(new Builder(journal, openings, ledger, committed));
    }

    /** For a transaction that is about to create many items: asks in one question which of them are there already. */
    public void lookAhead(Collection<UUID> items) {
        journal.lookAhead(items);
    }

    @Override
    public DomainEventStream readEvents(String item) {
        var state = needsAllRecords() ? null : kept.getIfPresent(item);
        var stored = CurrentUnitOfWork.isStarted() && onTrust(state, CurrentUnitOfWork.get()) ? trusted(item, state) : read(item, state);
        return DomainEventStream.concat(DomainEventStream.of(stored), DomainEventStream.of(stagedDomainEventMessages(item)));
    }

    /** Who rectifies folds the item anew, and a kept state has no records. */
    private static boolean needsAllRecords() {
        return CurrentUnitOfWork.isStarted() && CurrentUnitOfWork.get().getMessage() != null
                && CurrentUnitOfWork.get().getMessage().getPayloadType() == Rectify.class;
    }

    /** Whether the journal need not be read: a state is kept, or there should be none yet. */
    private boolean onTrust(@Nullable Kept state, UnitOfWork<?> unitOfWork) {
        unitOfWork.root().resources().putIfAbsent(OPENED, openings.count());
        var trust = Trust.in(unitOfWork);
        if (trust == null || !LastWrites.nothingSentYet() || (state == null ? !isCreating(unitOfWork) : state.opened() != openings.count())) {
            return false;
        }
        trust.use();
        return true;
    }

    private static boolean isCreating(UnitOfWork<?> unitOfWork) {
        return unitOfWork.getMessage().getPayloadType().isAnnotationPresent(Creates.class);
    }

    private static List<DomainEventMessage<?>> trusted(String item, @Nullable Kept state) {
        return state == null ? List.of() : List.of(state.message(item));
    }

    private List<DomainEventMessage<?>> read(String item, @Nullable Kept state) {
        if (state == null) {
            return journal.read(item, 0);
        }
        var newer = journal.read(item, state.sequenceNumber());
        if (newer.size() > 1) {
            kept.invalidate(item);
        }
        if (newer.isEmpty() || !newer.getFirst().getIdentifier().equals(state.lastEvent()) || newer.stream().skip(1).anyMatch(LedgerEventStore::rectifies)) {
            return journal.read(item, 0);
        }
        newer.set(0, state.message(item));
        return newer;
    }

    private static boolean rectifies(DomainEventMessage<?> record) {
        return record.getPayload() instanceof Rectified;
    }

    @Override
    protected void prepareCommit(List<? extends EventMessage<?>> events) {
        super.prepareCommit(events);
        var trust = Trust.in(CurrentUnitOfWork.get());
        if (trust != null) {
            trust.prove();
        }
    }

    @Override
    protected void afterCommit(List<? extends EventMessage<?>> events) {
        var unitOfWork = CurrentUnitOfWork.get();
        var opened = unitOfWork.root().<Long>getResource(OPENED);
        var changed = Folded.of(unitOfWork);
        for (var message : events) {
            var event = (DomainEventMessage<?>) message;
            var shell = changed.get(event.getAggregateIdentifier());
            if (opened != null && shell != null && shell.version() == event.getSequenceNumber() + 1) {
                kept.put(event.getAggregateIdentifier(), new Kept(event.getType(), Folded.copy(shell), event.getIdentifier(), opened));
            }
        }
        committed.ring();
    }

    /** The state of an item, the record that it ends with, and how many connections had been opened when it was read. */
    private record Kept(String type, Shell<?, ?> shell, String lastEvent, long opened) {

        long sequenceNumber() {
            return shell.version() - 1L;
        }

        DomainEventMessage<?> message(String item) {
            return new GenericDomainEventMessage<>(type, item, sequenceNumber(), Folded.copy(shell), MetaData.emptyInstance(), lastEvent, Instant.EPOCH);
        }
    }

    @Override
    public BlockingStream<TrackedEventMessage<?>> openStream(TrackingToken trackingToken) {
        return ledger.openStream(trackingToken);
    }

    @Override
    public TrackingToken createTailToken() {
        return ledger.createTailToken();
    }

    @Override
    public TrackingToken createHeadToken() {
        return ledger.createHeadToken();
    }

    @Override
    public TrackingToken createTokenAt(Instant dateTime) {
        return ledger.createTokenAt(dateTime);
    }

    private static final class Builder extends AbstractEventStore.Builder {

        private final JournalEngine journal;
        private final Openings openings;
        private final Ledger ledger;
        private final Wake committed;

        private Builder(JournalEngine journal, Openings openings, Ledger ledger, Wake committed) {
            this.journal = journal;
            this.openings = openings;
            this.ledger = ledger;
            this.committed = committed;
            storageEngine(journal);
        }
    }
}
