package constancia.command;

import constancia.kernel.Event;
import constancia.kernel.Provenance;
import constancia.kernel.Recorded;
import constancia.kernel.Rectifications;
import constancia.kernel.Rectified;
import constancia.kernel.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
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
    /** All of them, so that the item can be folded anew when a rectification comes; null in a state that was kept between two commands. */
    private @Nullable List<Recorded<Event>> records = new ArrayList<>();
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

    protected Receipt record(Command command, MetaData meta, BiFunction<S, Provenance, List<? extends Event>> decide) {
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

    /** {@code lookup} is given the records as they stand after the rectification, in the order of their days. */
    protected Receipt rectify(Rectify c, MetaData meta, Rectifying<E, S> rectifying, Consumer<List<E>> lookup) {
        return record(c, meta, (_, by) -> {
            var rectified = rectifying.decide(c, whole(), by);
            var more = new ArrayList<>(whole());
            more.add(new Recorded<>(version + 1, rectified, by));
            lookup.accept(rectifying.standing(more).stream().sorted(Recorded.EFFECTIVE_ORDER).map(Recorded::event).toList());
            return List.of(rectified);
        });
    }

    @EventSourcingHandler
    void on(Event event, DomainEventMessage<?> message) {
        id = message.getAggregateIdentifier();
        if (!events.isInstance(event) && !(event instanceof Rectified)) {
            anothers = true;
            return;
        }
        version = (int) message.getSequenceNumber() + 1;
        var record = new Recorded<>(version, event, (Provenance) message.getMetaData().get(BY));
        if (records != null) {
            records.add(record);
        }
        state = event instanceof Rectified ? refolded() : evolve(state, of(record));
    }

    private S refolded() {
        Shell<E, S> blank = fresh.get();
        S refolded = blank.state;
        for (var record : Rectifications.among(whole()).standing().stream().sorted(Recorded.EFFECTIVE_ORDER).toList()) {
            refolded = evolve(refolded, of(record));
        }
        return refolded;
    }

    private Recorded<E> of(Recorded<Event> record) {
        return new Recorded<>(record.n(), events.cast(record.event()), record.by());
    }

    private List<Recorded<Event>> whole() {
        if (records == null) {
            throw new IllegalStateException("A rectification needs all records of its item, and was given a kept state");
        }
        return records;
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
        copy.records = null;
        return copy;
    }

    public String itemId() {
        return String.valueOf(id);
    }

    public int version() {
        return version;
    }
}
