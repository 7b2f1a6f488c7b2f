package constancia.app.policies;

import constancia.command.Command;
import constancia.command.actions.Actions;
import constancia.command.policies.WhenInstitutionSucceededTransferCommitments;
import constancia.kernel.Event;
import constancia.kernel.institutions.InstitutionEvent;
import constancia.kernel.institutions.InstitutionId;
import java.util.List;
import java.util.UUID;

/** Commitments go on to who takes the place of an institution. */
public record InstitutionSucceeded(Actions actions) implements Policy {

    @Override
    public String name() {
        return "institution-succeeded";
    }

    @Override
    public String kind() {
        return "institution";
    }

    @Override
    public String actor() {
        return WhenInstitutionSucceededTransferCommitments.ACTOR;
    }

    @Override
    public List<? extends Command> commands(UUID item, Event event) {
        return WhenInstitutionSucceededTransferCommitments.commands(new InstitutionId(item), (InstitutionEvent) event, actions);
    }
}
