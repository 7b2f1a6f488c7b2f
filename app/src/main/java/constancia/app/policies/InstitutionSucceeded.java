package constancia.app.policies;

import constancia.command.actions.Actions;
import constancia.command.policies.WhenInstitutionSucceededTransferCommitments;
import constancia.kernel.Event;
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
    public List<String> kinds() {
        return List.of("institution");
    }

    @Override
    public List<Given> follows(String kind, UUID item, Event event) {
        return WhenInstitutionSucceededTransferCommitments.commands(new InstitutionId(item), event, actions).stream()
                .map(command -> new Given(command, WhenInstitutionSucceededTransferCommitments.ACTOR, false)).toList();
    }
}
