package constancia.query;

import constancia.kernel.rights.Authority;

/** The person or program that asks. Every question takes it first: what may be seen depends on who looks. */
public record Reader(Authority authority) {

    public String account() {
        return authority.account();
    }
}
