package constancia.app.security;

import constancia.app.safety.OidcSystem;
import constancia.web.server.Address;
import java.util.ArrayList;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;

/** Systems that vouch for people, as the operator named them. */
@Configuration
@Conditional(OidcSetup.Named.class)
class OidcSetup {

    /** Asked at the start: an issuer that does not answer then is a setting that is wrong. */
    @Bean
    InMemoryClientRegistrationRepository registrations(Environment environment, Address address) {
        var registrations = new ArrayList<ClientRegistration>();
        OidcSystem.named(environment).forEach((name, system) -> registrations.add(ClientRegistrations.fromIssuerLocation(system.issuer())
                .registrationId(name).clientId(system.clientId()).clientSecret(system.clientSecret())
                .clientName(Objects.requireNonNullElse(system.label(), name)).redirectUri(address.of("/entrar/externo/vuelta/" + name)).scope("openid").build()));
        return new InMemoryClientRegistrationRepository(registrations);
    }

    static final class Named implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !OidcSystem.named(context.getEnvironment()).isEmpty();
        }
    }
}
