package constancia.query.casefiles;

import static org.assertj.core.api.Assertions.assertThat;

import constancia.kernel.Recorded;
import constancia.kernel.actions.ActionId;
import constancia.kernel.agreements.AgreementId;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.casefiles.CaseFileEvent;
import constancia.kernel.casefiles.CaseFileEvent.*;
import constancia.kernel.casefiles.CaseFileId;
import constancia.kernel.casefiles.CaseFileStatus;
import constancia.kernel.casefiles.LetterDirection;
import constancia.kernel.casefiles.NoteKind;
import constancia.kernel.institutions.InstitutionId;
import constancia.kernel.meetings.MeetingId;
import constancia.kernel.reserve.ItemClass;
import constancia.query.casefiles.CaseFileItem.*;
import constancia.query.history.Label;
import constancia.query.history.Names;
import constancia.query.history.Names.*;
import constancia.query.history.Summaries;
import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

class CaseFileViewTest {

    static final BodyId TABLE = new BodyId(new UUID(1, 1));
    static final InstitutionId MINEDUC = new InstitutionId(new UUID(1, 2));
    static final InstitutionId PROJECT = new InstitutionId(new UUID(1, 3));
    static final AgreementId CONVENIO = new AgreementId(new UUID(1, 4));
    static final ActionId ACTION = new ActionId(new UUID(1, 5));
    static final MeetingId MEETING = new MeetingId(new UUID(1, 6));
    static final CaseFileId OTHER = new CaseFileId(new UUID(1, 7));
    static final UUID ASKED = new UUID(1, 8);
    static final String SHA256 = "a".repeat(64);
    static final LocalDate OPENED = LocalDate.of(2011, 2, 1);
    static final LocalDate DAY = OPENED.plusDays(9);
    static final LocalDate DUE = OPENED.plusDays(28);
    static final LocalDate LATER = OPENED.plusDays(40);
    static final InstitutionName MINISTRY = new InstitutionName(MINEDUC, "MINEDUC", "Ministerio de Educación");
    static final InstitutionName COORDINATOR = new InstitutionName(PROJECT, null, "Proyecto de Diálogo");

    final CaseFileView view = new CaseFileView();
    final Names names = names();
    final CaseFileEvent opened = new CaseFileOpened("Vínculos con el Ministerio", "Cambio de autoridades.", TABLE, PROJECT, null, null, OPENED);
    final CaseFileEvent asked = new AnswerAwaited(ASKED, MINEDUC, "Que nombre a su enlace.", DUE, DAY);
    final CaseFileEvent answered = new AnswerReceived(ASKED, "Lo nombró.", SHA256, LATER);
    final CaseFileEvent resolved = new CaseFileResolved("Restablecidos.", CONVENIO, LATER);

    @Test
    void a_case_file_is_opened_with_its_coordinator() {
        assertThat(answer(DAY, opened)).isEqualTo(new CaseFileItem(CaseFileStatus.OPEN, "Vínculos con el Ministerio", "Cambio de autoridades.",
                new BodyName(TABLE, "MESA", "Mesa"), COORDINATOR, List.of(), List.of(), List.of(), List.of(), null, OPENED, null, List.of(), null, List.of(), null, List.of(), ItemClass.PUBLIC, null));
    }

