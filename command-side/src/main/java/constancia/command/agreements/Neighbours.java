package constancia.command.agreements;

import constancia.command.actions.Actions;
import constancia.command.bodies.Bodies;
import constancia.command.institutions.Institutions;
import constancia.command.meetings.Meetings;
import constancia.command.meetings.MeetingsAsRecorded;
import constancia.command.reserve.ClassRules;
import constancia.kernel.Invalid;
import constancia.kernel.institutions.InstitutionId;
import java.time.LocalDate;

/** The lookups of other items that the rules of agreements ask. */
public record Neighbours(Institutions institutions, Bodies bodies, Meetings meetings, Actions actions, ClassRules classes) {

    /** The same for what is on record already: minutes approved since do not matter. */
    Neighbours asRecorded() {
        return new Neighbours(institutions, bodies, new MeetingsAsRecorded(meetings), actions, classes);
    }

    void mustBeActive(String field, InstitutionId institution, LocalDate on) {
        if (!institutions.active(institution, on)) {
            throw institutions.exists(institution) ? new Invalid(field, "institution-not-active", on)
                    : new Invalid(field, "unknown-institution", institution);
        }
    }
}
