package constancia.query;

import constancia.kernel.Provenance.Through;
import constancia.kernel.rights.Authority;
import constancia.kernel.rights.Rights;

/** The person or program that asks, and through what. Every question takes it first: what may be seen depends on who looks. */
public record Reader(Authority authority, Through through) {

    /** A program. */
    public Reader(Authority authority) {
        this(authority, Through.API);
    }

    public String account() {
        return authority.account();
    }

    /**
     * Every question begins by this.
     *
     * @param question as the table of rights calls it
     * @throws NotAllowed none of the reader's roles is for it
     */
    public void mayAsk(String question) {
        if (!Rights.table().question(question).anywhere(authority)) {
            throw new NotAllowed();
        }
    }
}