    @Test
    void a_case_file_goes_from_stage_to_stage_each_with_its_turn_and_its_days() {
        var concerned = new CaseFileOpened("Denuncia", null, null, null, "denuncia", List.of(MINEDUC), OPENED);
        var first = new StageEntered("Recepción", null, null, OPENED.plusDays(1));
        var second = new StageEntered("Opinión jurídica", MINEDUC, OPENED.plusDays(9), OPENED.plusDays(4));
        assertThat(answer(OPENED, concerned).stage()).isNull();
        var late = answer(OPENED.plusDays(10), concerned, first, second);
        assertThat(late.kind()).isEqualTo("denuncia");
        assertThat(late.parties()).containsExactly(MINISTRY);
        assertThat(late.stage()).isEqualTo("Opinión jurídica");
        assertThat(late.stages()).containsExactly(new StageShown("Recepción", null, OPENED.plusDays(1), OPENED.plusDays(4), 3, null, false),
                new StageShown("Opinión jurídica", MINISTRY, OPENED.plusDays(4), null, 6, OPENED.plusDays(9), true));
        assertThat(answer(OPENED.plusDays(9), concerned, first, second).stages().getLast().overdue()).isFalse();
        assertThat(answer(OPENED.plusDays(12), concerned, first, second, new CaseFileResolved("Resuelto.", null, OPENED.plusDays(8))).stages().getLast().overdue()).isFalse();
        var closed = answer(OPENED.plusDays(30), concerned, first, second, new CaseFileClosed(OPENED.plusDays(20)));
        assertThat(closed.stage()).isNull();
        assertThat(closed.stages().getLast()).isEqualTo(new StageShown("Opinión jurídica", MINISTRY, OPENED.plusDays(4), OPENED.plusDays(20), 16, OPENED.plusDays(9), false));
        assertThat(answer(OPENED.plusDays(30), concerned, first, second, new CaseFileClosed(OPENED.plusDays(20)), new CaseFileReopened(OPENED.plusDays(25))).stage())
                .isEqualTo("Opinión jurídica");
    }

    @Test
    void a_letter_shows_who_has_it_for_how_long_and_who_had_it() {
        var received = new CorrespondenceRecorded(ASKED, LetterDirection.INCOMING, MINEDUC, "MINED-12", "Enlace", SHA256, PROJECT, OPENED.plusDays(4), OPENED.plusDays(1));
        var forwarded = new CorrespondenceForwarded(ASKED, MINEDUC, "Para aclarar.", OPENED.plusDays(6));
        var held = answer(OPENED.plusDays(5), opened, received).correspondence().getFirst();
        assertThat(held).isEqualTo(new Corresponded(ASKED, LetterDirection.INCOMING, MINISTRY, "MINED-12", "Enlace", OPENED.plusDays(1), SHA256, OPENED.plusDays(4), true,
                COORDINATOR, OPENED.plusDays(1), 4, List.of(new Stay(COORDINATOR, OPENED.plusDays(1), null, 4, null)), null, null));
        var settled = answer(OPENED.plusDays(30), opened, received, forwarded, new CorrespondenceSettled(ASKED, "Se respondió.", OPENED.plusDays(8))).correspondence().getFirst();
        assertThat(settled.route()).containsExactly(new Stay(COORDINATOR, OPENED.plusDays(1), OPENED.plusDays(6), 5, null),
                new Stay(MINISTRY, OPENED.plusDays(6), OPENED.plusDays(8), 2, "Para aclarar."));
        assertThat(settled.heldBy()).isNull();
        assertThat(settled.overdue()).isFalse();
        assertThat(settled.settlement()).isEqualTo("Se respondió.");
        var nobodys = new CorrespondenceRecorded(ASKED, LetterDirection.OUTGOING, MINEDUC, null, "Nota", null, null, null, OPENED);
        assertThat(answer(OPENED, opened, nobodys).correspondence().getFirst().route()).isEmpty();
        assertThat(answer(OPENED.plusDays(9), opened, nobodys, forwarded).correspondence().getFirst().daysHeld()).isEqualTo(3);
    }

    @Test
    void it_shows_who_coordinates_it_and_who_did() {
        var item = answer(LATER, opened, new CoordinatorAssigned(MINEDUC, LATER), new CoordinatorAssigned(PROJECT, DAY));
        assertThat(item.coordinator()).isEqualTo(MINISTRY);
        assertThat(item.formerCoordinators()).containsExactly(new Former(COORDINATOR, DAY), new Former(COORDINATOR, LATER));
    }

