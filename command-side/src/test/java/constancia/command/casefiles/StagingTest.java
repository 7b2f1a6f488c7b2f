package constancia.command.casefiles;

import static constancia.command.casefiles.Known.*;

import constancia.command.Fixtures;
import constancia.command.casefiles.CaseFileCommand.*;
import constancia.kernel.casefiles.CaseFileEvent;
import constancia.kernel.casefiles.CaseFileEvent.*;
import constancia.kernel.institutions.InstitutionId;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What kind of matter it is, whom it concerns, and the stages that it goes through. */
class StagingTest {

    static final LocalDate DAY = OPENED.plusDays(3);
    static final LocalDate LATER = OPENED.plusDays(9);
    static final InstitutionId UNKNOWN = new InstitutionId(STRANGER);

    final Fixtures<CaseFileShell> caseFile = caseFiles(new Known());
    final CaseFileEvent opened = new CaseFileOpened("Expediente", null, null, null, null, null, OPENED);
    final CaseFileEvent first = new StageEntered("Recepción", PROJECT, LATER, DAY);

    @Test
    void it_is_opened_with_its_kind_and_the_institutions_that_it_concerns() {
        caseFile.given().when(open(MINEDUC, PROJECT)).records(new CaseFileOpened("Expediente", null, null, null, "denuncia", List.of(MINEDUC, PROJECT), OPENED));
        caseFile.given().when(open(MINEDUC, UNKNOWN)).isInvalid("parties/1", "unknown-institution", UNKNOWN);
        caseFile.given().when(open(MINEDUC, MINEDUC)).isInvalid("parties/1", "party-named-twice");
    }

    @Test
    void it_goes_on_to_another_stage_with_whose_turn_it_is_and_by_when() {
        caseFile.given(opened).when(new EnterStage(ID, "Recepción", PROJECT, LATER, DAY)).records(first);
        caseFile.given(opened, first).when(new EnterStage(ID, "Resolución", null, null, LATER)).records(new StageEntered("Resolución", null, null, LATER));
        caseFile.given(opened).when(new EnterStage(ID, "Recepción", UNKNOWN, null, DAY)).isInvalid("institution", "unknown-institution", UNKNOWN);
        caseFile.given(opened).when(new EnterStage(ID, "Recepción", PROJECT, DAY.minusDays(1), DAY)).isInvalid("dueOn", "due-before-effective", DAY);
    }

    @Test
    void one_after_the_other_and_none_twice() {
        caseFile.given(opened, first).when(new EnterStage(ID, "Resolución", null, null, DAY.minusDays(1))).refuses("effective-before-previous", DAY);
        caseFile.given(opened, first).when(new EnterStage(ID, "Recepción", PROJECT, LATER, LATER)).refuses("already-in-stage", DAY);
        caseFile.given(opened, first).when(new EnterStage(ID, "Recepción", MINEDUC, LATER, LATER)).records(new StageEntered("Recepción", MINEDUC, LATER, LATER));
        caseFile.given(opened, first).when(new EnterStage(ID, "Recepción", PROJECT, LATER.plusDays(5), LATER)).records(new StageEntered("Recepción", PROJECT, LATER.plusDays(5), LATER));
    }

    @Test
    void not_while_it_is_closed() {
        caseFile.given(opened, new CaseFileClosed(DAY)).when(new EnterStage(ID, "Recepción", null, null, DAY)).refuses("case-file-closed", DAY);
        caseFile.given(opened, new CaseFileClosed(DAY), new CaseFileReopened(LATER)).when(new EnterStage(ID, "Recepción", null, null, LATER)).records(new StageEntered("Recepción", null, null, LATER));
    }

    private static OpenCaseFile open(InstitutionId... parties) {
        return new OpenCaseFile(ID, "Expediente", null, null, null, "denuncia", List.of(parties), OPENED);
    }
}
