package constancia.query.institutions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import constancia.kernel.Recorded;
import constancia.kernel.bodies.TermStatus;
import constancia.kernel.institutions.Capacity;
import constancia.kernel.institutions.InstitutionEvent;
import constancia.kernel.institutions.InstitutionEvent.*;
import constancia.kernel.institutions.InstitutionKind;
import constancia.kernel.rights.Authority;
import constancia.query.Reader;
import constancia.query.TestTables;
import constancia.query.institutions.Handover.Dossier;
import constancia.query.institutions.Handover.Totals;
import constancia.query.tables.Facts;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HandoverTest {

    static final Reader READER = new Reader(Authority.administrator("admin"));
    static final LocalDate FIRST = LocalDate.of(2014, 6, 1);
    static final LocalDate LAST = LocalDate.of(2016, 2, 29);
    static final UUID MINISTRY = new UUID(1, 1);
    static final UUID OTHER = new UUID(1, 2);
    static final UUID MANDATE = new UUID(2, 1);
    static final UUID PERSON = new UUID(3, 1);

    final TestTables tables = TestTables.of("V2__institutions", "V3__bodies", "V5__actions", "V6__agreements", "V7__meetings", "V8__case_files",
            "V11__minutes", "V12__recorded_late", "V16__succession", "V31_3__correspondence", "V42_1__stages");
    final InstitutionsTable table = new InstitutionsTable();
    final Handover handover = new Handover(tables.client());

    final InstitutionEvent registered = new InstitutionRegistered("Ministerio de Justicia", "MJSP", InstitutionKind.STATE, "SV", List.of(), null, FIRST);
    final InstitutionEvent appointed = new RepresentativeAppointed(MANDATE, PERSON, Capacity.DELEGATE, "Directora", FIRST, LAST.plusYears(1), FIRST);
    final Facts<InstitutionFacts> ministry = fold(registered, appointed, new MandateEnded(MANDATE, LAST, LAST));

    @BeforeEach
    void write() {
        table.write(tables.db(), List.of(ministry));
    }

    @Test
    void writing_the_same_again_changes_nothing() {
        var before = tables.rows("institutions", "mandates");
        table.write(tables.db(), List.of(ministry));
        assertThat(tables.rows("institutions", "mandates")).isEqualTo(before).hasSize(2);
    }

    @Test
    void a_mandate_that_is_no_longer_on_record_leaves_the_table() {
        table.write(tables.db(), List.of(new Facts<>(MINISTRY, 4, 4, fold(registered).facts())));
        assertThat(tables.rows("mandates")).isEmpty();
    }

    @Test
    void the_mandate_stands_in_the_dossier_as_in_the_view() {
        for (var today : List.of(FIRST.minusDays(1), FIRST, LAST, LAST.plusDays(1))) {
            var told = ((InstitutionItem) new InstitutionView().answer(ministry.facts(), today, TestTables.noNames())).mandates().getFirst();
            assertThat(dossier(today).mandate()).isEqualTo(new Handover.Mandate(told.id(), told.person(), told.capacity().word(), told.office(), told.status(),
                    told.from(), told.until(), told.endedOn()));
        }
        assertThat(dossier(LAST).mandate().status()).isEqualTo(TermStatus.CURRENT);
        assertThat(dossier(LAST.plusDays(1)).totals()).isEqualTo(new Totals(0, 0, 0, 0, 0, 0));
    }

    @Test
    void only_a_mandate_of_that_institution() {
        assertThat(handover.of(READER, OTHER, MANDATE, LAST)).isEmpty();
        assertThat(handover.of(READER, MINISTRY, new UUID(2, 9), LAST)).isEmpty();
    }

    @Test
    void what_is_done_or_given_back_is_not_handed_over() {
        commitment(1, MINISTRY, "assigned", "proposed", false);
        commitment(2, MINISTRY, "in-progress", "in-progress", true);
        commitment(3, MINISTRY, "delivered", "delivered", false);
        commitment(4, MINISTRY, "verified", "fulfilled", true);
        commitment(5, MINISTRY, "declined", "proposed", true);
        commitment(6, MINISTRY, "released", "proposed", true);
        commitment(7, MINISTRY, "accepted", "cancelled", true);
        commitment(8, OTHER, "accepted", "committed", true);
        var dossier = dossier(LAST);
        assertThat(dossier.commitments()).extracting(Handover.Commitment::id).containsExactly(new UUID(4, 1), new UUID(4, 2), new UUID(4, 3));
        assertThat(dossier.impediments()).extracting(i -> i.action().id()).containsExactly(new UUID(5, 2));
        assertThat(dossier.totals()).isEqualTo(new Totals(3, 0, 0, 1, 0, 0));
    }

    @Test
    void what_blocks_is_told_in_its_words() {
        commitment(1, MINISTRY, "in-progress", "in-progress", true);
        assertThat(dossier(LAST).impediments()).containsExactly(new Handover.Impediment(new UUID(8, 1), new Handover.ActionRef(new UUID(5, 1), null, "Acción", "in-progress"),
                "lead", "No hay fondos.", FIRST, false));
    }

    @Test
    void so_is_what_only_the_institution_can_lift_while_there_is_something_to_lift() {
        commitment(1, OTHER, "in-progress", "in-progress", true);
        commitment(2, MINISTRY, "in-progress", "in-progress", true);
        commitment(3, OTHER, "in-progress", "in-progress", true);
        commitment(4, OTHER, "verified", "fulfilled", true);
        commitment(5, OTHER, "accepted", "cancelled", true);
        tables.db().update("update open_impediments set lifted_by = case when id = ? then ?::uuid else ?::uuid end", new UUID(8, 3), OTHER, MINISTRY);
        assertThat(dossier(LAST).impediments()).extracting(i -> i.action().id(), Handover.Impediment::role, Handover.Impediment::lifts)
                .containsExactly(tuple(new UUID(5, 1), null, true), tuple(new UUID(5, 2), "lead", true));
        assertThat(dossier(LAST).totals()).isEqualTo(new Totals(1, 0, 0, 2, 0, 0));
    }

    @Test
    void requests_for_more_time_that_wait_for_an_answer_are_handed_over() {
        action(1, "committed");
        for (var institution : List.of(MINISTRY, OTHER)) {
            tables.db().update("insert into open_extensions values (?, ?, 1, ?, ?, ?, 'Lluvias.')", new UUID(5, 1), new UUID(9, institution.getLeastSignificantBits()), institution,
                    FIRST, LAST);
        }
        assertThat(dossier(LAST).extensions()).containsExactly(new Handover.Extension(new UUID(9, 1), new Handover.ActionRef(new UUID(5, 1), null, "Acción", "committed"),
                FIRST, LAST, "Lluvias."));
        assertThat(dossier(LAST).totals().extensions()).isEqualTo(1);
    }

    @Test
    void case_files_are_those_it_coordinates_is_awaited_in_or_linked_to_until_they_are_closed() {
        caseFile(1, "open", MINISTRY);
        caseFile(2, "open", OTHER);
        tables.db().update("insert into case_file_awaitings values (?, ?, 1, ?, ?, ?, null)", new UUID(10, 2), new UUID(11, 1), MINISTRY, FIRST, LAST);
        caseFile(3, "resolved", OTHER);
        commitment(1, MINISTRY, "accepted", "committed", false);
        tables.db().update("insert into case_file_links values (?, 1, 1, ?, null, ?)", new UUID(10, 3), new UUID(5, 1), FIRST);
        caseFile(4, "closed", MINISTRY);
        caseFile(5, "open", OTHER);
        tables.db().update("insert into case_file_awaitings values (?, ?, 1, ?, ?, ?, ?)", new UUID(10, 5), new UUID(11, 2), MINISTRY, FIRST, LAST, LAST);
        assertThat(dossier(LAST).caseFiles()).containsExactly(new Handover.CaseFile(new UUID(10, 2), "Expediente 2", "open", List.of("awaited"), LAST, FIRST),
                new Handover.CaseFile(new UUID(10, 1), "Expediente 1", "open", List.of("coordinates"), null, FIRST),
                new Handover.CaseFile(new UUID(10, 3), "Expediente 3", "resolved", List.of("linked"), null, FIRST));
        assertThat(dossier(LAST).totals().caseFiles()).isEqualTo(3);
    }

    @Test
    void so_are_those_to_which_it_is_a_party_whose_turn_it_is_and_of_which_it_holds_a_letter() {
        for (int n = 1; n <= 6; n++) {
            caseFile(n, n == 6 ? "closed" : "open", OTHER);
        }
        tables.db().update("update case_files set parties = array[?, ?]::uuid[] where id in (?, ?)", OTHER, MINISTRY, new UUID(10, 1), new UUID(10, 6));
        tables.db().update("update case_files set stage = 'Opinión', stage_of = ?, stage_since = ?, stage_due_on = ? where id = ?", MINISTRY, FIRST, LAST.minusDays(2), new UUID(10, 2));
        tables.db().update("update case_files set stage = 'Opinión', stage_of = ?, stage_since = ?, stage_due_on = ? where id = ?", OTHER, FIRST, LAST, new UUID(10, 1));
        letter(3, 1, MINISTRY, LAST);
        letter(3, 2, MINISTRY, null);
        letter(2, 3, OTHER, FIRST);
        letter(4, 4, null, FIRST);
        tables.db().update("insert into case_file_awaitings values (?, ?, 1, ?, ?, ?, null)", new UUID(10, 2), new UUID(11, 1), MINISTRY, FIRST, LAST.minusDays(1));
        assertThat(dossier(LAST).caseFiles()).containsExactly(
                new Handover.CaseFile(new UUID(10, 2), "Expediente 2", "open", List.of("turn", "awaited"), LAST.minusDays(2), FIRST),
                new Handover.CaseFile(new UUID(10, 3), "Expediente 3", "open", List.of("letter"), LAST, FIRST),
                new Handover.CaseFile(new UUID(10, 1), "Expediente 1", "open", List.of("party"), null, FIRST));
        assertThat(dossier(LAST).totals().caseFiles()).isEqualTo(3);
    }

    @Test
    void a_long_list_is_cut_and_its_total_exact() {
        for (int n = 1; n <= Handover.MOST + 1; n++) {
            commitment(n, MINISTRY, "accepted", "committed", false);
        }
        var dossier = dossier(LAST);
        assertThat(dossier.commitments()).hasSize(Handover.MOST);
        assertThat(dossier.totals().commitments()).isEqualTo(Handover.MOST + 1);
    }

    @Test
    void meetings_are_those_it_attended_on_a_day_of_the_mandate() {
        meeting(1, FIRST.minusDays(1));
        meeting(2, FIRST);
        meeting(3, LAST);
        meeting(4, LAST.plusDays(1));
        tables.db().update("update attendances set institution = ? where meeting = ?", OTHER, new UUID(6, 2));
        attendance(3, 2, "technical-secretariat");
        var dossier = dossier(LAST.plusYears(2));
        assertThat(dossier.meetings()).extracting(Handover.Meeting::id).containsExactly(new UUID(6, 3));
        assertThat(dossier.meetings().getFirst().roles()).containsExactly("member", "technical-secretariat");
        assertThat(dossier.totals().meetings()).isEqualTo(1);
    }

    private Dossier dossier(LocalDate today) {
        return handover.of(READER, MINISTRY, MANDATE, today).orElseThrow();
    }

    private void commitment(int n, UUID institution, String status, String action, boolean blocked) {
        tables.db().update("""
                insert into commitments (id, version, action, title, action_status, institution, role, status, assigned_on, due_on, owed, blocked, territory, search)
                values (?, 1, ?, 'Acción', ?, ?, 'lead', ?, ?, ?, true, ?, '{}', '')""",
                new UUID(4, n), new UUID(5, n), action, institution, status, FIRST, FIRST.plusDays(n), blocked);
        if (blocked) {
            action(n, action);
            tables.db().update("insert into open_impediments (action, id, version, text, reported_on) values (?, ?, 1, 'No hay fondos.', ?)", new UUID(5, n), new UUID(8, n), FIRST);
        }
    }

    private void action(int n, String status) {
        tables.db().update("insert into actions (id, version, position, title, status, periods, owed, blocked, unassigned, agreements, recommendations, territory, proposed_on,"
                + " number_key, search) values (?, 1, 1, 'Acción', ?, '{}', true, false, false, '{}', '{}', '{}', ?, '~', '')", new UUID(5, n), status, FIRST);
    }

    private void letter(int caseFile, int n, @Nullable UUID heldBy, @Nullable LocalDate dueOn) {
        tables.db().update("insert into correspondence (case_file, correspondence, version, direction, institution, subject, happened_on, due_on, held_by, search)"
                + " values (?, ?, 1, 'in', ?, 'Solicitud', ?, ?, ?, '')", new UUID(10, caseFile), new UUID(12, n), OTHER, FIRST, dueOn, heldBy);
    }

    private void caseFile(int n, String status, UUID coordinator) {
        tables.db().update("insert into case_files (id, version, position, status, title, coordinator, opened_on, search) values (?, 1, 1, ?, ?, ?, ?, '')",
                new UUID(10, n), status, "Expediente " + n, coordinator, FIRST);
    }

    private void meeting(int n, LocalDate day) {
        tables.db().update("insert into meetings (id, version, position, body, status, starts_at, opened_on) values (?, 1, 1, ?, 'held', ?::date, ?)",
                new UUID(6, n), new UUID(7, 1), day, day);
        attendance(n, 1, "member");
    }

    private void attendance(int meeting, int line, String role) {
        tables.db().update("insert into attendances (meeting, line, version, institution, role) values (?, ?, 1, ?, ?)", new UUID(6, meeting), line, MINISTRY, role);
    }

    private static Facts<InstitutionFacts> fold(InstitutionEvent... events) {
        var view = new InstitutionView();
        var facts = view.nothing();
        for (int n = 1; n <= events.length; n++) {
            facts = view.evolve(facts, new Recorded<>(n, events[n - 1], TestTables.BY));
        }
        return new Facts<>(MINISTRY, events.length, events.length, facts);
    }
}
