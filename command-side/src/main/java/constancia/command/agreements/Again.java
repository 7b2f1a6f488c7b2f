package constancia.command.agreements;

import constancia.command.agreements.AgreementCommand.*;
import constancia.kernel.agreements.Addressee;
import constancia.kernel.agreements.AgreementEvent;
import constancia.kernel.agreements.AgreementEvent.*;
import constancia.kernel.agreements.AgreementId;
import constancia.kernel.agreements.Clause;
import constancia.kernel.agreements.Signer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The command that a record of an agreement came from, were it given again: the inverse of deciding. */
public final class Again {

    private Again() {}

    public static AgreementCommand of(AgreementId id, AgreementEvent event) {
        var on = event.effectiveOn();
        return switch (event) {
            case AgreementRecorded e -> new RecordAgreement(id, e.kind(), e.title(), e.text(), e.meeting(), e.deliberation(), e.item(),
                    e.meeting() == null ? e.body() : null, e.adoption(),
                    e.parties().stream().map(p -> new Signatory(p.institution(), p.mustSign(), p.mustRatify())).toList(), e.validFrom(), e.validUntil(),
                    e.draft(), addressees(e.addressees()), clauses(e.clauses()), on);
            case AgreementSigned e -> new SignAgreement(id, e.institution(), e.person(), e.document(), signing(e.signer()), on);
            case AgreementRatified e -> new RatifyAgreement(id, e.institution(), e.person(), e.document(), signing(e.signer()), on);
            case ReservationRecorded e -> new RecordReservation(id, e.institution(), e.text(), on);
            case AgreementClassified e -> new ClassifyAgreement(id, e.classification(), e.until(), e.legalBasis(), e.authority(), e.resolution(), e.field(), on);
            case ActionLinked e -> new LinkAction(id, e.action(), on);
            case AgreementSuspended _ -> new SuspendAgreement(id, on);
            case AgreementResumed _ -> new ResumeAgreement(id, on);
            case AgreementTerminated e -> new TerminateAgreement(id, e.institution(), e.noticeOn(), on);
            case AgreementSuperseded e -> new SupersedeAgreement(id, e.by(), on);
            case AgreementFulfilled _ -> new DeclareFulfilled(id, on);
            case AgreementRenewed e -> new RenewAgreement(id, e.validUntil(), on);
            case AddendumAdded e -> new AddAddendum(id, e.addendum(), e.title(), e.text(), e.newText(), e.validUntil(),
                    e.addParties().stream().map(p -> new Joining(p.institution(), p.mustSign())).toList(), e.removeParties(), e.signatories(),
                    clauses(e.clauses()), e.removeClauses(), on);
            case AddendumSigned e -> new SignAddendum(id, e.addendum(), e.institution(), e.person(), e.document(), signing(e.signer()), on);
            case DraftRevised e -> new ReviseDraft(id, e.title(), e.text(), addressees(e.addressees()), clauses(e.clauses()), on);
            case LegalReviewSubmitted e -> new SubmitForLegalReview(id, e.addendum(), e.reviewer(), on);
            case LegalReviewCleared e -> new ClearLegalReview(id, e.addendum(), e.text(), on);
            case ReturnedForChanges e -> new ReturnForChanges(id, e.addendum(), on);
            case PronouncementIssued e -> new IssuePronouncement(id, e.answersUntil(), on);
            case InstitutionsConsulted e -> new ConsultInstitutions(id, e.consultation(), e.institutions(), e.text(), e.dueOn(), on);
            case ResponseReceived e -> new RecordResponse(id, e.consultation(), e.institution(), e.name(), e.response(), e.text(), e.document(), on);
            case AddendumRevised e -> new ReviseAddendum(id, e.addendum(), e.title(), e.text(), e.newText(), e.validUntil(), clauses(e.clauses()), e.removeClauses(), on);
            case AgreementMerged e -> new MergeAgreement(id, e.into(), on);
            case AgreementSplit e -> new SplitAgreement(id, e.into(), on);
            case AgreementRelated e -> new RelateAgreement(id, e.agreement(), e.kind(), on);
            case AgreementExpired _ -> new ExpireAgreement(id, on);
            case ReserveLapsed _ -> new LapseReserve(id, on);
        };
    }

    private static @Nullable SignsAs signing(@Nullable Signer as) {
        return as == null ? null : new SignsAs(as.capacity(), as.office(), as.delegatedBy(), as.since());
    }

    private static @Nullable List<NewAddressee> addressees(@Nullable List<Addressee> addressees) {
        return addressees == null ? null : addressees.stream().map(a -> new NewAddressee(a.institution(), a.name())).toList();
    }

    private static @Nullable List<NewClause> clauses(@Nullable List<Clause> clauses) {
        return clauses == null ? null : clauses.stream().map(c -> new NewClause(c.id(), c.kind(), c.text(),
                c.delegates().stream().map(d -> new NewDelegate(d.institution(), d.person())).toList())).toList();
    }
}
