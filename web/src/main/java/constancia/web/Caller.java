package constancia.web;

import constancia.kernel.institutions.InstitutionId;
import constancia.kernel.rights.Authority;
import constancia.query.Reader;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who is signed in, with the roles held today. */
public record Caller(Authority authority) {

    /** @throws IllegalStateException nobody is signed in: the door was left open */
    public static Caller current() {
        return signedIn().orElseThrow(() -> new IllegalStateException("Nobody is signed in"));
    }

    /** Empty where nobody has to be: at the open routes and in the register's own work. */
    public static Optional<Caller> signedIn() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Caller caller ? Optional.of(caller) : Optional.empty();
    }

    public String account() {
        return authority.account();
    }

    /** The institution for which the account acts unless another is named. */
    public @Nullable InstitutionId institution() {
        return authority.institution();
    }

    public Reader reader() {
        return new Reader(authority);
    }
}
