package constancia.command.casefiles;

import static constancia.command.casefiles.Known.*;

import constancia.command.Fixtures;
import constancia.command.casefiles.CaseFileCommand.*;
import constancia.kernel.Event;
import constancia.kernel.Provenance;
import constancia.kernel.agreements.AgreementId;
import constancia.kernel.casefiles.CaseFileEvent.*;
import constancia.kernel.institutions.InstitutionId;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What a case file waits for, and how it ends. */
class CaseFileLifeTest {

    static final LocalDate BEFORE = OPENED.minusDays(1);
    static final LocalDate DAY = OPENED.plusDays(10);
    static final LocalDate DUE = OPENED.plusDays(28);
    static final LocalDate LATER = OPENED.plusDays(30);
    static final Provenance WITH_GROUNDS = new Provenance("coordinacion", null, false, Provenance.Through.API, "Sin materia.");

    final Fixtures<CaseFileShell> caseFile = Known.caseFiles(new Known());
    final Event opened = new CaseFileOpened("Restablecer los vínculos", null, null, null, null, null, OPENED);
    final Event asked = new AnswerAwaited(ASKED, MINEDUC, "Que nombre a su nuevo enlace.", DUE, DAY);
    final Event answered = new AnswerReceived(ASKED, "Lo nombró.", null, LATER);
    final Event resolved = new CaseFileResolved("Los vínculos quedaron restablecidos.", CONVENIO, DAY);
    final Event closed = new CaseFileClosed(DAY);
    final Event reopened = new CaseFileReopened(DAY);

    @Nested
    class Wait {

        @Test
        void for_the_answer_of_an_institution() {
            caseFile.given(opened).when(await(ASKED, MINEDUC, DUE, DAY)).records(asked);
            caseFile.given(opened, asked).when(await(ASKED_TOO, MINEDUC, null, DAY)).records(new AnswerAwaited(ASKED_TOO, MINEDUC, "Que nombre a su nuevo enlace.", null, DAY));
            caseFile.given(opened, asked).when(await(ASKED, CONGRESS, DUE, DAY)).refuses("awaiting-known");
        }

        @Test
        void an_institution_that_there_is_and_a_date_that_can_be_met() {
            var nobody = new InstitutionId(STRANGER);
            caseFile.given(opened).when(await(ASKED, nobody, DUE, DAY)).isInvalid("institution", "unknown-institution", nobody);
            caseFile.given(opened).when(await(ASKED, ENDED, null, GONE)).isInvalid("institution", "institution-not-active", GONE);
            caseFile.given(opened).when(await(ASKED, MINEDUC, DAY.minusDays(1), DAY)).isInvalid("dueOn", "due-before-effective", DAY);
            caseFile.given(opened).when(await(ASKED, MINEDUC, DAY, DAY)).records(new AnswerAwaited(ASKED, MINEDUC, "Que nombre a su nuevo enlace.", DAY, DAY));
        }

        @Test
        void not_once_it_is_resolved_or_closed() {
            caseFile.given(opened, resolved).when(await(ASKED, MINEDUC, DUE, DAY)).refuses("case-file-resolved", DAY);
            caseFile.given(opened, closed).when(await(ASKED, MINEDUC, DUE, DAY)).refuses("case-file-closed", DAY);
            caseFile.given(opened, closed, reopened).when(await(ASKED, MINEDUC, DUE, DAY)).records(asked);
            caseFile.given(opened).when(await(ASKED, MINEDUC, DUE, BEFORE)).refuses("effective-before-item");
        }

        @Test
        void until_it_came() {
            caseFile.given(opened, asked).when(new ReceiveAnswer(ID, ASKED, "Lo nombró.", null, LATER)).records(answered);
            caseFile.given(opened, asked, resolved).when(new ReceiveAnswer(ID, ASKED, null, SHA256, DAY)).records(new AnswerReceived(ASKED, null, SHA256, DAY));
        }

        @Test
        void once_and_not_before_it_was_asked_for() {
            caseFile.given(opened, asked).when(receive(ASKED_TOO, LATER)).isInvalid("awaiting", "unknown-awaiting");
            caseFile.given(opened, asked, answered).when(receive(ASKED, LATER)).refuses("already-answered", LATER);
            caseFile.given(opened, asked).when(receive(ASKED, DAY.minusDays(1))).refuses("effective-before-previous", DAY);
            caseFile.given(opened, asked, closed).when(receive(ASKED, DAY)).refuses("case-file-closed", DAY);
        }
    }

