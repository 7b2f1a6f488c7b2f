package constancia.query.agreements;

import constancia.kernel.Dated;
import constancia.kernel.agreements.Addressee;
import constancia.kernel.agreements.Clause;
import constancia.kernel.agreements.Drafting;
import constancia.query.agreements.AgreementFacts.Awaited;
import constancia.query.agreements.AgreementItem.AddresseeShown;
import constancia.query.agreements.AgreementItem.Answer;
import constancia.query.agreements.AgreementItem.ClauseShown;
import constancia.query.agreements.AgreementItem.ConsultationShown;
import constancia.query.agreements.AgreementItem.DelegateShown;
import constancia.query.agreements.AgreementItem.Draft;
import constancia.query.agreements.AgreementItem.ReviewShown;
import constancia.query.history.Names;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What of an agreement was prepared before it was signed or issued, as answered. */
final class Prepared {

    private Prepared() {}

    static List<AddresseeShown> addressees(List<Addressee> addressees, Names names) {
        return addressees.stream().map(addressee -> new AddresseeShown(names.institution(addressee.institution()), addressee.name())).toList();
    }

    /** The addressees of the last version, with what they answered since it was issued. */
    static List<Answer> addressed(AgreementFacts f, LocalDate on, Names names) {
        var answers = f.addressed();
        return answers.isEmpty() ? f.version().addressees().stream().map(one -> new Answer(names.institution(one.institution()), one.name(), null, null, null, null, false)).toList()
                : answers.stream().map(one -> answer(one, on, names)).toList();
    }

    static List<ConsultationShown> consultations(AgreementFacts f, LocalDate on, Names names) {
        return f.asked().consultations().stream().map(Dated::value).map(put -> new ConsultationShown(put.consultation(), put.text(), put.effectiveOn(), put.dueOn(),
                f.awaited(put).stream().map(one -> answer(one, on, names)).toList())).toList();
    }

    private static Answer answer(Awaited one, LocalDate on, Names names) {
        var response = one.response();
        return new Answer(names.institution(one.institution()), one.name(), response == null ? null : response.response(), response == null ? null : response.text(),
                response == null ? null : response.document(), response == null ? null : response.effectiveOn(), one.overdue(on));
    }

    static List<ClauseShown> clauses(List<Clause> clauses, Names names) {
        return clauses.stream().map(clause -> new ClauseShown(clause.id(), clause.kind(), clause.text(),
                clause.delegates().stream().map(delegate -> new DelegateShown(names.institution(delegate.institution()), delegate.person())).toList())).toList();
    }

    /** None of what was never revised. */
    static List<Draft> drafts(AgreementFacts f, Names names) {
        if (f.drafts().isEmpty()) {
            return List.of();
        }
        var drafts = new ArrayList<Draft>();
        for (var version : f.versions()) {
            int number = drafts.size() + 1;
            drafts.add(new Draft(number, version.title(), version.text(), addressees(version.addressees(), names),
                    number == 1 ? f.agreed().effectiveOn() : f.drafts().get(number - 2).since()));
        }
        return drafts;
    }

    static List<ReviewShown> reviews(Drafting drafting, LocalDate on, Names names) {
        return drafting.reviews().stream().map(review -> new ReviewShown(names.institution(review.reviewer()), review.submittedOn(), review.outcome(),
                review.endedOn(), review.daysHeld(on), review.remarks())).toList();
    }
}
