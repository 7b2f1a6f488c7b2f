package constancia.query.agreements;

import constancia.kernel.Dated;
import constancia.kernel.Recorded;
import constancia.kernel.agreements.Addendum;
import constancia.kernel.agreements.AgreementCourse.Signing;
import constancia.kernel.agreements.AgreementCourse;
import constancia.kernel.agreements.AgreementEvent.*;
import constancia.kernel.agreements.AgreementEvent;
import constancia.kernel.agreements.AgreementId;
import constancia.kernel.agreements.AgreementStatus;
import constancia.kernel.agreements.Signer;
import constancia.kernel.institutions.InstitutionId;
import constancia.query.agreements.AgreementFacts.Asked;
import constancia.query.agreements.AgreementFacts.Hand;
import constancia.query.agreements.AgreementFacts.Hands;
import constancia.query.agreements.AgreementFacts.Relation;
import constancia.query.agreements.AgreementFacts.Reservation;
import constancia.query.agreements.AgreementItem.*;
import constancia.query.history.Label;
import constancia.query.history.Names;
import constancia.query.history.Reserve;
import constancia.query.history.View;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Agreements as people see them. */
public final class AgreementView implements View<AgreementEvent, AgreementFacts> {

    @Override
    public String type() {
        return "agreement";
    }

    @Override
    public Class<AgreementEvent> events() {
        return AgreementEvent.class;
    }

    @Override
    public AgreementFacts nothing() {
        return AgreementFacts.NOTHING;
    }

    @Override
    public AgreementFacts evolve(AgreementFacts facts, Recorded<AgreementEvent> record) {
        var f = facts.at(AgreementCourse.evolve(facts.course(), record));
        return switch (record.event()) {
            case AgreementRecorded e -> f.recorded(e);
            case DraftRevised e -> f.revised(Dated.plus(f.drafts(), e, record));
            case AgreementSigned e -> f.handed(new Hands(with(f.hands().signed(), e.institution(), new Hand(e.person(), e.document(), e.signer())), f.hands().ratified()));
            case AgreementRatified e -> f.handed(new Hands(f.hands().signed(), with(f.hands().ratified(), e.institution(), new Hand(e.person(), e.document(), e.signer()))));
            case ReservationRecorded e -> f.reserved(Dated.plus(f.reservations(), new Reservation(e.institution(), e.text()), record));
            case AgreementClassified e -> f.classified(f.classification().with(e, record));
            case ActionLinked e -> f.linked(Dated.plus(f.actions(), e.action(), record));
            case AgreementTerminated e -> f.terminated(e);
            case AgreementSuperseded e -> related(f, Relation.SUPERSEDED, List.of(e.by()), record);
            case AgreementMerged e -> related(f, Relation.MERGED, List.of(e.into()), record);
            case AgreementSplit e -> related(f, Relation.SPLIT, e.into(), record);
            case AgreementRelated e -> related(f, e.kind().word(), List.of(e.agreement()), record);
            case AddendumAdded e -> f.amended(Dated.plus(f.addenda(), e, record));
            case AddendumRevised e -> f.amended(Dated.each(f.addenda(), one -> one.addendum().equals(e.addendum()) ? one.revised(e) : one));
            case PronouncementIssued e -> f.asked(new Asked(f.asked().consultations(), f.asked().responses(), e.answersUntil()));
            case InstitutionsConsulted e -> f.asked(new Asked(Dated.plus(f.asked().consultations(), e, record), f.asked().responses(), f.asked().answersUntil()));
            case ResponseReceived e -> f.asked(new Asked(f.asked().consultations(), Dated.plus(f.asked().responses(), e, record), f.asked().answersUntil()));
            case LegalReviewSubmitted _, LegalReviewCleared _, ReturnedForChanges _, AgreementSuspended _, AgreementResumed _,
                 AgreementFulfilled _, AgreementRenewed _, AddendumSigned _, AgreementExpired _, ReserveLapsed _ -> f;
        };
    }

