package constancia.kernel.access;

import constancia.kernel.Event;
import java.time.LocalDate;

/** What the ledger knows of the log of reads. */
public sealed interface AccessEvent extends Event {

    /**
     * The log stood like this.
     *
     * @param count how many entries came since the last seal
     * @param upTo  the number of the last entry
     * @param hash  of that entry, and by it of all before it; 64 hexadecimal digits
     */
    record ReadsSealed(long count, long upTo, String hash, LocalDate effectiveOn) implements AccessEvent {}
}
