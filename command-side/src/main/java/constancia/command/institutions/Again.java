package constancia.command.institutions;

import constancia.command.institutions.InstitutionCommand.*;
import constancia.kernel.institutions.InstitutionEvent;
import constancia.kernel.institutions.InstitutionEvent.*;
import constancia.kernel.institutions.InstitutionId;

/** The command that a record of an institution came from, were it given again: the inverse of deciding. */
public final class Again {

    private Again() {}

    public static InstitutionCommand of(InstitutionId id, InstitutionEvent event) {
        var on = event.effectiveOn();
        return switch (event) {
            case InstitutionRegistered e -> new RegisterInstitution(id, e.name(), e.acronym(), e.kind(), e.country(), e.aliases(), e.body(), on);
            case AliasAdded e -> new AddAlias(id, e.alias(), on);
            case InstitutionRenamed e -> new RenameInstitution(id, e.name(), e.acronym(), on);
            case InstitutionSucceeded e -> new SucceedInstitution(id, e.successors(), e.kind(), on);
            case InstitutionDeactivated _ -> new DeactivateInstitution(id, on);
            case RepresentativeAppointed e -> new AppointRepresentative(id, e.representative(), e.person(), e.as(), e.office(),
                    on.equals(e.from()) ? null : e.from(), e.until(), on);
            case MandateEnded e -> new EndMandate(id, e.representative(), e.last().equals(on) ? null : e.last(), on);
        };
    }
}
