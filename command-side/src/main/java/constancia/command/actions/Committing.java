package constancia.command.actions;

import constancia.command.actions.ActionCommand.AcceptCommitment;
import constancia.command.actions.ActionCommand.AssignResponsible;
import constancia.command.actions.ActionCommand.DeclineCommitment;
import constancia.command.actions.ActionCommand.ReleaseResponsible;
import constancia.kernel.Provenance;
import constancia.kernel.Refused;
import constancia.kernel.actions.ActionEvent.CommitmentAccepted;
import constancia.kernel.actions.ActionEvent.CommitmentDeclined;
import constancia.kernel.actions.ActionEvent.ResponsibleAssigned;
import constancia.kernel.actions.ActionEvent.ResponsibleReleased;
import constancia.kernel.actions.ActionEvent;
import constancia.kernel.actions.CommitmentStatus;
import constancia.kernel.actions.Role;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.institutions.InstitutionId;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who answers for an action: assigned, accepted, declined, released. */
final class Committing {

    private Committing() {}

    static List<ActionEvent> assign(AssignResponsible c, Action now, Provenance by, Neighbours neighbours) {
        var until = mayHold("institution", c.institution(), c.role(), c.effectiveOn(), now.origin().body(), neighbours);
        var own = now.commitments().values().stream().filter(one -> one.first().equals(c.institution())).toList();
        if (now.commitments().values().stream().anyMatch(one -> one.everHeldBy(c.institution()) && !one.ended())) {
            throw new Refused("already-responsible");
        }
        own.stream().filter(one -> one.standsAfter(c.effectiveOn())).findAny().ifPresent(one -> one.nothingAfter(c.effectiveOn()));
        if (c.role() == Role.LEAD && now.commitments().values().stream()
                .anyMatch(one -> one.dates().role() == Role.LEAD && one.standsAfter(c.effectiveOn()))) {
            throw new Refused("lead-taken");
        }
        return Succeeding.followed(new ResponsibleAssigned(newId(c, own.size() + 1, now), c.institution(), c.role(), c.acceptedOn(),
                c.effectiveOn()), List.of(until), now, by, neighbours);
    }

    /** The next one, unless that is taken: where an earlier commitment was made void, the later ones keep their ids. */
    private static UUID newId(AssignResponsible c, int ordinal, Action now) {
        var id = Commitment.idOf(c.id(), c.institution(), ordinal);
        return now.commitments().containsKey(id) ? newId(c, ordinal + 1, now) : id;
    }

    static ActionEvent accept(AcceptCommitment c, Action now) {
        var commitment = current(now, c.institution(), c.effectiveOn()).nothingAfter(c.effectiveOn());
        if (commitment.dates().acceptedOn() != null) {
            throw new Refused("already-accepted");
        }
        return new CommitmentAccepted(commitment.id(), c.institution(), c.effectiveOn());
    }

    static ActionEvent decline(DeclineCommitment c, Action now) {
        var commitment = current(now, c.institution(), c.effectiveOn()).nothingAfter(c.effectiveOn());
        if (commitment.status() != CommitmentStatus.ASSIGNED) {
            throw new Refused("already-taken-up");
        }
        return new CommitmentDeclined(commitment.id(), c.institution(), c.effectiveOn());
    }

    static ActionEvent release(ReleaseResponsible c, Action now) {
        var commitment = current(now, c.institution(), c.effectiveOn()).nothingAfter(c.effectiveOn());
        if (commitment.status().done()) {
            throw new Refused("already-delivered");
        }
        return new ResponsibleReleased(commitment.id(), c.institution(), c.effectiveOn());
    }

    /**
     * Whether an institution can have that part: observers and friends of the body can only support. Answers the day since
     * when it is no longer, {@link LocalDate#MAX} while it is.
     */
    static LocalDate mayHold(String field, InstitutionId institution, Role role, LocalDate on, @Nullable BodyId body, Neighbours neighbours) {
        var until = Named.active(field, institution, on, neighbours);
        if (role.binds() && body != null && neighbours.bodies().onlyWatches(body, institution, on)) {
            throw new Refused("only-watches");
        }
        return until;
    }

    /** The commitment that the institution holds on that day and that stands: at most one. */
    static Commitment current(Action now, InstitutionId institution, LocalDate on) {
        return now.commitments().values().stream().filter(one -> one.holder(on).equals(institution) && !one.ended()).findAny()
                .orElseThrow(() -> new Refused("no-commitment"));
    }
}
