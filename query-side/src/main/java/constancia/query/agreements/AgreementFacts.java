package constancia.query.agreements;

import constancia.kernel.Dated;
import constancia.kernel.actions.ActionId;
import constancia.kernel.agreements.Addendum;
import constancia.kernel.agreements.Addressee;
import constancia.kernel.agreements.AgreementCourse;
import constancia.kernel.agreements.AgreementEvent.AddendumAdded;
import constancia.kernel.agreements.AgreementEvent.AgreementRecorded;
import constancia.kernel.agreements.AgreementEvent.AgreementTerminated;
import constancia.kernel.agreements.AgreementEvent.DraftRevised;
import constancia.kernel.agreements.AgreementEvent.InstitutionsConsulted;
import constancia.kernel.agreements.AgreementEvent.ResponseReceived;
import constancia.kernel.agreements.AgreementId;
import constancia.kernel.agreements.Drafting;
import constancia.kernel.agreements.ReviewStatus;
import constancia.kernel.agreements.Signer;
import constancia.kernel.institutions.InstitutionId;
import constancia.kernel.reserve.Classification;
import constancia.kernel.reserve.Classifications;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything on record of an agreement, with its dates.
 *
 * @param drafts    the revisions of its draft
 * @param relations what it is to other agreements, those that took its place included
 * @param ended     how it was terminated, if it was
 * @param asked     whose answer was asked for, and what they answered
 */
