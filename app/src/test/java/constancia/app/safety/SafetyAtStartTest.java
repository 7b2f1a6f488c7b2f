package constancia.app.safety;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import constancia.app.Application;
import constancia.app.HttpRegister;
import constancia.postgres.Separation;
import constancia.postgres.TestPostgres;
import constancia.postgres.UnsafeDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class SafetyAtStartTest {

    private static final String DATABASE = "spring.datasource.url=jdbc:postgresql://db.example/constancia?sslmode=verify-full;spring.datasource.username=app;spring.flyway.user=owner";

    private static final String OIDC = "constancia.oidc.estado.issuer=https://id.example;constancia.oidc.estado.client-id=constancia;constancia.oidc.estado.client-secret=x";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"server.address=0.0.0.0", "server.address=192.0.2.1", "server.address=register.example", "server.address=0.0.0.0;server.ssl.bundle=x;server.ssl.enabled=false",
            "constancia.proxy=0.0.0.0/0", "constancia.proxy=10.0.0.1, ::/0", "constancia.proxy=.*", "constancia.proxy=10.0.0.1/33", "constancia.proxy=proxy.example",
            "server.forward-headers-strategy=framework", "server.forward-headers-strategy=native",
            "management.endpoints.web.exposure.include=*", "management.endpoints.web.exposure.include=health,env", "management.endpoint.health.show-details=always", "management.server.port=9000",
            "debug=true", "trace=", "spring.mvc.log-request-details=true", "logging.level.org.springframework.web=trace", "logging.level.root=TRACE", "logging.level.web=debug", "logging.level.org.springframework.web.servlet=DEBUG",
            "constancia.zona=America/Lima", "constancia.proxy.address=10.0.0.1", "CONSTANCIA_ZONE=America/Lima",
            "constancia.demo=true;server.address=0.0.0.0;constancia.proxy=10.1.0.0/16", "constancia.demo=TRUE;constancia.roles=web",
            "constancia.address=;server.address=0.0.0.0;constancia.proxy=10.1.0.0/16", "constancia.address=;server.ssl.bundle=x", "constancia.address=http://register.example", "constancia.address=register.example",
            "constancia.address=https://register.example/registro", "constancia.address=https://register.example?a", "constancia.address=https://a@register.example", "constancia.address=javascript:alert(1)", "constancia.address=https:// x",
            "constancia.second-factor-key=;spring.datasource.url=jdbc:postgresql:constancia;spring.flyway.user=owner", "constancia.second-factor-key=clave", "constancia.second-factor-key=bGEgY2xhdmU=",
            "constancia.oidc.estado.issuer=http://id.example;constancia.oidc.estado.client-id=constancia;constancia.oidc.estado.client-secret=x",
            "constancia.oidc.estado.client-secret=;constancia.oidc.estado.issuer=https://id.example;constancia.oidc.estado.client-id=constancia",
            "constancia.oidc.estado.client-id= ;constancia.oidc.estado.issuer=https://id.example;constancia.oidc.estado.client-secret=x", "constancia.oidc.estado.client-secrets=x;" + OIDC,
            "spring.datasource.url=jdbc:mysql://localhost/x", "constancia.admin-password-file=nowhere"})
    void a_setting_that_is_not_safe_is_named_in_both_languages(String settings) {
        var reasons = reasons(Map.of(), settings);
        assertThat(reasons).as(settings).hasSize(1);
        var name = settings.substring(0, settings.indexOf('='));
        assertThat(reasons.getFirst().spanish()).contains(name).isNotEqualTo(reasons.getFirst().english());
        assertThat(reasons.getFirst().english()).contains(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "server.address=127.0.0.2", "server.address=::1", "server.address=localhost", "server.address=0.0.0.0;constancia.proxy=10.1.0.0/16, 192.0.2.7", "server.address=0.0.0.0;server.ssl.bundle=x",
            "debug=false", "logging.level.root=debug", "constancia.zone=America/Lima;constancia.nearDue=3", "constancia.demo=true", DATABASE, OIDC,
            "constancia.oidc.estado.issuer=http://127.0.0.1:9000;constancia.oidc.estado.client-id=constancia;constancia.oidc.estado.client-secret=x;constancia.oidc.estado.label=Identidad",
            "constancia.address=", "constancia.address=http://localhost:8080", "constancia.address=http://[::1]:8080/", "constancia.address=https://register.example:8443/;server.address=0.0.0.0;constancia.proxy=10.1.0.7",
            "constancia.second-factor-key=", "constancia.second-factor-key=" + HttpRegister.KEY + "\nbGEgY2xhdmUgYW50ZXJpb3IsIGRlIDMyIGJ5dGVzLi4=",
            "spring.datasource.url=jdbc:postgresql://localhost:5432,127.0.0.1/constancia;spring.flyway.user=owner", "spring.datasource.url=jdbc:postgresql:constancia;spring.flyway.user=owner"})
    void what_is_safe_passes(String settings) {
        assertThat(reasons(Map.of("CONSTANCIA_NEAR_DUE", "5", "CONSTANCIA_TOKEN", "of a script", "CONSTANCIA_ADMIN_PASSWORD", "x"), settings)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"sslmode=require", "sslmode=verify-ca", "sslmode=disable", "ssl=true"})
    void a_database_elsewhere_must_be_known_to_be_that_one(String mode) {
        assertThat(reasons(Map.of(), DATABASE.replace("sslmode=verify-full", mode))).singleElement().satisfies(reason -> assertThat(reason.english()).contains("sslmode=verify-full"));
        assertThat(reasons(Map.of(), DATABASE.replace("db.example", "127.0.0.1,db.example").replace("sslmode=verify-full", mode))).hasSize(1);
    }

    @Test
    void a_typing_error_in_a_variable_is_found() {
        assertThat(reasons(Map.of("CONSTANCIA_ZONA", "x", "CONSTANCIAS", "not ours"), "")).singleElement().satisfies(reason -> assertThat(reason.spanish()).contains("CONSTANCIA_ZONA"));
    }

    @Test
    void everything_is_told_at_once_and_no_secret_is() {
        var all = reasons(Map.of(), "server.address=0.0.0.0;debug=true;constancia.zona=x;spring.datasource.url=jdbc:postgresql://db.example/constancia?password=s3creta;spring.datasource.username=app");
        assertThat(all).hasSize(6);
        assertThat(new UnsafeSettings(all).getMessage()).contains("server.address", "debug", "constancia.zona", "sslmode", "spring.flyway.user").doesNotContain("s3creta");
    }

    @Test
    void secrets_are_read_from_files_that_others_cannot_read() throws Exception {
        var file = Files.writeString(folder.resolve("clave"), "s3creta\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r-----"));
        var environment = environment(Map.of(), "constancia.admin-password-file=" + file);
        assertThat(SecretFiles.read(environment)).isEmpty();
        assertThat(environment.getProperty("constancia.admin-password")).isEqualTo("s3creta");
        assertThat(environment(Map.of("CONSTANCIA_ADMIN_PASSWORD_FILE", file.toString()), "").getProperty("constancia.admin-password-file")).isEqualTo(file.toString());
        assertThat(reasons(Map.of("CONSTANCIA_ADMIN_PASSWORD", "x"), "constancia.admin-password-file=" + file)).hasSize(1);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
        assertThat(reasons(Map.of(), "constancia.admin-password-file=" + file)).singleElement().satisfies(reason -> assertThat(reason.spanish()).contains(file.toString()).doesNotContain("s3creta"));
        assertThat(reasons(Map.of(), "spring.config.import=configtree:" + folder + "/")).hasSize(1);
    }

    @Test
    void so_is_the_secret_of_a_system_that_vouches_for_people() throws Exception {
        var file = Files.writeString(folder.resolve("oidc"), "s3creta\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));
        var settings = OIDC.replace("client-secret=x", "client-secret-file=" + file);
        Map<String, Object> variables = Map.of("CONSTANCIA_OIDC_ESTADO_ISSUER", "https://id.example", "CONSTANCIA_OIDC_ESTADO_CLIENT_ID", "constancia", "CONSTANCIA_OIDC_ESTADO_CLIENT_SECRET_FILE", file.toString());
        for (var environment : List.of(environment(Map.of(), settings), environment(variables, ""))) {
            assertThat(SecretFiles.read(environment)).isEmpty();
            assertThat(SettingsCheck.of(environment)).isEmpty();
            assertThat(OidcSystem.named(environment)).containsOnlyKeys("estado");
            assertThat(OidcSystem.named(environment).get("estado").clientSecret()).isEqualTo("s3creta");
        }
        assertThat(reasons(Map.of(), settings + ";constancia.oidc.estado.client-secret=x")).singleElement().satisfies(reason -> assertThat(reason.english()).contains("constancia.oidc.estado.client-secret-file", "only one"));
        assertThat(reasons(Map.of(), OIDC.replace("client-secret=x", "client-secret-file=" + folder.resolve("nowhere")))).hasSize(1);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
        assertThat(reasons(Map.of(), settings)).singleElement().satisfies(reason -> assertThat(reason.spanish()).contains(file.toString()).doesNotContain("s3creta"));
    }

    @Test
    void a_role_that_could_change_what_was_recorded_is_refused() throws Exception {
        var database = TestPostgres.newDurableDatabase();
        try (var connection = database.connectAsOwner()) {
            assertThat(Separation.check(connection)).singleElement().asString().contains(database.owner().user(), "owns the database", "es dueño");
        }
        try (var connection = database.app().connect(database.url())) {
            assertThat(Separation.check(connection)).isEmpty();
        }
        assertThatThrownBy(() -> new SpringApplicationBuilder(Application.class).run("--server.port=0", "--spring.datasource.url=" + database.url(), "--spring.datasource.username=" + database.owner().user(),
                "--spring.datasource.password=" + database.owner().password(), "--spring.flyway.user=another", "--constancia.second-factor-key=" + HttpRegister.KEY)).hasRootCauseInstanceOf(UnsafeDatabase.class);
    }

    @Test
    void a_right_to_change_a_table_that_only_grows_is_found() throws Exception {
        var database = TestPostgres.newDurableDatabase();
        try (var owner = database.connectAsOwner(); var statement = owner.createStatement(); var app = database.app().connect(database.url())) {
            statement.execute("create schema journal; create table journal.event (n int); grant usage on schema journal to " + database.app().user());
            statement.execute("grant select, insert on journal.event to " + database.app().user());
            assertThat(Separation.check(app, List.of("journal.event", "journal.ledger"))).isEmpty();
            statement.execute("grant truncate on journal.event to " + database.app().user());
            assertThat(Separation.check(app, List.of("journal.event", "journal.ledger"))).singleElement().asString().contains("journal.event");
        }
    }

    private static List<Unsafe> reasons(Map<String, Object> variables, String settings) {
        var environment = environment(variables, settings);
        var reasons = new java.util.ArrayList<>(SecretFiles.read(environment));
        reasons.addAll(SettingsCheck.of(environment));
        return reasons;
    }

    /** Settings as an operator gives them, over those that come with the register. */
    private static StandardEnvironment environment(Map<String, Object> variables, String settings) {
        var given = new HashMap<String, Object>(Map.of("server.address", "127.0.0.1", "server.forward-headers-strategy", "none", "management.endpoints.web.exposure.include", "health",
                "constancia.address", "https://register.example", "constancia.second-factor-key", HttpRegister.KEY));
        for (var setting : settings.split(";")) {
            if (!setting.isEmpty()) {
                given.put(setting.substring(0, setting.indexOf('=')), setting.substring(setting.indexOf('=') + 1));
            }
        }
        var environment = new StandardEnvironment();
        var sources = environment.getPropertySources();
        sources.replace(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, new SystemEnvironmentPropertySource(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));
        sources.addFirst(new MapPropertySource("given", given));
        return environment;
    }
}
