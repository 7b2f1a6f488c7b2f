package constancia.app.imports;

import static constancia.app.imports.ImportsScene.until;
import static org.assertj.core.api.Assertions.assertThat;

import constancia.app.Application;
import constancia.app.HttpRegister;
import constancia.command.imports.GridReader;
import constancia.command.imports.MatrixReader;
import constancia.postgres.TestDatabase;
import constancia.postgres.TestPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The short form of what {@code bin/benchmark imports} does: a process is killed in the middle of a file of two thousand rows. */
class ImportKilledTest {

    private static final int ROWS = 2_000;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final TestDatabase database = TestPostgres.newDurableDatabase();

    @Test
    void what_a_killed_process_left_half_way_another_finishes_and_every_row_is_there_once() throws Exception {
        var content = content();
        ImportsScene scene;
        String id;
        try (var register = HttpRegister.on(database)) {
            scene = new ImportsScene(register).withInstitutions();
            scene.plan("P", "2011-01-01");
            id = scene.decideAll(scene.upload("muchas.csv", content, "P").is(201).body(), "leave-out", "{'question':'effective-on','choice':'on:2012-01-02'}");
        }
        try (var somebody = database.connectAsApp()) {
            int port = freePort();
            var process = start(port);
            holdUp(somebody, id, content);
            confirm(port, id);
            until(Duration.ofMinutes(5), () -> scene.number("select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'") > 0);
            process.destroyForcibly().waitFor();
            somebody.rollback();
        }
        assertThat(scene.number("select count(*) from journal.event where type = 'ActionProposed'")).isBetween(500L, 1_000L);
        try (var register = HttpRegister.on(database, "--constancia.import-watch=100ms")) {
            var done = new ImportsScene(register).finished(id);
            assertThat(done.get("status").asString()).as(done::toString).isEqualTo("done");
            assertThat(done.get("done").asInt()).isEqualTo(ROWS);
            assertThat(scene.number("select count(*) from journal.event where type = 'ActionProposed'")).isEqualTo(ROWS);
            assertThat(scene.number("select count(distinct text) from journal.imported_row")).isEqualTo(ROWS);
        }
    }

    private static byte[] content() {
        var text = new StringBuilder("No.,Acciones principales,T1,Responsable\n");
        for (int i = 1; i <= ROWS; i++) {
            text.append(i).append(",Acción de coordinación ").append(i).append(",X,\"PNUD, OPS\"\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** Somebody else is about to bring in the thousandth row: whoever brings it in too waits for how that ends. */
    private void holdUp(Connection somebody, String id, byte[] content) throws SQLException {
        ImportsScene.begin(somebody);
        try (var insert = somebody.prepareStatement("insert into journal.imported_row (plan, fingerprint, import, action, component, block, number, text)"
                + " select id, ?, ?, gen_random_uuid(), '', 0, '', '' from journal.plan")) {
            insert.setString(1, MatrixReader.read(GridReader.read(content, "muchas.csv")).fingerprints().get(ROWS / 2 - 1));
            insert.setObject(2, UUID.fromString(id));
            insert.execute();
        }
    }

    private Process start(int port) throws IOException {
        var process = new ProcessBuilder(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xshare:auto", "-Xmx512m", "-cp",
                System.getProperty("java.class.path"), Application.class.getName(), "--server.port=" + port, "--spring.datasource.url=" + database.url(),
                "--spring.datasource.username=" + database.app().user(), "--spring.datasource.password=" + database.app().password(),
                "--spring.flyway.user=" + database.owner().user(), "--spring.flyway.password=" + database.owner().password(),
                "--constancia.second-factor-key=" + HttpRegister.KEY, "--constancia.admin-password=una contraseña de prueba")).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        until(Duration.ofMinutes(5), () -> status(port) == 200);
        return process;
    }

    private static int status(int port) {
        try {
            return HTTP.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/health")).build(), HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException notYet) {
            return 0;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void confirm(int port, String id) throws IOException, InterruptedException {
        var login = Base64.getEncoder().encodeToString("admin:una contraseña de prueba".getBytes(StandardCharsets.UTF_8));
        var token = new JsonMapper().readTree(post(port, "/api/tokens", "Basic " + login).body()).get("token").asString();
        assertThat(post(port, "/api/imports/" + id + "/confirm", "Bearer " + token).statusCode()).isEqualTo(202);
    }

    private static HttpResponse<String> post(int port, String path, String authorization) throws IOException, InterruptedException {
        return HTTP.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).header("Authorization", authorization)
                .POST(HttpRequest.BodyPublishers.noBody()).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static int freePort() throws IOException {
        try (var free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }
}
