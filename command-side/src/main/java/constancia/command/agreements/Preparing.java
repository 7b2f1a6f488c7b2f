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
import constancia.kernel.agreements.Drafting;
import constancia.kernel.agreements.ReviewStatus;
import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rules of drafts, an agreement's own and those of its addenda: revised and reviewed, one step after the other, until the first signature or the issue. */
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
        Draft.of(course, null).mustBeRevisable(course, on);
        return new DraftRevised(course.drafting().versions() + 1, c.title(), c.text(), addressees, clauses, on);
    }

    static LegalReviewSubmitted submit(SubmitForLegalReview c, AgreementCourse course, Neighbours others) {
        others.mustBeActive("reviewer", c.reviewer(), c.effectiveOn());
        var draft = Draft.of(course, c.addendum());
        draft.mustBeOne(course, c.effectiveOn());
        if (draft.drafting.review() == ReviewStatus.UNDER_REVIEW) {
            throw new Refused("under-review");
        }
        if (draft.drafting.review() == ReviewStatus.CLEARED) {
            throw new Refused("already-cleared");
        }
        return new LegalReviewSubmitted(c.addendum(), draft.number, c.reviewer(), c.effectiveOn());
    }

    static LegalReviewCleared clear(ClearLegalReview c, AgreementCourse course, Provenance by) {
        var draft = Draft.of(course, c.addendum());
        draft.mustBeReviewed(course, c.effectiveOn(), by);
        return new LegalReviewCleared(c.addendum(), draft.number, c.text(), c.effectiveOn());
    }

    static ReturnedForChanges giveBack(ReturnForChanges c, AgreementCourse course, Provenance by) {
        var draft = Draft.of(course, c.addendum());
        draft.mustBeReviewed(course, c.effectiveOn(), by);
        return new ReturnedForChanges(c.addendum(), draft.number, c.effectiveOn());
    }

    static PronouncementIssued issue(IssuePronouncement c, AgreementCourse course) {
        if (c.answersUntil() != null && c.answersUntil().isBefore(c.effectiveOn())) {
            throw new Invalid("answersUntil", "until-before-effective", c.effectiveOn());
        }
        if (!course.terms().draft()) {
            throw new Refused("not-a-draft");
        }
        if (course.issuedOn() != null) {
            throw new Refused("already-issued", course.issuedOn());
        }
        Agreement.mustFollow(course, c.effectiveOn());
        Agreement.mustBeOpen(course, c.effectiveOn());
        mustBeReady(course.drafting(), c.effectiveOn());
        return new PronouncementIssued(c.answersUntil(), c.effectiveOn());
    }

    /** To be signed or issued: not while it is reviewed or was given back, and not before the last step of its draft. */
    static void mustBeReady(Drafting drafting, LocalDate on) {
        switch (drafting.review()) {
            case UNDER_REVIEW -> throw new Refused("under-review");
            case RETURNED -> throw new Refused("returned-for-changes");
            case OUTDATED -> throw new Refused("revised-since-cleared");
            case CLEARED -> { }
            case null -> { }
        }
        mustFollow(drafting, on);
    }

    private static void mustFollow(Drafting drafting, LocalDate on) {
        drafting.lastTurn().filter(on::isBefore).ifPresent(last -> {
            throw new Refused("effective-before-previous", last);
        });
    }

    /**
     * What is prepared: the agreement's own text, or that of an addendum.
     *
     * @param number of the addendum
     */
    record Draft(Drafting drafting, @Nullable Integer number, LocalDate since, @Nullable LocalDate closedOn) {

        static Draft of(AgreementCourse course, @Nullable UUID addendum) {
            if (addendum == null) {
                return new Draft(course.drafting(), null, course.recordedOn(), course.draftClosedOn());
            }
            var one = course.addendum(addendum).orElseThrow(() -> new Invalid("addendum", "unknown-addendum", addendum));
            return new Draft(one.drafting(), one.number(), one.addedOn(), one.draftClosedOn());
        }

        void mustBeOne(AgreementCourse course, LocalDate on) {
            if (closedOn != null) {
                throw new Refused("draft-closed", closedOn);
            }
            Agreement.mustBeOpen(course, on);
            if (on.isBefore(since)) {
                throw new Refused("effective-before-previous", since);
            }
            mustFollow(drafting, on);
        }

        void mustBeRevisable(AgreementCourse course, LocalDate on) {
            mustBeOne(course, on);
            if (drafting.review() == ReviewStatus.UNDER_REVIEW) {
                throw new Refused("under-review");
            }
        }

        private void mustBeReviewed(AgreementCourse course, LocalDate on, Provenance by) {
            if (drafting.review() != ReviewStatus.UNDER_REVIEW) {
                throw new Refused("not-under-review");
            }
            if (by.institution() != null && !by.institution().equals(drafting.reviews().getLast().reviewer())) {
                throw new Refused("not-the-reviewer");
            }
            mustBeOne(course, on);
        }
    }
}
