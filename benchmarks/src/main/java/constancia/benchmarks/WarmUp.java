package constancia.benchmarks;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;

/**
 * Load before anything is measured: at least so many seconds, and until the processor time that the register needs for a
 * command has stopped falling. On a busy machine Java's compiler comes late.
 */
final class WarmUp implements AutoCloseable {

    private static final int SLICE_SECONDS = 5;
    private static final int STEADY_SLICES = 3;
    private static final double BETTER = 0.95;

    private final Plan plan;
    private final Register register;
    private final Load load;
    private int seconds;
    private double best = Double.MAX_VALUE;
    private int noBetter;

    WarmUp(Plan plan, Register register, Council council, Acknowledged acknowledged) throws IOException {
        this.plan = plan;
        this.register = register;
        this.load = new Load(register, council, acknowledged, plan.clients().getLast());
    }

    /** Until all are warm, by turns: they are then of the same age, and what comes with age, such as a checkpoint, comes to all. */
    static void until(WarmUp... all) throws IOException, InterruptedException, SQLException {
        boolean cold = true;
        while (cold) {
            cold = false;
            for (var one : all) {
                one.slice();
                cold |= !one.warm();
            }
        }
    }

    int seconds() {
        return seconds;
    }

    private boolean warm() {
        return seconds >= plan.leastWarmUpSeconds() && (noBetter >= STEADY_SLICES || seconds >= plan.mostWarmUpSeconds());
    }

    private void slice() throws IOException, InterruptedException, SQLException {
        var slice = load.run(Duration.ofSeconds(SLICE_SECONDS));
        seconds += SLICE_SECONDS;
        System.err.println(String.format(Locale.ROOT, "warm-up, %3d s: %6.0f/s, %.0f us of processor time per command", seconds, slice.perSecond(), slice.registerMicros()));
        noBetter = slice.registerMicros() < best * BETTER ? 0 : noBetter + 1;
        best = Math.min(best, slice.registerMicros());
        Caught.up(register);
    }

    @Override
    public void close() throws IOException {
        load.close();
    }
}
