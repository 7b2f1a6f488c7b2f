package constancia.command.casefiles;

import static constancia.command.casefiles.Known.*;
import static org.assertj.core.api.Assertions.assertThat;

import constancia.command.Fixtures;
import constancia.command.casefiles.CaseFileCommand.*;
import constancia.kernel.Event;
import constancia.kernel.actions.ActionId;
import constancia.kernel.agreements.AgreementId;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.casefiles.CaseFileEvent.*;
import constancia.kernel.casefiles.CaseFileId;
import constancia.kernel.casefiles.NoteKind;
import constancia.kernel.institutions.InstitutionId;
import constancia.kernel.meetings.MeetingId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The authorities of a ministry changed: what was agreed with the former ones is followed up with the new ones. */
class CaseFileTest {

    static final String TITLE = "Restablecer los vínculos con el Ministerio de Educación";
    static final LocalDate BEFORE = OPENED.minusDays(1);
    static final LocalDate DAY = OPENED.plusDays(10);
    static final LocalDate LATER = OPENED.plusDays(30);

    final Known known = new Known();
    final Fixtures<CaseFileShell> caseFile = Known.caseFiles(known);
    final Event opened = new CaseFileOpened(TITLE, null, TABLE, PROJECT, null, null, OPENED);

    @Nested
    class Open {

        @Test
        void a_matter_is_followed_from_now_on() {
            caseFile.given().when(new OpenCaseFile(ID, TITLE, null, TABLE, PROJECT, null, null, OPENED)).records(opened);
            assertThat(known.recorded()).containsExactly((CaseFileOpened) opened);
            caseFile.given(opened).when(open(null, null)).refuses("already-exists");
        }

        @Test
        void a_title_is_enough() {
            caseFile.given().when(open(null, null)).records(new CaseFileOpened(TITLE, null, null, null, null, null, OPENED));
        }

        @Test
        void in_a_body_and_under_a_coordinator_that_there_are() {
            var nobody = new InstitutionId(STRANGER);
            var nowhere = new BodyId(STRANGER);
            caseFile.given().when(open(nowhere, null)).isInvalid("body", "unknown-body", nowhere);
            caseFile.given().when(open(DISSOLVED, null)).isInvalid("body", "body-not-active", OPENED);
            caseFile.given().when(open(null, nobody)).isInvalid("coordinator", "unknown-institution", nobody);
            caseFile.given().when(new OpenCaseFile(ID, TITLE, null, null, ENDED, null, null, GONE)).isInvalid("coordinator", "institution-not-active", GONE);
        }

        @Test
        void nothing_is_on_record_of_it_before() {
            caseFile.given(opened).when(note("Tarde", BEFORE)).refuses("effective-before-item");
        }

        private OpenCaseFile open(@Nullable BodyId body, @Nullable InstitutionId coordinator) {
            return new OpenCaseFile(ID, TITLE, null, body, coordinator, null, null, OPENED);
        }
    }

    @Nested
    class Coordinate {

        @Test
        void another_institution_takes_over() {
            caseFile.given(opened).when(new AssignCoordinator(ID, CONGRESS, DAY)).records(new CoordinatorAssigned(CONGRESS, DAY));
            caseFile.given(opened, new CoordinatorAssigned(CONGRESS, DAY)).when(new AssignCoordinator(ID, PROJECT, LATER)).records(new CoordinatorAssigned(PROJECT, LATER));
        }

        @Test
        void not_the_one_that_coordinates_on_that_day() {
            caseFile.given(opened).when(new AssignCoordinator(ID, PROJECT, DAY)).refuses("already-coordinator");
            caseFile.given(opened, new CoordinatorAssigned(CONGRESS, LATER)).when(new AssignCoordinator(ID, CONGRESS, DAY)).records(new CoordinatorAssigned(CONGRESS, DAY));
            caseFile.given(new CaseFileOpened(TITLE, null, null, null, null, null, OPENED)).when(new AssignCoordinator(ID, PROJECT, DAY)).records(new CoordinatorAssigned(PROJECT, DAY));
        }

