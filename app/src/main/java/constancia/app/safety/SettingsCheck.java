package constancia.app.safety;

import constancia.app.secrets.SecretKeys;
import java.net.InetAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Whether the register may run with its settings: everything that is wrong, at once. */
final class SettingsCheck {

    /** The register's own settings; whoever adds one adds it here and to docs/operating.md. */
    static final Set<String> KNOWN = Set.of("access-log-pause", "address", "admin-password", "admin-password-file", "antivirus.command", "calendar-heartbeat", "calendar-pause", "command-connections", "data", "demo",
            "import-step-rows", "import-watch", "locale", "near-due", "oidc", "proxy", "read-connections", "roles", "second-factor", "second-factor-key", "second-factor-key-file", "zone");
    /** Variables that bin/rebuild reads, perhaps set in the shell from which the register is started. */
    private static final Set<String> OF_THE_SCRIPTS = Set.of("token", "url");
    private static final String SECOND_FACTOR_KEY = "constancia.second-factor-key";
    private static final List<String> DETAILS = List.of("debug", "trace", "spring.mvc.log-request-details", "spring.http.log-request-details", "spring.web.log-request-details");

    private static final Pattern OF_OIDC = Pattern.compile("oidc|oidc.+(issuer|clientid|clientsecret|clientsecretfile|label)");
    private static final Pattern TALKATIVE = Pattern.compile("logging\\.level\\.(web|org\\.springframework\\.web.*|org\\.apache\\.coyote.*)");

    private final ConfigurableEnvironment environment;
    private final List<Unsafe> wrong = new ArrayList<>();

    private SettingsCheck(ConfigurableEnvironment environment) {
        this.environment = environment;
    }

    static List<Unsafe> of(ConfigurableEnvironment environment) {
        var check = new SettingsCheck(environment);
        check.listening();
        check.proxy();
        check.address();
        check.database();
        check.secondFactorKey();
        check.oidc();
        check.demonstration();
        check.actuator();
        check.details();
        check.unknown();
        return check.wrong;
    }

    private void listening() {
        var address = setting("server.address");
        if (!loopback(address) && !https() && setting("constancia.proxy").isEmpty()) {
            refuse("server.address es «%s»: las contraseñas pasarían por la red sin cifrar. Escuche en 127.0.0.1, indique en constancia.proxy el proxy que recibe HTTPS o configure server.ssl.*.",
                    "server.address is “%s”: passwords would cross the network in the clear. Listen on 127.0.0.1, name in constancia.proxy the proxy that takes HTTPS, or set server.ssl.*.", address);
        }
    }

    private boolean https() {
        return Stream.of("server.ssl.bundle", "server.ssl.key-store", "server.ssl.certificate").anyMatch(name -> !setting(name).isEmpty()) && !setting("server.ssl.enabled").equals("false");
    }

    private void proxy() {
        if (!setting("server.forward-headers-strategy").matches("(?i)none|")) {
            refuse("server.forward-headers-strategy: a quién creerle lo dice solo constancia.proxy.", "server.forward-headers-strategy: whom to believe is said by constancia.proxy alone.");
        }
        for (var proxy : setting("constancia.proxy").split(",")) {
            if (!proxy.isBlank() && !addresses(proxy.strip())) {
                refuse("constancia.proxy: «%s» no es una dirección ni una red (192.0.2.7, 10.1.0.0/16), o son todas.",
                        "constancia.proxy: “%s” is no address and no network (192.0.2.7, 10.1.0.0/16), or it is all of them.", proxy.strip());
            }
        }
    }

    /** What a request says of the register's address is never believed. */
    private void address() {
        var address = setting("constancia.address");
        if (address.isEmpty() && (https() || !setting("constancia.proxy").isEmpty())) {
            refuse("constancia.address: indique la dirección por la que la gente llega (https://registro.example); va en los enlaces y en los documentos.",
                    "constancia.address: name the address by which people come (https://register.example); it goes into links and papers.");
        }
        if (!address.isEmpty() && !(isSafe(address) && address.matches("https?://[^/?#@]+/?"))) {
            refuse("constancia.address es «%s»: debe ser https://nombre, sin nada más detrás; sin cifrar, solo en esta máquina.",
                    "constancia.address is “%s”: it must be https://name and nothing behind it; in the clear on this machine only.", address);
        }
    }

