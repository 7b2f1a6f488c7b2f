package constancia.query.history;

import constancia.kernel.Event;
import constancia.kernel.Provenance;
import constancia.kernel.Recorded;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * Stands in a history in the place of a record of which the reader may only know that there is one: numbers and positions
 * have no holes. It changes nothing.
 */
record Withheld(LocalDate effectiveOn) implements Event {

    static final String TYPE = "reserved";
    private static final Provenance NOBODY = new Provenance("", null, false, Provenance.Through.API, null);

    static Recorded<Event> record(int n, Instant recordedAt) {
        return new Recorded<>(n, new Withheld(LocalDate.ofInstant(recordedAt, ZoneOffset.UTC)), NOBODY, recordedAt);
    }

    static boolean is(Entry entry) {
        return entry.record().event() instanceof Withheld;
    }
}
