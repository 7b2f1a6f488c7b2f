package constancia.command;

import java.util.List;

/** Fields with their right values, named as in the request of the command that made the record. */
public interface Correction {

    /**
     * The command as it should have been: these fields, and for all others what it said.
     *
     * @throws RuntimeException when a field is unknown, is never rectified or has a value that does not do; every one at fault is named
     */
    <C extends Command> C over(C said);

    /** The documents and persons that these fields name; those that they leave as they are were named before. */
    default List<Mention> mentions() {
        return List.of();
    }
}