    @Nested
    class Resolve {

        @Test
        void an_open_file_waiting_or_not_is_resolved() {
            caseFile.given(opened).when(resolve(CONVENIO, DAY)).records(resolved);
            caseFile.given(opened, asked).when(resolve(null, DAY)).records(new CaseFileResolved("Los vínculos quedaron restablecidos.", null, DAY));
        }

        @Test
        void by_an_agreement_that_there_is() {
            var unknown = new AgreementId(STRANGER);
            caseFile.given(opened).when(resolve(unknown, DAY)).isInvalid("agreement", "unknown-agreement", unknown);
        }

        @Test
        void once_unless_it_was_reopened() {
            caseFile.given(opened, resolved).when(resolve(CONVENIO, LATER)).refuses("case-file-resolved", DAY);
            caseFile.given(opened, closed).when(resolve(CONVENIO, LATER)).refuses("case-file-closed", DAY);
            caseFile.given(opened, resolved, reopened).when(resolve(CONVENIO, DAY)).records(resolved);
        }

        @Test
        void not_before_the_last_of_its_life() {
            caseFile.given(opened, closed, reopened).when(resolve(CONVENIO, DAY.minusDays(1))).refuses("effective-before-previous", DAY);
            caseFile.given(opened).when(resolve(CONVENIO, BEFORE)).refuses("effective-before-item");
        }
    }

    @Nested
    class Close {

        @Test
        void what_is_resolved_is_closed() {
            caseFile.given(opened, resolved).when(new CloseCaseFile(ID, DAY)).records(closed);
        }

        @Test
        void what_is_not_resolved_is_closed_on_grounds() {
            caseFile.given(opened).when(new CloseCaseFile(ID, DAY)).isInvalid("grounds", "grounds-required");
            caseFile.given(opened, asked).when(new CloseCaseFile(ID, DAY)).isInvalid("grounds", "grounds-required");
            caseFile.given(opened, resolved, reopened).when(new CloseCaseFile(ID, DAY)).isInvalid("grounds", "grounds-required");
            caseFile.given(opened, asked).when(new CloseCaseFile(ID, DAY), WITH_GROUNDS).records(closed);
        }

        @Test
        void once_and_not_before_the_last_of_its_life() {
            caseFile.given(opened, closed).when(new CloseCaseFile(ID, LATER), WITH_GROUNDS).refuses("case-file-closed", DAY);
            caseFile.given(opened, resolved).when(new CloseCaseFile(ID, DAY.minusDays(1))).refuses("effective-before-previous", DAY);
            caseFile.given(opened).when(new CloseCaseFile(ID, BEFORE), WITH_GROUNDS).refuses("effective-before-item");
        }
    }

    @Nested
    class Reopen {

        @Test
        void what_is_resolved_or_closed_is_reopened() {
            caseFile.given(opened, resolved).when(new ReopenCaseFile(ID, DAY)).records(reopened);
            caseFile.given(opened, closed).when(new ReopenCaseFile(ID, DAY)).records(reopened);
            caseFile.given(opened, resolved, closed).when(new ReopenCaseFile(ID, DAY)).records(reopened);
        }

        @Test
        void nothing_else_is() {
            caseFile.given(opened, asked).when(new ReopenCaseFile(ID, DAY)).refuses("case-file-open");
            caseFile.given(opened, closed, reopened).when(new ReopenCaseFile(ID, DAY)).refuses("case-file-open");
            caseFile.given(opened, closed).when(new ReopenCaseFile(ID, DAY.minusDays(1))).refuses("effective-before-previous", DAY);
            caseFile.given(opened, closed).when(new ReopenCaseFile(ID, BEFORE)).refuses("effective-before-item");
        }
    }

    private static AwaitInstitution await(UUID awaiting, InstitutionId institution, @Nullable LocalDate dueOn, LocalDate on) {
        return new AwaitInstitution(ID, awaiting, institution, "Que nombre a su nuevo enlace.", dueOn, on);
    }

    private static ReceiveAnswer receive(UUID awaiting, LocalDate on) {
        return new ReceiveAnswer(ID, awaiting, "Lo nombró.", null, on);
    }

    private static ResolveCaseFile resolve(@Nullable AgreementId agreement, LocalDate on) {
        return new ResolveCaseFile(ID, "Los vínculos quedaron restablecidos.", agreement, on);
    }
}
