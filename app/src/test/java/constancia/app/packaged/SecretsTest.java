package constancia.app.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import constancia.app.HttpRegister;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the register prints when it refuses to start, when it runs at its most talkative, and when it fails: everything but secrets. */
class SecretsTest {

    private static final String IN_A_VARIABLE = "canario-de-la-variable-1";
    private static final String IN_A_FILE = "canario-del-archivo-2";
    private static final String IN_A_TREE = "canario-de-la-carpeta-3";

    @TempDir
    Path folder;

    @Test
    void unsafe_settings_are_told_at_once_in_both_languages_and_nothing_is_made() throws Exception {
        try (var register = start(Map.of("CONSTANCIA_ADMIN_PASSWORD", IN_A_VARIABLE), "--server.address=0.0.0.0", "--spring.mvc.log-request-details=true", "--constancia.zona=America/Lima")) {
            assertThat(register.ended()).isEqualTo(1);
            assertThat(register.log()).contains("server.address es «0.0.0.0»", "server.address is “0.0.0.0”", "constancia.zona: no existe", "constancia.zona: there is no such", "spring.mvc.log-request-details: escribiría")
                    .doesNotContain(IN_A_VARIABLE, "UnsafeSettings", "\tat ");
            assertThat(folder.resolve("data")).doesNotExist();
        }
    }

    @Test
    void no_secret_is_printed_at_the_most_talkative_level() throws Exception {
        try (var register = start(Map.of("CONSTANCIA_ADMIN_PASSWORD_FILE", secret("admin", IN_A_FILE)), "--logging.level.root=debug").ready()) {
            register.signedIn(IN_A_FILE);
            assertThat(register.post("/api/institutions", "{\"name\":\"Una\",\"kind\":\"other\"}").statusCode()).isEqualTo(201);
            assertThat(register.post("/api/institutions", "{\"name\":").statusCode()).isEqualTo(400);
            assertThat(register.log()).contains("DEBUG").doesNotContain(secrets(IN_A_FILE, register.token()));
        }
    }

    @Test
    void no_secret_is_printed_when_the_database_is_not_there() throws Exception {
        secret("spring.datasource.password", IN_A_TREE);
        var arguments = new String[] {"--logging.level.root=debug", "--spring.datasource.url=jdbc:postgresql://127.0.0.1:" + Packaged.freePort() + "/constancia", "--spring.datasource.username=app",
                "--spring.flyway.user=owner", "--constancia.second-factor-key-file=" + secret("clave", HttpRegister.KEY), "--spring.config.import=configtree:" + folder.resolve("secrets") + "/"};
        try (var register = start(Map.of("SPRING_FLYWAY_PASSWORD", IN_A_VARIABLE), arguments)) {
            assertThat(register.ended()).isNotZero();
            assertThat(register.log()).contains("DEBUG", "refused").doesNotContain(IN_A_VARIABLE, IN_A_TREE, HttpRegister.KEY);
        }
    }

    @Test
    void no_secret_is_printed_when_a_system_that_vouches_for_people_is_not_there() throws Exception {
        var arguments = new String[] {"--logging.level.root=debug", "--constancia.oidc.estado.issuer=http://127.0.0.1:" + Packaged.freePort(), "--constancia.oidc.estado.client-id=constancia"};
        try (var register = start(Map.of("CONSTANCIA_OIDC_ESTADO_CLIENT_SECRET_FILE", secret("estado", IN_A_FILE)), arguments)) {
            assertThat(register.ended()).isNotZero();
            assertThat(register.log()).contains("DEBUG", "Unable to resolve").doesNotContain(IN_A_FILE, Files.readString(folder.resolve("data/keys/second-factor")).strip());
        }
    }

    private Packaged start(Map<String, String> environment, String... arguments) {
        int port = Packaged.freePort();
        var command = new ArrayList<>(List.of(Packaged.java().toString(), "-XX:TieredStopAtLevel=1", "-jar", Packaged.jar().toString(), "--server.port=" + port, "--constancia.data=" + folder.resolve("data")));
        command.addAll(List.of(arguments));
        return Packaged.start(command, environment, folder, port);
    }

    private String secret(String name, String content) throws IOException {
        var file = Files.createDirectories(folder.resolve("secrets")).resolve(name);
        Files.writeString(file, content + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--------"));
        return file.toString();
    }

    /** The password as it is and as it is sent, the token, and the passwords and the key that the register made for its own database. */
    private String[] secrets(String password, String token) throws IOException {
        var secrets = new ArrayList<>(List.of(password, token, Base64.getEncoder().encodeToString(("admin:" + password).getBytes(StandardCharsets.UTF_8))));
        try (var files = Files.list(folder.resolve("data/passwords"))) {
            for (var file : files.toList()) {
                secrets.add(Files.readString(file).strip());
            }
        }
        secrets.add(Files.readString(folder.resolve("data/keys/second-factor")).strip());
        assertThat(secrets).hasSizeGreaterThan(5).noneMatch(String::isBlank);
        return secrets.toArray(String[]::new);
    }
}
