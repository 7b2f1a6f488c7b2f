package constancia.app.safety;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** A system that vouches for people, as the operator told of it: {@code constancia.oidc.<name>.issuer} and the others. What is missing is told before anything is made. */
public record OidcSystem(@Nullable String issuer, @Nullable String clientId, @Nullable String clientSecret, @Nullable String clientSecretFile, @Nullable String label) {

    /** By their names. */
    public static Map<String, OidcSystem> named(Environment environment) {
        return Binder.get(environment).bind("constancia.oidc", Bindable.mapOf(String.class, OidcSystem.class)).orElse(Map.of());
    }

    /** The setting that holds its secret. */
    static String secret(String name) {
        return "constancia.oidc." + name + ".client-secret";
    }
}
