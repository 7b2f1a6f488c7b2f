package constancia.kernel;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * An event in its place: the {@code n}-th record of its item (1 is the first), with who put it there.
 *
 * @param recordedAt when the ledger numbered it, for those who read; the rules are not told
 */
public record Recorded<E extends Event>(int n, E event, Provenance by, @Nullable Instant recordedAt) {

    public Recorded(int n, E event, Provenance by) {
        this(n, event, by, null);
    }

    /** By the days since when they hold, and of one day as they were made. */
    public static final Comparator<Recorded<?>> EFFECTIVE_ORDER = Comparator.<Recorded<?>, LocalDate>comparing(Recorded::effectiveOn).thenComparing(Recorded::n);

    public LocalDate effectiveOn() {
        return event.effectiveOn();
    }
}
