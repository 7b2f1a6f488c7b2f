package constancia.command.actions;

import constancia.command.actions.Action.Impediment;
import constancia.command.actions.ActionCommand.EscalateImpediment;
import constancia.command.actions.ActionCommand.ReportImpediment;
import constancia.command.actions.ActionCommand.ResolveImpediment;
import constancia.kernel.Invalid;
import constancia.kernel.Refused;
import constancia.kernel.actions.ActionEvent;
import constancia.kernel.actions.ActionEvent.ImpedimentEscalated;
import constancia.kernel.actions.ActionEvent.ImpedimentReported;
import constancia.kernel.actions.ActionEvent.ImpedimentResolved;
import java.time.LocalDate;
import java.util.UUID;

/** What blocks an action. */
final class Impeding {

    private Impeding() {}

    static ActionEvent report(ReportImpediment c, Action now, Neighbours neighbours) {
        if (now.impediments().containsKey(c.impediment())) {
            throw new Refused("impediment-known");
        }
        Named.exists("liftedBy", c.liftedBy(), neighbours);
        return new ImpedimentReported(c.impediment(), c.text(), c.liftedBy(), c.effectiveOn());
    }

    static ActionEvent escalate(EscalateImpediment c, Action now, Neighbours neighbours) {
        var impediment = open(c.impediment(), c.effectiveOn(), now);
        Named.active("body", c.body(), c.effectiveOn(), neighbours);
        if (impediment.escalatedTo().contains(c.body())) {
            throw new Refused("already-escalated");
        }
        return new ImpedimentEscalated(c.impediment(), c.body(), c.effectiveOn());
    }

    static ActionEvent resolve(ResolveImpediment c, Action now) {
        open(c.impediment(), c.effectiveOn(), now);
        return new ImpedimentResolved(c.impediment(), c.text(), c.effectiveOn());
    }

    private static Impediment open(UUID id, LocalDate on, Action now) {
        var impediment = now.impediments().get(id);
        if (impediment == null) {
            throw new Invalid("impediment", "unknown-impediment");
        }
        if (impediment.resolved()) {
            throw new Refused("impediment-resolved", impediment.lastOn());
        }
        if (on.isBefore(impediment.lastOn())) {
            throw new Refused("effective-before-previous", impediment.lastOn());
        }
        return impediment;
    }
}
