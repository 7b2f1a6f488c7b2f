package constancia.app.packaged;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/** A client for where the test's own JVM cannot reach: waits until the register is ready, signs in, records, reads. Prints the statuses. */
final class Talk {

    private Talk() {}

    public static void main(String[] args) throws Exception {
        var base = "http://127.0.0.1:" + args[0];
        var http = HttpClient.newHttpClient();
        for (int i = 0; i < 600 && !ready(http, base); i++) {
            Thread.sleep(200);
        }
        var basic = Base64.getEncoder().encodeToString(("admin:" + args[1]).getBytes(StandardCharsets.UTF_8));
        var issued = http.send(HttpRequest.newBuilder(URI.create(base + "/api/tokens")).header("Authorization", "Basic " + basic).POST(BodyPublishers.noBody()).build(), BodyHandlers.ofString());
        var bearer = "Bearer " + issued.body().replaceFirst(".*\"token\":\"([^\"]*)\".*", "$1");
        var recorded = http.send(HttpRequest.newBuilder(URI.create(base + "/api/institutions")).header("Authorization", bearer).header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"name\":\"En silencio\",\"kind\":\"other\"}")).build(), BodyHandlers.ofString());
        var after = recorded.body().replaceFirst(".*\"token\":\"([^\"]*)\".*", "$1");
        var listed = http.send(HttpRequest.newBuilder(URI.create(base + "/api/institutions?after=" + after)).header("Authorization", bearer).build(), BodyHandlers.ofString());
        System.out.print(issued.statusCode() + " " + recorded.statusCode() + " " + listed.statusCode() + " " + listed.body().contains("En silencio"));
    }

    private static boolean ready(HttpClient http, String base) throws InterruptedException {
        try {
            return http.send(HttpRequest.newBuilder(URI.create(base + "/actuator/health/readiness")).timeout(Duration.ofSeconds(5)).build(), BodyHandlers.discarding()).statusCode() == 200;
        } catch (java.io.IOException notYet) {
            return false;
        }
    }
}
