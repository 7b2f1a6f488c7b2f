package constancia.command.casefiles;

import static constancia.command.RectifiedHistories.decided;
import static constancia.command.RectifiedHistories.port;

import constancia.command.RectifiedHistories;
import constancia.command.RectifiedHistories.Told;
import constancia.command.actions.Actions;
import constancia.command.agreements.Agreements;
import constancia.command.bodies.Bodies;
import constancia.command.casefiles.CaseFileCommand.*;
import constancia.command.institutions.Institutions;
import constancia.command.meetings.Meetings;
import constancia.command.reserve.ClassRules;
import constancia.kernel.Provenance;
import constancia.kernel.Provenance.Through;
import constancia.kernel.Recorded;
import constancia.kernel.actions.ActionId;
import constancia.kernel.casefiles.*;
import constancia.kernel.casefiles.CaseFileId;
import constancia.kernel.institutions.InstitutionId;
import constancia.kernel.reserve.ItemClass;
import constancia.kernel.reserve.ReservedField;
import constancia.query.casefiles.CaseFileView;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Rectified histories of case files. */
class CaseFileRectifiedTest {

    static final CaseFileId ID = new CaseFileId(new UUID(1, 1));
    static final LocalDate FIRST = LocalDate.of(2012, 10, 1);
    static final CaseFiles CASE_FILES = port(CaseFiles.class, Map.of());
    static final Neighbours OTHERS = new Neighbours(port(Institutions.class, Map.of()), port(Bodies.class, Map.of()), port(Meetings.class, Map.of()),
            port(Actions.class, Map.of()), port(Agreements.class, Map.of()),
            (_, _) -> new ClassRules.ClassRule(Set.of(), null, null));
    static final Provenance BY = new Provenance("coordinacion", null, false, Through.API, "Fundamento");

    @Test
    void what_holds_of_every_rectified_history_holds_of_them() {
        new RectifiedHistories<>(ID, CaseFile.UNOPENED, CaseFile::evolve, new CaseFileView()).hold(150, seed -> new Told<>(history(new Random(seed)),
                CaseFile.rectifying(ID, CASE_FILES, OTHERS)));
    }

    private static List<Recorded<CaseFileEvent>> history(Random random) {
        return decided(random, 30, CaseFile.UNOPENED, CaseFile::evolve, (CaseFileCommand command, CaseFile now) -> CaseFile.decide(command, now, BY, CASE_FILES, OTHERS),
                i -> i == 0 ? new OpenCaseFile(ID, "Expediente", null, null, institution(random), null, null, FIRST) : command(random, FIRST.plusDays(random.nextInt(30))));
    }

    private static CaseFileCommand command(Random random, LocalDate on) {
        var awaiting = new UUID(5, random.nextInt(6));
        return switch (random.nextInt(20)) {
            case 11, 12 -> new RecordCorrespondence(ID, new UUID(7, random.nextInt(3)), LetterDirection.INCOMING, institution(random), "12", "Nota", null, institution(random), null, on);
            case 13, 14 -> new ForwardCorrespondence(ID, new UUID(7, random.nextInt(3)), institution(random), "Para su opinión.", on);
            case 15 -> new SettleCorrespondence(ID, new UUID(7, random.nextInt(3)), "Se respondió.", on);
            case 0 -> new AssignCoordinator(ID, institution(random), on);
            case 1, 2 -> new LinkToCaseFile(ID, null, new ActionId(new UUID(6, random.nextInt(6))), null, null, null, "Motivo", on);
            case 3 -> new NoteInCaseFile(ID, NoteKind.NOTE, "Nota", null, null, on);
            case 4, 5 -> new AwaitInstitution(ID, awaiting, institution(random), "Respuesta", null, on);
            case 6, 7 -> new ReceiveAnswer(ID, awaiting, "Sí", null, on);
            case 8 -> new ResolveCaseFile(ID, "Resuelto", null, on);
            case 9 -> new CloseCaseFile(ID, on);
            case 16 -> new ClassifyCaseFile(ID, ItemClass.RESERVED, on.plusDays(random.nextInt(90)), "Art. 19", null, null, null, on);
            case 17 -> new ClassifyCaseFile(ID, ItemClass.CONFIDENTIAL, null, null, null, null, ReservedField.TEXT, on);
            case 18 -> new LapseCaseFileReserve(ID, on.plusDays(100));
            case 19 -> new EnterStage(ID, "Etapa " + random.nextInt(3), institution(random), on.plusDays(9), on);
            default -> new ReopenCaseFile(ID, on);
        };
    }

    private static InstitutionId institution(Random random) {
        return new InstitutionId(new UUID(2, random.nextInt(3)));
    }
}
