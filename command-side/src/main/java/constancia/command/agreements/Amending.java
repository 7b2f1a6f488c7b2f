package constancia.command.agreements;

import constancia.command.agreements.AgreementCommand.AddAddendum;
import constancia.command.agreements.AgreementCommand.NewClause;
import constancia.command.agreements.AgreementCommand.ReviseAddendum;
import constancia.command.agreements.AgreementCommand.SignAddendum;
import constancia.kernel.Invalid;
import constancia.kernel.Refused;
import constancia.kernel.agreements.Addendum;
import constancia.kernel.agreements.AgreementCourse;
import constancia.kernel.agreements.AgreementCourse.Signing;
import constancia.kernel.agreements.AgreementEvent.AddendumAdded;
import constancia.kernel.agreements.AgreementEvent.AddendumRevised;
import constancia.kernel.agreements.AgreementEvent.AddendumSigned;
import constancia.kernel.agreements.Clause;
import constancia.kernel.agreements.Party;
import constancia.kernel.institutions.InstitutionId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rules of addenda. Each has a course of its own, in order; it amends nothing until all whose signature it takes have signed. */
final class Amending {

    private Amending() {}

    static AddendumAdded add(AddAddendum c, AgreementCourse course, Neighbours others) {
        mustChangeSomething(c);
        mustBeValid(c.validUntil(), c.effectiveOn(), course);
        var parties = course.parties(c.effectiveOn());
        var joining = joining(c, parties, others);
        var leaving = leaving(c, parties);
        var signatories = signatories(c, parties, joining, others);
        var clauses = clauses(c.clauses(), parties, joining, c.effectiveOn(), others);
        mustBeClauses(c.removeClauses(), c.effectiveOn(), course);
        if (!course.kind().instrument()) {
            throw new Refused("not-an-instrument");
        }
        if (course.addendum(c.addendum()).isPresent()) {
            throw new Refused("addendum-known");
        }
        Agreement.mustBeOpen(course, c.effectiveOn());
        int number = 1 + course.addenda().stream().mapToInt(Addendum::number).max().orElse(0);
        return new AddendumAdded(c.addendum(), number, c.title(), c.text(), c.newText(), c.validUntil(), joining, leaving, signatories,
                clauses, c.removeClauses(), c.effectiveOn());
    }

    static AddendumRevised revise(ReviseAddendum c, AgreementCourse course, Neighbours others) {
        if (Stream.of(c.title(), c.text(), c.newText(), c.validUntil(), c.clauses(), c.removeClauses()).allMatch(Objects::isNull)) {
            throw new Invalid("text", "revision-without-content");
        }
        var draft = Preparing.Draft.of(course, c.addendum());
        mustBeValid(c.validUntil(), c.effectiveOn(), course);
        var addendum = course.addendum(c.addendum()).orElseThrow();
        var clauses = clauses(c.clauses(), course.parties(c.effectiveOn()), addendum.joining(), c.effectiveOn(), others);
        mustBeClauses(c.removeClauses(), c.effectiveOn(), course);
        draft.mustBeRevisable(course, c.effectiveOn());
        return new AddendumRevised(c.addendum(), addendum.number(), addendum.drafting().versions() + 1, c.title(), c.text(), c.newText(), c.validUntil(),
                clauses, c.removeClauses(), c.effectiveOn());
    }

    static AddendumSigned sign(SignAddendum c, AgreementCourse course, Neighbours others) {
        others.mustBeActive("institution", c.institution(), c.effectiveOn());
        var signer = Signatures.signer(c.signer(), c.person(), c.effectiveOn());
        var addendum = course.addendum(c.addendum()).orElseThrow(() -> new Invalid("addendum", "unknown-addendum", c.addendum()));
        var joins = addendum.joining().stream().map(Party::institution).anyMatch(c.institution()::equals);
        if (!joins && !addendum.signatories().contains(c.institution()) && !institutions(course.parties(c.effectiveOn())).contains(c.institution())) {
            throw new Refused("not-a-party");
        }
        addendum.signature(c.institution()).ifPresent(signature -> {
            throw new Refused("already-signed", signature.since());
        });
        Preparing.mustBeReady(addendum.drafting(), c.effectiveOn());
        if (c.effectiveOn().isBefore(addendum.lastTurn())) {
            throw new Refused("effective-before-previous", addendum.lastTurn());
        }
        Agreement.mustBeOpen(course, c.effectiveOn());
        return new AddendumSigned(c.addendum(), addendum.number(), c.institution(), c.person(), c.document(), signer, c.effectiveOn());
    }

