package constancia.command.agreements;

import constancia.command.agreements.AgreementCommand.ClearLegalReview;
import constancia.command.agreements.AgreementCommand.IssuePronouncement;
import constancia.command.agreements.AgreementCommand.ReturnForChanges;
import constancia.command.agreements.AgreementCommand.ReviseDraft;
import constancia.command.agreements.AgreementCommand.SubmitForLegalReview;
import constancia.kernel.Invalid;
import constancia.kernel.Provenance;
import constancia.kernel.Refused;
import constancia.kernel.agreements.AgreementCourse;
import constancia.kernel.agreements.AgreementEvent.DraftRevised;
import constancia.kernel.agreements.AgreementEvent.LegalReviewCleared;
import constancia.kernel.agreements.AgreementEvent.LegalReviewSubmitted;
import constancia.kernel.agreements.AgreementEvent.PronouncementIssued;
import constancia.kernel.agreements.AgreementEvent.ReturnedForChanges;
import constancia.kernel.agreements.ReviewStatus;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rules of drafts: revised and reviewed, one step after the other, until the first signature or the issue. */
final class Preparing {

    private Preparing() {}

    static DraftRevised revise(ReviseDraft c, AgreementCourse course, Neighbours others) {
        if (Stream.of(c.title() == null, c.text() == null, c.addressees() == null, c.clauses() == null).allMatch(missing -> missing)) {
            throw new Invalid("text", "revision-without-content");
        }
        Drafted.mustSuit(course.kind(), c.addressees(), c.clauses());
        var on = c.effectiveOn();
        var addressees = Drafted.addressees(c.addressees(), on, others);
        var parties = course.original().stream().map(signing -> signing.party().institution()).collect(Collectors.toSet());
        var clauses = Drafted.clauses(c.clauses(), parties, on, others);
        mustBeDraft(course, on);
        if (course.drafting().review() == ReviewStatus.UNDER_REVIEW) {
            throw new Refused("under-review");
        }
        return new DraftRevised(course.drafting().versions() + 1, c.title(), c.text(), addressees, clauses, on);
    }

    static LegalReviewSubmitted submit(SubmitForLegalReview c, AgreementCourse course, Neighbours others) {
        others.mustBeActive("reviewer", c.reviewer(), c.effectiveOn());
        mustBeDraft(course, c.effectiveOn());
        if (course.drafting().review() == ReviewStatus.UNDER_REVIEW) {
            throw new Refused("under-review");
        }
        if (course.drafting().review() == ReviewStatus.CLEARED) {
            throw new Refused("already-cleared");
        }
        return new LegalReviewSubmitted(c.reviewer(), c.effectiveOn());
    }

    static LegalReviewCleared clear(ClearLegalReview c, AgreementCourse course, Provenance by) {
        mustReview(course, c.effectiveOn(), by);
        return new LegalReviewCleared(c.text(), c.effectiveOn());
    }

    static ReturnedForChanges giveBack(ReturnForChanges c, AgreementCourse course, Provenance by) {
        mustReview(course, c.effectiveOn(), by);
        return new ReturnedForChanges(c.effectiveOn());
    }

    static PronouncementIssued issue(IssuePronouncement c, AgreementCourse course) {
        if (!course.terms().draft()) {
            throw new Refused("not-a-draft");
        }
        if (course.issuedOn() != null) {
            throw new Refused("already-issued", course.issuedOn());
        }
        Agreement.mustFollow(course, c.effectiveOn());
        Agreement.mustBeOpen(course, c.effectiveOn());
        mustBeReady(course, c.effectiveOn());
        return new PronouncementIssued(c.effectiveOn());
    }

    /** To be signed or issued: not while it is reviewed or was given back, and not before the last step of its draft. */
    static void mustBeReady(AgreementCourse course, LocalDate on) {
        switch (course.drafting().review()) {
            case UNDER_REVIEW -> throw new Refused("under-review");
            case RETURNED -> throw new Refused("returned-for-changes");
            case OUTDATED -> throw new Refused("revised-since-cleared");
            case CLEARED -> { }
            case null -> { }
        }
        mustFollow(course, on);
    }

    private static void mustReview(AgreementCourse course, LocalDate on, Provenance by) {
        if (course.drafting().review() != ReviewStatus.UNDER_REVIEW) {
            throw new Refused("not-under-review");
        }
        var reviewer = course.drafting().reviews().getLast().reviewer();
        if (by.institution() != null && !by.institution().equals(reviewer)) {
            throw new Refused("not-the-reviewer");
        }
        mustBeDraft(course, on);
    }

    private static void mustBeDraft(AgreementCourse course, LocalDate on) {
        if (course.draftClosedOn() != null) {
            throw new Refused("draft-closed", course.draftClosedOn());
        }
        Agreement.mustBeOpen(course, on);
        mustFollow(course, on);
    }

    private static void mustFollow(AgreementCourse course, LocalDate on) {
        course.drafting().lastTurn().filter(on::isBefore).ifPresent(last -> {
            throw new Refused("effective-before-previous", last);
        });
    }
}