    /** By HTTPS, or to this machine. */
    private static boolean isSafe(String address) {
        try {
            var uri = URI.create(address);
            return uri.getHost() != null && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()) && loopback(uri.getHost().replaceAll("[\\[\\]]", "")));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean addresses(String proxy) {
        var parts = proxy.split("/", 2);
        try {
            int most = InetAddress.ofLiteral(parts[0]).getAddress().length * 8;
            int bits = parts.length == 1 ? most : Integer.parseInt(parts[1]);
            return bits > 0 && bits <= most;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private void database() {
        var url = setting("spring.datasource.url");
        if (url.isEmpty()) {
            return;
        }
        var parsed = Driver.parseURL(url, new Properties());
        if (parsed == null) {
            refuse("spring.datasource.url no es una dirección de PostgreSQL (jdbc:postgresql://…).", "spring.datasource.url is no address of a PostgreSQL (jdbc:postgresql://…).");
            return;
        }
        if (parsed.containsKey("password")) {
            refuse("spring.datasource.url lleva una contraseña, que quedaría en mensajes y bitácoras: use spring.datasource.password-file.",
                    "spring.datasource.url holds a password, which would end up in messages and logs: use spring.datasource.password-file.");
        }
        boolean here = Arrays.stream(parsed.getProperty("PGHOST", "localhost").split(",")).allMatch(SettingsCheck::loopback);
        if (!here && !parsed.getProperty("sslmode", "").equals("verify-full")) {
            refuse("spring.datasource.url va a otra máquina sin comprobar cuál es: agregue sslmode=verify-full y sslrootcert.",
                    "spring.datasource.url goes to another machine without making sure which: add sslmode=verify-full and sslrootcert.");
        }
        var owner = setting("spring.flyway.user");
        if (owner.isEmpty() || owner.equals(setting("spring.datasource.username"))) {
            refuse("spring.flyway.user debe ser el dueño de la base de datos, distinto de spring.datasource.username: con un solo rol los asientos podrían cambiarse.",
                    "spring.flyway.user must be the owner of the database and another than spring.datasource.username: with one role records could be changed.");
        }
    }

    private void secondFactorKey() {
        var key = setting(SECOND_FACTOR_KEY);
        if (key.isEmpty() && setting(SECOND_FACTOR_KEY + "-file").isEmpty() && !setting("spring.datasource.url").isEmpty()) {
            refuse("constancia.second-factor-key: con una base de datos propia hace falta la clave que cifra los segundos factores (openssl rand -base64 32), la misma en cada nodo; mejor en constancia.second-factor-key-file.",
                    "constancia.second-factor-key: with a database of your own it takes the key that encrypts second factors (openssl rand -base64 32), the same on each node; best in constancia.second-factor-key-file.");
        }
        if (!key.isEmpty() && !SecretKeys.areIn(key)) {
            refuse("constancia.second-factor-key: cada clave es de 32 bytes al azar en base64 (openssl rand -base64 32), y está una sola vez.",
                    "constancia.second-factor-key: each key is of 32 random bytes in base64 (openssl rand -base64 32), and there once.");
        }
    }

    private void oidc() {
        OidcSystem.named(environment).forEach((name, system) -> {
            told(name, "issuer", system.issuer());
            told(name, "client-id", system.clientId());
            told(name, "client-secret", system.clientSecretFile() == null ? system.clientSecret() : system.clientSecretFile());
            if (system.issuer() != null && !system.issuer().isBlank() && !isSafe(system.issuer())) {
                refuse("constancia.oidc.%s.issuer es «%s»: debe ser una dirección https; sin cifrar, solo en esta máquina.",
                        "constancia.oidc.%s.issuer is “%s”: it must be an https address; in the clear on this machine only.", name, system.issuer());
            }
        });
    }

    private void told(String name, String what, @Nullable String value) {
        if (value == null || value.isBlank()) {
            refuse("constancia.oidc.%s.%s: falta.", "constancia.oidc.%s.%s is missing.", name, what);
        }
    }

    /** Everybody knows its passwords, and its clock is the one of a single node. */
    private void demonstration() {
        if (!setting("constancia.demo").equalsIgnoreCase("true")) {
            return;
        }
        if (!loopback(setting("server.address")) || !setting("constancia.proxy").isEmpty()) {
            refuse("constancia.demo: la contraseña de la demostración es pública; escuche solo en 127.0.0.1, sin constancia.proxy.",
                    "constancia.demo: the demonstration's password is public; listen on 127.0.0.1 only, without constancia.proxy.");
        }
        if (!setting("constancia.roles").isEmpty()) {
            refuse("constancia.demo: la demostración es de un solo nodo, que lo hace todo; quite constancia.roles.",
                    "constancia.demo: a demonstration is one node that does everything; leave constancia.roles out.");
        }
    }

    private void actuator() {
        var exposed = setting("management.endpoints.web.exposure.include");
        if (!Set.of("health", "").contains(exposed)) {
            refuse("management.endpoints.web.exposure.include es «%s»: solo se muestra health.", "management.endpoints.web.exposure.include is “%s”: only health is shown.", exposed);
        }
        if (setting("management.endpoint.health.show-details").equalsIgnoreCase("always")) {
            refuse("management.endpoint.health.show-details=always: los detalles son para quien se identifica.", "management.endpoint.health.show-details=always: details are for those who sign in.");
        }
        if (!setting("management.server.port").isEmpty()) {
            refuse("management.server.port: la salud no tiene otra puerta.", "management.server.port: health has no other door.");
        }
    }

    private void details() {
        for (var name : DETAILS) {
            if (environment.containsProperty(name) && !setting(name).equalsIgnoreCase("false")) {
                refuse("%s: escribiría en la bitácora lo que la gente envía.", "%s: would write into the log what people send.", name);
            }
        }
        sources().flatMap(source -> Stream.of(source.getPropertyNames()).filter(name -> tellsAll(name, String.valueOf(source.getProperty(name))))).distinct().sorted()
                .forEach(name -> refuse("%s: escribiría en la bitácora lo que la gente envía y recibe.", "%s: would write into the log what people send and get.", name));
    }

    /** A level at which tokens and texts are written out. */
    private static boolean tellsAll(String name, String level) {
        var logger = name.toLowerCase(Locale.ROOT).replace('_', '.');
        return logger.startsWith("logging.level.") && (level.equalsIgnoreCase("trace") || level.equalsIgnoreCase("debug") && TALKATIVE.matcher(logger).matches());
    }

    private void unknown() {
        sources().flatMap(source -> Stream.of(source.getPropertyNames()).filter(name -> name.matches("(?i)constancia[._-].*") && !known(name, source)))
                .distinct().sorted().forEach(name -> refuse("%s: no existe esa configuración.", "%s: there is no such setting.", name));
    }

    /** As Spring has it, dashes do not count; among variables of the environment everything is an underscore. */
    private static boolean known(String name, PropertySource<?> source) {
        boolean variable = source.getName().equals(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
        var plain = plain(name.substring("constancia.".length()));
        return (variable || name.startsWith("constancia.")) && (KNOWN.stream().anyMatch(known -> plain(known).equals(plain)) || OF_OIDC.matcher(plain).matches())
                || variable && OF_THE_SCRIPTS.contains(plain);
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[-_.]", "");
    }

    private Stream<EnumerablePropertySource<?>> sources() {
        return environment.getPropertySources().stream().flatMap(source -> source instanceof EnumerablePropertySource<?> names ? Stream.of(names) : Stream.empty());
    }

    private String setting(String name) {
        return environment.getProperty(name, "").strip();
    }

    /** Without asking any server of names. */
    private static boolean loopback(String host) {
        try {
            return host.equals("localhost") || InetAddress.ofLiteral(host).isLoopbackAddress();
        } catch (IllegalArgumentException aName) {
            return false;
        }
    }

    private void refuse(String spanish, String english, Object... values) {
        wrong.add(Unsafe.of(spanish, english, values));
    }
}
