package constancia.app.projections;

import constancia.app.journal.Wake;
import constancia.web.Visibility;
import constancia.web.operations.Rebuilding;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables in use and, while they are rebuilt, those that will replace them. */
public final class Tables implements Visibility, Rebuilding, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Tables.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration GLANCE = Duration.ofMillis(20);

    private final Generations generations;
    private final IntFunction<TablesReader> readers;
    private final JdbcClient db;
    private final Wake visible;
    private final Comparison comparison;
    private @Nullable TablesReader current;
    private int filled;
    private @Nullable Thread rebuild;
    private volatile boolean running = true;

    Tables(Generations generations, IntFunction<TablesReader> readers, JdbcClient db, Wake visible, Comparison comparison) {
        this.generations = generations;
        this.readers = readers;
        this.db = db;
        this.visible = visible;
        this.comparison = comparison;
    }

    public synchronized void start() {
        filled = generations.current();
        current = readers.apply(filled);
        current.start();
        sweep();
        if (generations.building().isPresent() || generations.outdated()) {
            rebuild();
        }
        Thread.ofPlatform().name("tables-in-use").daemon().start(this::follow);
    }

    /** Fills a new generation beside the current one, compares, switches. Goes on with one that was left unfinished. */
    @Override
    public synchronized void rebuild() {
        if (rebuild == null || !rebuild.isAlive()) {
            int next = generations.build();
            rebuild = Thread.ofPlatform().name("rebuild-" + next).daemon().start(() -> fill(next));
        }
    }

    /** Why the tables stand still, if they do. */
    public synchronized Optional<Throwable> trouble() {
        return current == null ? Optional.empty() : current.trouble();
    }

    private void fill(int next) {
        var reader = readers.apply(next);
        try {
            int former = generations.current();
            reader.upTo(0);
            reader.start();
            LOG.info("Rebuilding the tables as generation {}", next);
            var differences = comparison.of(former, next, reader::upTo, () -> running);
            if (!running) {
                reader.close();
                return;
            }
            differences.forEach(difference -> LOG.warn("The rebuilt tables differ: {}", difference));
            reader.upTo(Long.MAX_VALUE);
            generations.show(next);
            replace(next, reader);
            LOG.info("Readers now read generation {}", next);
        } catch (RuntimeException e) {
            reader.close();
            if (generations.current() == next) {
                LOG.info("Another node filled generation {}, and readers read it now", next);
            } else {
                LOG.error("The tables could not be rebuilt; readers keep the ones they have", e);
            }
            return;
        }
        sweep();
    }

    private synchronized void replace(int generation, TablesReader reader) {
        if (current != null) {
            current.close();
        }
        current = reader;
        filled = generation;
    }

    private void sweep() {
        try {
            generations.dropRetired();
        } catch (RuntimeException e) {
            LOG.warn("Tables that nobody reads any more could not be deleted; the next start tries again", e);
        }
    }

    /** Another node may have switched: then this one fills the new tables too, or waits to take over. */
    private void follow() {
        while (running) {
            try {
                db.sql("select number from journal.generation where state = 'current'").query(Integer.class).optional().ifPresent(this::follow);
            } catch (RuntimeException e) {
                LOG.debug("The tables in use could not be looked up", e);
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    private synchronized void follow(int generation) {
        if (running && generation != filled && (rebuild == null || !rebuild.isAlive())) {
            var reader = readers.apply(generation);
            replace(generation, reader);
            reader.start();
            LOG.info("Another node switched: readers now read generation {}", generation);
        }
    }

    @Override
    public boolean await(UUID item, int version) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            long heard = visible.rings();
            if (contains(item, version)) {
                return true;
            }
            if (System.nanoTime() > deadline) {
                return false;
            }
            try {
                visible.await(heard, GLANCE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }

    private boolean contains(UUID item, int version) {
        return db.sql("""
                select l.position <= p.position from journal.event e join journal.ledger l using (event_index), view.projected p
                where e.aggregate_id = :item and e.sequence_number = :sequence""")
                .param("item", item).param("sequence", version - 1).query(Boolean.class).optional().orElse(false);
    }

    @Override
    public long position() {
        return db.sql("select position from view.projected").query(Long.class).single();
    }

    @Override
    public synchronized void close() {
        running = false;
        if (current != null) {
            current.close();
        }
    }
}
