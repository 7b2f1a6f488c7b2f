package constancia.query.agreements;

import constancia.kernel.Recorded;
import constancia.kernel.actions.ActionId;
import constancia.kernel.reserve.ItemClass;
import constancia.kernel.agreements.AgreementCourse;
import constancia.kernel.agreements.AgreementEvent;
import constancia.kernel.agreements.AgreementEvent.*;
import constancia.kernel.agreements.AgreementId;
import constancia.kernel.agreements.AgreementKind;
import constancia.kernel.agreements.Clause;
import constancia.kernel.agreements.ClauseKind;
import constancia.kernel.agreements.Party;
import constancia.kernel.agreements.RelationKind;
import constancia.kernel.agreements.ResponseKind;
import constancia.kernel.agreements.ReviewStatus;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.institutions.InstitutionId;
import constancia.query.TestTables;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Random histories that keep the facets of the contract: each turn of a life and of a party after the one before. */
final class AgreementHistories {

    static final LocalDate FIRST = LocalDate.of(2014, 11, 20);
    static final List<InstitutionId> PARTIES = List.of(new InstitutionId(new UUID(2, 1)), new InstitutionId(new UUID(2, 2)), new InstitutionId(new UUID(2, 3)));

    private final Random random;
    private final List<Recorded<AgreementEvent>> records = new ArrayList<>();
    private @Nullable AgreementCourse course;
    private int links;

    private AgreementHistories(Random random) {
        this.random = random;
    }

    static List<Recorded<AgreementEvent>> random(Random random) {
        var history = new AgreementHistories(random);
        history.record(first(random));
        for (int i = random.nextInt(20); i > 0; i--) {
            var event = history.next();
            if (event != null) {
                history.record(event);
            }
        }
        return history.records;
    }

    static List<Recorded<AgreementEvent>> of(AgreementEvent... events) {
        var records = new ArrayList<Recorded<AgreementEvent>>();
        for (var event : events) {
            records.add(new Recorded<>(records.size() + 1, event, TestTables.BY));
        }
        return records;
    }

    static AgreementFacts fold(List<Recorded<AgreementEvent>> records) {
        var view = new AgreementView();
        var facts = view.nothing();
        for (var record : records) {
            facts = view.evolve(facts, record);
        }
        return facts;
    }

    private void record(AgreementEvent event) {
        var record = new Recorded<>(records.size() + 1, event, TestTables.BY);
        records.add(record);
        course = AgreementCourse.evolve(course, record);
    }

    private static AgreementRecorded first(Random random) {
        var kind = AgreementKind.values()[random.nextInt(AgreementKind.values().length)];
        var parties = PARTIES.stream().map(party -> new Party(party, kind.instrument() && random.nextBoolean(), kind.instrument() && random.nextInt(4) == 0)).toList();
        return new AgreementRecorded("ACU-CNSCC-2014-0001", kind, "Acuerdo", "Texto", null, null, null, random.nextBoolean() ? new BodyId(new UUID(1, 1)) : null,
                null, parties, random.nextInt(3) == 0 ? FIRST.plusDays(random.nextInt(200)) : null,
                random.nextBoolean() ? FIRST.plusDays(random.nextInt(300)) : null,
                kind == AgreementKind.PRONOUNCEMENT && random.nextBoolean() ? true : null, null, null, FIRST);
    }

