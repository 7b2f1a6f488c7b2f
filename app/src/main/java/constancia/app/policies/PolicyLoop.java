package constancia.app.policies;

import constancia.app.journal.Ledger;
import constancia.app.policies.Policy.Given;
import constancia.command.Commands;
import constancia.kernel.Event;
import constancia.kernel.Provenance;
import constancia.kernel.Provenance.Through;
import constancia.kernel.Refused;
import constancia.command.Shell;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Follows the records of some kinds of items in the ledger and gives the commands that follow from its records by themselves. Each command is a transaction
 * of its own and finds its work done when it was given before, so two nodes may follow at once and a killed one may
 * begin again.
 */
public final class PolicyLoop implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PolicyLoop.class);
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(1);

    private final Policy policy;
    private final Ledger ledger;
    private final Commands commands;
    private final JdbcClient db;
    private final Thread thread;
    private volatile boolean running = true;
    private volatile @Nullable String trouble;

    public PolicyLoop(Policy policy, Ledger ledger, Commands commands, JdbcClient db) {
        this.policy = policy;
        this.ledger = ledger;
        this.commands = commands;
        this.db = db;
        this.thread = Thread.ofPlatform().name("policy-" + policy.name()).daemon().unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    /** Why the policies stand still, or null while they follow. */
    public @Nullable String trouble() {
        return trouble;
    }

    /** Whether it has seen all there is for it in the ledger. */
    public boolean caughtUp() {
        return db.sql("""
                select not exists (select 1 from journal.ledger l join journal.event e using (event_index)
                where l.position > :position and e.aggregate_type in (:kinds))""").param("position", position()).param("kinds", policy.kinds()).query(Boolean.class).single();
    }

    private void run() {
        while (running) {
            try (var stream = ledger.openStream(position(), policy.kinds())) {
                while (running) {
                    if (stream.hasNextAvailable(1, TimeUnit.SECONDS)) {
                        follow(stream.nextAvailable());
                        trouble = null;
                    }
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                if (running) {
                    LOG.error("The policy {} failed; it tries again", policy.name(), e);
                    trouble = String.valueOf(e.getMessage());
                    LockSupport.parkNanos(AFTER_TROUBLE.toNanos());
                }
            }
        }
    }

    private void follow(TrackedEventMessage<?> message) {
        var cause = (Provenance) message.getMetaData().get(Shell.BY);
        var item = UUID.fromString(((DomainEventMessage<?>) message).getAggregateIdentifier());
        var kind = ((DomainEventMessage<?>) message).getType();
        policy.follows(kind, item, (Event) message.getPayload()).forEach(given -> give(given, cause == null ? Through.API : cause.through()));
        seen(message.trackingToken().position().orElseThrow());
    }

    private void give(Given given, Through through) {
        try {
            commands.send(given.command(), new Provenance(given.actor(), null, false, through, null), null);
        } catch (Refused done) {
            if (!given.unlessRefused()) {
                throw done;
            }
            LOG.debug("{} is not done again: {}", given.command(), done.code());
        }
    }

    private long position() {
        return db.sql("select position from journal.policy where name = :name").param("name", policy.name()).query(Long.class).optional().orElse(0L);
    }

    private void seen(long position) {
        db.sql("""
                insert into journal.policy (name, position) values (:name, :position)
                on conflict (name) do update set position = greatest(policy.position, excluded.position)""")
                .param("name", policy.name()).param("position", position).update();
    }

    @Override
    public void close() {
        running = false;
        thread.interrupt();
    }
}
