package constancia.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Locale;

/**
 * How many commands the register takes per second beside what its PostgreSQL can do at most, in one run on one server;
 * and whether it kept all of them.
 */
final class Commands {

    private static final Path TARGET = Path.of("benchmarks", "target");

    private Commands() {}

    /** Answers 0 when every acknowledged command was kept once, else 1. */
    static int run(String... arguments) throws IOException, InterruptedException, SQLException {
        var report = measure(Plan.of(arguments));
        System.out.println(report.text());
        report.write(TARGET.resolve("commands.json"));
        return report.audit().clean() ? 0 : 1;
    }

    private static Report measure(Plan plan) throws IOException, InterruptedException, SQLException {
        try (var register = Register.start(plan.jar(), plan, TARGET)) {
            var acknowledged = new Acknowledged();
            var council = Council.prepare(register);
            var limit = Limit.on(register);
            int warmUpSeconds;
            try (var warmUp = new WarmUp(plan, register, council, acknowledged)) {
                WarmUp.until(warmUp);
                warmUpSeconds = warmUp.seconds();
            }
            var rounds = new ArrayList<Round>();
            for (int number = 1; number <= plan.rounds(); number++) {
                for (int clients : plan.clients()) {
                    var round = round(plan, register, council, acknowledged, limit, clients);
                    rounds.add(round);
                    System.err.println(String.format(Locale.ROOT, "round %d, %2d clients: limit %6.0f/s, register %6.0f/s, ratio %.2f, p50 %.1f ms, p99 %.1f ms",
                            number, clients, round.limit(), round.register().perSecond(), round.ratio(), round.register().p50(), round.register().p99()));
                }
            }
            var visible = Visible.measure(register, council, acknowledged, plan.probes());
            Caught.up(register);
            var audit = audit(register, acknowledged);
            return new Report(limit.name(), System.getProperty("java.version"), Runtime.getRuntime().availableProcessors(), plan.shortForm(),
                    warmUpSeconds, rounds, visible, audit);
        }
    }

    private static Round round(Plan plan, Register register, Council council, Acknowledged acknowledged, Limit limit, int clients)
            throws IOException, InterruptedException, SQLException {
        double most = limit.perSecond(clients, plan.limitSeconds());
        try (var load = new Load(register, council, acknowledged, clients)) {
            var measured = load.run(Duration.ofSeconds(plan.registerSeconds()));
            return new Round(clients, most, measured, Caught.up(register));
        }
    }

    private static Audit.Found audit(Register register, Acknowledged acknowledged) throws IOException, SQLException {
        var found = Audit.of(register, acknowledged);
        var faults = new ArrayList<>(found.faults());
        faults.addAll(Audit.sample(register, acknowledged, 50));
        return new Audit.Found(found.acknowledged(), found.missing(), found.surplus(), faults);
    }
}
