package constancia.app.health;

import constancia.app.journal.SequencerLoop;
import constancia.app.roles.OnRole;
import constancia.app.roles.Role;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether records get their numbers. It names what holds the ledger back, for an operator to end. */
@Component
@OnRole(Role.COMMAND)
final class SequencerHealthIndicator implements HealthIndicator {

    /** Nothing of ours runs longer than a second; after this long somebody should look. */
    private static final int ALARM_SECONDS = 30;

    private final SequencerLoop sequencer;
    private final LedgerLag ledgerLag;

    SequencerHealthIndicator(SequencerLoop sequencer, LedgerLag ledgerLag) {
        this.sequencer = sequencer;
        this.ledgerLag = ledgerLag;
    }

    @Override
    public Health health() {
        var trouble = sequencer.trouble();
        try {
            var lag = ledgerLag.now();
            var health = trouble != null || lag.seconds() > ALARM_SECONDS ? Health.down() : Health.up();
            if (trouble != null) {
                health.withDetail("trouble", trouble);
            }
            health.withDetail("eventsBehind", lag.events()).withDetail("secondsBehind", Math.round(lag.seconds() * 10) / 10.0);
            if (lag.events() > 0) {
                ledgerLag.holder().ifPresent(holder -> health.withDetail("heldBackBy", holder));
            }
            return health.build();
        } catch (RuntimeException e) {
            return Health.down(e).build();
        }
    }
}
