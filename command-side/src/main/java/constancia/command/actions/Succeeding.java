package constancia.command.actions;

import constancia.command.actions.ActionCommand.TransferCommitment;
import constancia.command.institutions.Institutions.Succession;
import constancia.kernel.Invalid;
import constancia.kernel.Provenance;
import constancia.kernel.Recorded;
import constancia.kernel.Refused;
import constancia.kernel.actions.ActionEvent;
import constancia.kernel.actions.ActionEvent.CommitmentTransferred;
import constancia.kernel.actions.Role;
import constancia.kernel.institutions.InstitutionId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Commitments follow the institutions that take the place of others. Who holds a commitment is a value of its own: it
 * may be recorded after what the former holder still did.
 */
final class Succeeding {

    private Succeeding() {}

    /** Of several successors somebody says which one; a single one needs no word. */
    static List<ActionEvent> transfer(TransferCommitment c, Action now, Provenance by, Neighbours neighbours) {
        var commitment = Committing.current(now, c.institution(), c.effectiveOn());
        if (c.effectiveOn().isBefore(commitment.dates().assignedOn())) {
            throw new Refused("before-assignment", commitment.dates().assignedOn());
        }
        var succession = neighbours.institutions().succession(c.institution()).orElseThrow(() -> new Refused("not-succeeded"));
        if (c.effectiveOn().isBefore(succession.on())) {
            throw new Refused("not-yet-succeeded", succession.on());
        }
        if (!succession.successors().contains(c.to())) {
            throw new Invalid("to", "not-a-successor");
        }
        if (holds(now, c.to())) {
            throw new Refused("already-responsible");
        }
        return withSuccessors(new CommitmentTransferred(commitment.id(), c.institution(), c.to(), c.effectiveOn()), now, by, neighbours);
    }

    /** Every commitment that stands goes on to the one successor of its holder, and from there on; the lead first. */
    static List<ActionEvent> follow(Action now, Neighbours neighbours) {
        var all = new ArrayList<ActionEvent>();
        var standing = now.commitments().values().stream().filter(one -> !one.ended())
                .sorted(Comparator.<Commitment, Role>comparing(one -> one.dates().role()).thenComparing(Commitment::id)).toList();
        var taken = new HashSet<>(standing.stream().map(Commitment::holder).toList());
        for (var one : standing) {
            var from = one.holder();
            var on = one.holders().getLast().since();
            var next = only(from, neighbours);
            while (next != null && taken.add(next.successors().getFirst())) {
                var to = next.successors().getFirst();
                on = on.isBefore(next.on()) ? next.on() : on;
                all.add(new CommitmentTransferred(one.id(), from, to, on));
                from = to;
                next = only(from, neighbours);
            }
        }
        return List.copyOf(all);
    }

    /** What is assigned to somebody as of a day before others took its place goes on to them at once. */
    static List<ActionEvent> followed(ActionEvent event, List<LocalDate> until, Action now, Provenance by, Neighbours neighbours) {
        return until.stream().allMatch(LocalDate.MAX::equals) ? List.of(event) : withSuccessors(event, now, by, neighbours);
    }

    private static List<ActionEvent> withSuccessors(ActionEvent event, Action now, Provenance by, Neighbours neighbours) {
        var all = new ArrayList<ActionEvent>(List.of(event));
        all.addAll(follow(Action.evolve(now, new Recorded<>(1, event, by)), neighbours));
        return List.copyOf(all);
    }

    private static boolean holds(Action now, InstitutionId institution) {
        return now.commitments().values().stream().anyMatch(one -> !one.ended() && one.holder().equals(institution));
    }

    private static @Nullable Succession only(InstitutionId institution, Neighbours neighbours) {
        return neighbours.institutions().succession(institution).filter(succession -> succession.successors().size() == 1).orElse(null);
    }
}
