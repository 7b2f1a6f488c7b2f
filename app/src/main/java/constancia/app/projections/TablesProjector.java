package constancia.app.projections;

import constancia.app.journal.Ledger;
import constancia.command.Shell;
import constancia.kernel.Event;
import constancia.kernel.Provenance;
import constancia.kernel.Recorded;
import constancia.kernel.Rectified;
import constancia.query.access.AccessLogView;
import constancia.query.Reader;
import constancia.query.history.Fold;
import constancia.query.history.Journal;
import constancia.query.history.View;
import constancia.query.tables.Facts;
import constancia.query.tables.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventHandlerInvoker;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.Segment;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Writes the tables of one generation. The records of a batch are folded into the facts of their items, then each item
 * is written once; rows and position in one commit. A failure stops the processor: nothing is skipped.
 */
final class TablesProjector implements EventHandlerInvoker {

    private static final int KEPT = 20_000;
    private static final String BATCH = TablesProjector.class.getName();

    private final List<Table<?>> tables;
    private final Map<String, Table<?>> byType;
    private final JdbcTemplate db;
    private final Journal journal;
    private final Runnable visible;
    private final Map<UUID, Facts<?>> known = new LinkedHashMap<>(1024, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Facts<?>> eldest) {
            return size() > KEPT;
        }
    };

    /** @param db finds the tables of the generation by its search path */
    TablesProjector(List<Table<?>> tables, JdbcTemplate db, Journal journal, Runnable visible) {
        this.tables = tables;
        this.byType = tables.stream().collect(Collectors.toMap(table -> table.view().type(), table -> table));
        this.db = db;
        this.journal = journal;
        this.visible = visible;
    }

    @Override
    public boolean canHandle(EventMessage<?> message, Segment segment) {
        return true;
    }

    @Override
    public void handle(EventMessage<?> message, Segment segment) {
        var unitOfWork = CurrentUnitOfWork.get().root();
        var batch = unitOfWork.<Map<UUID, Facts<?>>>getOrComputeResource(BATCH, key -> {
            unitOfWork.onRollback(u -> known.clear());
            unitOfWork.afterCommit(u -> visible.run());
            return new LinkedHashMap<>();
        });
        if (batch.isEmpty()) {
            unitOfWork.onPrepareCommit(u -> write(batch));
        }
        var event = (DomainEventMessage<?>) message;
        long position = ((TrackedEventMessage<?>) message).trackingToken().position().orElseThrow();
        if (!event.getType().equals(AccessLogView.TYPE)) {
            fold(byType.get(event.getType()).view(), event, position, batch);
        }
    }

    private <E extends Event, S> void fold(View<E, S> view, DomainEventMessage<?> event, long position, Map<UUID, Facts<?>> batch) {
        var id = UUID.fromString(event.getAggregateIdentifier());
        int n = (int) event.getSequenceNumber() + 1;
        var after = new Facts<>(id, n, position, event.getPayload() instanceof Rectified ? upTo(view, id, n) : after(view, id, n, event));
        known.put(id, after);
        batch.put(id, after);
    }

    private <E extends Event, S> S after(View<E, S> view, UUID id, int n, DomainEventMessage<?> event) {
        return view.evolve(before(view, id, n), new Recorded<>(n, view.events().cast(event.getPayload()), (Provenance) event.getMetaData().get(Shell.BY),
                (Instant) event.getMetaData().get(Ledger.RECORDED_AT)));
    }

    /** The item folded anew: what a rectification makes of the records before it. */
    private <E extends Event, S> S upTo(View<E, S> view, UUID id, int n) {
        return Fold.of(view, journal.of(Reader.REGISTER, view.type(), id).subList(0, n));
    }

    @SuppressWarnings("unchecked")
    private <E extends Event, S> S before(View<E, S> view, UUID id, int n) {
        var kept = known.get(id);
        if (n == 1) {
            return view.nothing();
        }
        if (kept != null && kept.version() == n - 1) {
            return (S) kept.facts();
        }
        return upTo(view, id, n - 1);
    }

    private void write(Map<UUID, Facts<?>> batch) {
        long position = 0;
        var byTable = new LinkedHashMap<Table<?>, List<Facts<?>>>();
        for (var facts : batch.values()) {
            position = Math.max(position, facts.position());
        }
        for (var table : tables) {
            byTable.put(table, new ArrayList<>());
        }
        batch.forEach((id, facts) -> byTable.get(tableOf(facts)).add(facts));
        byTable.forEach(this::write);
        db.update("update projected set position = greatest(position, ?)", position);
        batch.clear();
    }

    private Table<?> tableOf(Facts<?> facts) {
        return tables.stream().filter(table -> table.view().nothing().getClass().isInstance(facts.facts())).findFirst().orElseThrow();
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private void write(Table table, List items) {
        if (!items.isEmpty()) {
            table.write(db, items);
        }
    }
}
