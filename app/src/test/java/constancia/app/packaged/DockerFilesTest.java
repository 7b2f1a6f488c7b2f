package constancia.app.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import constancia.app.texts.Repository;
import constancia.postgres.EmbeddedPostgres;
import constancia.postgres.Options;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What docker/ describes, run without an engine: the same command lines with the same variables as processes, on a
 * PostgreSQL prepared by the same SQL. Only names of hosts, ports and the jar's place differ.
 */
class DockerFilesTest {

    private static final Compose ONE = Compose.file("compose.yaml");
    private static final Compose TWO = Compose.file("compose.two-nodes.yaml");
    /** Read by PostgreSQL's image itself. */
    private static final Set<String> OF_THE_IMAGE = Set.of("POSTGRES_PASSWORD", "POSTGRES_INITDB_ARGS");

    /** Its effect is that the other tests can sign in; a register that did not read it would have made up another. */
    private static final String SIGNED_IN_WITH = "CONSTANCIA_ADMIN_PASSWORD";

    @TempDir
    static Path folder;
    private static EmbeddedPostgres postgres;

    @BeforeAll
    static void prepareAsTheImageDoes() throws Exception {
        var options = Options.in(folder.resolve("postgres")).notDurable().closedByCaller();
        for (var setting : ONE.serverSettings().entrySet()) {
            options = options.with(setting.getKey(), setting.getValue());
        }
        // The checks of the register look at these; only the test's speed is at stake in turning them off.
        postgres = EmbeddedPostgres.start(options.with("fsync", "on").with("full_page_writes", "on").with("synchronous_commit", "on"));
        asSuperuser(List.of("drop database constancia", "drop role constancia_app", "drop role constancia_owner"));
        asSuperuser(Compose.initSql(ONE.environment("postgres")));
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    @Test
    void one_machine_runs_as_described() throws Exception {
        try (var register = start(ONE, "register", Map.of()).ready()) {
            signedIn(register);
            assertThat(register.post("/api/institutions", "{\"name\":\"Una\",\"kind\":\"other\"}").statusCode()).isEqualTo(201);
            assertThat(register.get("/api/institutions?q=Una").statusCode()).isEqualTo(200);
            assertThat(healthy(ONE, "register", register)).isTrue();
            try (var socket = new Socket()) {
                socket.connect(new InetSocketAddress("127.0.0.2", register.port()), 2000);
                assertThat(socket.isConnected()).as("SERVER_ADDRESS opens more than one address").isTrue();
            }
        }
    }

    @Test
    void two_nodes_share_the_work_as_described() throws Exception {
        try (var writer = start(TWO, "writer", Map.of()).ready(); var reader = start(TWO, "reader", Map.of()).ready()) {
            signedIn(writer);
            signedIn(reader);
            var recorded = writer.post("/api/institutions", "{\"name\":\"Entre dos\",\"kind\":\"other\"}");
            assertThat(recorded.statusCode()).isEqualTo(201);
            var token = recorded.body().replaceFirst(".*\"token\":\"([^\"]*)\".*", "$1");
            assertThat(reader.read("/api/institutions?q=dos&after=" + token).get("items")).isNotEmpty();
            assertThat(reader.post("/api/institutions", "{\"name\":\"No\",\"kind\":\"other\"}").body()).contains("not-this-node");
            assertThat(writer.get("/api/institutions").body()).contains("not-this-node");
            assertThat(healthy(TWO, "writer", writer)).isTrue();
            assertThat(healthy(TWO, "reader", reader)).isTrue();
        }
    }

    /** A wrong value of a variable that is read keeps the register from starting. */
    @ParameterizedTest
    @MethodSource("variables")
    void every_variable_has_an_effect(String variable, Compose file, String service) throws Exception {
        var spoiled = variable.endsWith("_URL") ? "jdbc:postgresql://127.0.0.1:" + postgres.port() + "/elsewhere" : "spoiled.invalid";
        try (var register = start(file, service, Map.of(variable, spoiled))) {
            assertThat(register.ended()).as(register.log()).isNotZero();
        }
    }

    static Stream<Arguments> variables() {
        var all = new TreeMap<String, Arguments>();
        for (var file : List.of(ONE, TWO)) {
            for (var service : file.registers()) {
                file.declared(service).keySet().stream().filter(name -> !name.equals(SIGNED_IN_WITH)).forEach(name -> all.putIfAbsent(name, Arguments.of(name, file, service)));
            }
        }
        return all.values().stream();
    }

    @Test
    void every_variable_of_the_database_is_read() {
        var init = Repository.read(Repository.root().resolve("docker/init.sql"));
        for (var file : List.of(ONE, TWO)) {
            assertThat(file.declared("postgres").keySet()).allMatch(name -> OF_THE_IMAGE.contains(name) || init.contains(" " + name + "\n"));
            assertThat(file.serverSettings()).isEqualTo(ONE.serverSettings());
        }
    }

    @Test
    void the_example_gives_every_value_and_no_other() {
        var asked = new TreeSet<>(ONE.interpolated());
        asked.addAll(TWO.interpolated());
        assertThat(Compose.example().keySet()).containsExactlyInAnyOrderElementsOf(asked);
    }

    private static void signedIn(Packaged register) throws Exception {
        register.signedIn(Compose.example().get(SIGNED_IN_WITH));
    }

    private static Packaged start(Compose file, String service, Map<String, String> changed) {
        var environment = new LinkedHashMap<>(file.environment(service));
        environment.replaceAll((name, value) -> value.replace("//127.0.0.1:5432/", "//127.0.0.1:" + postgres.port() + "/"));
        int port = Packaged.freePort();
        environment.put("SERVER_PORT", String.valueOf(port));
        environment.putAll(changed);
        environment.put("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1");
        var command = Compose.entrypoint(word -> switch (word) {
            case "java" -> Packaged.java().toString();
            case "/app/constancia.jar" -> Packaged.jar().toString();
            case "@/app/java-options" -> Packaged.options();
            default -> word;
        });
        return Packaged.start(command, environment, folder, port);
    }

    private static boolean healthy(Compose file, String service, Packaged register) throws IOException, InterruptedException {
        var command = file.healthcheck(service).stream().map(word -> word.replaceFirst("/(8080|\\$\\$SERVER_PORT) ", "/" + register.port() + " ")).toList();
        return new ProcessBuilder(command).redirectOutput(Files.createTempFile(folder, "check", ".txt").toFile()).start().waitFor() == 0;
    }

    private static void asSuperuser(List<String> statements) throws SQLException {
        try (var connection = postgres.superuser().connect(postgres.jdbcUrl("postgres")); var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
