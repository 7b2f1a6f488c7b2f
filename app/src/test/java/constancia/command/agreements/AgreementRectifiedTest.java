package constancia.command.agreements;

import static constancia.command.RectifiedHistories.decided;
import static constancia.command.RectifiedHistories.port;

import constancia.command.RectifiedHistories;
import constancia.command.RectifiedHistories.Told;
import constancia.command.actions.Actions;
import constancia.command.agreements.AgreementCommand.*;
import constancia.command.agreements.Agreements.KnownAgreement;
import constancia.command.bodies.Bodies;
import constancia.command.institutions.Institutions;
import constancia.command.meetings.Meetings;
import constancia.command.reserve.ClassRules;
import constancia.kernel.Provenance;
import constancia.kernel.Provenance.Through;
import constancia.kernel.Recorded;
import constancia.kernel.actions.ActionId;
import constancia.kernel.agreements.*;
import constancia.kernel.agreements.AgreementId;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.institutions.InstitutionId;
import constancia.kernel.reserve.ItemClass;
import constancia.query.agreements.AgreementView;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Rectified histories of agreements. */
class AgreementRectifiedTest {

    static final Provenance BY = new Provenance("coordinacion", null, false, Through.API, "Fundamento");
    static final AgreementId ID = new AgreementId(new UUID(1, 1));
    static final LocalDate FIRST = LocalDate.of(2014, 9, 17);
    static final List<InstitutionId> PARTIES = List.of(party(1), party(2), party(3));
    static final AgreementId OTHER = new AgreementId(new UUID(1, 2));
    static final Agreements AGREEMENTS = port(Agreements.class, Map.of("find", Optional.of(new KnownAgreement(OTHER, FIRST, null))));
    static final Neighbours OTHERS = new Neighbours(port(Institutions.class, Map.of()), port(Bodies.class, Map.of()), port(Meetings.class, Map.of()), port(Actions.class, Map.of()),
            (_, _) -> new ClassRules.ClassRule(Set.of(), null, null));

    @Test
    void what_holds_of_every_rectified_history_holds_of_them() {
        new RectifiedHistories<>(ID, Agreement.UNRECORDED, Agreement::evolve, new AgreementView()).hold(150, seed -> new Told<>(history(new Random(seed)),
                Agreement.rectifying(ID, AGREEMENTS, OTHERS)));
    }

    private static List<Recorded<AgreementEvent>> history(Random random) {
        return decided(random, 55, Agreement.UNRECORDED, Agreement::evolve, (AgreementCommand command, Agreement now) -> Agreement.decide(command, now, AGREEMENTS, OTHERS, BY),
                i -> i == 0 ? first(random) : command(random, FIRST.plusDays(random.nextInt(120))));
    }

    /** A decision, an instrument or a pronouncement that is yet to be issued. */
    private static AgreementCommand first(Random random) {
        var kind = List.of(AgreementKind.DECISION, AgreementKind.COOPERATION_AGREEMENT, AgreementKind.MEMORANDUM, AgreementKind.LETTER_OF_COMMITMENT, AgreementKind.PRONOUNCEMENT).get(random.nextInt(5));
        boolean instrument = kind.instrument();
        boolean pronouncement = kind == AgreementKind.PRONOUNCEMENT;
        return new RecordAgreement(ID, kind, "Acuerdo", "Se acuerda.", null, null, null, instrument ? null : new BodyId(new UUID(2, 2)), null,
                instrument ? PARTIES.stream().map(party -> new Signatory(party, random.nextBoolean(), random.nextInt(4) == 0)).toList() : null,
                null, random.nextBoolean() ? null : FIRST.plusDays(200), pronouncement ? true : null, pronouncement ? List.of(new NewAddressee(party(1), null)) : null,
                instrument ? List.of(new NewClause(new UUID(8, 1), ClauseKind.DISASTER, "En caso de desastre.", null)) : null, FIRST);
    }

    private static AgreementCommand command(Random random, LocalDate on) {
        var institution = PARTIES.get(random.nextInt(3));
        var addendum = new UUID(7, random.nextInt(4));
        return switch (random.nextInt(34)) {
            case 25 -> new ConsultInstitutions(ID, new UUID(9, random.nextInt(3)), PARTIES, "¿Qué opina?", null, FIRST.plusDays(random.nextInt(30)));
            case 26, 27 -> new RecordResponse(ID, new UUID(9, random.nextInt(3)), institution, null, ResponseKind.values()[random.nextInt(3)], "Sí.", null, on);
            case 28 -> new RecordResponse(ID, null, party(1), null, ResponseKind.ACCEPTED, null, null, on);
            case 29 -> new ReviseAddendum(ID, addendum, null, "Otra.", null, null, null, null, on);
            case 30 -> new SubmitForLegalReview(ID, addendum, institution, on);
            case 31 -> random.nextBoolean() ? new ClearLegalReview(ID, addendum, null, on) : new ReturnForChanges(ID, addendum, on);
            case 0, 1 -> new SignAgreement(ID, institution, null, null, null, on);
            case 2 -> new RatifyAgreement(ID, institution, null, null, null, on);
            case 3 -> new RecordReservation(ID, institution, "Reserva", on);
            case 4 -> new ClassifyAgreement(ID, ItemClass.RESERVED, FIRST.plusDays(30), "Art. 19", null, null, null, on);
            case 5 -> new LinkAction(ID, new ActionId(new UUID(9, random.nextInt(3))), on);
            case 6, 7 -> new SuspendAgreement(ID, on);
            case 8 -> new ResumeAgreement(ID, on);
            case 9 -> new RenewAgreement(ID, FIRST.plusDays(200 + random.nextInt(200)), on);
            case 10 -> new AddAddendum(ID, addendum, "Adenda", "Dice.", null, random.nextBoolean() ? null : FIRST.plusDays(400), null, null, null, null, null, on);
            case 11, 12, 13, 14 -> new SignAddendum(ID, addendum, institution, null, null, null, on);
            case 15, 16 -> new ReviseDraft(ID, "Borrador " + random.nextInt(9), null, null, null, FIRST.plusDays(random.nextInt(40)));
            case 17, 18 -> new SubmitForLegalReview(ID, null, institution, FIRST.plusDays(random.nextInt(40)));
            case 19 -> new ClearLegalReview(ID, null, "Conforme.", FIRST.plusDays(random.nextInt(60)));
            case 20 -> new ReturnForChanges(ID, null, FIRST.plusDays(random.nextInt(60)));
            case 21 -> new IssuePronouncement(ID, null, on);
            case 22 -> new RelateAgreement(ID, OTHER, RelationKind.values()[random.nextInt(RelationKind.values().length)], on);
            case 23 -> new ExpireAgreement(ID, FIRST.plusDays(201));
            case 24 -> new LapseReserve(ID, FIRST.plusDays(31));
            default -> switch (random.nextInt(6)) {
                case 0 -> new TerminateAgreement(ID, null, null, on);
                case 1 -> new SupersedeAgreement(ID, OTHER, on);
                case 2 -> new DeclareFulfilled(ID, on);
                case 3 -> new MergeAgreement(ID, OTHER, on);
                case 4 -> new SplitAgreement(ID, List.of(OTHER, new AgreementId(new UUID(1, 3))), on);
                default -> new ResumeAgreement(ID, on);
            };
        };
    }

    private static InstitutionId party(int n) {
        return new InstitutionId(new UUID(2, n));
    }
}
