package constancia.query.history;

import constancia.kernel.Event;
import constancia.kernel.Recorded;
import constancia.kernel.Rectifications;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The fold of the contract: the records within the cut, rectified, in the order of their dates and then of the ledger, one after
 * the other. Within an item the order of its records is the order of the ledger.
 */
public final class Fold {

    private Fold() {}

    /** The records within the cut, as they stand after the rectifications that were known at it. */
    public static List<Entry> within(List<Entry> entries, Cut cut) {
        var known = known(entries, cut).stream().filter(entry -> !Withheld.is(entry)).toList();
        var byNumber = known.stream().collect(Collectors.toMap(entry -> entry.record().n(), Function.identity()));
        return Rectifications.among(known.stream().map(Entry::record).toList()).standing().stream()
                .filter(record -> !record.effectiveOn().isAfter(cut.on()))
                .map(record -> byNumber.get(record.n()).with(record))
                .toList();
    }

    /** How many records the item had at the cut, its rectifications and what they made void included. */
    static int version(List<Entry> entries, Cut cut) {
        return (int) known(entries, cut).stream().filter(entry -> !entry.record().effectiveOn().isAfter(cut.on())).count();
    }

    private static List<Entry> known(List<Entry> entries, Cut cut) {
        return entries.stream().filter(entry -> cut.upTo() == null || entry.position() != null && entry.position() <= cut.upTo()).toList();
    }

    public static <E extends Event, S> S of(View<E, S> view, List<Entry> entries) {
        S facts = view.nothing();
        var standing = Rectifications.among(entries.stream().filter(entry -> !Withheld.is(entry)).map(Entry::record).toList()).standing();
        for (var record : standing.stream().sorted(Recorded.EFFECTIVE_ORDER).toList()) {
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
