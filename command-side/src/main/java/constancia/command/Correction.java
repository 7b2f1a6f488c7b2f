package constancia.command;

/** Fields with their right values, named as in the request of the command that made the record. */
public interface Correction {

    /**
     * The command as it should have been: these fields, and for all others what it said.
     *
     * @throws RuntimeException when a field is unknown, is never rectified or has a value that does not do; every one at fault is named
     */
    <C extends Command> C over(C said);
}
