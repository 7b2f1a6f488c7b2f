package constancia.query.agreements;

import constancia.kernel.Dated;
import constancia.kernel.Latest;
import constancia.kernel.actions.ActionId;
import constancia.kernel.agreements.Addendum;
import constancia.kernel.agreements.Addressee;
import constancia.kernel.agreements.AgreementCourse;
import constancia.kernel.agreements.AgreementEvent.AddendumAdded;
import constancia.kernel.agreements.AgreementEvent.AgreementRecorded;
import constancia.kernel.agreements.AgreementEvent.AgreementTerminated;
import constancia.kernel.agreements.AgreementEvent.DraftRevised;
import constancia.kernel.agreements.AgreementId;
import constancia.kernel.agreements.Classification;
import constancia.kernel.institutions.InstitutionId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything on record of an agreement, with its dates.
 *
 * @param drafts    the revisions of its draft
 * @param relations what it is to other agreements, those that took its place included
 * @param ended     how it was terminated, if it was
 */
public record AgreementFacts(@Nullable AgreementRecorded agreed, @Nullable AgreementCourse course, Hands hands, List<Dated<Reservation>> reservations,
                             List<Dated<ActionId>> actions, Latest<Classification> classification, List<Dated<AddendumAdded>> addenda,
                             List<Dated<DraftRevised>> drafts, List<Dated<Relation>> relations, @Nullable AgreementTerminated ended) {

    /** Who put a party's signature or ratification, and on which document. */
    public record Hand(@Nullable UUID person, @Nullable String document) {}

    public record Hands(Map<InstitutionId, Hand> signed, Map<InstitutionId, Hand> ratified) {}

    public record Reservation(InstitutionId institution, String text) {}

    /** @param kind a word of {@link constancia.kernel.agreements.RelationKind}, or how another took its place */
    public record Relation(String kind, AgreementId agreement) {

        static final String SUPERSEDED = "superseded-by";
        static final String MERGED = "merged-into";
        static final String SPLIT = "split-into";
    }

    /** What stood in a version of the draft. */
    record Version(String title, String text, List<Addressee> addressees) {

        Version revised(DraftRevised e) {
            return new Version(Objects.requireNonNullElse(e.title(), title), Objects.requireNonNullElse(e.text(), text),
                    Objects.requireNonNullElse(e.addressees(), addressees));
        }
    }

    static final AgreementFacts NOTHING = new AgreementFacts(null, null, new Hands(Map.of(), Map.of()), List.of(), List.of(), Latest.unknown(), List.of(),
            List.of(), List.of(), null);

    AgreementFacts at(@Nullable AgreementCourse now) {
        return new AgreementFacts(agreed, now, hands, reservations, actions, classification, addenda, drafts, relations, ended);
    }

    AgreementFacts recorded(AgreementRecorded e) {
        return new AgreementFacts(e, course, hands, reservations, actions, classification, addenda, drafts, relations, ended);
    }

    AgreementFacts handed(Hands now) {
        return new AgreementFacts(agreed, course, now, reservations, actions, classification, addenda, drafts, relations, ended);
    }

    AgreementFacts reserved(List<Dated<Reservation>> now) {
        return new AgreementFacts(agreed, course, hands, now, actions, classification, addenda, drafts, relations, ended);
    }

    AgreementFacts linked(List<Dated<ActionId>> now) {
        return new AgreementFacts(agreed, course, hands, reservations, now, classification, addenda, drafts, relations, ended);
    }

    AgreementFacts classified(Latest<Classification> now) {
        return new AgreementFacts(agreed, course, hands, reservations, actions, now, addenda, drafts, relations, ended);
    }

    AgreementFacts amended(List<Dated<AddendumAdded>> now) {
        return new AgreementFacts(agreed, course, hands, reservations, actions, classification, now, drafts, relations, ended);
    }

    AgreementFacts revised(List<Dated<DraftRevised>> now) {
        return new AgreementFacts(agreed, course, hands, reservations, actions, classification, addenda, now, relations, ended);
    }

    AgreementFacts related(List<Dated<Relation>> now) {
        return new AgreementFacts(agreed, course, hands, reservations, actions, classification, addenda, drafts, now, ended);
    }

    AgreementFacts terminated(AgreementTerminated e) {
        return new AgreementFacts(agreed, course, hands, reservations, actions, classification, addenda, drafts, relations, e);
    }

    Classification classified() {
        var classified = classification.value();
        return classified == null ? Classification.OPEN : classified;
    }

    /** The versions of its draft, the first as it was recorded. */
    List<Version> versions() {
        var versions = new ArrayList<Version>();
        versions.add(new Version(agreed.title(), agreed.text(), Objects.requireNonNullElse(agreed.addressees(), List.of())));
        drafts.forEach(revision -> versions.add(versions.getLast().revised(revision.value())));
        return versions;
    }

    /** As it was signed or issued; until then, its last version. */
    Version version() {
        return versions().getLast();
    }

    /** The one that took its place, when it is one. */
    @Nullable AgreementId supersededBy() {
        return relations.stream().map(Dated::value).filter(relation -> relation.kind.equals(Relation.SUPERSEDED) || relation.kind.equals(Relation.MERGED))
                .map(Relation::agreement).findFirst().orElse(null);
    }

    AddendumAdded added(Addendum addendum) {
        return addenda.stream().map(Dated::value).filter(added -> added.addendum().equals(addendum.id())).findFirst().orElseThrow();
    }

    /** The text as it reads at the end of that day: the agreement's, or that of the addendum that was the last to amend it. */
    String textInForce(LocalDate day) {
        return course.inForce(day).reversed().stream().map(entry -> added(entry.value()).newText()).filter(Objects::nonNull).findFirst().orElse(version().text());
    }
}
