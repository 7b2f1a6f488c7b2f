package constancia.command.casefiles;

import constancia.command.casefiles.CaseFileCommand.EnterStage;
import constancia.kernel.Invalid;
import constancia.kernel.Refused;
import constancia.kernel.casefiles.CaseFileEvent.StageEntered;
import constancia.kernel.casefiles.Stage;

/** The stages of the matter, each since the one before is over. */
final class Staging {

    private Staging() {}

    static StageEntered enter(EnterStage c, CaseFile now, Neighbours others) {
        others.mustBeActive("institution", c.institution(), c.effectiveOn());
        if (c.dueOn() != null && c.dueOn().isBefore(c.effectiveOn())) {
            throw new Invalid("dueOn", "due-before-effective", c.effectiveOn());
        }
        now.mustNotBeClosed(c.effectiveOn());
        if (!now.stages().isEmpty()) {
            var last = now.stages().getLast();
            if (c.effectiveOn().isBefore(last.since())) {
                throw new Refused("effective-before-previous", last.since());
            }
            if (last.value().equals(new Stage(c.stage(), c.institution(), c.dueOn()))) {
                throw new Refused("already-in-stage", last.since());
            }
        }
        return new StageEntered(c.stage(), c.institution(), c.dueOn(), c.effectiveOn());
    }
}
