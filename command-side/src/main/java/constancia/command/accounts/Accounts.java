package constancia.command.accounts;

/** What rules need to know of the accounts. */
public interface Accounts {

    /** Whether it is the first administrator of a register without other accounts. */
    boolean sole(String actor);
}
