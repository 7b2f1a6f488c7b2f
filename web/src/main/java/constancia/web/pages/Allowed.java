package constancia.web.pages;

import constancia.kernel.rights.Rights;
import constancia.query.NotAllowed;
import constancia.web.Caller;
import java.util.List;

/** What whoever is signed in may ask and do, by the table of rights: a page asks it as a route of the API does. */
public final class Allowed {

    /** What leads to the pages of those who administer: one of these. */
    public static final List<String> ADMINISTRATION = List.of("accounts", "put-territories", "ledger-records");

    private Allowed() {}

    /** @param what a question or a task of the table */
    public static boolean to(String what) {
        return Caller.signedIn().filter(caller -> Rights.table().question(what).anywhere(caller.authority())).isPresent();
    }

    /** @param any questions or tasks of the table, of which one is enough */
    public static boolean toAny(List<String> any) {
        return any.stream().anyMatch(Allowed::to);
    }

    /** @throws NotAllowed whoever is signed in may not */
    public static void must(String what) {
        if (!to(what)) {
            throw new NotAllowed();
        }
    }
}
