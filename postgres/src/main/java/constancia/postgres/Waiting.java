package constancia.postgres;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits for a condition, up to a limit. */
final class Waiting {

    private static final int LOOK_EVERY_MILLIS = 10;

    private Waiting() {}

    /** True as soon as the condition holds; false if it did not within the time. */
    static boolean until(Duration longest, BooleanSupplier condition) {
        long end = System.nanoTime() + longest.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            try {
                Thread.sleep(LOOK_EVERY_MILLIS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new PostgresFailure("Interrupted while waiting for PostgreSQL.", interrupted);
            }
        }
        return true;
    }
}
