package constancia.command.agreements;

import constancia.command.agreements.AgreementCommand.MergeAgreement;
import constancia.command.agreements.AgreementCommand.SplitAgreement;
import constancia.command.agreements.AgreementCommand.SupersedeAgreement;
import constancia.command.agreements.AgreementCommand.TerminateAgreement;
import constancia.kernel.Invalid;
import constancia.kernel.agreements.AgreementCourse;
import constancia.kernel.agreements.AgreementEvent.AgreementMerged;
import constancia.kernel.agreements.AgreementEvent.AgreementSplit;
import constancia.kernel.agreements.AgreementEvent.AgreementSuperseded;
import constancia.kernel.agreements.AgreementEvent.AgreementTerminated;
import constancia.kernel.agreements.AgreementId;
import java.time.LocalDate;

/** The rules by which an agreement ends before its day, and others take its place. */
final class Ending {

    private Ending() {}

    static AgreementTerminated terminate(TerminateAgreement c, AgreementCourse course) {
        var on = c.effectiveOn();
        if (c.institution() != null && course.party(c.institution(), on).isEmpty()) {
            throw new Invalid("institution", "not-a-party");
        }
        if (c.noticeOn() != null && c.institution() == null) {
            throw new Invalid("noticeOn", "notice-of-nobody");
        }
        if (c.noticeOn() != null && (c.noticeOn().isAfter(on) || c.noticeOn().isBefore(course.recordedOn()))) {
            throw new Invalid("noticeOn", "notice-out-of-time", course.recordedOn(), on);
        }
        Agreement.mustFollow(course, on);
        Agreement.mustBeOpen(course, on);
        return new AgreementTerminated(c.institution(), c.noticeOn(), on);
    }

    static AgreementSuperseded supersede(SupersedeAgreement c, AgreementCourse course, Agreements agreements) {
        mustSucceed("by", c.by(), c.id(), c.effectiveOn(), agreements);
        Agreement.mustFollow(course, c.effectiveOn());
        return new AgreementSuperseded(c.by(), c.effectiveOn());
    }

    static AgreementMerged merge(MergeAgreement c, AgreementCourse course, Agreements agreements) {
        mustSucceed("into", c.into(), c.id(), c.effectiveOn(), agreements);
        Agreement.mustFollow(course, c.effectiveOn());
        return new AgreementMerged(c.into(), c.effectiveOn());
    }

    static AgreementSplit split(SplitAgreement c, AgreementCourse course, Agreements agreements) {
        if (c.into().stream().distinct().count() < 2) {
            throw new Invalid("into", "splits-into-several");
        }
        var into = c.into().stream().distinct().toList();
        into.forEach(one -> mustSucceed("into/" + c.into().indexOf(one), one, c.id(), c.effectiveOn(), agreements));
        Agreement.mustFollow(course, c.effectiveOn());
        return new AgreementSplit(into, c.effectiveOn());
    }

    private static void mustSucceed(String field, AgreementId successor, AgreementId ended, LocalDate on, Agreements agreements) {
        if (successor.equals(ended)) {
            throw new Invalid(field, "supersedes-itself");
        }
        var known = agreements.find(successor).orElseThrow(() -> new Invalid(field, "unknown-agreement", successor));
        if (known.recordedOn().isAfter(on)) {
            throw new Invalid(field, "not-yet-agreed", known.recordedOn());
        }
        if (known.endedOn() != null && !known.endedOn().isAfter(on)) {
            throw new Invalid(field, "agreement-ended", known.endedOn());
        }
    }
}
