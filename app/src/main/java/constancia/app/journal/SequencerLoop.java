package constancia.app.journal;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the sequencer: at once after a commit of this node, and every 200 ms for the commits of nodes that died. When it
 * has to stop it says so and tries again each second.
 */
public final class SequencerLoop implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SequencerLoop.class);
    private static final Duration UNASKED = Duration.ofMillis(200);
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(1);
    private static final long LEAST_NANOS = 10_000_000;
    private static final long MOST_NANOS = 100_000_000;
    private static final long EACH_NANOS = 1_000_000;
    private static final long ELSEWHERE_NANOS = 5_000_000;

    private final Sequencer sequencer;
    private final Wake committed;
    private final Wake numbered;
    private final Thread thread;
    private volatile boolean running = true;
    private volatile @Nullable String trouble;

    public SequencerLoop(Sequencer sequencer, Wake committed, Wake numbered) {
        this.sequencer = sequencer;
        this.committed = committed;
        this.numbered = numbered;
        this.thread = Thread.ofPlatform().name("sequencer").daemon().unstarted(this::run);
    }

    public void start() {
        sequencer.adopt();
        thread.start();
    }

    /** Why the sequencer stands still, or null while it runs. */
    public @Nullable String trouble() {
        return trouble;
    }

    private void run() {
        long heard = 0;
        while (running) {
            try {
                heard = committed.await(heard, trouble == null ? UNASKED : AFTER_TROUBLE);
                rounds();
                recovered();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                stopped(e);
            }
        }
    }

    private void rounds() {
        while (running) {
            var round = sequencer.round();
            if (round.numbered() == 0) {
                return;
            }
            if (!round.elsewhere()) {
                numbered.ringFor(round.position());
            }
            LockSupport.parkNanos(round.elsewhere() ? ELSEWHERE_NANOS : gather(round.numbered()));
        }
    }

    /** The more came at once, the longer the next round gathers: its cost hardly grows with what it numbers. */
    private static long gather(int numbered) {
        return Math.clamp(numbered * EACH_NANOS, LEAST_NANOS, MOST_NANOS);
    }

    private void stopped(RuntimeException e) {
        if (running && trouble == null) {
            LOG.error("The sequencer stands still; nothing new gets a number until this is mended", e);
        }
        trouble = String.valueOf(e.getMessage());
    }

    private void recovered() {
        if (trouble != null) {
            LOG.warn("The sequencer goes on");
            trouble = null;
        }
    }

    @Override
    public void close() {
        running = false;
        if (!thread.isAlive()) {
            return;
        }
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
