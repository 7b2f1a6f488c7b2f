package constancia.query.casefiles;

import static org.assertj.core.api.Assertions.assertThat;

import constancia.kernel.ItemId;
import constancia.kernel.Recorded;
import constancia.kernel.actions.ActionId;
import constancia.kernel.agreements.AgreementId;
import constancia.kernel.bodies.BodyEvent.BodyEstablished;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.bodies.BodyKind;
import constancia.kernel.casefiles.CaseFileEvent;
import constancia.kernel.casefiles.CaseFileEvent.*;
import constancia.kernel.casefiles.CaseFileId;
import constancia.kernel.casefiles.LetterDirection;
import constancia.kernel.casefiles.NoteKind;
import constancia.kernel.institutions.InstitutionId;
import constancia.kernel.meetings.MeetingId;
import constancia.kernel.rights.Authority;
import constancia.query.Reader;
import constancia.query.TestTables;
import constancia.query.bodies.BodiesTable;
import constancia.query.bodies.BodyView;
import constancia.query.casefiles.CaseFilesList.Filter;
import constancia.query.history.Names.BodyName;
import constancia.query.history.Names.CaseFileName;
import constancia.query.history.Names.InstitutionName;
import constancia.query.tables.Facts;
import constancia.query.tables.PageRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CaseFilesTableTest {

    static final Reader READER = new Reader(Authority.administrator("admin"));
    static final BodyId TABLE = new BodyId(new UUID(1, 1));
    static final InstitutionId MINEDUC = new InstitutionId(new UUID(2, 1));
    static final InstitutionId PROJECT = new InstitutionId(new UUID(2, 2));
    static final AgreementId LINKED = new AgreementId(new UUID(3, 1));
    static final AgreementId RESOLVING = new AgreementId(new UUID(3, 2));
    static final ActionId ACTION = new ActionId(new UUID(3, 3));
    static final MeetingId MEETING = new MeetingId(new UUID(3, 4));
    static final String SHA256 = "a".repeat(64);
    static final LocalDate OPENED = LocalDate.of(2011, 2, 1);
    static final LocalDate DAY = OPENED.plusDays(9);
    static final LocalDate DUE = OPENED.plusDays(28);
    static final UUID WAITING = new UUID(5, 1);
    static final UUID RESOLVED = new UUID(5, 2);
    static final UUID CLOSED = new UUID(5, 3);
    static final Filter ALL = new Filter(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), null, List.of(), null, List.of(), null, null);

    final TestTables tables = TestTables.of("V2__institutions", "V3__bodies", "V8__case_files", "V31_3__correspondence", "V42_1__stages");
    final CaseFilesTable table = new CaseFilesTable();
    final CaseFilesList list = new CaseFilesList(tables.client());

    final Facts<CaseFileFacts> waiting = caseFile(WAITING, new CaseFileOpened("Vínculos con el Ministerio", "Cambio de autoridades.", TABLE, PROJECT, null, null, OPENED),
            new CaseFileLinked(LINKED, null, null, null, null, "Vincula a las instituciones.", DAY), new CaseFileLinked(null, ACTION, null, null, null, null, DAY),
            new CaseFileLinked(null, null, MEETING, null, null, null, DAY), new CaseFileLinked(null, null, null, SHA256, null, null, DAY),
            new NoteTaken(NoteKind.AIDE_MEMOIRE, "Se mantiene el compromiso.", List.of(MINEDUC), DAY, DAY),
            new AnswerAwaited(new UUID(4, 1), MINEDUC, "Que nombre a su enlace.", DUE.plusDays(1), DAY), new AnswerAwaited(new UUID(4, 2), MINEDUC, "Que confirme.", DUE, DAY),
            new AnswerAwaited(new UUID(4, 3), PROJECT, "Que informe.", DAY, DAY), new AnswerReceived(new UUID(4, 3), "Informó.", null, DAY));
    final Facts<CaseFileFacts> resolved = caseFile(RESOLVED, new CaseFileOpened("Becas", null, null, null, null, null, OPENED.plusDays(1)),
            new CaseFileLinked(null, null, null, null, new CaseFileId(WAITING), null, DAY), new CaseFileResolved("Se aprobaron.", RESOLVING, DAY));
    final Facts<CaseFileFacts> closed = caseFile(CLOSED, new CaseFileOpened("Agua", null, null, MINEDUC, null, null, OPENED), new CaseFileResolved("Sin efecto.", RESOLVING, DAY),
            new CaseFileReopened(DAY), new CaseFileClosed(DUE));

    @BeforeEach
    void write() {
        var view = new BodyView();
        var established = new BodyEstablished("Mesa de diálogo", "MESA", BodyKind.TABLE, null, OPENED);
        new BodiesTable().write(tables.db(), List.of(new Facts<>(TABLE.value(), 1, 1, view.evolve(view.nothing(), new Recorded<>(1, established, TestTables.BY)))));
        table.write(tables.db(), List.of(waiting, resolved, closed));
    }

    @Test
    void writing_the_same_again_changes_nothing() {
        var before = tables.rows("case_files", "case_file_links", "case_file_awaitings");
        table.write(tables.db(), List.of(waiting, resolved, closed));
        assertThat(tables.rows("case_files", "case_file_links", "case_file_awaitings")).isEqualTo(before).hasSize(3 + 5 + 3);
    }

    @Test
    void what_is_no_longer_linked_or_waited_for_leaves_the_tables() {
        table.write(tables.db(), List.of(new Facts<>(WAITING, waiting.version() + 1, 99, resolved.facts())));
        assertThat(tables.rows("case_file_links")).hasSize(2);
        assertThat(tables.rows("case_file_awaitings")).isEmpty();
    }

    @Test
    void case_files_are_listed_by_the_day_on_which_they_were_opened() {
        assertThat(list.page(READER, ALL, DUE, "openedOn", PageRequest.FIRST).items()).containsExactly(
                new CaseFilesList.Row(WAITING, 10, "waiting", "Vínculos con el Ministerio", new BodyName(TABLE, "MESA", "Mesa de diálogo"),
                        new InstitutionName(PROJECT, null, null), 2, DUE, OPENED, null, null, null, null, null, null, null, false),
                new CaseFilesList.Row(CLOSED, 4, "closed", "Agua", null, new InstitutionName(MINEDUC, null, null), 0, null, OPENED, null, DUE, null, null, null, null, null, false),
                new CaseFilesList.Row(RESOLVED, 3, "resolved", "Becas", null, null, 0, null, OPENED.plusDays(1), DAY, null, null, null, null, null, null, false));
        assertThat(sorted("title", false)).containsExactly(CLOSED, RESOLVED, WAITING);
        assertThat(sorted("title", true)).containsExactly(WAITING, RESOLVED, CLOSED);
        assertThat(sorted("dueOn", false)).startsWith(WAITING);
    }

    @Test
    void filters_narrow_the_list() {
        assertThat(by("body", TABLE)).containsExactly(WAITING);
        assertThat(by("coordinator", MINEDUC)).containsExactly(CLOSED);
        assertThat(by(List.of("waiting", "closed"), List.of(), null)).containsExactly(WAITING, CLOSED);
        assertThat(by("awaiting", MINEDUC)).containsExactly(WAITING);
        assertThat(by("awaiting", PROJECT)).isEmpty();
        assertThat(by(List.of(), List.of(), "MANTIENE")).containsExactly(WAITING);
        assertThat(by(List.of(), List.of(), "aprobaron")).containsExactly(RESOLVED);
        assertThat(by(List.of(), List.of(), "nada")).isEmpty();
    }

    @Test
    void answers_that_are_overdue_narrow_it_as_well() {
        assertThat(overdue(true, DUE.plusDays(1))).containsExactly(WAITING);
        assertThat(overdue(true, DUE)).isEmpty();
        assertThat(overdue(false, DUE.plusDays(1))).containsExactly(CLOSED, RESOLVED);
    }

    @Test
    void the_kind_of_a_matter_whom_it_concerns_and_its_stage_are_listed_and_narrow_it() {
        table.write(tables.db(), List.of(caseFile(RESOLVED, new CaseFileOpened("Becas", null, null, null, "denuncia", List.of(MINEDUC, PROJECT), OPENED),
                new StageEntered("Recepción", null, null, OPENED), new StageEntered("Opinión jurídica", MINEDUC, DUE, DAY))));
        var row = list.page(READER, ALL, DUE.plusDays(1), "stageDueOn", PageRequest.FIRST).items().getFirst();
        assertThat(row).isEqualTo(new CaseFilesList.Row(RESOLVED, 3, "open", "Becas", null, null, 0, null, OPENED, null, null, "denuncia", "Opinión jurídica",
                new InstitutionName(MINEDUC, null, null), DAY, DUE, true));
        assertThat(staged(List.of(PROJECT.value()), null, List.of(), null, DUE)).containsExactly(RESOLVED);
        assertThat(staged(List.of(TABLE.value()), null, List.of(), null, DUE)).isEmpty();
        assertThat(staged(List.of(), "opinión JURÍDICA", List.of(), null, DUE)).containsExactly(RESOLVED);
        assertThat(staged(List.of(), "Recepción", List.of(), null, DUE)).isEmpty();
        assertThat(staged(List.of(), null, List.of(MINEDUC.value()), null, DUE)).containsExactly(RESOLVED);
        assertThat(staged(List.of(), null, List.of(), true, DUE)).isEmpty();
        assertThat(staged(List.of(), null, List.of(), true, DUE.plusDays(1))).containsExactly(RESOLVED);
        assertThat(by(List.of(), List.of(), "juridica")).containsExactly(RESOLVED);
        table.write(tables.db(), List.of(caseFile(RESOLVED, new CaseFileOpened("Becas", null, null, null, null, null, OPENED), new StageEntered("Recepción", null, null, OPENED),
                new CaseFileClosed(DAY))));
        assertThat(staged(List.of(), "Recepción", List.of(), null, DUE)).as("a file that is closed is in no stage").isEmpty();
    }

    private List<UUID> staged(List<UUID> party, @Nullable String stage, List<UUID> stageOf, @Nullable Boolean stageOverdue, LocalDate today) {
        var filter = new Filter(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), null, party, stage, stageOf, stageOverdue, null);
        return list.page(READER, filter, today, "openedOn", PageRequest.FIRST).items().stream().map(CaseFilesList.Row::id).toList();
    }

    private List<UUID> overdue(boolean overdue, LocalDate today) {
        var filter = new Filter(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), overdue, List.of(), null, List.of(), null, null);
        return list.page(READER, filter, today, "openedOn", PageRequest.FIRST).items().stream().map(CaseFilesList.Row::id).toList();
    }

    @Test
    void letters_are_listed_with_who_has_them_and_which_are_late() {
        var letter = new UUID(6, 1);
        var answered = new UUID(6, 2);
        table.write(tables.db(), List.of(caseFile(RESOLVED, new CaseFileOpened("Becas", null, null, null, null, null, OPENED),
                new CorrespondenceRecorded(letter, LetterDirection.INCOMING, MINEDUC, "MINED-12", "Sobre el enlace", null, MINEDUC, DUE, OPENED),
                new CorrespondenceForwarded(letter, PROJECT, null, DAY),
                new CorrespondenceRecorded(answered, LetterDirection.OUTGOING, PROJECT, null, "Convocatoria", null, MINEDUC, DAY, DAY), new CorrespondenceSettled(answered, null, DAY))));
        var letters = new CorrespondenceList(tables.client());
        var all = letters.page(READER, letters(List.of(), List.of(), null, null, null), DUE, "on", PageRequest.FIRST).items();
        assertThat(all).containsExactly(
                new CorrespondenceList.Row(letter, new CaseFileName(new CaseFileId(RESOLVED), "Becas"), "incoming", new InstitutionName(MINEDUC, null, null), "MINED-12", "Sobre el enlace",
                        OPENED, DUE, false, new InstitutionName(PROJECT, null, null), DAY, 19, null),
                new CorrespondenceList.Row(answered, new CaseFileName(new CaseFileId(RESOLVED), "Becas"), "outgoing", new InstitutionName(PROJECT, null, null), null, "Convocatoria",
                        DAY, DAY, false, null, null, null, DAY));
        assertThat(ids(letters, letters(List.of(MINEDUC.value()), List.of(), null, null, null), DUE)).containsExactly(letter);
        assertThat(ids(letters, letters(List.of(), List.of(PROJECT.value()), null, null, null), DUE)).containsExactly(letter);
        assertThat(ids(letters, letters(List.of(), List.of(MINEDUC.value()), null, null, null), DUE)).isEmpty();
        assertThat(ids(letters, letters(List.of(), List.of(), true, null, null), DUE)).containsExactly(answered);
        assertThat(ids(letters, letters(List.of(), List.of(), null, true, null), DUE)).isEmpty();
        assertThat(ids(letters, letters(List.of(), List.of(), null, true, null), DUE.plusDays(1))).containsExactly(letter);
        assertThat(ids(letters, letters(List.of(), List.of(), null, false, null), DUE.plusDays(1))).containsExactly(answered);
        assertThat(ids(letters, letters(List.of(), List.of(), null, null, "mined-12"), DUE)).containsExactly(letter);
        assertThat(by(List.of(), List.of(), "convocatoria")).containsExactly(RESOLVED);
        table.write(tables.db(), List.of(new Facts<>(RESOLVED, 99, 99, resolved.facts())));
        assertThat(tables.rows("correspondence")).isEmpty();
    }

    private static CorrespondenceList.Filter letters(List<UUID> institution, List<UUID> heldBy, @Nullable Boolean settled, @Nullable Boolean overdue, @Nullable String q) {
        return new CorrespondenceList.Filter(List.of(RESOLVED), institution, heldBy, List.of("incoming", "outgoing"), settled, overdue, q);
    }

    private static List<UUID> ids(CorrespondenceList letters, CorrespondenceList.Filter filter, LocalDate today) {
        return letters.page(READER, filter, today, "heldSince", PageRequest.FIRST).items().stream().map(CorrespondenceList.Row::id).toList();
    }

    @Test
    void a_case_file_is_found_by_whatever_belongs_to_it() {
        assertThat(by("agreement", LINKED)).containsExactly(WAITING);
        assertThat(by("agreement", RESOLVING)).as("not one that was reopened since").containsExactly(RESOLVED);
        assertThat(by("action", ACTION)).containsExactly(WAITING);
        assertThat(by("meeting", MEETING)).containsExactly(WAITING);
        assertThat(by("caseFile", new CaseFileId(WAITING))).containsExactly(RESOLVED);
        assertThat(by(List.of(), List.of(SHA256), null)).containsExactly(WAITING);
        assertThat(by(List.of(), List.of("b".repeat(64)), null)).isEmpty();
    }

    @Test
    void pages_follow_each_other_without_gaps_or_repetitions() {
        var found = new ArrayList<UUID>();
        var page = list.page(READER, ALL, DUE, "openedOn", new PageRequest(null, 1, false));
        while (true) {
            page.items().forEach(row -> found.add(row.id()));
            assertThat(page.total()).isEqualTo(3);
            if (page.next() == null) {
                break;
            }
            page = list.page(READER, ALL, DUE, "openedOn", new PageRequest(page.next(), 1, false));
        }
        assertThat(found).containsExactly(WAITING, CLOSED, RESOLVED);
    }

    private List<UUID> sorted(String sort, boolean descending) {
        return list.page(READER, ALL, DUE, sort, new PageRequest(null, 50, descending)).items().stream().map(CaseFilesList.Row::id).toList();
    }

    /** By one filter that takes ids. */
    private List<UUID> by(String filter, ItemId id) {
        return found(new Filter(only("body", filter, id), only("coordinator", filter, id), List.of(), only("agreement", filter, id), only("action", filter, id),
                only("meeting", filter, id), only("caseFile", filter, id), List.of(), only("awaiting", filter, id), null, List.of(), null, List.of(), null, null));
    }

    private static List<UUID> only(String one, String filter, ItemId id) {
        return one.equals(filter) ? List.of(id.value()) : List.of();
    }

    private List<UUID> by(List<String> status, List<String> document, @Nullable String q) {
        return found(new Filter(List.of(), List.of(), status, List.of(), List.of(), List.of(), List.of(), document, List.of(), null, List.of(), null, List.of(), null, q));
    }

    private List<UUID> found(Filter filter) {
        return list.page(READER, filter, DUE, "openedOn", PageRequest.FIRST).items().stream().map(CaseFilesList.Row::id).toList();
    }

    private static Facts<CaseFileFacts> caseFile(UUID id, CaseFileEvent... events) {
        var view = new CaseFileView();
        var facts = view.nothing();
        for (var record : CaseFileHistories.recorded(List.of(events))) {
            facts = view.evolve(facts, record);
        }
        return new Facts<>(id, events.length, events.length, facts);
    }
}
