package constancia.app.journal;

import constancia.command.Busy;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Lets commands that take their number from the same series wait for each other on this node, first come, first served,
 * instead of losing races in the database. Taken before the transaction begins, so that its snapshot sees the number
 * given last; other nodes still race.
 */
final class Turns {

    private static final int STRIPES = 64;

    private final ReentrantLock[] locks = new ReentrantLock[STRIPES];

    Turns() {
        Arrays.setAll(locks, i -> new ReentrantLock(true));
    }

    /** @throws Busy the turn did not come within {@code nanos} */
    <T> T take(Object key, long nanos, Supplier<T> work) {
        var lock = locks[Math.floorMod(key.hashCode(), STRIPES)];
        try {
            if (!lock.tryLock(nanos, TimeUnit.NANOSECONDS)) {
                throw new Busy(new TimeoutException("others took their turn for too long"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Busy(e);
        }
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }
}
