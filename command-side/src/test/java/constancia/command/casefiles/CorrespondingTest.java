package constancia.command.casefiles;

import static constancia.command.casefiles.Known.*;

import constancia.command.Fixtures;
import constancia.command.casefiles.CaseFileCommand.*;
import constancia.kernel.casefiles.CaseFileEvent;
import constancia.kernel.casefiles.CaseFileEvent.*;
import constancia.kernel.casefiles.LetterDirection;
import constancia.kernel.institutions.InstitutionId;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Letters in and out, from office to office. */
class CorrespondingTest {

    static final LocalDate DAY = OPENED.plusDays(3);
    static final LocalDate LATER = OPENED.plusDays(9);
    static final UUID LETTER = id(60);
    static final UUID OTHER_LETTER = id(61);
    static final InstitutionId UNKNOWN = new InstitutionId(STRANGER);

    final Fixtures<CaseFileShell> caseFile = caseFiles(new Known());
    final CaseFileEvent opened = new CaseFileOpened("Expediente", null, null, null, null, null, OPENED);
    final CaseFileEvent received = letter(LETTER, LetterDirection.INCOMING, MINEDUC, PROJECT);
    final CaseFileEvent forwarded = new CorrespondenceForwarded(LETTER, CONGRESS, "Para su opinión.", LATER);
    final CaseFileEvent settled = new CorrespondenceSettled(LETTER, "Se respondió con la nota 12.", LATER);

    @Test
    void a_letter_comes_in_or_goes_out_and_somebody_has_it_or_nobody() {
        caseFile.given(opened).when(record(LETTER, LetterDirection.INCOMING, MINEDUC, PROJECT, LATER, DAY)).records(received);
        caseFile.given(opened, received).when(record(OTHER_LETTER, LetterDirection.OUTGOING, MINEDUC, null, LATER, DAY)).records(letter(OTHER_LETTER, LetterDirection.OUTGOING, MINEDUC, null));
        caseFile.given(opened, received).when(record(LETTER, LetterDirection.INCOMING, MINEDUC, PROJECT, LATER, DAY)).refuses("correspondence-known");
        caseFile.given(opened).when(record(LETTER, LetterDirection.INCOMING, UNKNOWN, PROJECT, LATER, DAY)).isInvalid("institution", "unknown-institution", UNKNOWN);
        caseFile.given(opened).when(record(LETTER, LetterDirection.INCOMING, MINEDUC, UNKNOWN, LATER, DAY)).isInvalid("heldBy", "unknown-institution", UNKNOWN);
        caseFile.given(opened).when(record(LETTER, LetterDirection.INCOMING, MINEDUC, PROJECT, DAY.minusDays(1), DAY)).isInvalid("dueOn", "due-before-effective", DAY);
        caseFile.given(opened, new CaseFileClosed(DAY)).when(record(LETTER, LetterDirection.INCOMING, MINEDUC, PROJECT, LATER, DAY)).refuses("case-file-closed", DAY);
    }

    @Test
    void it_goes_from_one_office_to_another() {
        caseFile.given(opened, received).when(new ForwardCorrespondence(ID, LETTER, CONGRESS, "Para su opinión.", LATER)).records(forwarded);
        caseFile.given(opened, received).when(new ForwardCorrespondence(ID, LETTER, PROJECT, null, LATER)).refuses("correspondence-held", DAY);
        caseFile.given(opened, received, forwarded).when(new ForwardCorrespondence(ID, LETTER, PROJECT, null, LATER)).records(new CorrespondenceForwarded(LETTER, PROJECT, null, LATER));
        caseFile.given(opened, received, forwarded).when(new ForwardCorrespondence(ID, LETTER, MINEDUC, null, DAY)).refuses("effective-before-previous", LATER);
        caseFile.given(opened, received).when(new ForwardCorrespondence(ID, LETTER, UNKNOWN, null, LATER)).isInvalid("to", "unknown-institution", UNKNOWN);
        caseFile.given(opened, received).when(new ForwardCorrespondence(ID, OTHER_LETTER, CONGRESS, null, LATER)).isInvalid("correspondence", "unknown-correspondence", OTHER_LETTER);
        caseFile.given(opened, letter(LETTER, LetterDirection.OUTGOING, MINEDUC, null)).when(new ForwardCorrespondence(ID, LETTER, PROJECT, null, DAY))
                .records(new CorrespondenceForwarded(LETTER, PROJECT, null, DAY));
    }

    @Test
    void until_it_is_settled() {
        caseFile.given(opened, received).when(new SettleCorrespondence(ID, LETTER, "Se respondió con la nota 12.", LATER)).records(settled);
        caseFile.given(opened, received, settled).when(new SettleCorrespondence(ID, LETTER, null, LATER)).refuses("correspondence-settled", LATER);
        caseFile.given(opened, received, settled).when(new ForwardCorrespondence(ID, LETTER, CONGRESS, null, LATER)).refuses("correspondence-settled", LATER);
        caseFile.given(opened, received, forwarded).when(new SettleCorrespondence(ID, LETTER, null, DAY)).refuses("effective-before-previous", LATER);
        caseFile.given(opened).when(new SettleCorrespondence(ID, LETTER, null, LATER)).isInvalid("correspondence", "unknown-correspondence", LETTER);
        caseFile.given(opened, received, new CaseFileClosed(DAY)).when(new SettleCorrespondence(ID, LETTER, null, LATER)).refuses("case-file-closed", DAY);
    }

    private static RecordCorrespondence record(UUID letter, LetterDirection direction, InstitutionId institution, @Nullable InstitutionId heldBy, LocalDate dueOn, LocalDate on) {
        return new RecordCorrespondence(ID, letter, direction, institution, "MINED-12/2011", "Nombra a su enlace", SHA256, heldBy, dueOn, on);
    }

    private static CaseFileEvent letter(UUID letter, LetterDirection direction, InstitutionId institution, @Nullable InstitutionId heldBy) {
        return new CorrespondenceRecorded(letter, direction, institution, "MINED-12/2011", "Nombra a su enlace", SHA256, heldBy, LATER, DAY);
    }
}
