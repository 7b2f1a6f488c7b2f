package constancia.command.casefiles;

import constancia.command.actions.Actions;
import constancia.command.agreements.Agreements;
import constancia.command.bodies.Bodies;
import constancia.command.institutions.Institutions;
import constancia.command.meetings.Meetings;
import constancia.command.reserve.ClassRules;
import constancia.kernel.Invalid;
import constancia.kernel.agreements.AgreementId;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.institutions.InstitutionId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The lookups of other items that the rules of case files ask. Nobody is asked for what was not named. */
public record Neighbours(Institutions institutions, Bodies bodies, Meetings meetings, Actions actions, Agreements agreements,
                         ClassRules classes) {

    void mustBeActive(String field, @Nullable InstitutionId institution, LocalDate on) {
        if (institution != null && !institutions.active(institution, on)) {
            throw institutions.exists(institution) ? new Invalid(field, "institution-not-active", on)
                    : new Invalid(field, "unknown-institution", institution);
        }
    }

    void mustBeActive(@Nullable BodyId body, LocalDate on) {
        if (body != null && !bodies.active(body, on)) {
            throw bodies.exists(body) ? new Invalid("body", "body-not-active", on) : new Invalid("body", "unknown-body", body);
        }
    }

    void mustExist(@Nullable AgreementId agreement) {
        if (agreement != null && agreements.find(agreement).isEmpty()) {
            throw new Invalid("agreement", "unknown-agreement", agreement);
        }
    }
}
