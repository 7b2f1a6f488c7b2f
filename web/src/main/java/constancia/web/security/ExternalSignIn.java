package constancia.web.security;

import java.util.List;
import java.util.Optional;

/** Systems that vouch for people (OpenID Connect), as the operator configured them. */
public interface ExternalSignIn {

    /** What is offered at the sign-in page. */
    record Choice(String name, String label) {}

    List<Choice> choices();

    /** The account to which that identity was linked, unless it was not or the account is disabled. */
    Optional<String> account(String issuer, String subject);
}
