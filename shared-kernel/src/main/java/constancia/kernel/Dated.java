package constancia.kernel;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * An entry of a set facet: it counts from its own day. Entries are kept in the order of their days and then of their
 * records, so a list is the same whichever way its records came in; entries of one record stay as they stood in it.
 */
public record Dated<T>(T value, LocalDate since, int n) {

    private static final Comparator<Dated<?>> ORDER = Comparator.<Dated<?>, LocalDate>comparing(Dated::since).thenComparing(Dated::n);

    public static <T> List<Dated<T>> plus(List<Dated<T>> all, T value, Recorded<?> record) {
        var more = new ArrayList<>(all);
        var entry = new Dated<>(value, record.effectiveOn(), record.n());
        int place = more.size();
        while (place > 0 && ORDER.compare(more.get(place - 1), entry) > 0) {
            place--;
        }
        more.add(place, entry);
        return List.copyOf(more);
    }

    /** By their days, and of one day by their records. */
    public static Comparator<Dated<?>> order() {
        return ORDER;
    }

    public static <T> List<T> values(List<Dated<T>> all) {
        return all.stream().map(Dated::value).toList();
    }

    /** The value of the last entry that counts on that day; of the first while none does. */
    public static <T> T on(List<Dated<T>> all, LocalDate day) {
        return all.stream().filter(entry -> !entry.since.isAfter(day)).reduce((_, later) -> later).orElse(all.getFirst()).value;
    }

    /** The same list with {@code change} made to each value; a change that returns its argument leaves it as it is. */
    public static <T> List<Dated<T>> each(List<Dated<T>> all, UnaryOperator<T> change) {
        return all.stream().map(entry -> new Dated<>(change.apply(entry.value), entry.since, entry.n)).toList();
    }
}
