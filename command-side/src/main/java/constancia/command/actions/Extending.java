package constancia.command.actions;

import constancia.command.actions.Action.Extension;
import constancia.command.actions.ActionCommand.GrantExtension;
import constancia.command.actions.ActionCommand.RefuseExtension;
import constancia.command.actions.ActionCommand.RequestExtension;
import constancia.kernel.Invalid;
import constancia.kernel.Refused;
import constancia.kernel.actions.ActionEvent;
import constancia.kernel.actions.ActionEvent.ExtensionGranted;
import constancia.kernel.actions.ActionEvent.ExtensionRefused;
import constancia.kernel.actions.ActionEvent.ExtensionRequested;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** More time: asked for by one institution, granted for the whole action. */
final class Extending {

    private Extending() {}

    static ActionEvent request(RequestExtension c, Action now, Neighbours neighbours) {
        var commitment = Committing.current(now, c.institution(), c.effectiveOn());
        if (commitment.status().done()) {
            throw new Refused("already-delivered");
        }
        if (c.effectiveOn().isBefore(commitment.dates().assignedOn())) {
            throw new Refused("before-assignment", commitment.dates().assignedOn());
        }
        if (now.extensions().containsKey(c.extension())) {
            throw new Refused("extension-known");
        }
        if (now.extensions().values().stream().anyMatch(one -> commitment.everHeldBy(one.institution()) && one.decidedOn() == null)) {
            throw new Refused("extension-open");
        }
        var asked = asked(c, now, neighbours);
        if (!asked.isAfter(due(now))) {
            throw new Invalid(c.period() == null ? "dueOn" : "period", "extension-not-later", due(now));
        }
        return new ExtensionRequested(c.extension(), commitment.id(), c.institution(), asked, c.period(), c.effectiveOn());
    }

    static ActionEvent grant(GrantExtension c, Action now, Neighbours neighbours) {
        var extension = open(c.extension(), c.effectiveOn(), now);
        Named.exists("agreement", c.agreement(), neighbours);
        if (c.dueOn() != null && !c.dueOn().isAfter(due(now))) {
            throw new Invalid("dueOn", "extension-not-later", due(now));
        }
        var granted = c.dueOn() != null ? Timing.possible("dueOn", c.dueOn()) : extension.dueOn();
        if (!granted.isAfter(due(now))) {
            throw new Refused("extension-not-later", due(now));
        }
        return new ExtensionGranted(c.extension(), extension.institution(), granted, c.agreement(), c.effectiveOn());
    }

    static ActionEvent refuse(RefuseExtension c, Action now, Neighbours neighbours) {
        var extension = open(c.extension(), c.effectiveOn(), now);
        Named.exists("agreement", c.agreement(), neighbours);
        return new ExtensionRefused(c.extension(), extension.institution(), c.agreement(), c.effectiveOn());
    }

    private static LocalDate asked(RequestExtension c, Action now, Neighbours neighbours) {
        if ((c.dueOn() == null) == (c.period() == null)) {
            throw new Invalid("dueOn", "date-or-period");
        }
        if (c.period() == null) {
            return Timing.possible("dueOn", c.dueOn());
        }
        var period = Timing.period("period", c.period(), now.plan(), neighbours);
        if (period.until() == null) {
            throw new Invalid("period", "period-without-dates", period.period());
        }
        return period.until();
    }

    private static LocalDate due(Action now) {
        @Nullable LocalDate due = now.scheduling().dueOn();
        if (due == null) {
            throw new Refused("nothing-to-extend");
        }
        return due;
    }

    private static Extension open(UUID id, LocalDate on, Action now) {
        var extension = now.extensions().get(id);
        if (extension == null) {
            throw new Invalid("extension", "unknown-extension");
        }
        if (extension.decidedOn() != null) {
            throw new Refused("extension-decided", extension.decidedOn());
        }
        if (on.isBefore(extension.requestedOn())) {
            throw new Refused("effective-before-previous", extension.requestedOn());
        }
        return extension;
    }
}