public record AgreementFacts(@Nullable AgreementRecorded agreed, @Nullable AgreementCourse course, Hands hands, List<Dated<Reservation>> reservations,
                             List<Dated<ActionId>> actions, Classifications classification, List<Dated<AddendumAdded>> addenda,
                             List<Dated<DraftRevised>> drafts, List<Dated<Relation>> relations, @Nullable AgreementTerminated ended,
                             Asked asked) {

    /** Who put a party's signature or ratification, on which document and as what. */
    public record Hand(@Nullable UUID person, @Nullable String document, @Nullable Signer as) {}

    public record Hands(Map<InstitutionId, Hand> signed, Map<InstitutionId, Hand> ratified) {}

    public record Reservation(InstitutionId institution, String text) {}

    /** @param kind a word of {@link constancia.kernel.agreements.RelationKind}, or how another took its place */
    public record Relation(String kind, AgreementId agreement) {

        static final String SUPERSEDED = "superseded-by";
        static final String MERGED = "merged-into";
        static final String SPLIT = "split-into";
    }

    /** @param answersUntil the day by which the addressees of a pronouncement are asked to answer */
    public record Asked(List<Dated<InstitutionsConsulted>> consultations, List<Dated<ResponseReceived>> responses, @Nullable LocalDate answersUntil) {

        Optional<ResponseReceived> response(@Nullable UUID consultation, @Nullable InstitutionId institution, @Nullable String name) {
            return responses.stream().map(Dated::value).filter(one -> Objects.equals(one.consultation(), consultation)
                    && Objects.equals(one.institution(), institution) && Objects.equals(one.name(), name)).findFirst();
        }
    }

    /** One whose answer is asked for: who was consulted, or an addressee who is asked to answer until a day. */
    record Awaited(@Nullable UUID consultation, @Nullable InstitutionId institution, @Nullable String name, LocalDate askedOn, @Nullable LocalDate dueOn, @Nullable ResponseReceived response) {

        boolean overdue(LocalDate day) {
            return response == null && dueOn != null && dueOn.isBefore(day);
        }
    }

    /** What stood in a version of the draft. */
    record Version(String title, String text, List<Addressee> addressees) {

        Version revised(DraftRevised e) {
            return new Version(Objects.requireNonNullElse(e.title(), title), Objects.requireNonNullElse(e.text(), text),
                    Objects.requireNonNullElse(e.addressees(), addressees));
        }
    }

    static final AgreementFacts NOTHING = new AgreementFacts(null, null, new Hands(Map.of(), Map.of()), List.of(), List.of(), Classifications.NONE, List.of(),
            List.of(), List.of(), null, new Asked(List.of(), List.of(), null));

    AgreementFacts at(@Nullable AgreementCourse now) {
        return new AgreementFacts(agreed, now, hands, reservations, actions, classification, addenda, drafts, relations, ended, asked);
    }

    AgreementFacts recorded(AgreementRecorded e) {
        return new AgreementFacts(e, course, hands, reservations, actions, classification, addenda, drafts, relations, ended, asked);
    }

    AgreementFacts handed(Hands now) {
        return new AgreementFacts(agreed, course, now, reservations, actions, classification, addenda, drafts, relations, ended, asked);
    }

    AgreementFacts reserved(List<Dated<Reservation>> now) {
        return new AgreementFacts(agreed, course, hands, now, actions, classification, addenda, drafts, relations, ended, asked);
    }

    AgreementFacts linked(List<Dated<ActionId>> now) {
        return new AgreementFacts(agreed, course, hands, reservations, now, classification, addenda, drafts, relations, ended, asked);
    }

    AgreementFacts classified(Classifications now) {
        return new AgreementFacts(agreed, course, hands, reservations, actions, now, addenda, drafts, relations, ended, asked);
    }

    AgreementFacts amended(List<Dated<AddendumAdded>> now) {
        return new AgreementFacts(agreed, course, hands, reservations, actions, classification, now, drafts, relations, ended, asked);
    }

    AgreementFacts revised(List<Dated<DraftRevised>> now) {
        return new AgreementFacts(agreed, course, hands, reservations, actions, classification, addenda, now, relations, ended, asked);
    }

    AgreementFacts related(List<Dated<Relation>> now) {
        return new AgreementFacts(agreed, course, hands, reservations, actions, classification, addenda, drafts, now, ended, asked);
    }

    AgreementFacts terminated(AgreementTerminated e) {
        return new AgreementFacts(agreed, course, hands, reservations, actions, classification, addenda, drafts, relations, e, asked);
    }

    AgreementFacts asked(Asked now) {
        return new AgreementFacts(agreed, course, hands, reservations, actions, classification, addenda, drafts, relations, ended, now);
    }

    List<Awaited> awaited(InstitutionsConsulted put) {
        return put.institutions().stream().map(one -> new Awaited(put.consultation(), one, null, put.effectiveOn(), put.dueOn(), asked.response(put.consultation(), one, null).orElse(null))).toList();
    }

    /** The addressees of what was issued; nothing is awaited of them unless they were asked to answer by a day. */
    List<Awaited> addressed() {
        var since = course.inForceSince(LocalDate.MAX);
        return since == null ? List.of() : version().addressees().stream()
                .map(one -> new Awaited(null, one.institution(), one.name(), since, asked.answersUntil(), asked.response(null, one.institution(), one.name()).orElse(null))).toList();
    }

    /** All whose answer is asked for: of each consultation, and of the addressees if they were asked to answer by a day. */
    List<Awaited> awaited() {
        return Stream.concat(asked.consultations().stream().flatMap(put -> awaited(put.value()).stream()),
                addressed().stream().filter(one -> one.dueOn() != null || one.response() != null)).toList();
    }

    /** One stay of a text with who reviews it: of the agreement's own, or of that of an addendum. */
    record Reviewed(@Nullable Integer addendum, ReviewStatus status, Drafting.Review last) {}

    /** The review that goes on, of several the one that began last; else the last one of all. */
    Optional<Reviewed> review() {
        var own = Stream.of(course.drafting()).filter(drafting -> drafting.review() != null)
                .map(drafting -> new Reviewed(null, drafting.review(), drafting.reviews().getLast()));
        var addenda = course.addenda().stream().filter(addendum -> addendum.drafting().review() != null)
                .map(addendum -> new Reviewed(addendum.number(), addendum.drafting().review(), addendum.drafting().reviews().getLast()));
        return Stream.concat(own, addenda).max(Comparator.comparing((Reviewed one) -> one.status == ReviewStatus.UNDER_REVIEW)
                .thenComparing(one -> one.last.submittedOn()));
    }

    Classification classified() {
        return classification.whole();
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
