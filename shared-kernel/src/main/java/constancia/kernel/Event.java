package constancia.kernel;

import java.time.LocalDate;

/**
 * A fact on record. Its stored name is its simple class name, which never changes and is never used twice;
 * who recorded it, for whom and on which grounds stands beside it in {@link Provenance}.
 */
public interface Event {

    /** The day since when the fact holds, in the register's zone. */
    LocalDate effectiveOn();
}
