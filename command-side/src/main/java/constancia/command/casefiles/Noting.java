package constancia.command.casefiles;

import constancia.command.casefiles.CaseFileCommand.NoteInCaseFile;
import constancia.kernel.Invalid;
import constancia.kernel.casefiles.CaseFileEvent.NoteTaken;
import constancia.kernel.institutions.InstitutionId;
import java.util.List;
import java.util.Objects;

/** What is kept in writing of the matter, so that it outlives those who were there. */
final class Noting {

    private Noting() {}

    static NoteTaken note(NoteInCaseFile c, CaseFile now, Neighbours others) {
        var with = Objects.requireNonNullElse(c.with(), List.<InstitutionId>of());
        switch (c.kind()) {
            case NOTE -> mustSayNothingOfAContact(c, with);
            case AIDE_MEMOIRE -> mustTellTheContact(c, with, others);
        }
        now.mustNotBeClosed(c.effectiveOn());
        return new NoteTaken(c.kind(), c.text(), with, c.heldOn(), c.effectiveOn());
    }

    private static void mustSayNothingOfAContact(NoteInCaseFile c, List<InstitutionId> with) {
        if (!with.isEmpty()) {
            throw new Invalid("with", "only-in-aide-memoire");
        }
        if (c.heldOn() != null) {
            throw new Invalid("heldOn", "only-in-aide-memoire");
        }
    }

    private static void mustTellTheContact(NoteInCaseFile c, List<InstitutionId> with, Neighbours others) {
        if (with.isEmpty()) {
            throw new Invalid("with", "required");
        }
        if (c.heldOn() == null) {
            throw new Invalid("heldOn", "required");
        }
        if (c.heldOn().isAfter(c.effectiveOn())) {
            throw new Invalid("heldOn", "held-after-effective", c.effectiveOn());
        }
        for (int i = 0; i < with.size(); i++) {
            others.mustBeActive("with/" + i, with.get(i), c.heldOn());
            if (with.indexOf(with.get(i)) < i) {
                throw new Invalid("with/" + i, "contact-named-twice");
            }
        }
    }
}
