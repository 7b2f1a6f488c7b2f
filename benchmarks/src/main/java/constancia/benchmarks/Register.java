package constancia.benchmarks;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The packaged register as {@code bin/constancia} starts it, with its embedded PostgreSQL and a folder that is deleted afterwards. */
final class Register implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    static final String PASSWORD = "only-while-it-is-measured";
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    final int port;
    private final Process process;
    private final Path data;
    private final String token;

    private Register(Process process, int port, Path data) throws IOException, InterruptedException {
        this.process = process;
        this.port = port;
        this.data = data;
        awaitReady();
        this.token = signIn();
    }

    /** The folder lies beside the build, not among temporary files: those may be kept in memory, where durable means nothing. */
    static Register start(Path jar, Plan plan, Path target) throws IOException, InterruptedException {
        if (!Files.exists(jar)) {
            throw new IllegalArgumentException("No register at " + jar);
        }
        return start(jar, plan, target, Files.createTempDirectory(Files.createDirectories(target.toAbsolutePath()), "register-"));
    }

    /** Ends the process without a word to it, and starts another one over what it left. */
    Register killedAndStartedAgain(Plan plan, Path target) throws IOException, InterruptedException {
        process.destroyForcibly().waitFor();
        return start(plan.jar(), plan, target, data);
    }

    private static Register start(Path jar, Plan plan, Path target, Path data) throws IOException, InterruptedException {
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "@" + javaOptions(jar)));
        command.addAll(plan.options());
        command.addAll(List.of("-jar", jar.toString(), "--server.port=" + port, "--constancia.data=" + data));
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(target.resolve("register-" + port + ".log").toFile());
        builder.environment().put("CONSTANCIA_ADMIN_PASSWORD", PASSWORD);
        var process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(process, data)));
        return new Register(process, port, data);
    }

    /** Those of its day, where an earlier register's {@code bin/java-options} was laid beside its jar. */
    private static Path javaOptions(Path jar) {
        var ownOptions = jar.resolveSibling("java-options");
        return Files.exists(ownOptions) ? ownOptions : Path.of("bin", "java-options");
    }

    private void awaitReady() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try (var wire = new Wire(port, "")) {
                if (wire.send("GET", "/actuator/health", null).status() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                if (!process.isAlive() || System.nanoTime() > deadline) {
                    throw new IOException("The register did not start; see register-*.log", notYet);
                }
            }
            Thread.sleep(100);
        }
    }

    private String signIn() throws IOException {
        var login = Base64.getEncoder().encodeToString(("admin:" + PASSWORD).getBytes());
        try (var wire = new Wire(port, "Basic " + login)) {
            return JSON.readTree(wire.send("POST", "/api/tokens", "").body()).get("token").asString();
        }
    }

    String authorization() {
        return "Bearer " + token;
    }

    Wire connect() throws IOException {
        return new Wire(port, authorization());
    }

    /** Something prepared beforehand, or looked at: not measured. */
    JsonNode ask(String method, String path, Object body) throws IOException {
        try (var wire = connect()) {
            var reply = wire.send(method, path, body == null ? null : JSON.writeValueAsString(body));
            if (reply.status() >= 300) {
                throw new IOException(path + " answered " + reply.status() + ": " + reply.body());
            }
            return JSON.readTree(reply.body());
        }
    }

    String create(String path, Map<String, ?> body) throws IOException {
        return ask("POST", path, body).get("id").asString();
    }

    int databasePort() throws IOException {
        return Integer.parseInt(Files.readAllLines(postmaster()).get(3));
    }

    /** The role that owns the tables: it may make one for the limit. */
    String owner() {
        return "constancia_owner";
    }

    String ownerPassword() throws IOException {
        return Files.readString(data.resolve("passwords").resolve(owner())).strip();
    }

    Connection database() throws SQLException, IOException {
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + databasePort() + "/constancia", owner(), ownerPassword());
    }

    /** No checkpoint by the clock: in one of two that are compared, it would be what is measured. */
    void withoutCheckpoints() throws SQLException, IOException {
        var password = Files.readString(data.resolve("passwords").resolve("postgres")).strip();
        try (var connection = DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + databasePort() + "/constancia", "postgres", password);
             var statement = connection.createStatement()) {
            statement.execute("alter system set checkpoint_timeout = '1d'");
            statement.execute("select pg_reload_conf()");
        }
    }

    private Path postmaster() {
        return data.resolve("cluster").resolve("postmaster.pid");
    }

    /** Processor time that the register's own process has used so far. */
    Duration processorTime() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** The same for PostgreSQL and the connections it serves now. */
    Duration databaseProcessorTime() throws IOException {
        var server = ProcessHandle.of(Long.parseLong(Files.readAllLines(postmaster()).getFirst())).orElseThrow();
        return Stream.concat(Stream.of(server), server.children())
                .map(one -> one.info().totalCpuDuration().orElse(Duration.ZERO)).reduce(Duration.ZERO, Duration::plus);
    }

    @Override
    public void close() {
        stop(process, data);
    }

    private static void stop(Process process, Path data) {
        try {
            process.destroy();
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
            if (Files.exists(data)) {
                try (var files = Files.walk(data)) {
                    files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
                }
            }
        } catch (IOException e) {
            System.err.println("Left behind: " + data);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
