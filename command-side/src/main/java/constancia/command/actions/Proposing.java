package constancia.command.actions;

import constancia.command.actions.ActionCommand.AmendAction;
import constancia.command.actions.ActionCommand.ProposeAction;
import constancia.kernel.Invalid;
import constancia.kernel.Provenance;
import constancia.kernel.Refused;
import constancia.kernel.actions.ActionEvent.ActionAmended;
import constancia.kernel.actions.ActionEvent.ActionProposed;
import constancia.kernel.actions.ActionEvent.Responsible;
import constancia.kernel.actions.ActionEvent;
import constancia.kernel.actions.Role;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.institutions.InstitutionId;
import constancia.kernel.plans.PlanId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Proposing an action with all that comes with it, and saying it better later. */
final class Proposing {

    private Proposing() {}

    static List<ActionEvent> propose(ActionCommand command, Action now, Provenance by, Neighbours neighbours) {
        if (!(command instanceof ProposeAction c) || now.origin() != null) {
            throw new Refused("already-exists");
        }
        var body = body(c.plan(), neighbours);
        Named.exists("agreement", c.agreement(), neighbours);
        outline(c.plan(), c.node(), Named.orNone(c.recommendations()), neighbours);
        territory(Named.orNone(c.territory()), neighbours);
        var schedule = c.schedule() == null ? null
                : Timing.schedule("schedule/", c.schedule().periods(), c.schedule().from(), c.schedule().dueOn(), c.plan(), neighbours);
        var until = new ArrayList<LocalDate>();
        var proposed = new ActionProposed(c.title(), c.detail(), c.plan(), body, c.node(), c.number(), Named.orNone(c.recommendations()), c.agreement(),
                responsible(c, body, until, neighbours), schedule, Named.orNone(c.territory()), Named.orNone(c.alignments()), c.means(), c.effectiveOn());
        return Succeeding.followed(proposed, until, now, by, neighbours);
    }

    static ActionEvent amend(AmendAction c, Action now, Neighbours neighbours) {
        if (Stream.of(c.title(), c.detail(), c.node(), c.number(), c.recommendations(), c.territory(), c.alignments(), c.means())
                .allMatch(Objects::isNull)) {
            throw new Invalid("title", "nothing-to-amend");
        }
        outline(now.plan(), c.node(), Named.orNone(c.recommendations()), neighbours);
        territory(Named.orNone(c.territory()), neighbours);
        return new ActionAmended(c.title(), c.detail(), c.node(), c.number(), c.recommendations(), c.territory(), c.alignments(), c.means(),
                c.effectiveOn());
    }

    private static @Nullable BodyId body(@Nullable PlanId plan, Neighbours neighbours) {
        if (plan == null) {
            return null;
        }
        var known = neighbours.plans().find(plan).orElseThrow(() -> new Invalid("plan", "unknown-plan", plan));
        if (known.closed()) {
            throw new Refused("plan-closed");
        }
        return known.body();
    }

    private static void outline(@Nullable PlanId plan, @Nullable UUID node, List<UUID> recommendations, Neighbours neighbours) {
        if (node != null && !neighbours.plans().hasNode(Named.plan("node", plan), node)) {
            throw new Invalid("node", "unknown-node", node);
        }
        for (int i = 0; i < recommendations.size(); i++) {
            var field = "recommendations/" + i;
            if (!neighbours.plans().hasRecommendation(Named.plan(field, plan), recommendations.get(i))) {
                throw new Invalid(field, "unknown-recommendation", recommendations.get(i));
            }
        }
    }

    private static void territory(List<String> codes, Neighbours neighbours) {
        for (int i = 0; i < codes.size(); i++) {
            if (!neighbours.territories().exists(codes.get(i))) {
                throw new Invalid("territory/" + i, "unknown-territory", codes.get(i));
            }
        }
    }

    /** @param until takes up since when each is no longer */
    private static List<Responsible> responsible(ProposeAction c, @Nullable BodyId body, List<LocalDate> until, Neighbours neighbours) {
        var all = new ArrayList<Responsible>();
        var seen = new HashSet<InstitutionId>();
        boolean led = false;
        for (var one : Named.orNone(c.responsible())) {
            var field = "responsible/" + all.size() + "/institution";
            if (!seen.add(one.institution())) {
                throw new Invalid(field, "institution-twice");
            }
            if (one.role() == Role.LEAD && led) {
                throw new Refused("lead-taken");
            }
            led |= one.role() == Role.LEAD;
            until.add(Committing.mayHold(field, one.institution(), one.role(), c.effectiveOn(), body, neighbours));
            all.add(new Responsible(Commitment.idOf(c.id(), one.institution(), 1), one.institution(), one.role(), one.acceptedOn()));
        }
        return List.copyOf(all);
    }
}
