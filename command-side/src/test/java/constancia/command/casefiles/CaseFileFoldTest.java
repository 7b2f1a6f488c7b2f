package constancia.command.casefiles;

import static constancia.command.casefiles.Known.*;
import static org.assertj.core.api.Assertions.assertThat;

import constancia.command.Fixtures;
import constancia.command.casefiles.CaseFileCommand.*;
import constancia.kernel.Invalid;
import constancia.kernel.Provenance;
import constancia.kernel.Recorded;
import constancia.kernel.Refused;
import constancia.kernel.casefiles.CaseFileEvent;
import constancia.kernel.casefiles.LetterDirection;
import constancia.kernel.casefiles.NoteKind;
import constancia.kernel.reserve.ItemClass;
import constancia.kernel.reserve.ReservedField;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CaseFileFoldTest {

    private static final Provenance WITH_GROUNDS = new Provenance("coordinacion", null, false, Provenance.Through.API, "Sin materia.");

    @Test
    void both_orders_give_the_same_state_after_whatever_was_decided() {
        int records = 0;
        for (long seed = 0; seed < 200; seed++) {
            var ledger = decided(new Random(seed));
            var effective = ledger.stream().sorted(Comparator.<Recorded<CaseFileEvent>, LocalDate>comparing(Recorded::effectiveOn).thenComparing(Recorded::n)).toList();
            assertThat(fold(effective)).as("history %d", seed).isEqualTo(fold(ledger));
            records += ledger.size();
        }
        assertThat(records).isGreaterThan(2500);
    }

    private static List<Recorded<CaseFileEvent>> decided(Random random) {
        var records = new ArrayList<Recorded<CaseFileEvent>>();
        var now = CaseFile.UNOPENED;
        CaseFileCommand command = new OpenCaseFile(ID, "Expediente", null, null, PROJECT, null, null, OPENED);
        for (int i = 0; i < 40; i++) {
            try {
                for (var event : CaseFile.decide(command, now, random.nextBoolean() ? WITH_GROUNDS : Fixtures.UNIT, new Known(), neighbours())) {
                    var record = new Recorded<>(records.size() + 1, event, Fixtures.UNIT);
                    records.add(record);
                    now = CaseFile.evolve(now, record);
                }
            } catch (Refused | Invalid refused) {
                // the next one may do
            }
            command = next(random);
        }
        return records;
    }

    private static CaseFileCommand next(Random random) {
        var day = OPENED.plusDays(random.nextInt(30) - 1);
        return switch (random.nextInt(22)) {
            case 12, 13 -> new RecordCorrespondence(ID, id(60 + random.nextInt(4)), LetterDirection.INCOMING, MINEDUC, null, "Nota", null, random.nextBoolean() ? PROJECT : null, null, day);
            case 14, 15 -> new ForwardCorrespondence(ID, id(60 + random.nextInt(4)), List.of(PROJECT, MINEDUC, CONGRESS).get(random.nextInt(3)), null, day);
            case 16 -> new SettleCorrespondence(ID, id(60 + random.nextInt(4)), null, day);
            case 0 -> new AssignCoordinator(ID, List.of(PROJECT, MINEDUC, CONGRESS).get(random.nextInt(3)), day);
            case 1 -> new LinkToCaseFile(ID, null, null, null, String.valueOf(random.nextInt(5)), null, null, day);
            case 2 -> new LinkToCaseFile(ID, CONVENIO, null, null, null, null, null, day);
            case 3 -> new NoteInCaseFile(ID, NoteKind.NOTE, "Nota", null, null, day);
            case 4, 5, 6 -> new AwaitInstitution(ID, id(50 + random.nextInt(6)), MINEDUC, "Respuesta", null, day);
            case 7, 8 -> new ReceiveAnswer(ID, id(50 + random.nextInt(6)), "Sí", null, day);
            case 9 -> new ResolveCaseFile(ID, "Resuelto", null, day);
            case 10 -> new CloseCaseFile(ID, day);
            case 17 -> new ClassifyCaseFile(ID, ItemClass.RESERVED, day.plusDays(random.nextInt(20)), null, "Secretaría", null, null, day);
            case 18 -> new ClassifyCaseFile(ID, ItemClass.CONFIDENTIAL, null, null, null, null, ReservedField.DETAIL, day);
            case 19 -> new LapseCaseFileReserve(ID, day.plusDays(20));
            case 20 -> new EnterStage(ID, "Etapa " + random.nextInt(2), random.nextBoolean() ? PROJECT : null, null, day);
            default -> new ReopenCaseFile(ID, day);
        };
    }

    private static CaseFile fold(List<Recorded<CaseFileEvent>> records) {
        var now = CaseFile.UNOPENED;
        for (var record : records) {
            now = CaseFile.evolve(now, record);
        }
        return now;
    }
}
