package constancia.command.casefiles;

import constancia.command.casefiles.CaseFileCommand.*;
import constancia.kernel.Invalid;
import constancia.kernel.Refused;
import constancia.kernel.casefiles.CaseFileEvent.*;
import constancia.kernel.casefiles.Trace;
import java.time.LocalDate;
import java.util.UUID;

/** Letters in and out of the matter, and who has each. */
final class Corresponding {

    private Corresponding() {}

    static CorrespondenceRecorded record(RecordCorrespondence c, CaseFile now, Neighbours others) {
        others.mustBeActive("institution", c.institution(), c.effectiveOn());
        others.mustBeActive("heldBy", c.heldBy(), c.effectiveOn());
        if (c.dueOn() != null && c.dueOn().isBefore(c.effectiveOn())) {
            throw new Invalid("dueOn", "due-before-effective", c.effectiveOn());
        }
        if (now.correspondence().containsKey(c.correspondence())) {
            throw new Refused("correspondence-known");
        }
        now.mustNotBeClosed(c.effectiveOn());
        return new CorrespondenceRecorded(c.correspondence(), c.direction(), c.institution(), c.reference(), c.subject(), c.document(), c.heldBy(), c.dueOn(),
                c.effectiveOn());
    }

    static CorrespondenceForwarded forward(ForwardCorrespondence c, CaseFile now, Neighbours others) {
        others.mustBeActive("to", c.to(), c.effectiveOn());
        var trace = pending(c.correspondence(), c.effectiveOn(), now);
        if (trace.now() != null && trace.now().holder().institution().equals(c.to())) {
            throw new Refused("correspondence-held", trace.now().since());
        }
        return new CorrespondenceForwarded(c.correspondence(), c.to(), c.text(), c.effectiveOn());
    }

    static CorrespondenceSettled settle(SettleCorrespondence c, CaseFile now) {
        pending(c.correspondence(), c.effectiveOn(), now);
        return new CorrespondenceSettled(c.correspondence(), c.text(), c.effectiveOn());
    }

    private static Trace pending(UUID correspondence, LocalDate on, CaseFile now) {
        var trace = now.correspondence().get(correspondence);
        if (trace == null) {
            throw new Invalid("correspondence", "unknown-correspondence", correspondence);
        }
        if (trace.settledOn() != null) {
            throw new Refused("correspondence-settled", trace.settledOn());
        }
        if (on.isBefore(trace.lastTurn())) {
            throw new Refused("effective-before-previous", trace.lastTurn());
        }
        now.mustNotBeClosed(on);
        return trace;
    }
}
