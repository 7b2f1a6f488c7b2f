package constancia.app.journal;

import java.time.Duration;

/** A bell between threads of one node: whoever waits is woken by the next ring, and a ring that nobody heard is not lost. */
public final class Wake {

    private long rings;
    private long rungFor;

    public synchronized void ring() {
        rings++;
        notifyAll();
    }

    /** Rings for something that has a number, unless it was rung for that number or a later one before. */
    public synchronized void ringFor(long number) {
        if (number > rungFor) {
            rungFor = number;
            ring();
        }
    }

    public synchronized long rings() {
        return rings;
    }

    /** Waits until there were more rings than {@code heard}, at most {@code limit}; answers how many there were. */
    public synchronized long await(long heard, Duration limit) throws InterruptedException {
        long deadline = System.nanoTime() + limit.toNanos();
        while (rings <= heard) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                break;
            }
            wait(left / 1_000_000, (int) (left % 1_000_000));
        }
        return rings;
    }
}
