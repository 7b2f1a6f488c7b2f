package constancia.web.pages;

import constancia.kernel.rights.Rights;
import constancia.query.NotAllowed;
import constancia.web.Caller;

/** What whoever is signed in may ask and do, by the table of rights: a page asks it as a route of the API does. */
public final class Allowed {

    private Allowed() {}

    /** @param what a question or a task of the table */
    public static boolean to(String what) {
        return Caller.signedIn().filter(caller -> Rights.table().question(what).anywhere(caller.authority())).isPresent();
    }

    /** @throws NotAllowed whoever is signed in may not */
    public static void must(String what) {
        if (!to(what)) {
            throw new NotAllowed();
        }
    }
}