    private @Nullable AgreementEvent next() {
        var institution = PARTIES.get(random.nextInt(3));
        var party = course.original().stream().filter(signing -> signing.party().institution().equals(institution)).findFirst().orElseThrow();
        var any = FIRST.plusDays(random.nextInt(250));
        var turn = course.lastTurn().plusDays(random.nextInt(40));
        return switch (random.nextInt(20)) {
            case 0, 1, 2 -> party.signedOn() == null ? new AgreementSigned(institution, new UUID(3, 1), null, null, any) : null;
            case 3 -> party.signedOn() != null && party.ratifiedOn() == null
                    ? new AgreementRatified(institution, null, null, null, party.signedOn().plusDays(random.nextInt(40))) : null;
            case 4 -> new ReservationRecorded(institution, "Reserva " + random.nextInt(5), any);
            case 5 -> new AgreementClassified(ItemClass.RESERVED, any.plusDays(random.nextInt(200)), "Art. " + random.nextInt(30), null, null, null, any);
            case 6 -> new AgreementClassified(ItemClass.PUBLIC, null, null, null, null, null, any);
            case 7 -> new ActionLinked(new ActionId(new UUID(4, ++links)), any);
            case 8, 9 -> course.end() != null ? null : course.suspended(turn) ? new AgreementResumed(turn) : new AgreementSuspended(turn);
            case 10 -> course.end() != null || course.validUntil(turn) == null ? null
                    : new AgreementRenewed(course.validUntil(turn).plusDays(1 + random.nextInt(100)), turn);
            case 12 -> new AddendumAdded(new UUID(7, course.addenda().size()), course.addenda().size() + 1, "Adenda", null, "Texto " + random.nextInt(9),
                    random.nextBoolean() ? any.plusDays(random.nextInt(300)) : null, List.of(), random.nextInt(3) == 0 ? List.of(institution) : List.of(),
                    List.of(institution), null, null, any);
            case 13, 14 -> sign(institution);
            case 16, 17, 18 -> draft(institution);
            case 11 -> asking(institution, any);
            case 19 -> new AgreementRelated(new AgreementId(new UUID(5, random.nextInt(4))), RelationKind.values()[random.nextInt(6)], any);
            default -> course.end() != null || random.nextInt(3) > 0 ? null : switch (random.nextInt(5)) {
                case 3 -> new AgreementMerged(new AgreementId(new UUID(5, 1)), turn);
                case 4 -> new AgreementSplit(List.of(new AgreementId(new UUID(5, 1)), new AgreementId(new UUID(5, 2))), turn);
                case 0 -> new AgreementTerminated(null, null, turn);
                case 1 -> new AgreementSuperseded(new AgreementId(new UUID(5, 1)), turn);
                default -> new AgreementFulfilled(turn);
            };
        };
    }

    /** The next step of the draft, not before the one before. */
    private @Nullable AgreementEvent draft(InstitutionId institution) {
        var on = course.drafting().lastTurn().orElse(FIRST).plusDays(random.nextInt(20));
        if (course.terms().draft() && course.issuedOn() == null && course.end() == null && random.nextInt(3) == 0) {
            return new PronouncementIssued(null, on.isBefore(course.lastTurn()) ? course.lastTurn() : on);
        }
        if (course.draftClosedOn() != null) {
            return null;
        }
        if (course.drafting().review() == ReviewStatus.UNDER_REVIEW) {
            return random.nextBoolean() ? new LegalReviewCleared(null, null, null, on) : new ReturnedForChanges(null, null, on);
        }
        return random.nextBoolean() ? new LegalReviewSubmitted(null, null, institution, on) : new DraftRevised(course.drafting().versions() + 1, null,
                "Versión " + random.nextInt(9), null, course.kind().instrument() ? List.of(new Clause(new UUID(8, random.nextInt(3)), ClauseKind.DISASTER, "Cláusula", List.of())) : null, on);
    }

    /** A consultation while it is a draft, and the answers to it. */
    private @Nullable AgreementEvent asking(InstitutionId institution, LocalDate any) {
        var put = records.stream().map(Recorded::event).filter(InstitutionsConsulted.class::isInstance).map(InstitutionsConsulted.class::cast).findFirst();
        if (put.isPresent()) {
            return new ResponseReceived(put.get().consultation(), institution, null, ResponseKind.values()[random.nextInt(3)], "Sí.", null,
                    put.get().effectiveOn().plusDays(random.nextInt(40)));
        }
        return course.draftClosedOn() != null ? null : new InstitutionsConsulted(new UUID(9, 1), PARTIES, "¿Qué opina?", any.plusDays(10), any);
    }

    private @Nullable AgreementEvent sign(InstitutionId institution) {
        var unsigned = course.addenda().stream().filter(addendum -> addendum.signature(institution).isEmpty()).findFirst();
        return unsigned.<AgreementEvent>map(addendum -> new AddendumSigned(addendum.id(), null, institution, null, null, null, addendum.lastTurn().plusDays(random.nextInt(40))))
                .orElse(null);
    }
}