    @Override
    public Object answer(AgreementFacts f, LocalDate on, Names names) {
        var a = f.agreed();
        var course = f.course();
        var classified = f.classified().on(on);
        var version = f.version();
        var meeting = names.meeting(a.meeting());
        return new AgreementItem(a.folio(), course.status(on), a.kind(), version.title(), version.text(), f.textInForce(on), a.adoption(), a.effectiveOn(), meeting,
                meeting == null ? null : a.deliberation(), meeting == null ? null : a.item(), names.body(a.body()), course.parties(on).stream().map(signing -> shown(signing, f, names)).toList(),
                f.reservations().stream().map(r -> new ReservationShown(names.institution(r.value().institution()), r.value().text(), r.since())).toList(),
                a.validFrom(), course.validUntil(on), course.inForceSince(on), formerValidities(course.validities(on)), suspensions(course),
                course.end() == null ? null : course.end().on(), Dated.values(f.actions()), names.agreement(f.supersededBy()), classified.as(),
                Reserve.of(classified),
                course.addenda().stream().map(addendum -> shown(addendum, f.added(addendum), on, names)).toList(),
                Prepared.addressed(f, on, names), Prepared.clauses(course.clauses(on), names), Prepared.drafts(f, names), course.issuedOn(),
                course.drafting().review(), Prepared.reviews(course.drafting(), on, names), terminated(f, names),
                f.relations().stream().map(r -> new RelationShown(r.value().kind(), names.agreement(r.value().agreement()), r.since()))
                        .filter(relation -> relation.agreement() != null).toList(),
                Prepared.consultations(f, on, names), f.asked().answersUntil());
    }

    @Override
    public Label label(AgreementFacts f) {
        return new Label(f.agreed().folio(), f.version().title(), null);
    }

    @Override
    public boolean reserved(AgreementFacts f, LocalDate on) {
        return f.classification().anyOn(on);
    }

    @Override
    public List<Object> summary(AgreementEvent event, Names names) {
        return switch (event) {
            case AgreementRecorded e -> List.of(e.folio(), e.title());
            case AgreementSigned e -> signed(e.institution(), 0, e.signer(), names);
            case AgreementRatified e -> signed(e.institution(), 0, e.signer(), names);
            case ReservationRecorded e -> List.of(called(e.institution(), names));
            case AgreementClassified e -> List.of(e.classification().ordinal(), String.valueOf(e.until()));
            case ActionLinked e -> List.of(String.valueOf(names.action(e.action()).title()));
            case AgreementSuperseded e -> List.of(folio(e.by(), names));
            case AgreementRenewed e -> List.of(e.validUntil());
            case AddendumAdded e -> List.of(e.number(), e.title());
            case AddendumSigned e -> signed(e.institution(), orZero(e.number()), e.signer(), names);
            case DraftRevised e -> List.of(e.version());
            case AddendumRevised e -> List.of(e.number(), e.version());
            case LegalReviewSubmitted e -> List.of(called(e.reviewer(), names), orZero(e.number()));
            case LegalReviewCleared e -> List.of(orZero(e.number()));
            case ReturnedForChanges e -> List.of(orZero(e.number()));
            case PronouncementIssued e -> List.of(e.answersUntil() == null ? 0 : 1, String.valueOf(e.answersUntil()));
            case InstitutionsConsulted e -> List.of(String.join(", ", e.institutions().stream().map(one -> called(one, names)).toList()), e.dueOn() == null ? 0 : 1,
                    String.valueOf(e.dueOn()));
            case ResponseReceived e -> List.of(e.institution() == null ? String.valueOf(e.name()) : called(e.institution(), names), e.consultation() == null ? 0 : 1,
                    e.response().ordinal());
            case AgreementTerminated e -> e.institution() == null ? List.of(0) : List.of(1, called(e.institution(), names));
            case AgreementExpired e -> List.of(e.validUntil());
            case ReserveLapsed e -> List.of(e.until());
            case AgreementMerged e -> List.of(folio(e.into(), names));
            case AgreementSplit e -> List.of(String.join(", ", e.into().stream().map(one -> folio(one, names)).toList()));
            case AgreementRelated e -> List.of(e.kind().ordinal(), folio(e.agreement(), names));
            case AgreementSuspended _, AgreementResumed _, AgreementFulfilled _ -> List.of();
        };
    }

    private static PartyShown shown(Signing signing, AgreementFacts f, Names names) {
        var institution = signing.party().institution();
        var original = f.course().original().contains(signing);
        var signed = original ? f.hands().signed().get(institution) : joined(institution, f.course());
        var ratified = f.hands().ratified().get(institution);
        return new PartyShown(names.institution(institution), signing.party().mustSign(), signing.party().mustRatify(),
                signing.signedOn(), signed == null ? null : signed.person(), signed == null ? null : signed.document(),
                signing.ratifiedOn(), ratified == null ? null : ratified.person(), ratified == null ? null : ratified.document(), signed == null ? null : signed.as(),
                ratified == null ? null : ratified.as());
    }