    @Test
    void what_it_is_linked_to_is_shown_by_its_name_and_in_the_order_of_its_days() {
        var item = answer(LATER, opened, new CaseFileLinked(CONVENIO, null, null, null, null, "Vincula a las instituciones.", LATER),
                new CaseFileLinked(null, ACTION, null, null, null, null, DAY), new CaseFileLinked(null, null, MEETING, null, null, null, DAY),
                new CaseFileLinked(null, null, null, SHA256, null, null, DAY), new CaseFileLinked(null, null, null, null, OTHER, null, DAY));
        assertThat(item.links()).containsExactly(new Linked(null, new ActionName(ACTION, "Acción"), null, null, null, null, DAY),
                new Linked(null, null, new MeetingName(MEETING, new BodyName(TABLE, "MESA", "Mesa")), null, null, null, DAY),
                new Linked(null, null, null, SHA256, null, null, DAY), new Linked(null, null, null, null, new CaseFileName(OTHER, "Otro"), null, DAY),
                new Linked(new AgreementName(CONVENIO, "INS-2010-0001"), null, null, null, null, "Vincula a las instituciones.", LATER));
    }

    @Test
    void its_log_keeps_notes_and_aide_memoires() {
        var item = answer(LATER, opened, new NoteTaken(NoteKind.AIDE_MEMOIRE, "Se mantiene el compromiso.", List.of(MINEDUC), DAY, LATER),
                new NoteTaken(NoteKind.NOTE, "Rumores.", List.of(), null, DAY));
        assertThat(item.notes()).containsExactly(new Noted(NoteKind.NOTE, "Rumores.", List.of(), null, DAY),
                new Noted(NoteKind.AIDE_MEMOIRE, "Se mantiene el compromiso.", List.of(MINISTRY), DAY, LATER));
    }

    @Test
    void it_waits_until_the_answer_came_and_says_when_that_is_late() {
        var waiting = answer(DUE, opened, asked);
        assertThat(waiting.status()).isEqualTo(CaseFileStatus.WAITING);
        assertThat(waiting.awaiting()).containsExactly(new Awaited(ASKED, MINISTRY, "Que nombre a su enlace.", DAY, DUE, false, null, null, null));
        assertThat(answer(DUE.plusDays(1), opened, asked).awaiting().getFirst().overdue()).isTrue();
        var over = answer(LATER, opened, asked, answered);
        assertThat(over.status()).isEqualTo(CaseFileStatus.OPEN);
        assertThat(over.awaiting()).containsExactly(new Awaited(ASKED, MINISTRY, "Que nombre a su enlace.", DAY, DUE, false, LATER, "Lo nombró.", SHA256));
    }

    @Test
    void resolved_closed_and_reopened() {
        var file = answer(LATER, opened, asked, resolved);
        assertThat(file.status()).isEqualTo(CaseFileStatus.RESOLVED);
        assertThat(file.resolution()).isEqualTo(new Resolution("Restablecidos.", new AgreementName(CONVENIO, "INS-2010-0001"), LATER));
        var closed = answer(LATER, opened, asked, resolved, new CaseFileClosed(LATER));
        assertThat(closed.status()).isEqualTo(CaseFileStatus.CLOSED);
        assertThat(closed.closedOn()).isEqualTo(LATER);
        assertThat(closed.resolution()).isNotNull();
        var reopened = answer(LATER, opened, asked, resolved, new CaseFileClosed(LATER), new CaseFileReopened(LATER));
        assertThat(reopened.status()).isEqualTo(CaseFileStatus.WAITING);
        assertThat(reopened.closedOn()).isNull();
        assertThat(reopened.resolution()).isNull();
        assertThat(answer(LATER, opened, new CaseFileClosed(LATER)).resolution()).isNull();
        assertThat(answer(LATER, opened, resolved, new CaseFileReopened(LATER), new CaseFileClosed(LATER)).resolution()).isNull();
    }

    @Test
    void others_call_it_by_its_title() {
        assertThat(view.label(fold(CaseFileHistories.recorded(List.of(opened))))).isEqualTo(new Label(null, "Vínculos con el Ministerio", null));
    }

    @Test
    void both_orders_give_the_same_facts() {
        for (long seed = 0; seed < 300; seed++) {
            var ledger = CaseFileHistories.random(seed);
            var effective = ledger.stream().sorted(Comparator.<Recorded<CaseFileEvent>, LocalDate>comparing(Recorded::effectiveOn).thenComparing(Recorded::n)).toList();
            assertThat(fold(effective)).as("history %d", seed).isEqualTo(fold(ledger));
        }
    }

