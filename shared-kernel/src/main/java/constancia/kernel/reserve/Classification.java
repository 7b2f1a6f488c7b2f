package constancia.kernel.reserve;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How something was classified.
 *
 * @param until      the last day of a reserve, null for the other classes
 * @param legalBasis the provision that allows it
 * @param authority  who decided it, by office
 * @param resolution number of the resolution with its reasons
 */
public record Classification(ItemClass as, @Nullable LocalDate until, @Nullable String legalBasis, @Nullable String authority,
                             @Nullable String resolution) {

    public static final Classification OPEN = new Classification(ItemClass.PUBLIC, null, null, null, null);

    /** What holds at the end of that day: a reserve lapses by itself. */
    public Classification on(LocalDate day) {
        return until != null && until.isBefore(day) ? OPEN : this;
    }
}
