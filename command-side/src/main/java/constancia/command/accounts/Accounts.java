package constancia.command.accounts;

import constancia.kernel.institutions.InstitutionId;

/** What rules need to know of the accounts. */
public interface Accounts {

    /** Whether it is the first administrator of a register without other accounts. */
    boolean sole(String actor);

    /** Whether it speaks for the institution. */
    boolean isLiaison(String actor, InstitutionId institution);
}
