package constancia.command;

import constancia.kernel.Event;
import constancia.kernel.Provenance;
import constancia.kernel.Recorded;
import constancia.kernel.Refused;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateLifecycle;
import org.jspecify.annotations.Nullable;

/**
 * All that Axon knows of an item: its id, its folded state and its version. The rules stand beside it, pure.
 *
 * @param <E> the item's events
 * @param <S> the item's state, immutable
 */
public abstract class Shell<E extends Event, S> {

    /** Under this key of the metadata travels the {@link Provenance}. */
    public static final String BY = "by";
    /** Under this key of a command's metadata travels the version it was decided on, if any. */
    public static final String IF_MATCH = "ifMatch";

    private final Class<E> events;
    private final Supplier<? extends Shell<E, S>> fresh;
    @AggregateIdentifier
    private @Nullable String id;
    private S state;
    private int version;
    /** The id is that of an item of another kind. Handlers of events cannot refuse: Axon would wrap what they throw. */
    private boolean anothers;

    protected Shell(Class<E> events, S nothing, Supplier<? extends Shell<E, S>> fresh) {
        this.events = events;
        this.state = nothing;
        this.fresh = fresh;
    }

    protected abstract S evolve(S state, Recorded<E> record);

    /** The folio that the item's receipts carry, if its kind has folios. */
    protected @Nullable String folio(S state) {
        return null;
    }

    protected Receipt record(Command command, MetaData meta, BiFunction<S, Provenance, List<E>> decide) {
        if (anothers) {
            throw new Refused("already-exists");
        }
        var ifMatch = (Integer) meta.get(IF_MATCH);
        if (ifMatch != null && ifMatch != version) {
            throw new StaleVersion(version);
        }
        var by = (Provenance) meta.get(BY);
        var decided = decide.apply(state, by);
        if (id == null) {
            id = command.id().toString();
        }
        decided.forEach(event -> AggregateLifecycle.apply(event, MetaData.with(BY, by)));
        Folded.remember(this);
        return new Receipt(command.id(), version, folio(state));
    }

    @EventSourcingHandler
    void on(Event event, DomainEventMessage<?> message) {
        id = message.getAggregateIdentifier();
        if (!events.isInstance(event)) {
            anothers = true;
            return;
        }
        version = (int) message.getSequenceNumber() + 1;
        state = evolve(state, new Recorded<>(version, events.cast(event), (Provenance) message.getMetaData().get(BY)));
    }

    /** The state that was kept of the item with this id: another shell than this one is that of another kind of item. */
    @EventSourcingHandler
    void on(Shell<?, ?> kept) {
        id = kept.id;
        anothers = kept != this;
    }

    /** A shell of the same kind in the same state: what is kept between two commands of an item. */
    Shell<E, S> copy() {
        Shell<E, S> copy = fresh.get();
        copy.id = id;
        copy.state = state;
        copy.version = version;
        return copy;
    }

    public String itemId() {
        return String.valueOf(id);
    }

    public int version() {
        return version;
    }
}
