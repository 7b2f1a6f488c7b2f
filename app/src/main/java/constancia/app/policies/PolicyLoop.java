package constancia.app.policies;

import constancia.app.journal.Ledger;
import constancia.command.Command;
import constancia.command.Commands;
import constancia.command.Shell;
import constancia.command.actions.ActionCommand.ProposeAction;
import constancia.command.actions.Actions;
import constancia.command.indicators.Indicators;
import constancia.command.plans.Plans;
import constancia.command.policies.WhenPeriodsDatedDateTargets;
import constancia.command.policies.WhenPeriodsDatedScheduleActions;
import constancia.command.policies.WhenRiskMaterialisedProposeActions;
import constancia.kernel.Event;
import constancia.kernel.Provenance;
import constancia.kernel.Provenance.Through;
import constancia.kernel.Refused;
import constancia.kernel.plans.PlanId;
import constancia.kernel.risks.RiskEvent;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Follows the ledger and gives the commands that follow from its records by themselves. Each command is a transaction
 * of its own and finds its work done when it was given before, so two nodes may follow at once and a killed one may
 * begin again.
 */
public final class PolicyLoop implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PolicyLoop.class);
    private static final String NAME = "periods-dated";
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(1);

    private final Ledger ledger;
    private final Commands commands;
    private final Actions actions;
    private final Indicators indicators;
    private final Plans plans;
    private final JdbcClient db;
    private final Thread thread = Thread.ofPlatform().name("policies").daemon().unstarted(this::run);
    private volatile boolean running = true;
    private volatile @Nullable String trouble;

    public PolicyLoop(Ledger ledger, Commands commands, Actions actions, Indicators indicators, Plans plans, JdbcClient db) {
        this.ledger = ledger;
        this.commands = commands;
        this.actions = actions;
        this.indicators = indicators;
        this.plans = plans;
        this.db = db;
    }

    public void start() {
        thread.start();
    }

    /** Why the policies stand still, or null while they follow. */
    public @Nullable String trouble() {
        return trouble;
    }

    private void run() {
        while (running) {
            try (var stream = ledger.openStream(position(), List.of("plan", "risk"))) {
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
                    LOG.error("A policy failed; it tries again", e);
                    trouble = String.valueOf(e.getMessage());
                    LockSupport.parkNanos(AFTER_TROUBLE.toNanos());
                }
            }
        }
    }

    private void follow(TrackedEventMessage<?> message) {
        var cause = (Provenance) message.getMetaData().get(Shell.BY);
        var through = cause == null ? Through.API : cause.through();
        var item = UUID.fromString(((DomainEventMessage<?>) message).getAggregateIdentifier());
        var kind = ((DomainEventMessage<?>) message).getType();
        if (kind.equals("plan")) {
            var event = (Event) message.getPayload();
            var plan = new PlanId(item);
            give(Stream.<Command>concat(WhenPeriodsDatedScheduleActions.commands(plan, event, actions).stream(),
                    WhenPeriodsDatedDateTargets.commands(plan, event, indicators).stream()), WhenPeriodsDatedScheduleActions.ACTOR, through);
        } else if (message.getPayload() instanceof RiskEvent event) {
            propose(WhenRiskMaterialisedProposeActions.commands(event, plans), through);
        }
        seen(message.trackingToken().position().orElseThrow());
    }

    private void give(Stream<Command> given, String actor, Through through) {
        var by = new Provenance(actor, null, false, through, null);
        given.forEach(command -> commands.send(command, by, null));
    }

    /** What was proposed before is there already; whatever else the rules refuse by now nobody has to do. */
    private void propose(List<ProposeAction> proposals, Through through) {
        for (var proposal : proposals) {
            try {
                give(Stream.of(proposal), WhenRiskMaterialisedProposeActions.ACTOR, through);
            } catch (Refused done) {
                LOG.debug("{} is not proposed again: {}", proposal.id(), done.code());
            }
        }
    }

    private long position() {
        return db.sql("select position from journal.policy where name = :name").param("name", NAME).query(Long.class).optional().orElse(0L);
    }

    private void seen(long position) {
        db.sql("""
                insert into journal.policy (name, position) values (:name, :position)
                on conflict (name) do update set position = greatest(policy.position, excluded.position)""")
                .param("name", NAME).param("position", position).update();
    }

    @Override
    public void close() {
        running = false;
        thread.interrupt();
    }
}