    private static @Nullable Hand joined(InstitutionId institution, AgreementCourse course) {
        return course.addenda().reversed().stream().filter(addendum -> addendum.joining().stream().anyMatch(party -> party.institution().equals(institution)))
                .flatMap(addendum -> addendum.signature(institution).stream()).map(Dated::value)
                .map(signature -> new Hand(signature.person(), signature.document(), signature.signer())).findFirst().orElse(null);
    }

    private static AddendumShown shown(Addendum addendum, AddendumAdded added, LocalDate on, Names names) {
        var since = addendum.inForceSince(on);
        var effects = new Effects(added.newText(), added.validUntil(),
                added.addParties().stream().map(party -> new PartyAdded(names.institution(party.institution()), party.mustSign())).toList(),
                added.removeParties().stream().map(names::institution).toList(), Prepared.clauses(addendum.clauses(), names), addendum.withoutClauses());
        var others = addendum.signatures().stream().map(entry -> entry.value().institution()).filter(signed -> !addendum.signatories().contains(signed));
        var signatures = Stream.concat(addendum.signatories().stream(), others).map(institution -> {
            var signed = addendum.signature(institution);
            return new AddendumSignature(names.institution(institution), addendum.signatories().contains(institution), signed.map(Dated::since).orElse(null),
                    signed.map(entry -> entry.value().person()).orElse(null), signed.map(entry -> entry.value().document()).orElse(null),
                    signed.map(entry -> entry.value().signer()).orElse(null));
        }).toList();
        return new AddendumShown(addendum.id(), addendum.number(), added.title(), added.text(), effects, signatures,
                since == null ? AgreementStatus.PENDING_SIGNATURES : AgreementStatus.IN_FORCE, since, addendum.drafting().versions(), addendum.drafting().review(),
                Prepared.reviews(addendum.drafting(), on, names));
    }

    private static List<FormerValidity> formerValidities(List<Dated<LocalDate>> validities) {
        var former = new ArrayList<FormerValidity>();
        for (int i = 1; i < validities.size(); i++) {
            former.add(new FormerValidity(validities.get(i - 1).value(), validities.get(i).since()));
        }
        return former;
    }

    private static List<Suspension> suspensions(AgreementCourse course) {
        var suspensions = new ArrayList<Suspension>();
        for (var turn : course.suspended()) {
            if (turn.value()) {
                suspensions.add(new Suspension(turn.since(), null));
            } else {
                suspensions.add(new Suspension(suspensions.removeLast().from(), turn.since()));
            }
        }
        return suspensions;
    }

    /** The number of an addendum in a sentence; nothing is told of it when it is zero. */
    private static int orZero(@Nullable Integer number) {
        return Objects.requireNonNullElse(number, 0);
    }

    private static String called(InstitutionId institution, Names names) {
        var name = names.institution(institution);
        return name.acronym() != null ? name.acronym() : String.valueOf(name.name());
    }

    /** The institution, the addendum, whether an office is named, the office, and whether it was signed by delegation. */
    private static List<Object> signed(InstitutionId institution, int addendum, @Nullable Signer as, Names names) {
        return List.of(called(institution, names), addendum, as == null || as.office() == null ? 0 : 1, as == null ? "" : String.valueOf(as.office()),
                as == null || as.delegatedBy() == null ? 0 : 1);
    }

    private static String folio(AgreementId agreement, Names names) {
        return Optional.ofNullable(names.agreement(agreement)).map(name -> String.valueOf(name.folio())).orElse("");
    }

    private static @Nullable Termination terminated(AgreementFacts f, Names names) {
        return f.ended() == null ? null : new Termination(names.institution(f.ended().institution()), f.ended().noticeOn(), f.ended().effectiveOn());
    }

    private static AgreementFacts related(AgreementFacts f, String kind, List<AgreementId> others, Recorded<AgreementEvent> record) {
        var relations = f.relations();
        for (var other : others) {
            relations = Dated.plus(relations, new Relation(kind, other), record);
        }
        return f.related(relations);
    }

    private static Map<InstitutionId, Hand> with(Map<InstitutionId, Hand> all, InstitutionId institution, Hand hand) {
        var more = new HashMap<>(all);
        more.put(institution, hand);
        return Map.copyOf(more);
    }
}
