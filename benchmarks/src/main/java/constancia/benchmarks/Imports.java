package constancia.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * How long a file of many actions takes to come in with little memory, and whether each row is there once when the
 * register is killed in the middle. Ends with 1 when it is not. Beside an earlier register: how long in each, by turns.
 */
final class Imports {

    private static final Path TARGET = Path.of("benchmarks", "target");
    private static final JsonMapper JSON = new JsonMapper();
    private static final int ROWS = 50_000;
    private static final int SHORT = 2_000;
    private static final int INSTITUTIONS = 30;
    private static final String MEMORY = "--java=-Xmx512m";

    private final HttpClient http = HttpClient.newHttpClient();
    private final byte[] file;
    private final int rows;

    private Imports(int rows) {
        this.rows = rows;
        this.file = file(rows);
    }

    static int run(String... arguments) throws IOException, InterruptedException, SQLException {
        var more = new ArrayList<>(List.of(arguments));
        more.add(MEMORY);
        var plan = Plan.of(more.toArray(String[]::new));
        var imports = new Imports(plan.shortForm() ? SHORT : ROWS);
        return (plan.against() == null ? imports.alone(plan) : imports.beside(plan)) ? 0 : 1;
    }

    /** @param seconds from the confirmation to the last row */
    private record Measured(double seconds, boolean once) {}

    private boolean alone(Plan plan) throws IOException, InterruptedException, SQLException {
        try (var register = Register.start(plan.jar(), plan, TARGET)) {
            return measured(register).once && killed(plan, register);
        }
    }

    /** Each time a new register, in changing order: only the ratio of two neighbours in one run says something. */
    private boolean beside(Plan plan) throws IOException, InterruptedException, SQLException {
        var ratios = new ArrayList<Double>();
        boolean once = true;
        for (int round = 1; round <= plan.rounds(); round++) {
            boolean first = round % 2 == 1;
            var before = measured(first ? plan.jar() : plan.against(), plan);
            var after = measured(first ? plan.against() : plan.jar(), plan);
            once &= before.once && after.once;
            ratios.add((first ? before : after).seconds / (first ? after : before).seconds);
        }
        System.out.println(String.format(Locale.ROOT, "From the confirmation to the last row, this register over the other, median of %d: %.2f [%.2f-%.2f]", plan.rounds(),
                Figures.median(ratios, ratio -> ratio), Collections.min(ratios), Collections.max(ratios)));
        return once;
    }

    private Measured measured(Path jar, Plan plan) throws IOException, InterruptedException, SQLException {
        System.out.println(jar);
        try (var register = Register.start(jar, plan, TARGET)) {
            return measured(register);
        }
    }

    private Measured measured(Register register) throws IOException, InterruptedException, SQLException {
        for (int i = 1; i <= INSTITUTIONS; i++) {
            register.create("/api/institutions", Map.of("name", "Dirección general número " + i, "acronym", "DG" + i, "kind", "state", "effectiveOn", "2011-01-01"));
        }
        long begun = System.nanoTime();
        var id = decided(register, "UNO");
        long previewed = System.nanoTime();
        register.ask("POST", "/api/imports/" + id + "/confirm", Map.of());
        long confirmed = System.nanoTime();
        boolean done = awaitDone(register, id);
        long ended = System.nanoTime();
        System.out.println(String.format(Locale.ROOT, "%d rows with %s: previewed and decided %.1f s, confirmed %.1f s, done %.1f s after confirmation (%.0f rows/s)", rows,
                MEMORY.substring(MEMORY.indexOf('-', 2)), seconds(begun, previewed), seconds(previewed, confirmed), seconds(previewed, ended), rows / seconds(previewed, ended)));
        return new Measured(seconds(previewed, ended), once(register, id) && done);
    }

    private boolean killed(Plan plan, Register register) throws IOException, InterruptedException, SQLException {
        var id = decided(register, "DOS");
        register.ask("POST", "/api/imports/" + id + "/confirm", Map.of());
        while (progress(register, id) < rows / 3) {
            Thread.sleep(20);
        }
        try (var again = register.killedAndStartedAgain(plan, TARGET)) {
            int then = progress(again, id);
            boolean done = awaitDone(again, id);
            System.out.println("killed at about " + then + " of " + rows + " rows and started again: " + (done ? "done" : "not done"));
            return once(again, id) && done;
        }
    }

    private boolean once(Register register, String id) throws IOException, SQLException {
        try (var database = register.database(); var query = database.prepareStatement("""
                select (select count(*) from journal.imported_row where import = ?::uuid),
                       (select count(*) from journal.event where type = 'ActionProposed' and aggregate_id in (select action from journal.imported_row where import = ?::uuid))""")) {
            query.setString(1, id);
            query.setString(2, id);
            try (var found = query.executeQuery()) {
                found.next();
                System.out.println("rows that came in: " + found.getInt(1) + ", actions proposed: " + found.getInt(2));
                return found.getInt(1) == rows && found.getInt(2) == rows;
            }
        }
    }

    private String decided(Register register, String code) throws IOException, InterruptedException {
        register.create("/api/plans", Map.of("code", code, "title", "Plan " + code, "kind", "improvement-plan", "calendar",
                List.of(Map.of("period", "T1"), Map.of("period", "T2")), "effectiveOn", "2011-01-01"));
        var id = upload(register, code);
        register.ask("POST", "/api/imports/" + id + "/decide", Map.of("answers", List.of(Map.of("question", "effective-on", "choice", "on:2012-01-02"))));
        return id;
    }

    private String upload(Register register, String plan) throws IOException, InterruptedException {
        var head = "--part\r\nContent-Disposition: form-data; name=\"plan\"\r\n\r\n" + plan
                + "\r\n--part\r\nContent-Disposition: form-data; name=\"file\"; filename=\"acciones.csv\"\r\n\r\n";
        var body = HttpRequest.BodyPublishers.concat(HttpRequest.BodyPublishers.ofString(head), HttpRequest.BodyPublishers.ofByteArray(file),
                HttpRequest.BodyPublishers.ofString("\r\n--part--\r\n"));
        var answer = http.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + register.port + "/api/imports")).header("Authorization", register.authorization())
                .header("Content-Type", "multipart/form-data; boundary=part").POST(body).build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 201) {
            throw new IOException("The upload answered " + answer.statusCode() + ": " + answer.body());
        }
        return JSON.readTree(answer.body()).get("id").asString();
    }

    private static int progress(Register register, String id) throws IOException {
        return register.ask("GET", "/api/imports/" + id, null).get("done").asInt();
    }

    private static boolean awaitDone(Register register, String id) throws IOException, InterruptedException {
        while (true) {
            var status = register.ask("GET", "/api/imports/" + id, null).get("status").asString();
            if (!status.equals("running")) {
                return status.equals("done");
            }
            Thread.sleep(200);
        }
    }

    private static double seconds(long from, long until) {
        return (until - from) / 1e9;
    }

    private static byte[] file(int rows) {
        var text = new StringBuilder("No.,Acciones principales,T1,T2,Responsable\n");
        for (int i = 1; i <= rows; i++) {
            text.append(i).append(",Fortalecer la coordinación interinstitucional en el municipio número ").append(i).append(",X,,\"DG").append(i % INSTITUTIONS + 1)
                    .append(" con apoyo de DG").append((i + 1) % INSTITUTIONS + 1).append("\"\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
