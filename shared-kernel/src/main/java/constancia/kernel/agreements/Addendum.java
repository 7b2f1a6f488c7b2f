package constancia.kernel.agreements;

import constancia.kernel.Dated;
import constancia.kernel.Recorded;
import constancia.kernel.agreements.AgreementEvent.AddendumAdded;
import constancia.kernel.agreements.AgreementEvent.AddendumRevised;
import constancia.kernel.agreements.AgreementEvent.AddendumSigned;
import constancia.kernel.institutions.InstitutionId;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What an addendum changes of its instrument and who has signed it, the same for those who decide and those who read.
 *
 * @param n           the record that added it; of two in force since the same day the later recorded prevails
 * @param signatories those without whose signature it is not in force
 */
public record Addendum(UUID id, int number, int n, LocalDate addedOn, @Nullable LocalDate validUntil, List<Party> joining,
                       List<InstitutionId> leaving, List<InstitutionId> signatories, List<Clause> clauses, List<UUID> withoutClauses,
                       Drafting drafting, List<Dated<Signature>> signatures) {

    /** Who signed for an institution, on which document and as what. */
    public record Signature(InstitutionId institution, @Nullable UUID person, @Nullable String document, @Nullable Signer signer) {}

    static Addendum of(AddendumAdded e, int n) {
        return new Addendum(e.addendum(), e.number(), n, e.effectiveOn(), e.validUntil(), e.addParties(), e.removeParties(), e.signatories(),
                Objects.requireNonNullElse(e.clauses(), List.of()), Objects.requireNonNullElse(e.removeClauses(), List.of()), Drafting.NONE, List.of());
    }

    Addendum signed(AddendumSigned e, Recorded<?> record) {
        return new Addendum(id, number, n, addedOn, validUntil, joining, leaving, signatories, clauses, withoutClauses, drafting,
                Dated.plus(signatures, new Signature(e.institution(), e.person(), e.document(), e.signer()), record));
    }

    Addendum drafted(Drafting.Step step, Recorded<?> record) {
        return new Addendum(id, number, n, addedOn, validUntil, joining, leaving, signatories, clauses, withoutClauses, drafting.then(step, record), signatures);
    }

    Addendum revised(AddendumRevised e, Recorded<?> record) {
        return new Addendum(id, number, n, addedOn, e.validUntil() == null ? validUntil : e.validUntil(), joining, leaving, signatories,
                Objects.requireNonNullElse(e.clauses(), clauses), Objects.requireNonNullElse(e.removeClauses(), withoutClauses),
                drafting.then(new Drafting.Step.Revised(e.clauses()), record), signatures);
    }

    /** Since when its text is no draft: its first signature, or the day since when it was in force without one. Null while it is a draft. */
    public @Nullable LocalDate draftClosedOn() {
        return Stream.concat(signatures.stream().map(Dated::since), Stream.ofNullable(inForceSince(LocalDate.MAX))).min(LocalDate::compareTo).orElse(null);
    }

    /** The day of its last required signature; null while by that day one is missing. */
    public @Nullable LocalDate inForceSince(LocalDate day) {
        var since = addedOn;
        for (var signatory : signatories) {
            var signed = signature(signatory).map(Dated::since).filter(date -> !date.isAfter(day));
            if (signed.isEmpty()) {
                return null;
            }
            since = since.isBefore(signed.get()) ? signed.get() : since;
        }
        return since.isAfter(day) ? null : since;
    }

    public Optional<Dated<Signature>> signature(InstitutionId institution) {
        return signatures.stream().filter(entry -> entry.value().institution().equals(institution)).findFirst();
    }

    /** The day of its last record: nothing of it may take effect before. */
    public LocalDate lastTurn() {
        return Stream.of(Stream.of(addedOn), drafting.lastTurn().stream(), signatures.stream().map(Dated::since)).flatMap(dates -> dates).max(LocalDate::compareTo).orElseThrow();
    }
}
