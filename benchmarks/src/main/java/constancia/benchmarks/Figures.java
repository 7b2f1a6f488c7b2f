package constancia.benchmarks;

import java.util.Collection;
import java.util.function.ToDoubleFunction;

/** Percentiles and medians. */
final class Figures {

    private Figures() {}

    /** The smallest value that is not exceeded by so many per cent of them; 0 of none. */
    static long percentile(long[] sorted, double percent) {
        return sorted.length == 0 ? 0 : sorted[Math.max(0, (int) Math.ceil(sorted.length * percent / 100) - 1)];
    }

    /** The middle one; of an even number the mean of the two in the middle. */
    static <T> double median(Collection<T> all, ToDoubleFunction<T> value) {
        var sorted = all.stream().mapToDouble(value).sorted().toArray();
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
