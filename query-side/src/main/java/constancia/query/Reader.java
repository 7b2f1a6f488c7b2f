package constancia.query;

import constancia.kernel.Provenance.Through;
import constancia.kernel.rights.Authority;
import constancia.kernel.rights.Binding;
import constancia.kernel.rights.Rights;
import java.util.Set;
import java.util.stream.Collectors;

/** The person or program that asks, and through what. Every question takes it first: what may be seen depends on who looks. */
public record Reader(Authority authority, Through through) {

    /** A program. */
    public Reader(Authority authority) {
        this(authority, Through.API);
    }

    /** The register itself, which sees everything: for its own work, never for an answer to somebody. */
    public static final Reader REGISTER = new Reader(new Authority("system:register", Set.of()));
    /** Whoever, signed in or not: sees what is public. */
    public static final Reader PUBLIC = new Reader(new Authority("system:public", Set.of()));

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

    /** The roles held, as PostgreSQL writes a list of texts: {@code {auditor,coordinator:<body>}}. Both fences ask with them. */
    public String holdings() {
        return this == REGISTER ? "{register}"
                : authority.bindings().stream().map(Reader::holding).sorted().collect(Collectors.joining(",", "{", "}"));
    }

    private static String holding(Binding binding) {
        return binding.to() == null ? binding.role().word() : binding.role().word() + ":" + binding.to().value();
    }
}
