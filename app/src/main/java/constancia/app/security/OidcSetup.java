package constancia.app.security;

import java.util.ArrayList;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.ResolvableType;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;

/** Systems that vouch for people, as the operator named them: {@code constancia.oidc.<name>.issuer}, {@code .client-id}, {@code .client-secret}, {@code .label}. */
@Configuration
@Conditional(OidcSetup.Named.class)
class OidcSetup {

    /** Asked at the start: an issuer that does not answer then is a setting that is wrong. */
    @Bean
    InMemoryClientRegistrationRepository registrations(Environment environment) {
        var registrations = new ArrayList<ClientRegistration>();
        named(environment).forEach((name, settings) -> registrations.add(ClientRegistrations.fromIssuerLocation(required(settings, "issuer"))
                .registrationId(name).clientId(required(settings, "client-id")).clientSecret(required(settings, "client-secret"))
                .clientName(settings.getOrDefault("label", name)).redirectUri("{baseUrl}/entrar/externo/vuelta/{registrationId}").scope("openid").build()));
        return new InMemoryClientRegistrationRepository(registrations);
    }

    private static String required(Map<String, String> settings, String name) {
        var value = settings.getOrDefault(name, "");
        if (value.isBlank()) {
            throw new IllegalArgumentException("constancia.oidc: falta «" + name + "» / “" + name + "” is missing");
        }
        return value;
    }

    private static Map<String, Map<String, String>> named(Environment environment) {
        return Binder.get(environment).bind("constancia.oidc", Bindable.<Map<String, Map<String, String>>>of(
                ResolvableType.forClassWithGenerics(Map.class, ResolvableType.forClass(String.class),
                        ResolvableType.forClassWithGenerics(Map.class, String.class, String.class)))).orElse(Map.of());
    }

    static final class Named implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !named(context.getEnvironment()).isEmpty();
        }
    }
}
