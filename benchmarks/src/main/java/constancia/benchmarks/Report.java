package constancia.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What a run found, as a table to read and as JSON to keep. */
record Report(String limit, String java, int processors, boolean shortForm, int warmUpSeconds, List<Round> rounds, Visible.Measured visible, Audit.Found audit) {

    String text() {
        var text = new StringBuilder();
        line(text, "One PostgreSQL, durable; limit: %s; %d processors, Java %s%s", limit, processors, java, shortForm ? "; SHORT: too short a warm-up to compare" : "");
        line(text, "Limit: one INSERT per transaction. Register: propose, assign, report, report, deliver over HTTP. Medians of %d; warm-up %d s.",
                rounds.size() / Math.max(1, clients().size()), warmUpSeconds);
        line(text, "%n%7s %9s %11s %6s %13s %8s %8s %8s | processor us per command: %s", "clients", "limit/s", "register/s", "ratio", "[least-most]", "p50 ms", "p99 ms",
                "p99/p50", "register, database, client; tables caught up after ms");
        for (int clients : clients()) {
            var all = rounds.stream().filter(round -> round.clients() == clients).toList();
            line(text, "%7d %9.0f %11.0f %6.2f %13s %8.1f %8.1f %8.1f | %.0f, %.0f, %.0f; %.0f", clients, median(all, Round::limit), median(all, round -> round.register().perSecond()),
                    median(all, Round::ratio), String.format(Locale.ROOT, "[%.2f-%.2f]", all.stream().mapToDouble(Round::ratio).min().orElseThrow(),
                            all.stream().mapToDouble(Round::ratio).max().orElseThrow()),
                    median(all, round -> round.register().p50()), median(all, round -> round.register().p99()), median(all, Round::spread),
                    median(all, round -> round.register().registerMicros()), median(all, round -> round.register().databaseMicros()),
                    median(all, round -> round.register().clientMicros()), median(all, Round::caughtUpMillis));
        }
        line(text, "%nFrom acknowledgement to visible in a list, idle: p50 %.1f ms, p99 %.1f ms (%d probes)", visible.p50(), visible.p99(), visible.probes());
        line(text, "Acknowledged %d; missing %d; recorded without acknowledgement or twice %d", audit.acknowledged(), audit.missing(), audit.surplus());
        audit.faults().forEach(fault -> line(text, "  %s", fault));
        return text.toString();
    }

    void write(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.writeString(file, JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build().writeValueAsString(this));
    }

    private List<Integer> clients() {
        return rounds.stream().map(Round::clients).distinct().toList();
    }

    private static double median(List<Round> rounds, ToDoubleFunction<Round> value) {
        return Figures.median(rounds, value);
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append(System.lineSeparator());
    }
}
