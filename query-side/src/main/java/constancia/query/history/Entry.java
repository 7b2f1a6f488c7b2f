package constancia.query.history;

import constancia.kernel.Event;
import constancia.kernel.Recorded;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A record as it stands in the journal. {@code position} and {@code recordedAt} are null until the ledger numbered it. */
public record Entry(@Nullable Long position, @Nullable Instant recordedAt, Instant receivedAt, Recorded<Event> record) {

    /** Whether the reader may only know that there is a record. */
    public boolean withheld() {
        return Withheld.is(this);
    }

    Entry with(Recorded<Event> other) {
        return new Entry(position, recordedAt, receivedAt, other);
    }
}
