package constancia.web;

import constancia.kernel.institutions.InstitutionId;
import constancia.query.Reader;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who is signed in: an account and, if it is an institution's, that institution. */
public record Caller(String account, @Nullable InstitutionId institution) {

    /** @throws IllegalStateException nobody is signed in: the door was left open */
    public static Caller current() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null && authentication.getPrincipal() instanceof Caller caller) {
            return caller;
        }
        throw new IllegalStateException("Nobody is signed in");
    }

    public Reader reader() {
        return new Reader(account, institution);
    }
}
