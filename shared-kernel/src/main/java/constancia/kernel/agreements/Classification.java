package constancia.kernel.agreements;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * How an agreement was classified.
 *
 * @param until      the last day of a reserve, null for the other classes
 * @param legalBasis the provision that allows it
 */
public record Classification(AgreementClass as, @Nullable LocalDate until, @Nullable String legalBasis) {

    public static final Classification OPEN = new Classification(AgreementClass.PUBLIC, null, null);

    /** What holds at the end of that day: a reserve lapses by itself. */
    public Classification on(LocalDate day) {
        return until != null && until.isBefore(day) ? OPEN : this;
    }
}
