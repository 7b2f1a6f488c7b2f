package constancia.query;

import constancia.kernel.Provenance.Through;
import constancia.kernel.rights.Authority;

/** The person or program that asks, and through what. Every question takes it first: what may be seen depends on who looks. */
public record Reader(Authority authority, Through through) {

    /** A program. */
    public Reader(Authority authority) {
        this(authority, Through.API);
    }

    public String account() {
        return authority.account();
    }
}