        @Test
        void one_that_there_is_and_not_in_a_closed_file() {
            var nobody = new InstitutionId(STRANGER);
            caseFile.given(opened).when(new AssignCoordinator(ID, nobody, DAY)).isInvalid("institution", "unknown-institution", nobody);
            caseFile.given(opened).when(new AssignCoordinator(ID, ENDED, GONE)).isInvalid("institution", "institution-not-active", GONE);
            caseFile.given(opened, new CaseFileClosed(DAY)).when(new AssignCoordinator(ID, CONGRESS, DAY)).refuses("case-file-closed", DAY);
        }
    }

    @Nested
    class Links {

        @Test
        void what_belongs_to_the_matter_is_linked() {
            caseFile.given(opened).when(link(CONVENIO, null, null, null, null)).records(new CaseFileLinked(CONVENIO, null, null, null, null, "Vincula a las instituciones.", DAY));
            caseFile.given(opened).when(link(null, ACTION, null, null, null)).records(new CaseFileLinked(null, ACTION, null, null, null, "Vincula a las instituciones.", DAY));
            caseFile.given(opened).when(link(null, null, MEETING, null, null)).records(new CaseFileLinked(null, null, MEETING, null, null, "Vincula a las instituciones.", DAY));
            caseFile.given(opened).when(link(null, null, null, SHA256, null)).records(new CaseFileLinked(null, null, null, SHA256, null, "Vincula a las instituciones.", DAY));
            caseFile.given(opened).when(link(null, null, null, null, OTHER)).records(new CaseFileLinked(null, null, null, null, OTHER, "Vincula a las instituciones.", DAY));
        }

        @Test
        void a_reason_may_be_left_out() {
            caseFile.given(opened).when(new LinkToCaseFile(ID, CONVENIO, null, null, null, null, null, DAY)).records(new CaseFileLinked(CONVENIO, null, null, null, null, null, DAY));
            caseFile.given(opened).when(new LinkToCaseFile(ID, CONVENIO, null, null, null, null, null, BEFORE)).refuses("effective-before-item");
        }

        @Test
        void one_at_a_time() {
            caseFile.given(opened).when(link(null, null, null, null, null)).isInvalid("agreement", "link-exactly-one");
            caseFile.given(opened).when(link(CONVENIO, ACTION, null, null, null)).isInvalid("agreement", "link-exactly-one");
            caseFile.given(opened).when(link(null, null, null, SHA256, OTHER)).isInvalid("agreement", "link-exactly-one");
        }

        @Test
        void what_there_is() {
            var agreement = new AgreementId(STRANGER);
            var action = new ActionId(STRANGER);
            var meeting = new MeetingId(STRANGER);
            var other = new CaseFileId(STRANGER);
            caseFile.given(opened).when(link(agreement, null, null, null, null)).isInvalid("agreement", "unknown-agreement", agreement);
            caseFile.given(opened).when(link(null, action, null, null, null)).isInvalid("action", "unknown-action", action);
            caseFile.given(opened).when(link(null, null, meeting, null, null)).isInvalid("meeting", "unknown-meeting", meeting);
            caseFile.given(opened).when(link(null, null, null, null, other)).isInvalid("caseFile", "unknown-case-file", other);
            caseFile.given(opened).when(link(null, null, null, null, ID)).isInvalid("caseFile", "links-itself");
        }

        @Test
        void the_same_only_once_whatever_the_reason() {
            caseFile.given(opened, new CaseFileLinked(CONVENIO, null, null, null, null, null, OPENED)).when(link(CONVENIO, null, null, null, null)).refuses("already-in-case-file");
            caseFile.given(opened, new CaseFileLinked(null, null, null, SHA256, null, "Acta", LATER)).when(link(null, null, null, SHA256, null)).refuses("already-in-case-file");
        }

        @Test
        void into_a_closed_file_only_what_belonged_to_it_before() {
            caseFile.given(opened, new CaseFileClosed(DAY)).when(link(CONVENIO, null, null, null, null)).refuses("case-file-closed", DAY);
            caseFile.given(opened, new CaseFileClosed(LATER)).when(link(CONVENIO, null, null, null, null))
                    .records(new CaseFileLinked(CONVENIO, null, null, null, null, "Vincula a las instituciones.", DAY));
        }

