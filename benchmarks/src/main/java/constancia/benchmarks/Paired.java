package constancia.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Whether commands became slower: this register and an earlier one, each on a durable PostgreSQL of its own, warmed and
 * then measured by turns, in changing order. Only the ratio of two neighbours in one run says something.
 */
final class Paired {

    private static final Path TARGET = Path.of("benchmarks", "target");

    private Paired() {}

    /**
     * This register's over the other's.
     *
     * @param ratio    commands per second
     * @param register processor time per command of the register's process
     * @param database the same of PostgreSQL
     */
    private record Pair(int clients, double ratio, double register, double database, double p99) {}

    static int run(String... arguments) throws IOException, InterruptedException, SQLException {
        var plan = Plan.of(arguments);
        if (plan.against() == null) {
            throw new IllegalArgumentException("paired needs --against=FILE, the jar of an earlier register");
        }
        try (var one = Side.of(plan.jar(), plan); var other = Side.of(plan.against(), plan)) {
            try (var warmOne = one.warmUp(plan); var warmOther = other.warmUp(plan)) {
                WarmUp.until(warmOne, warmOther);
            }
            var pairs = new ArrayList<Pair>();
            for (int round = 1; round <= plan.rounds(); round++) {
                for (int clients : plan.clients()) {
                    boolean first = round % 2 == 1;
                    var before = (first ? one : other).measure(clients, plan);
                    var after = (first ? other : one).measure(clients, plan);
                    pairs.add(pair(clients, first ? before : after, first ? after : before));
                    System.err.println(line("round " + round, clients, List.of(pairs.getLast())));
                }
            }
            System.out.println("This register over the other, medians of " + plan.rounds() + (plan.shortForm() ? "; SHORT: too short a warm-up to compare" : ""));
            for (int clients : plan.clients()) {
                System.out.println(line("", clients, pairs.stream().filter(pair -> pair.clients == clients).toList()));
            }
        }
        return 0;
    }

    private static Pair pair(int clients, Load.Measured one, Load.Measured other) {
        return new Pair(clients, one.perSecond() / other.perSecond(), one.registerMicros() / other.registerMicros(), one.databaseMicros() / other.databaseMicros(),
                one.p99() / other.p99());
    }

    private static String line(String what, int clients, List<Pair> pairs) {
        return String.format(Locale.ROOT, "%s%3d clients: commands/s %.2f [%.2f-%.2f], processor time per command: register %.2f, PostgreSQL %.2f; p99 %.2f", what.isEmpty() ? "" : what + ", ", clients,
                Figures.median(pairs, Pair::ratio), pairs.stream().mapToDouble(Pair::ratio).min().orElseThrow(), pairs.stream().mapToDouble(Pair::ratio).max().orElseThrow(),
                Figures.median(pairs, Pair::register), Figures.median(pairs, Pair::database), Figures.median(pairs, Pair::p99));
    }

    private record Side(Register register, Council council, Acknowledged acknowledged) implements AutoCloseable {

        static Side of(Path jar, Plan plan) throws IOException, InterruptedException, SQLException {
            var register = Register.start(jar, plan, TARGET);
            register.withoutCheckpoints();
            return new Side(register, Council.prepare(register), new Acknowledged());
        }

        WarmUp warmUp(Plan plan) throws IOException {
            return new WarmUp(plan, register, council, acknowledged);
        }

        Load.Measured measure(int clients, Plan plan) throws IOException, InterruptedException, SQLException {
            try (var load = new Load(register, council, acknowledged, clients)) {
                var measured = load.run(Duration.ofSeconds(plan.registerSeconds()));
                Caught.up(register);
                return measured;
            }
        }

        @Override
        public void close() {
            register.close();
        }
    }
}
