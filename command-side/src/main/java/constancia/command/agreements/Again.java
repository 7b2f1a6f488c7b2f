package constancia.command.agreements;

import constancia.command.agreements.AgreementCommand.*;
import constancia.kernel.agreements.AgreementEvent;
import constancia.kernel.agreements.AgreementEvent.*;
import constancia.kernel.agreements.AgreementId;

/** The command that a record of an agreement came from, were it given again: the inverse of deciding. */
public final class Again {

    private Again() {}

    public static AgreementCommand of(AgreementId id, AgreementEvent event) {
        var on = event.effectiveOn();
        return switch (event) {
            case AgreementRecorded e -> new RecordAgreement(id, e.kind(), e.title(), e.text(), e.meeting(), e.deliberation(), e.item(),
                    e.meeting() == null ? e.body() : null, e.adoption(),
                    e.parties().stream().map(p -> new Signatory(p.institution(), p.mustSign(), p.mustRatify())).toList(), e.validFrom(), e.validUntil(), on);
            case AgreementSigned e -> new SignAgreement(id, e.institution(), e.person(), e.document(), on);
            case AgreementRatified e -> new RatifyAgreement(id, e.institution(), e.person(), e.document(), on);
            case ReservationRecorded e -> new RecordReservation(id, e.institution(), e.text(), on);
            case AgreementClassified e -> new ClassifyAgreement(id, e.classification(), e.until(), e.legalBasis(), on);
            case ActionLinked e -> new LinkAction(id, e.action(), on);
            case AgreementSuspended _ -> new SuspendAgreement(id, on);
            case AgreementResumed _ -> new ResumeAgreement(id, on);
            case AgreementTerminated _ -> new TerminateAgreement(id, on);
            case AgreementSuperseded e -> new SupersedeAgreement(id, e.by(), on);
            case AgreementFulfilled _ -> new DeclareFulfilled(id, on);
            case AgreementRenewed e -> new RenewAgreement(id, e.validUntil(), on);
            case AddendumAdded e -> new AddAddendum(id, e.addendum(), e.title(), e.text(), e.newText(), e.validUntil(),
                    e.addParties().stream().map(p -> new Joining(p.institution(), p.mustSign())).toList(), e.removeParties(), e.signatories(), on);
            case AddendumSigned e -> new SignAddendum(id, e.addendum(), e.institution(), e.person(), e.document(), on);
        };
    }
}