    private static void mustChangeSomething(AddAddendum c) {
        var lists = Stream.<List<?>>of(orNone(c.addParties()), orNone(c.removeParties()), orNone(c.clauses()), orNone(c.removeClauses()));
        if (c.text() == null && c.newText() == null && c.validUntil() == null && lists.allMatch(List::isEmpty)) {
            throw new Invalid("text", "addendum-without-content");
        }
    }

    private static void mustBeValid(@Nullable LocalDate validUntil, LocalDate on, AgreementCourse course) {
        if (validUntil == null) {
            return;
        }
        if (course.validFrom() != null && validUntil.isBefore(course.validFrom())) {
            throw new Invalid("validUntil", "until-before-from");
        }
        if (validUntil.isBefore(on)) {
            throw new Invalid("validUntil", "until-before-effective", on);
        }
    }

    private static List<Party> joining(AddAddendum c, List<Signing> parties, Neighbours others) {
        var joining = new ArrayList<Party>();
        var named = institutions(parties);
        for (var party : orNone(c.addParties())) {
            var field = "addParties/" + joining.size() + "/institution";
            others.mustBeActive(field, party.institution(), c.effectiveOn());
            if (!named.add(party.institution())) {
                throw new Invalid(field, "party-named-twice");
            }
            joining.add(new Party(party.institution(), party.mustSign(), false));
        }
        return List.copyOf(joining);
    }

    private static List<InstitutionId> leaving(AddAddendum c, List<Signing> parties) {
        var leaving = List.copyOf(new LinkedHashSet<>(orNone(c.removeParties())));
        for (var party : leaving) {
            if (!institutions(parties).contains(party)) {
                throw new Invalid("removeParties/" + c.removeParties().indexOf(party), "not-a-party");
            }
        }
        return leaving;
    }

    private static List<InstitutionId> signatories(AddAddendum c, List<Signing> parties, List<Party> joining, Neighbours others) {
        var signatories = new LinkedHashSet<InstitutionId>();
        if (c.signatories() == null) {
            parties.stream().map(Signing::party).filter(Party::mustSign).map(Party::institution).forEach(signatories::add);
        } else {
            var may = institutions(parties);
            joining.forEach(party -> may.add(party.institution()));
            for (var signatory : c.signatories()) {
                var field = "signatories/" + c.signatories().indexOf(signatory);
                others.mustBeActive(field, signatory, c.effectiveOn());
                if (!may.contains(signatory)) {
                    throw new Invalid(field, "not-a-party");
                }
                signatories.add(signatory);
            }
        }
        joining.stream().filter(Party::mustSign).map(Party::institution).forEach(signatories::add);
        return List.copyOf(signatories);
    }

    private static @Nullable List<Clause> clauses(@Nullable List<NewClause> stated, List<Signing> parties, List<Party> joining, LocalDate on, Neighbours others) {
        var may = institutions(parties);
        joining.forEach(party -> may.add(party.institution()));
        return Drafted.clauses(stated, may, on, others);
    }

    private static void mustBeClauses(@Nullable List<UUID> removed, LocalDate on, AgreementCourse course) {
        var known = course.clauses(on).stream().map(Clause::id).toList();
        for (var clause : orNone(removed)) {
            if (!known.contains(clause)) {
                throw new Invalid("removeClauses/" + orNone(removed).indexOf(clause), "unknown-clause", clause);
            }
        }
    }

    private static Set<InstitutionId> institutions(List<Signing> parties) {
        return parties.stream().map(signing -> signing.party().institution()).collect(Collectors.toCollection(HashSet::new));
    }

    private static <T> List<T> orNone(@Nullable List<T> some) {
        return Objects.requireNonNullElse(some, List.of());
    }
}
