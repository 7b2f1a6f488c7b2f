package constancia.command.policies;

import constancia.command.actions.ActionCommand.FollowSuccession;
import constancia.command.actions.Actions;
import constancia.kernel.Event;
import constancia.kernel.Rectified;
import constancia.kernel.institutions.InstitutionEvent.InstitutionSucceeded;
import constancia.kernel.institutions.InstitutionId;
import java.util.List;

/** When an institution takes the place of another, the other's commitments follow. */
public final class WhenInstitutionSucceededTransferCommitments {

    /** The name under which it records. */
    public static final String ACTOR = "system:succession";

    private WhenInstitutionSucceededTransferCommitments() {}

    /** One command for each action in which the institution held a commitment, also when that came of a rectification; asked again, they find their work done. */
    public static List<FollowSuccession> commands(InstitutionId institution, Event event, Actions actions) {
        return event instanceof InstitutionSucceeded || event instanceof Rectified
                ? actions.heldBy(institution).stream().map(action -> new FollowSuccession(action, event.effectiveOn())).toList()
                : List.of();
    }
}
