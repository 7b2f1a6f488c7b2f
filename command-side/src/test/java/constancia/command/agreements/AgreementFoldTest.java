package constancia.command.agreements;

import static constancia.command.agreements.Known.*;
import static org.assertj.core.api.Assertions.assertThat;

import constancia.command.Fixtures;
import constancia.command.agreements.AgreementCommand.*;
import constancia.kernel.Invalid;
import constancia.kernel.Recorded;
import constancia.kernel.Refused;
import constancia.kernel.reserve.ItemClass;
import constancia.kernel.agreements.AgreementEvent;
import constancia.kernel.agreements.AgreementKind;
import constancia.kernel.agreements.RelationKind;
import constancia.kernel.agreements.ResponseKind;
import constancia.kernel.institutions.InstitutionId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AgreementFoldTest {

    static final List<InstitutionId> PARTIES = List.of(MJSP, PNUD, MINED);

    /** Whatever the rules let through folds alike in the order of the ledger and in the order of the dates. */
    @Test
    void random_histories_fold_alike_in_both_orders() {
        int moved = 0;
        for (int seed = 0; seed < 400; seed++) {
            var history = history(new Random(seed));
            var byDate = history.stream().sorted(Comparator.<Recorded<AgreementEvent>, LocalDate>comparing(Recorded::effectiveOn)
                    .thenComparing(Recorded::n)).toList();
            assertThat(fold(byDate)).as("seed %d: %s", seed, history).isEqualTo(fold(history));
            moved += byDate.equals(history) ? 0 : 1;
        }
        assertThat(moved).as("histories recorded out of the order of their dates").isGreaterThan(100);
    }

    private static List<Recorded<AgreementEvent>> history(Random random) {
        var known = new Known();
        var history = new ArrayList<Recorded<AgreementEvent>>();
        var now = Agreement.UNRECORDED;
        for (int i = 0; i < 60; i++) {
            try {
                for (var event : Agreement.decide(command(random, i == 0), now, known, known.neighbours(), Fixtures.UNIT)) {
                    var record = new Recorded<>(history.size() + 1, event, Fixtures.UNIT);
                    history.add(record);
                    now = Agreement.evolve(now, record);
                }
            } catch (Refused | Invalid _) {
                continue;
            }
        }
        return history;
    }

    private static Agreement fold(List<Recorded<AgreementEvent>> history) {
        var now = Agreement.UNRECORDED;
        for (var record : history) {
            now = Agreement.evolve(now, record);
        }
        return now;
    }

    private static AgreementCommand command(Random random, boolean first) {
        var on = DAY.plusDays(random.nextInt(120));
        var institution = PARTIES.get(random.nextInt(3));
        var until = DAY.plusDays(60 + random.nextInt(400));
        if (first) {
            return random.nextInt(4) == 0 ? drafted(DAY) : random.nextInt(3) == 0 ? record(AgreementKind.DECISION, OPEN, null, null, null, null, random.nextBoolean() ? until : null, DAY)
                    : record(AgreementKind.COOPERATION_AGREEMENT, null, null, null, PARTIES.stream()
                            .map(party -> new Signatory(party, random.nextBoolean(), random.nextInt(4) == 0)).toList(),
                            random.nextBoolean() ? on : null, random.nextBoolean() ? until : null, DAY);
        }
        var addendum = new UUID(7, random.nextInt(6));
        return switch (random.nextInt(42)) {
            case 34 -> new ConsultInstitutions(ID, new UUID(9, random.nextInt(3)), PARTIES, "¿Qué opina?", random.nextBoolean() ? null : on.plusDays(9), on);
            case 35, 36 -> new RecordResponse(ID, new UUID(9, random.nextInt(3)), institution, null, ResponseKind.values()[random.nextInt(3)], "Sí.", null, on);
            case 37 -> new RecordResponse(ID, null, null, "Asamblea Legislativa", ResponseKind.ACCEPTED, null, null, on);
            case 38 -> new ReviseAddendum(ID, addendum, null, "Versión " + random.nextInt(9), null, random.nextBoolean() ? until : null, null, null, on);
            case 39 -> new SubmitForLegalReview(ID, addendum, institution, on);
            case 40 -> random.nextBoolean() ? new ClearLegalReview(ID, addendum, null, on) : new ReturnForChanges(ID, addendum, on);
            case 32 -> new ExpireAgreement(ID, on.plusDays(400));
            case 33 -> new LapseReserve(ID, on.plusDays(400));
            case 24, 25 -> new ReviseDraft(ID, null, "Versión " + random.nextInt(9), null, null, on);
            case 26, 27 -> new SubmitForLegalReview(ID, null, institution, on);
            case 28 -> random.nextBoolean() ? new ClearLegalReview(ID, null, null, on) : new ReturnForChanges(ID, null, on);
            case 29 -> new ClearLegalReview(ID, null, "Conforme.", on);
            case 30 -> new IssuePronouncement(ID, null, on);
            case 31 -> new RelateAgreement(ID, NEWER, RelationKind.values()[random.nextInt(6)], on);
            case 0, 1, 2 -> new SignAgreement(ID, institution, null, null, null, on);
            case 3, 4 -> new RatifyAgreement(ID, institution, null, null, null, on);
            case 5, 6 -> new RecordReservation(ID, institution, "Reserva " + random.nextInt(9), on);
            case 7, 8 -> new ClassifyAgreement(ID, ItemClass.RESERVED, until, "Art. " + random.nextInt(30), null, null, null, on);
            case 9 -> new LinkAction(ID, ACTION, on);
            case 10, 11 -> new SuspendAgreement(ID, on);
            case 12, 13 -> new ResumeAgreement(ID, on);
            case 18, 19 -> new AddAddendum(ID, addendum, "Adenda", "Dice.", null, random.nextBoolean() ? until : null,
                    random.nextInt(4) == 0 ? List.of(new Joining(institution, random.nextBoolean())) : null,
                    random.nextInt(4) == 0 ? List.of(institution) : null, null, null, null, on);
            case 20, 21, 22, 23 -> new SignAddendum(ID, addendum, institution, null, null, null, on);
            case 14, 15 -> new RenewAgreement(ID, until, on);
            default -> random.nextInt(20) > 0 ? new SuspendAgreement(ID, on) : switch (random.nextInt(5)) {
                case 3 -> new MergeAgreement(ID, NEWER, on);
                case 4 -> new SplitAgreement(ID, List.of(NEWER, ALSO_NEWER), on);
                case 0 -> new TerminateAgreement(ID, null, null, on);
                case 1 -> new SupersedeAgreement(ID, NEWER, on);
                default -> new DeclareFulfilled(ID, on);
            };
        };
    }
}
