package constancia.benchmarks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one run does: for each number of clients some rounds, each of the limit and then the register.
 *
 * @param jar     the packaged register
 * @param against another one, to be measured beside it; null when there is none
 * @param options for the Java that runs it, for a profiler
 */
record Plan(boolean shortForm, List<Integer> clients, int rounds, int limitSeconds, int registerSeconds, int leastWarmUpSeconds, int mostWarmUpSeconds, int probes, Path jar,
            @Nullable Path against, List<String> options) {

    /** @throws IllegalArgumentException an argument that is none of ours */
    static Plan of(String... arguments) {
        boolean shortForm = false;
        var clients = List.of(1, 8, 32);
        int rounds = 0;
        var jar = Path.of("app", "target", "constancia.jar");
        Path against = null;
        var options = new ArrayList<String>();
        for (var argument : arguments) {
            var value = argument.substring(argument.indexOf('=') + 1);
            switch (argument.contains("=") ? argument.substring(0, argument.indexOf('=')) : argument) {
                case "--short" -> shortForm = true;
                case "--clients" -> clients = List.of(value.split(",")).stream().map(Integer::valueOf).toList();
                case "--rounds" -> rounds = Integer.parseInt(value);
                case "--jar" -> jar = Path.of(value);
                case "--against" -> against = Path.of(value);
                case "--java" -> options.add(value);
                default -> throw new IllegalArgumentException("Not known: " + argument + ". Known: --short --clients=1,8,32 --rounds=3 --jar=FILE --against=FILE --java=OPTION");
            }
        }
        return shortForm ? new Plan(true, clients, Math.max(rounds, 1), 2, 4, 10, 10, 30, jar, against, options)
                : new Plan(false, clients, rounds == 0 ? 3 : rounds, 4, 8, 100, 120, 200, jar, against, options);
    }
}
