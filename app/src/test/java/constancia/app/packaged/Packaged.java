package constancia.app.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import constancia.app.texts.Repository;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The register as it is delivered, one jar, in a process of its own. */
final class Packaged implements AutoCloseable {

    static final String PASSWORD = "una-clave-para-la-prueba";
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Process process;
    private final Path log;
    private final int port;
    private String token = "";

    private Packaged(Process process, Path log, int port) {
        this.process = process;
        this.log = log;
        this.port = port;
    }

    static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    /** As {@code bin/constancia} gives them to Java. */
    static String options() {
        return "@" + Repository.root().resolve("bin/java-options");
    }

    static Path jar() {
        var jar = Repository.root().resolve("app/target/constancia.jar");
        assertThat(jar).as("the packaged register; run these tests with mvn verify").exists();
        return jar;
    }

    static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With an embedded PostgreSQL in the folder. For a minute's life the first compiler is enough. */
    static Packaged embedded(Path folder, List<String> before, String... settings) {
        int port = freePort();
        var command = new ArrayList<>(before);
        command.addAll(List.of(java().toString(), options(), "-XX:TieredStopAtLevel=1", "-jar", jar().toString(), "--server.port=" + port, "--constancia.data=" + folder.resolve("data")));
        command.addAll(List.of(settings));
        return start(command, Map.of("CONSTANCIA_ADMIN_PASSWORD", PASSWORD), folder, port);
    }

    /** Exactly this command with exactly these variables beside those every process has. */
    static Packaged start(List<String> command, Map<String, String> environment, Path folder, int port) {
        try {
            var log = Files.createTempFile(folder, "register", ".log");
            var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).directory(folder.toFile());
            builder.environment().keySet().retainAll(List.of("PATH", "HOME", "TMPDIR", "LANG", "LC_ALL"));
            builder.environment().putAll(environment);
            return new Packaged(builder.start(), log, port);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Packaged ready() {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!answersReady()) {
            assertThat(process.isAlive()).as("the register runs:%n%s", Repository.read(log)).isTrue();
            assertThat(System.nanoTime()).as("the register is ready in time:%n%s", Repository.read(log)).isLessThan(deadline);
            LockSupport.parkNanos(200_000_000);
        }
        return this;
    }

    private boolean answersReady() {
        try {
            return http.send(HttpRequest.newBuilder(uri("/actuator/health/readiness")).timeout(Duration.ofSeconds(5)).build(), BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The exit code of a process that is to end by itself. */
    int ended() throws InterruptedException {
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).as("the process ends:%n%s", Repository.read(log)).isTrue();
        return process.exitValue();
    }

    Packaged signedIn() throws Exception {
        return signedIn(PASSWORD);
    }

    Packaged signedIn(String password) throws Exception {
        var basic = Base64.getEncoder().encodeToString(("admin:" + password).getBytes(StandardCharsets.UTF_8));
        var response = http.send(HttpRequest.newBuilder(uri("/api/tokens")).header("Authorization", "Basic " + basic).POST(BodyPublishers.noBody()).build(), BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
        token = JSON.readTree(response.body()).get("token").stringValue();
        return this;
    }

    HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return http.send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(request(path).build(), BodyHandlers.ofString());
    }

    JsonNode read(String path) throws IOException, InterruptedException {
        var response = get(path);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JSON.readTree(response.body());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(uri(path)).timeout(Duration.ofSeconds(30)).header("Authorization", "Bearer " + token);
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    String token() {
        return token;
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    String log() {
        return Repository.read(log);
    }

    /** As {@code kill -9} does it. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
