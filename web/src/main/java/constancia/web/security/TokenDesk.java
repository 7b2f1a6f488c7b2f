package constancia.web.security;

import constancia.kernel.rights.Authority;
import java.time.Instant;
import java.util.Optional;

/** Where a password is exchanged for a token, and a token for the account that holds it. */
public interface TokenDesk {

    /** A new token, shown this once. */
    record Issued(String token, Instant expiresAt) {}

    boolean matches(String account, String password);

    Issued issue(String account);

    /** The account that holds the token and its roles, unless it is unknown, withdrawn or expired. */
    Optional<Authority> holder(String token);
}
