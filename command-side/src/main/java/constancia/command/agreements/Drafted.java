package constancia.command.agreements;

import constancia.command.agreements.AgreementCommand.NewAddressee;
import constancia.command.agreements.AgreementCommand.NewClause;
import constancia.command.agreements.AgreementCommand.NewDelegate;
import constancia.kernel.Invalid;
import constancia.kernel.agreements.Addressee;
import constancia.kernel.agreements.AgreementKind;
import constancia.kernel.agreements.Clause;
import constancia.kernel.agreements.ClauseKind;
import constancia.kernel.institutions.InstitutionId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The rules for what a draft holds besides its text: addressees and clauses. Lists that were not stated stay null. */
final class Drafted {

    private Drafted() {}

    /** Addressees are of pronouncements, clauses of instruments. */
    static void mustSuit(AgreementKind kind, @Nullable List<NewAddressee> addressees, @Nullable List<NewClause> clauses) {
        if (addressees != null && kind != AgreementKind.PRONOUNCEMENT) {
            throw new Invalid("addressees", "only-for-pronouncements");
        }
        if (clauses != null && !kind.instrument()) {
            throw new Invalid("clauses", "only-for-instruments");
        }
    }

    static @Nullable List<Addressee> addressees(@Nullable List<NewAddressee> stated, LocalDate on, Neighbours others) {
        if (stated == null) {
            return null;
        }
        var addressees = new ArrayList<Addressee>();
        for (var addressee : stated) {
            var field = "addressees/" + addressees.size();
            if ((addressee.institution() == null) == (addressee.name() == null)) {
                throw new Invalid(field, "institution-or-name");
            }
            if (addressee.institution() != null) {
                others.mustBeActive(field + "/institution", addressee.institution(), on);
            }
            var named = new Addressee(addressee.institution(), addressee.name());
            if (addressees.contains(named)) {
                throw new Invalid(field, "addressee-named-twice");
            }
            addressees.add(named);
        }
        return List.copyOf(addressees);
    }

    static @Nullable List<Clause> clauses(@Nullable List<NewClause> stated, Set<InstitutionId> parties, LocalDate on, Neighbours others) {
        if (stated == null) {
            return null;
        }
        var clauses = new ArrayList<Clause>();
        for (var clause : stated) {
            var field = "clauses/" + clauses.size();
            if (clauses.stream().anyMatch(named -> named.id().equals(clause.clause()))) {
                throw new Invalid(field + "/clause", "clause-named-twice");
            }
            var delegates = Objects.requireNonNullElse(clause.delegates(), List.<NewDelegate>of());
            if (clause.kind() == ClauseKind.DELEGATES && delegates.isEmpty()) {
                throw new Invalid(field + "/delegates", "required");
            }
            for (int i = 0; i < delegates.size(); i++) {
                mustDelegate(field + "/delegates/" + i + "/institution", delegates.get(i), parties, on, others);
            }
            clauses.add(new Clause(clause.clause(), clause.kind(), clause.text(),
                    delegates.stream().map(delegate -> new Clause.Delegate(delegate.institution(), delegate.person())).toList()));
        }
        return List.copyOf(clauses);
    }

    private static void mustDelegate(String field, NewDelegate delegate, Set<InstitutionId> parties, LocalDate on, Neighbours others) {
        others.mustBeActive(field, delegate.institution(), on);
        if (!parties.contains(delegate.institution())) {
            throw new Invalid(field, "not-a-party");
        }
    }
}
