package constancia.app.journal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import constancia.command.Folded;
import constancia.command.Shell;
import java.time.Instant;
import java.util.List;
import org.axonframework.common.stream.BlockingStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.AbstractEventStore;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;

/**
 * Axon's event store over the journal and the ledger: items are loaded from the journal, streams read the ledger.
 * The states of items lately changed are kept; a kept state is used only if the transaction sees the record it ends
 * with, and with the records after it.
 */
public final class LedgerEventStore extends AbstractEventStore {

    private final JournalEngine journal;
    private final Ledger ledger;
    private final Wake committed;
    private final Cache<String, Shell<?, ?>> kept = Caffeine.newBuilder().maximumSize(50_000).build();

    private LedgerEventStore(Builder builder) {
        super(builder);
        this.journal = builder.journal;
        this.ledger = builder.ledger;
        this.committed = builder.committed;
    }

    public static LedgerEventStore of(JournalEngine journal, Ledger ledger, Wake committed) {
        return new LedgerEventStore(new Builder(journal, ledger, committed));
    }

    @Override
    public DomainEventStream readEvents(String item) {
        var shell = kept.getIfPresent(item);
        var stored = shell == null ? journal.read(item, 0) : after(item, shell);
        return DomainEventStream.concat(DomainEventStream.of(stored), DomainEventStream.of(stagedDomainEventMessages(item)));
    }

    private List<DomainEventMessage<?>> after(String item, Shell<?, ?> shell) {
        long last = shell.version() - 1;
        var newer = journal.read(item, last);
        if (newer.isEmpty()) {
            return journal.read(item, 0);
        }
        var lastSeen = newer.getFirst();
        newer.set(0, new GenericDomainEventMessage<>(lastSeen.getType(), item, last, Folded.copy(shell)));
        return newer;
    }

    @Override
    protected void afterCommit(List<? extends EventMessage<?>> events) {
        Folded.of(CurrentUnitOfWork.get()).forEach((item, shell) -> kept.put(item, Folded.copy(shell)));
        committed.ring();
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
        private final Ledger ledger;
        private final Wake committed;

        private Builder(JournalEngine journal, Ledger ledger, Wake committed) {
            this.journal = journal;
            this.ledger = ledger;
            this.committed = committed;
            storageEngine(journal);
        }
    }
}
