package constancia.query.history;

import java.util.List;
import java.util.function.Supplier;

/** Waits for the ledger's numbers: records are acknowledged a moment before they have one. */
public interface Numbers {

    /** Reads until all records have their numbers, at most two seconds; then as they are. */
    List<Entry> numbered(Supplier<List<Entry>> read);

    /** The last position given. */
    long head();
}