    @Test
    void every_record_is_told_in_a_sentence() {
        BiFunction<CaseFileEvent, String, String> told = (event, language) -> new Summaries().of(view, event, names, Locale.of(language));
        assertThat(told.apply(opened, "es")).isEqualTo("Se abrió el expediente «Vínculos con el Ministerio».");
        assertThat(told.apply(opened, "en")).isEqualTo("The case file “Vínculos con el Ministerio” was opened.");
        assertThat(told.apply(new CoordinatorAssigned(PROJECT, DAY), "es")).isEqualTo("Se encargó la coordinación del expediente a Proyecto de Diálogo.");
        assertThat(told.apply(new CaseFileLinked(CONVENIO, null, null, null, null, null, DAY), "es")).isEqualTo("Se vinculó al expediente el acuerdo INS-2010-0001.");
        assertThat(told.apply(new CaseFileLinked(null, ACTION, null, null, null, null, DAY), "en")).isEqualTo("The action “Acción” was linked to the case file.");
        assertThat(told.apply(new CaseFileLinked(null, null, MEETING, null, null, null, DAY), "es")).isEqualTo("Se vinculó al expediente una reunión de Mesa.");
        assertThat(told.apply(new CaseFileLinked(null, null, null, SHA256, null, null, DAY), "en")).isEqualTo("A document was linked to the case file.");
        assertThat(told.apply(new CaseFileLinked(null, null, null, null, OTHER, null, DAY), "es")).isEqualTo("Se vinculó al expediente el expediente «Otro».");
        assertThat(told.apply(new NoteTaken(NoteKind.NOTE, "Rumores.", List.of(), null, DAY), "es")).isEqualTo("Se agregó al expediente una nota.");
        assertThat(told.apply(new NoteTaken(NoteKind.AIDE_MEMOIRE, "Sí.", List.of(MINEDUC, PROJECT), DAY, LATER), "es"))
                .isEqualTo("Se agregó al expediente la ayuda memoria del contacto con MINEDUC, Proyecto de Diálogo del 2011-02-10.");
        assertThat(told.apply(asked, "es")).isEqualTo("El expediente espera la respuesta de MINEDUC hasta el 2011-03-01.");
        assertThat(told.apply(new AnswerAwaited(ASKED, MINEDUC, "Que conteste.", null, DAY), "en")).isEqualTo("The case file awaits an answer from MINEDUC.");
        assertThat(told.apply(answered, "es")).isEqualTo("Se recibió una respuesta que el expediente esperaba.");
        assertThat(told.apply(resolved, "es")).isEqualTo("El expediente se resolvió.");
        assertThat(told.apply(new CaseFileClosed(DAY), "en")).isEqualTo("The case file was closed.");
        assertThat(told.apply(new CaseFileReopened(DAY), "es")).isEqualTo("El expediente se reabrió.");
    }

    private CaseFileItem answer(LocalDate on, CaseFileEvent... events) {
        return (CaseFileItem) view.answer(fold(CaseFileHistories.recorded(List.of(events))), on, names);
    }

    private CaseFileFacts fold(List<Recorded<CaseFileEvent>> records) {
        var facts = view.nothing();
        for (var record : records) {
            facts = view.evolve(facts, record);
        }
        return facts;
    }

    private static Names names() {
        var table = new BodyName(TABLE, "MESA", "Mesa");
        return (Names) Proxy.newProxyInstance(CaseFileViewTest.class.getClassLoader(), new Class<?>[] {Names.class}, (_, method, args) ->
                args[0] == null ? null : switch (method.getName()) {
                    case "institution" -> args[0].equals(MINEDUC) ? MINISTRY : COORDINATOR;
                    case "body" -> table;
                    case "agreement" -> new AgreementName(CONVENIO, "INS-2010-0001");
                    case "action" -> new ActionName(ACTION, "Acción");
                    case "meeting" -> new MeetingName(MEETING, table);
                    case "caseFile" -> new CaseFileName(OTHER, "Otro");
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
