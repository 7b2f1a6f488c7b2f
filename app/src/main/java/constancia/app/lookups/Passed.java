package constancia.app.lookups;

import constancia.app.journal.LastWrites.Write;
import constancia.kernel.ItemId;
import java.time.LocalDate;

/** The dates of items that are on record as passed. The rules say that each is there once; so does the table. */
final class Passed {

    private Passed() {}

    static Write once(ItemId item, String kind, LocalDate day) {
        return new Write("insert into journal.passed (item, kind, day) values (?, ?, ?)", item.value(), kind, day);
    }
}
