package constancia.app.packaged;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;

/** Sends each file of a folder to a register that the test's own JVM cannot reach. Prints for each: name, route, status, milliseconds, answer's beginning. */
final class Uploads {

    private Uploads() {}

    public static void main(String[] args) throws Exception {
        var base = "http://127.0.0.1:" + args[0];
        var http = HttpClient.newHttpClient();
        for (int i = 0; i < 900 && !ready(http, base); i++) {
            Thread.sleep(200);
        }
        var basic = Base64.getEncoder().encodeToString(("admin:" + args[1]).getBytes(StandardCharsets.UTF_8));
        var issued = http.send(HttpRequest.newBuilder(URI.create(base + "/api/tokens")).header("Authorization", "Basic " + basic).POST(BodyPublishers.noBody()).build(), BodyHandlers.ofString());
        var bearer = "Bearer " + issued.body().replaceFirst(".*\"token\":\"([^\"]*)\".*", "$1");
        var described = http.send(HttpRequest.newBuilder(URI.create(base + "/v3/api-docs")).build(), BodyHandlers.ofString()).body();
        var routes = described.contains("\"/api/documents\"") ? List.of("/api/imports", "/api/documents") : List.of("/api/imports");
        try (var files = Files.list(Path.of(args[2]))) {
            for (var file : files.sorted().toList()) {
                for (var route : routes) {
                    long before = System.nanoTime();
                    var request = HttpRequest.newBuilder(URI.create(base + route)).header("Authorization", bearer).header("Content-Type", "multipart/form-data; boundary=parte")
                            .timeout(Duration.ofSeconds(60)).POST(BodyPublishers.ofByteArray(form(file))).build();
                    var answer = http.send(request, BodyHandlers.ofString());
                    System.out.println(file.getFileName() + "\t" + route + "\t" + answer.statusCode() + "\t" + Duration.ofNanos(System.nanoTime() - before).toMillis() + "\t"
                            + answer.body().replaceAll("\\s", " ").substring(0, Math.min(300, answer.body().length())));
                }
            }
        }
    }

    private static byte[] form(Path file) throws Exception {
        var name = file.getFileName().toString();
        var form = new ByteArrayOutputStream();
        form.writeBytes(("--parte\r\nContent-Disposition: form-data; name=\"file\"; filename=\"../../" + name + "\"\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        form.writeBytes(Files.readAllBytes(file));
        form.writeBytes("\r\n--parte--\r\n".getBytes(StandardCharsets.UTF_8));
        return form.toByteArray();
    }

    private static boolean ready(HttpClient http, String base) throws InterruptedException {
        try {
            return http.send(HttpRequest.newBuilder(URI.create(base + "/actuator/health/readiness")).timeout(Duration.ofSeconds(5)).build(), BodyHandlers.discarding()).statusCode() == 200;
        } catch (java.io.IOException notYet) {
            return false;
        }
    }
}
