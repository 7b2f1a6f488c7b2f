package constancia.benchmarks;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * From the acknowledgement of a write to the answer of a list that was asked for it with {@code after=}, while nobody
 * else writes. The list's own time is in it.
 */
final class Visible {

    record Measured(int probes, double p50, double p99) {}

    private static final JsonMapper JSON = new JsonMapper();
    private static final long PAUSE_MILLIS = 15;

    private Visible() {}

    static Measured measure(Register register, Council council, Acknowledged acknowledged, int probes) throws IOException, InterruptedException {
        var plan = Council.plan(register, "VISIBLE");
        var institution = council.institution(0);
        var proposed = register.ask("POST", "/api/actions", Map.of("title", "Una acción que se mira", "plan", plan,
                "responsible", List.of(Map.of("institution", institution, "role", "lead"))));
        acknowledged.add(proposed.get("id").asString(), 1);
        long[] nanos = new long[probes];
        try (var wire = register.connect()) {
            probe(wire, proposed.get("id").asString(), plan, institution, 0, acknowledged);
            for (int i = 0; i < probes; i++) {
                Thread.sleep(PAUSE_MILLIS);
                nanos[i] = probe(wire, proposed.get("id").asString(), plan, institution, i % 100 + 1, acknowledged);
            }
        }
        Arrays.sort(nanos);
        return new Measured(probes, Figures.percentile(nanos, 50) / 1e6, Figures.percentile(nanos, 99) / 1e6);
    }

    private static long probe(Wire wire, String action, String plan, String institution, int percent, Acknowledged acknowledged) throws IOException {
        var written = wire.send("POST", "/api/actions/" + action + "/report-progress", "{\"institution\":\"" + institution + "\",\"percent\":" + percent + "}");
        long acknowledgedAt = System.nanoTime();
        acknowledged.add(action, Receipt.version(written.body()));
        var list = wire.send("GET", "/api/actions?plan=" + plan + "&after=" + Receipt.token(written.body()), null);
        long seenAt = System.nanoTime();
        var items = JSON.readTree(list.body()).get("items");
        if (list.status() != 200 || items.size() != 1 || items.get(0).get("percent").asInt() != percent) {
            throw new IOException("The list does not contain the write: " + list.body());
        }
        return seenAt - acknowledgedAt;
    }
}
