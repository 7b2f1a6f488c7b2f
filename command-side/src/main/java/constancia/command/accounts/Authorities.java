package constancia.command.accounts;

import constancia.kernel.rights.Authority;

/** Which roles each account holds today. */
public interface Authorities {

    /** Without any role when the account is unknown, disabled or holds none. */
    Authority of(String actor);
}
