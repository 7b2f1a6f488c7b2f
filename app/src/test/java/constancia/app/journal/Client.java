package constancia.app.journal;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

/** A program that uses the register over HTTP. */
final class Client {

    static final String PASSWORD = "solo-para-pruebas";

    private static final JsonMapper JSON = new JsonMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final String address;
    private final String token;

    Client(int port) {
        this.address = "http://127.0.0.1:" + port;
        var login = Base64.getEncoder().encodeToString(("admin:" + PASSWORD).getBytes(UTF_8));
        var answer = send(HttpRequest.newBuilder(URI.create(address + "/api/tokens")).header("Authorization", "Basic " + login)
                .POST(HttpRequest.BodyPublishers.noBody()));
        this.token = JSON.readTree(answer.body()).get("token").asString();
    }

    /** A new institution's id. */
    String institution() {
        var answer = post("/api/institutions", "{\"name\":\"Institution " + UUID.randomUUID() + "\",\"kind\":\"state\",\"effectiveOn\":\"2015-06-15\"}", null);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return JSON.readTree(answer.body()).get("id").asString();
    }

    HttpResponse<String> addAlias(String institution, String alias, String key) {
        return post("/api/institutions/" + institution + "/add-alias", "{\"alias\":\"" + alias + "\",\"effectiveOn\":\"2015-06-15\"}", key);
    }

    JsonNode history(String institution) {
        return JSON.readTree(send(request("/api/institutions/" + institution + "/history").GET()).body()).get("items");
    }

    private HttpResponse<String> post(String path, String body, String key) {
        var request = request(path).header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body));
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        return send(request);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address + path)).header("Authorization", "Bearer " + token);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
