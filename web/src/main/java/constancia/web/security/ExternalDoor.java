package constancia.web.security;

import constancia.kernel.Refused;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestCustomizers;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Signing in through another system (authorization code with PKCE, state and nonce). It says who somebody is, by issuer and
 * subject; which account that is and what it may do stands here. Nobody gets an account by coming from there.
 */
@Component
class ExternalDoor {

    private static final Logger LOG = LoggerFactory.getLogger(ExternalDoor.class);
    private static final String BEGUN = "external";
    private static final String INVITATION = "external-invitation";
    private static final String BACK = "external-back";

    private final ExternalSignIn external;
    private final AccountOffice office;
    private final Sessions sessions;
    private final JsonMapper json;

    ExternalDoor(ExternalSignIn external, AccountOffice office, Sessions sessions, JsonMapper json) {
        this.external = external;
        this.office = office;
        this.sessions = sessions;
        this.json = json;
    }

    void open(HttpSecurity http, ClientRegistrationRepository registrations) throws Exception {
        http.oauth2Login(login -> login
                .clientRegistrationRepository(registrations)
                .loginPage("/entrar")
                .securityContextRepository(new NullSecurityContextRepository())
                .authorizedClientRepository(new Forgetful())
                .authorizationEndpoint(there -> there.authorizationRequestResolver(asking(registrations)).authorizationRequestRepository(new Begun(registrations)))
                .redirectionEndpoint(back -> back.baseUri("/entrar/externo/vuelta/*"))
                .successHandler(this::came)
                .failureHandler((request, response, e) -> {
                    LOG.warn("Nobody came in from another system: {}", e.getMessage());
                    response.sendRedirect("/entrar?externo=no");
                }));
    }

    private static OAuth2AuthorizationRequestResolver asking(ClientRegistrationRepository registrations) {
        var resolver = new DefaultOAuth2AuthorizationRequestResolver(registrations, "/entrar/externo");
        resolver.setAuthorizationRequestCustomizer(OAuth2AuthorizationRequestCustomizers.withPkce());
        return resolver;
    }

    private void came(HttpServletRequest request, HttpServletResponse response, Authentication authentication) throws IOException {
        var session = request.getSession();
        var link = (String) session.getAttribute(INVITATION);
        var back = (String) session.getAttribute(BACK);
        var user = (OidcUser) authentication.getPrincipal();
        var issuer = user.getIdToken().getIssuer().toString();
        var account = link == null ? external.account(issuer, user.getSubject()) : accepted(link, issuer, user.getSubject());
        if (account.isEmpty()) {
            SignedInBrowser.end(request);
            response.sendRedirect("/entrar?externo=no");
            return;
        }
        SignedInBrowser.begin(request, account.get(), sessions);
        response.sendRedirect(SignInPages.local(back == null ? "/" : back));
    }

    private Optional<String> accepted(String link, String issuer, String subject) {
        try {
            return office.accept(link, issuer, subject);
        } catch (Refused taken) {
            return Optional.empty();
        }
    }

    /** What the other system lets us do there is of no use here: it said who somebody is, and that was all. */
    private static final class Forgetful implements OAuth2AuthorizedClientRepository {

        @Override
        public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(String registration, Authentication principal, HttpServletRequest request) {
            return null;
        }

        @Override
        public void saveAuthorizedClient(OAuth2AuthorizedClient client, Authentication principal, HttpServletRequest request, HttpServletResponse response) {}

        @Override
        public void removeAuthorizedClient(String registration, Authentication principal, HttpServletRequest request, HttpServletResponse response) {}
    }

    /** What was begun, as text in the session, until the answer comes. */
    private final class Begun implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

        private final ClientRegistrationRepository registrations;

        private Begun(ClientRegistrationRepository registrations) {
            this.registrations = registrations;
        }

        /** No more than is needed to ask for the tokens and to know the answer again. */
        record Kept(String registration, String uri, String redirect, String state, String nonceHash, String nonce, String verifier) {}

        @Override
        public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
            var session = request.getSession(false);
            var text = session == null ? null : (String) session.getAttribute(BEGUN);
            if (text == null) {
                return null;
            }
            var kept = json.readValue(text, Kept.class);
            if (!kept.state.equals(request.getParameter("state"))) {
                return null;
            }
            ClientRegistration registration = registrations.findByRegistrationId(kept.registration);
            Map<String, Object> attributes = new LinkedHashMap<>();
            attributes.put("registration_id", kept.registration);
            attributes.put("nonce", kept.nonce);
            attributes.put("code_verifier", kept.verifier);
            return OAuth2AuthorizationRequest.authorizationCode().clientId(registration.getClientId()).authorizationUri(registration.getProviderDetails().getAuthorizationUri())
                    .authorizationRequestUri(kept.uri).redirectUri(kept.redirect).scopes(registration.getScopes()).state(kept.state)
                    .additionalParameters(Map.of("nonce", kept.nonceHash)).attributes(attributes).build();
        }

        @Override
        public void saveAuthorizationRequest(OAuth2AuthorizationRequest begun, HttpServletRequest request, HttpServletResponse response) {
            SignedInBrowser.end(request);
            var session = request.getSession(true);
            session.setAttribute(BEGUN, json.writeValueAsString(new Kept(begun.getAttribute("registration_id"), begun.getAuthorizationRequestUri(), begun.getRedirectUri(), begun.getState(),
                    String.valueOf(begun.getAdditionalParameters().get("nonce")), begun.getAttribute("nonce"), begun.getAttribute("code_verifier"))));
            keep(session, INVITATION, request.getParameter("invitacion"));
            keep(session, BACK, request.getParameter("volver"));
        }

        private void keep(jakarta.servlet.http.HttpSession session, String name, @Nullable String value) {
            if (value != null) {
                session.setAttribute(name, value);
            }
        }

        @Override
        public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(HttpServletRequest request, HttpServletResponse response) {
            var begun = loadAuthorizationRequest(request);
            if (begun != null) {
                request.getSession().removeAttribute(BEGUN);
            }
            return begun;
        }
    }
}
