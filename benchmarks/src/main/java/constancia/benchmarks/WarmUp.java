package constancia.benchmarks;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;

/**
 * Load before anything is measured: at least so many seconds, and until the processor time that the register needs for a
 * command has stopped falling. On a busy machine Java's compiler comes late.
 */
final class WarmUp {

    private static final int SLICE_SECONDS = 5;
    private static final int STEADY_SLICES = 3;
    private static final double BETTER = 0.95;

    private WarmUp() {}

    /** Answers how many seconds it took. */
    static int until(Plan plan, Register register, Council council, Acknowledged acknowledged) throws IOException, InterruptedException, SQLException {
        int seconds = 0;
        try (var load = new Load(register, council, acknowledged, plan.clients().getLast())) {
            double best = Double.MAX_VALUE;
            int noBetter = 0;
            while (seconds < plan.leastWarmUpSeconds() || noBetter < STEADY_SLICES && seconds < plan.mostWarmUpSeconds()) {
                var slice = load.run(Duration.ofSeconds(SLICE_SECONDS));
                seconds += SLICE_SECONDS;
                System.err.println(String.format(Locale.ROOT, "warm-up, %3d s: %6.0f/s, %.0f us of processor time per command", seconds, slice.perSecond(), slice.registerMicros()));
                noBetter = slice.registerMicros() < best * BETTER ? 0 : noBetter + 1;
                best = Math.min(best, slice.registerMicros());
            }
        }
        Caught.up(register);
        return seconds;
    }
}
