package constancia.command.persons;

import java.util.UUID;

/** The directory of persons. */
public interface Persons {

    /** Whether there is one that was not erased; it stays so until the transaction ends. */
    boolean has(UUID person);
}
