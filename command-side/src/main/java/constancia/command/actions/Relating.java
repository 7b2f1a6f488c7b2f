package constancia.command.actions;

import constancia.command.actions.ActionCommand.AddDependency;
import constancia.command.actions.ActionCommand.EscalateAction;
import constancia.command.actions.ActionCommand.ReferToPoa;
import constancia.command.actions.ActionCommand.RemoveDependency;
import constancia.kernel.Invalid;
import constancia.kernel.Refused;
import constancia.kernel.actions.ActionEvent;
import constancia.kernel.actions.ActionEvent.ActionEscalated;
import constancia.kernel.actions.ActionEvent.DependencyAdded;
import constancia.kernel.actions.ActionEvent.DependencyRemoved;
import constancia.kernel.actions.ActionEvent.PoaReferred;
import constancia.kernel.actions.PoaReference;
import java.time.LocalDate;
import java.util.HashSet;
import org.jspecify.annotations.Nullable;

/** What an action has to do with what stands around it: bodies above it, actions before it, plans of its institutions. */
final class Relating {

    private Relating() {}

    static ActionEvent escalate(EscalateAction c, Action now, Neighbours neighbours) {
        Named.active("body", c.body(), c.effectiveOn(), neighbours);
        if (now.relations().escalatedTo().contains(c.body())) {
            throw new Refused("action-already-escalated");
        }
        return new ActionEscalated(c.body(), c.effectiveOn());
    }

    static ActionEvent add(AddDependency c, Action now, Neighbours neighbours) {
        if (c.predecessor().equals(c.id())) {
            throw new Invalid("predecessor", "depends-on-itself");
        }
        if (!neighbours.actions().exists(c.predecessor())) {
            throw new Invalid("predecessor", "unknown-action", c.predecessor());
        }
        var known = now.relations().dependencies().get(c.predecessor());
        if (known != null && known.standing()) {
            throw new Refused("dependency-known");
        }
        nothingAfter(known, c.effectiveOn());
        if (neighbours.actions().waitsFor(c.predecessor(), c.id())) {
            throw new Refused("dependency-circle");
        }
        return new DependencyAdded(c.predecessor(), c.effectiveOn());
    }

    static ActionEvent remove(RemoveDependency c, Action now) {
        var known = now.relations().dependencies().get(c.predecessor());
        if (known == null || !known.standing()) {
            throw new Invalid("predecessor", "unknown-dependency", c.predecessor());
        }
        nothingAfter(known, c.effectiveOn());
        return new DependencyRemoved(c.predecessor(), c.effectiveOn());
    }

    static ActionEvent refer(ReferToPoa c, Action now) {
        var seen = new HashSet<String>();
        for (int i = 0; i < c.references().size(); i++) {
            var reference = c.references().get(i);
            if (!seen.add(reference.year() + " " + reference.code())) {
                throw new Invalid("references/" + i + "/code", "reference-repeated", reference.code(), reference.year());
            }
        }
        var commitment = Delivering.standing(now, c.institution(), c.effectiveOn());
        return new PoaReferred(commitment.id(), c.institution(),
                c.references().stream().map(r -> new PoaReference(r.year(), r.code(), r.text())).toList(), c.effectiveOn());
    }

    private static void nothingAfter(Action.@Nullable Dependency known, LocalDate on) {
        if (known != null && on.isBefore(known.lastOn())) {
            throw new Refused("effective-before-previous", known.lastOn());
        }
    }
}
