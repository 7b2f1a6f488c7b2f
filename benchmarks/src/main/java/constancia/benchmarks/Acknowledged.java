package constancia.benchmarks;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** What the register said it had recorded: of each action the last version. */
final class Acknowledged {

    private final Map<String, Integer> versions = new ConcurrentHashMap<>();
    private final LongAdder count = new LongAdder();

    void add(String action, int version) {
        versions.put(action, version);
        count.increment();
    }

    Map<String, Integer> versions() {
        return versions;
    }

    long count() {
        return count.sum();
    }
}
