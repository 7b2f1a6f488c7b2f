package constancia.web;

import java.util.UUID;

/** Up to where the tables tell the register. */
public interface Visibility {

    /** Waits at most two seconds until the tables contain the item's record of that version. */
    boolean await(UUID item, int version);

    /** The position up to which the tables were computed. */
    long position();
}
