package constancia.kernel;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What an item's rectifications make of its records (contract, section 1). The latest one of a record wins; one that is
 * itself void has no effect, one that is itself corrected counts as corrected.
 */
public final class Rectifications {

    private final List<Recorded<Event>> records;
    /** What each record says now, by its number; void ones are missing. */
    private final Map<Integer, Event> contents = new TreeMap<>();

    private Rectifications(List<Recorded<Event>> records) {
        this.records = records;
        var latest = new HashMap<Integer, Rectified>();
        for (var record : records.reversed()) {
            var by = latest.get(record.n());
            var content = by == null ? record.event() : by.replacement();
            if (content != null) {
                contents.put(record.n(), content);
            }
            if (content instanceof Rectified rectified) {
                latest.putIfAbsent(rectified.record(), rectified);
            }
        }
    }

    /** @param records those of one item from its first, in the order in which they were made */
    public static Rectifications among(List<Recorded<Event>> records) {
        return new Rectifications(records);
    }

    /**
     * The records as they stand, in the order in which they were made: each at its own number and with its own
     * provenance, corrected; without those that are void and without the rectifications themselves.
     */
    public List<Recorded<Event>> standing() {
        return records.stream().filter(record -> contents.containsKey(record.n()) && !(contents.get(record.n()) instanceof Rectified))
                .map(record -> new Recorded<>(record.n(), contents.get(record.n()), record.by(), record.recordedAt())).toList();
    }

    /** What a record says now, a rectification included; nothing when it is void or when there is none of that number. */
    public Optional<Event> content(int n) {
        return Optional.ofNullable(contents.get(n));
    }

    /** The numbers of the rectifications that name a record, whatever became of them. */
    public static List<Integer> of(int n, List<Recorded<Event>> records) {
        var numbers = new TreeSet<Integer>();
        records.forEach(record -> {
            if (record.event() instanceof Rectified rectified && rectified.record() == n) {
                numbers.add(record.n());
            }
        });
        return List.copyOf(numbers);
    }
}
