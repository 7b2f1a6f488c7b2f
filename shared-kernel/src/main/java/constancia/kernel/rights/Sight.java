package constancia.kernel.rights;

import java.util.UUID;

/** Which items an account may know of. Of the others it learns nothing: to it they are not there. */
public interface Sight {

    /** @param kind as the journal has it: {@code case-file} */
    boolean knows(Authority who, String kind, UUID item);
}
