package constancia.query.history;

import constancia.kernel.Event;
import constancia.kernel.Recorded;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The fold of the contract: the records within the cut, in the order of their dates and then of the ledger, one after
 * the other. Within an item the order of its records is the order of the ledger.
 */
public final class Fold {

    private Fold() {}

    public static List<Entry> within(List<Entry> entries, Cut cut) {
        return entries.stream()
                .filter(entry -> cut.upTo() == null || entry.position() != null && entry.position() <= cut.upTo())
                .filter(entry -> !entry.record().effectiveOn().isAfter(cut.on()))
                .toList();
    }

    public static <E extends Event, S> S of(View<E, S> view, List<Entry> entries) {
        S facts = view.nothing();
        var ordered = entries.stream().map(Entry::record)
                .sorted(Comparator.<Recorded<Event>, java.time.LocalDate>comparing(Recorded::effectiveOn).thenComparing(Recorded::n))
                .toList();
        for (var record : ordered) {
            facts = view.evolve(facts, cast(view, record));
        }
        return facts;
    }

    /** What is known of the item at the cut; nothing if it was not known or not in being then. */
    public static <E extends Event, S> Optional<S> at(Cut cut, View<E, S> view, List<Entry> entries) {
        var within = within(entries, cut);
        return within.stream().anyMatch(entry -> entry.record().n() == 1) ? Optional.of(of(view, within)) : Optional.empty();
    }

    static <E extends Event> Recorded<E> cast(View<E, ?> view, Recorded<Event> record) {
        return new Recorded<>(record.n(), view.events().cast(record.event()), record.by(), record.recordedAt());
    }
}