        private LinkToCaseFile link(@Nullable AgreementId agreement, @Nullable ActionId action, @Nullable MeetingId meeting, @Nullable String document,
                                    @Nullable CaseFileId other) {
            return new LinkToCaseFile(ID, agreement, action, meeting, document, other, "Vincula a las instituciones.", DAY);
        }
    }

    @Nested
    class Notes {

        @Test
        void a_note_is_taken() {
            caseFile.given(opened).when(note("Rumores en los medios escritos y hablados.", DAY))
                    .records(new NoteTaken(NoteKind.NOTE, "Rumores en los medios escritos y hablados.", List.of(), null, DAY));
        }

        @Test
        void an_aide_memoire_says_with_whom_and_when() {
            caseFile.given(opened).when(aideMemoire(List.of(MINEDUC, CONGRESS), BEFORE)).records(new NoteTaken(NoteKind.AIDE_MEMOIRE, "Contacto", List.of(MINEDUC, CONGRESS), BEFORE, DAY));
            caseFile.given(opened).when(aideMemoire(List.of(), DAY)).isInvalid("with", "required");
            caseFile.given(opened).when(aideMemoire(null, DAY)).isInvalid("with", "required");
            caseFile.given(opened).when(aideMemoire(List.of(MINEDUC), null)).isInvalid("heldOn", "required");
            caseFile.given(opened).when(aideMemoire(List.of(MINEDUC), DAY.plusDays(1))).isInvalid("heldOn", "held-after-effective", DAY);
        }

        @Test
        void the_institutions_of_a_contact_are_named_once_and_were_there_on_its_day() {
            var nobody = new InstitutionId(STRANGER);
            caseFile.given(opened).when(aideMemoire(List.of(MINEDUC, MINEDUC), DAY)).isInvalid("with/1", "contact-named-twice");
            caseFile.given(opened).when(aideMemoire(List.of(MINEDUC, nobody), DAY)).isInvalid("with/1", "unknown-institution", nobody);
            caseFile.given(opened).when(new NoteInCaseFile(ID, NoteKind.AIDE_MEMOIRE, "Contacto", List.of(ENDED), GONE, LATER)).isInvalid("with/0", "institution-not-active", GONE);
            caseFile.given(opened).when(new NoteInCaseFile(ID, NoteKind.AIDE_MEMOIRE, "Contacto", List.of(ENDED), DAY, LATER))
                    .records(new NoteTaken(NoteKind.AIDE_MEMOIRE, "Contacto", List.of(ENDED), DAY, LATER));
        }

        @Test
        void a_note_tells_of_no_contact() {
            caseFile.given(opened).when(new NoteInCaseFile(ID, NoteKind.NOTE, "Nota", List.of(MINEDUC), null, DAY)).isInvalid("with", "only-in-aide-memoire");
            caseFile.given(opened).when(new NoteInCaseFile(ID, NoteKind.NOTE, "Nota", null, DAY, DAY)).isInvalid("heldOn", "only-in-aide-memoire");
        }

        @Test
        void what_was_noted_before_the_file_was_closed_may_still_be_entered() {
            caseFile.given(opened, new CaseFileClosed(DAY)).when(note("Tarde", DAY)).refuses("case-file-closed", DAY);
            caseFile.given(opened, new CaseFileClosed(DAY)).when(note("A tiempo", DAY.minusDays(1)))
                    .records(new NoteTaken(NoteKind.NOTE, "A tiempo", List.of(), null, DAY.minusDays(1)));
        }

        private NoteInCaseFile aideMemoire(@Nullable List<InstitutionId> with, @Nullable LocalDate heldOn) {
            return new NoteInCaseFile(ID, NoteKind.AIDE_MEMOIRE, "Contacto", with, heldOn, DAY);
        }
    }

    private static NoteInCaseFile note(String text, LocalDate on) {
        return new NoteInCaseFile(ID, NoteKind.NOTE, text, null, null, on);
    }
}
