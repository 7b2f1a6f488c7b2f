package constancia.query.actions;

import static constancia.query.actions.ActionStory.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import constancia.kernel.actions.ActionEvent.*;
import constancia.kernel.actions.ActionId;
import constancia.kernel.actions.Finding;
import constancia.kernel.actions.FundingState;
import constancia.kernel.actions.Role;
import constancia.kernel.actions.Schedule;
import constancia.kernel.agreements.AgreementId;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.institutions.InstitutionId;
import constancia.kernel.rights.Authority;
import constancia.query.Reader;
import constancia.query.TestTables;
import constancia.query.actions.ActionsList.Relations;
import constancia.query.history.Names.InstitutionName;
import constancia.query.history.Names.PlanName;
import constancia.query.tables.Facts;
import constancia.query.tables.Page;
import constancia.query.tables.PageRequest;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class ActionsTableTest {

    static final Reader READER = new Reader(Authority.administrator("admin"));
    static final UUID LATE = id(101);
    static final UUID MARKED = id(102);
    static final UUID NOBODYS = id(103);
    static final UUID DONE = id(104);
    static final LocalDate TODAY = day(6, 20);
    private static final PageRequest TEN = new PageRequest(null, 10, false);

    final TestTables tables = TestTables.of("V2__institutions", "V4__plans", "V5__actions", "V6__agreements", "V12__recorded_late",
            "V15__reports_and_funding", "V15_1__reports_expected", "V16__succession", "V36_1__schedules", "V45__the_order_of_due_dates");
    final ActionsTable table = new ActionsTable(new ActionView(30, ActionStory.ZONE));
    final ActionsList actions = new ActionsList(tables.client(), 30);
    final CommitmentsList commitments = new CommitmentsList(tables.client(), 30);
    final Timeline timeline = new Timeline(tables.client());

    /** MJSP reported 40 %, CONJUVE delivered; due on 15 June: late. */
    final Facts<ActionFacts> late = facts(LATE, proposed().and(new CommitmentAccepted(MJSP_PART, MJSP, day(2, 3)), report(MJSP_PART, MJSP, 40, day(5, 1)),
            delivered(CONJUVE_PART, CONJUVE, day(6, 1))));
    /** Marked for T1 and T2, without dates; blocked; only CONJUVE's. */
    final Facts<ActionFacts> marked = facts(MARKED, new ActionStory().and(proposal("10", "Capacitar a los enlaces", new Schedule(List.of("T1", "T2"), null, null),
            new Responsible(id(71), CONJUVE, Role.LEAD, null)), new ImpedimentReported(ONE, "Sin fondos", null, day(3, 1))));
    /** Nobody's, near its due date, of no plan. */
    final Facts<ActionFacts> nobodys = facts(NOBODYS, new ActionStory().and(new ActionProposed("Publicar el informe", null, null, null, null, null, List.of(),
            null, List.of(), new Schedule(List.of(), day(3, 1), day(7, 1)), List.of(), List.of(), null, START)));
    /** Fulfilled by MJSP after PNUD was released; its delivery was recorded four days after the due date. */
    final Facts<ActionFacts> done = facts(DONE, new ActionStory().and(proposal("2", "Instalar la mesa", new Schedule(List.of(), null, day(4, 1)),
            new Responsible(id(81), MJSP, Role.LEAD, day(1, 10)), new Responsible(id(82), PNUD, Role.SUPPORT, null)),
            new ResponsibleReleased(id(82), PNUD, day(2, 1))).record(day(4, 5), ActionStory.UNIT, delivered(id(81), MJSP, day(3, 1)))
            .and(verified(id(81), MJSP, Finding.COMPLETE, day(3, 2))));

    @BeforeEach
    void write() {
        table.write(tables.db(), List.of(late, marked, nobodys, done));
        tables.db().update("insert into institutions values (?, 1, 1, 'Ministerio de Justicia y Seguridad Pública', 'MJSP', 'state', 'SV', '{}', null, null, '')", MJSP.value());
        tables.db().update("insert into institutions values (?, 1, 2, 'Consejo Nacional de la Juventud', 'CONJUVE', 'state', 'SV', '{}', null, null, '')", CONJUVE.value());
        tables.db().update("insert into plans values (?, 1, 3, 'PM-2011', 'Plan de mejora', 'improvement-plan', null, 'draft', null, null, null, '')", PLAN.value());
        tables.db().update("insert into periods values (?, 1, 0, 'T1', 'Primer trimestre', null, null), (?, 1, 1, 'T2', null, null, null)", PLAN.value(), PLAN.value());
    }

    @Test
    void writing_the_same_again_changes_nothing() {
        var before = tables.rows("actions", "commitments", "timeline");
        assertThat(before).hasSize(4 + 6 + (3 + 2 + 1 + 1));
        table.write(tables.db(), List.of(done, nobodys, marked, late));
        assertThat(tables.rows("actions", "commitments", "timeline")).isEqualTo(before);
    }

    @Test
    void what_is_no_longer_so_leaves_the_tables() {
        var fewer = new ActionStory().and(proposal("10", "Capacitar", new Schedule(List.of("T2"), null, null)));
        table.write(tables.db(), List.of(new Facts<>(MARKED, 9, 99, fewer.facts())));
        assertThat(commitments.page(READER, ofAction(MARKED), TODAY, "dueOn", PageRequest.FIRST).items()).isEmpty();
        assertThat(tables.rows("timeline")).hasSize(3 + 1 + 1 + 1);
    }

    /** Counting them reads each once; showing the first ones must not read them all again. */
    @Test
    void the_first_by_due_date_are_read_without_the_others() {
        tables.db().execute("""
                insert into actions select (jsonb_populate_record(a, jsonb_build_object('id', gen_random_uuid(), 'due_on', date '2016-01-01' + n))).* from actions a, generate_series(1, 500) n;
                insert into commitments select (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(), 'due_on', date '2016-01-01' + n))).* from commitments c, generate_series(1, 500) n;
                analyze""");
        assertThat(rowsRead("actions", () -> assertThat(ids(actions.page(READER, ActionsList.Filter.ALL, TODAY, "dueOn", TEN), ActionsList.Row::id)).startsWith(DONE, LATE, NOBODYS))).isLessThan(2004 + 100);
        assertThat(rowsRead("commitments", () -> assertThat(commitments.page(READER, CommitmentsList.Filter.ALL, TODAY, "dueOn", TEN).items()).hasSize(10))).isLessThan(3006 + 100);
    }

    private long rowsRead(String table, Runnable question) {
        return new TransactionTemplate(new JdbcTransactionManager(tables.db().getDataSource())).execute(status -> {
            question.run();
            return tables.db().queryForObject("select seq_tup_read + coalesce(idx_tup_fetch, 0) from pg_stat_xact_user_tables where schemaname = 'view' and relname = ?", Long.class, table);
        });
    }

    @Nested
    class Actions {

        @Test
        void are_listed_by_due_date_with_how_they_stand_today() {
            var page = page(ActionsList.Filter.ALL);
            assertThat(page.total()).isEqualTo(4);
            assertThat(ids(page, ActionsList.Row::id)).containsExactly(DONE, LATE, NOBODYS, MARKED);
            assertThat(page.items().get(1)).isEqualTo(new ActionsList.Row(LATE, 4, "in-progress", List.of("overdue"), "Instalar el mecanismo", "7",
                    new PlanName(PLAN, "PM-2011"), id(32), mjsp(), List.of(), null, DUE, DUE, 40, day(5, 1), List.of(), 0));
            assertThat(page.items().get(2)).isEqualTo(new ActionsList.Row(NOBODYS, 1, "proposed", List.of("near-due", "unassigned"), "Publicar el informe", null,
                    null, null, null, List.of(), day(3, 1), day(7, 1), day(7, 1), null, null, List.of(), 0));
            assertThat(page.items().getFirst()).extracting(ActionsList.Row::status, ActionsList.Row::conditions).containsExactly("fulfilled", List.of());
            assertThat(page.items().getLast()).extracting(ActionsList.Row::conditions, ActionsList.Row::periods, ActionsList.Row::dueOn)
                    .containsExactly(List.of("blocked"), List.of("T1", "T2"), null);
        }

        @Test
        void are_overdue_only_from_the_day_after() {
            assertThat(actions.page(READER, condition("overdue"), DUE, "dueOn", PageRequest.FIRST).items()).isEmpty();
            assertThat(actions.page(READER, condition("overdue"), DUE.plusDays(1), "dueOn", PageRequest.FIRST).items()).hasSize(1);
        }

        @Test
        void are_found_by_each_condition_or_several() {
            assertThat(ids(page(condition("overdue")), ActionsList.Row::id)).containsExactly(LATE);
            assertThat(ids(page(condition("near-due")), ActionsList.Row::id)).containsExactly(NOBODYS);
            assertThat(ids(page(condition("blocked")), ActionsList.Row::id)).containsExactly(MARKED);
            assertThat(ids(page(condition("unassigned", "overdue")), ActionsList.Row::id)).containsExactly(LATE, NOBODYS);
        }

        @Test
        void are_found_by_who_has_a_commitment_that_stands_and_in_which_role() {
            assertThat(ids(page(held(List.of(MJSP.value()), List.of())), ActionsList.Row::id)).containsExactly(DONE, LATE);
            assertThat(ids(page(held(List.of(CONJUVE.value()), List.of("lead"))), ActionsList.Row::id)).containsExactly(MARKED);
            assertThat(ids(page(held(List.of(), List.of("support"))), ActionsList.Row::id)).containsExactly(LATE);
            assertThat(ids(page(held(List.of(PNUD.value()), List.of())), ActionsList.Row::id)).containsExactly(LATE);
        }

        @Test
        void are_found_by_the_agreement_they_came_from_or_were_linked_to_once() {
            var other = new AgreementId(id(42));
            tables.db().update("insert into agreement_actions values (?, 1, ?, date '2015-01-10'), (?, 1, ?, date '2015-01-10')", AGREEMENT.value(), NOBODYS,
                    AGREEMENT.value(), LATE);
            assertThat(ids(page(agreed(AGREEMENT)), ActionsList.Row::id)).containsExactlyInAnyOrder(LATE, NOBODYS, MARKED, DONE);
            assertThat(page(agreed(other)).items()).isEmpty();
        }

        @Test
        void are_found_by_plan_body_status_dates_territory_and_words() {
            assertThat(page(filter(List.of(PLAN.value()), List.of(), List.of(), null, null, List.of(), null)).items()).hasSize(3);
            assertThat(page(filter(List.of(), List.of(COUNCIL.value()), List.of(), null, null, List.of(), null)).items()).hasSize(3);
            assertThat(ids(page(filter(List.of(), List.of(), List.of("fulfilled", "in-progress"), null, null, List.of(), null)), ActionsList.Row::id)).containsExactly(DONE, LATE);
            assertThat(ids(page(filter(List.of(), List.of(), List.of(), day(4, 1), DUE, List.of(), null)), ActionsList.Row::id)).containsExactly(DONE, LATE);
            assertThat(ids(page(filter(List.of(), List.of(), List.of(), day(4, 2), null, List.of(), null)), ActionsList.Row::id)).containsExactly(LATE, NOBODYS);
            assertThat(ids(page(filter(List.of(), List.of(), List.of(), null, null, List.of("SV-SS"), null)), ActionsList.Row::id)).containsExactlyInAnyOrder(LATE, MARKED, DONE);
            assertThat(ids(page(filter(List.of(), List.of(), List.of(), null, null, List.of(), "ENLACES")), ActionsList.Row::id)).containsExactly(MARKED);
        }

        @Test
        void are_counted_as_people_count_and_paged_without_gaps() {
            var first = actions.page(READER, filter(List.of(PLAN.value()), List.of(), List.of(), null, null, List.of(), null), TODAY, "number", new PageRequest(null, 2, false));
            assertThat(ids(first, ActionsList.Row::number)).containsExactly("2", "7");
            assertThat(first.total()).isEqualTo(3);
            var next = actions.page(READER, filter(List.of(PLAN.value()), List.of(), List.of(), null, null, List.of(), null), TODAY, "number",
                    new PageRequest(first.next(), 2, false));
            assertThat(ids(next, ActionsList.Row::number)).containsExactly("10");
            assertThat(next.next()).isNull();
        }

        @Test
        void are_sorted_backwards_too() {
            assertThat(ids(actions.page(READER, ActionsList.Filter.ALL, TODAY, "title", new PageRequest(null, 50, true)), ActionsList.Row::title))
                    .containsExactly("Publicar el informe", "Instalar la mesa", "Instalar el mecanismo", "Capacitar a los enlaces");
        }

        Page<ActionsList.Row> page(ActionsList.Filter filter) {
            return actions.page(READER, filter, TODAY, "dueOn", PageRequest.FIRST);
        }

        ActionsList.Filter condition(String... words) {
            return new ActionsList.Filter(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(words), null, null, List.of(), null, ActionsList.Relations.ANY);
        }

        ActionsList.Filter held(List<UUID> institution, List<String> role) {
            return new ActionsList.Filter(List.of(), List.of(), List.of(), institution, role, List.of(), List.of(), null, null, List.of(), null, ActionsList.Relations.ANY);
        }

        ActionsList.Filter agreed(AgreementId agreement) {
            return new ActionsList.Filter(List.of(), List.of(), List.of(agreement.value()), List.of(), List.of(), List.of(), List.of(), null, null, List.of(), null, ActionsList.Relations.ANY);
        }

        ActionsList.Filter filter(List<UUID> plan, List<UUID> body, List<String> status, @Nullable LocalDate from, @Nullable LocalDate to, List<String> territory,
                                  @Nullable String q) {
            return new ActionsList.Filter(plan, body, List.of(), List.of(), List.of(), status, List.of(), from, to, territory, q, ActionsList.Relations.ANY);
        }
    }

    @Nested
    class Commitments {

        @Test
        void tell_what_an_institution_owes_by_date() {
            var page = commitments.page(READER, owedBy(MJSP.value()), TODAY, "dueOn", PageRequest.FIRST);
            assertThat(page.items()).containsExactly(
                    new CommitmentsList.Row(id(81), new CommitmentsList.ActionRef(DONE, "2", "Instalar la mesa", "fulfilled"), new PlanName(PLAN, "PM-2011"), mjsp(),
                            "lead", "verified", List.of(), START, "2015-01-10", null, null, day(3, 1), "complete", null, day(4, 1), day(4, 1), false, 4, List.of(), List.of(), START),
                    new CommitmentsList.Row(MJSP_PART, new CommitmentsList.ActionRef(LATE, "7", "Instalar el mecanismo", "in-progress"), new PlanName(PLAN, "PM-2011"),
                            mjsp(), "lead", "in-progress", List.of("overdue"), START, "2015-02-03", 40, day(5, 1), null, null, null, DUE, DUE, true, null, List.of(), List.of(), START));
        }

        @Test
        void follow_to_the_successor_or_wait_for_a_decision() {
            tables.db().update("update institutions set ended_on = ? where id = ?", TODAY, MJSP.value());
            assertThat(ids(of(condition("to-transfer")), CommitmentsList.Row::id)).containsExactly(MJSP_PART);
            assertThat(commitments.page(READER, condition("to-transfer"), TODAY.minusDays(1), "dueOn", PageRequest.FIRST).items()).isEmpty();
            table.write(tables.db(), List.of(facts(LATE, proposed().and(new CommitmentTransferred(MJSP_PART, MJSP, CONJUVE, TODAY)))));
            assertThat(of(condition("to-transfer")).items()).isEmpty();
            assertThat(of(owedBy(MJSP.value())).items()).extracting(CommitmentsList.Row::id).containsExactly(id(81));
            assertThat(of(owedBy(CONJUVE.value())).items()).filteredOn(row -> row.id().equals(MJSP_PART)).singleElement()
                    .satisfies(row -> assertThat(row.since()).isEqualTo(TODAY));
        }

        @Test
        void are_found_by_condition_status_role_and_action() {
            assertThat(ids(of(condition("overdue")), CommitmentsList.Row::id)).containsExactlyInAnyOrder(MJSP_PART, PNUD_PART);
            assertThat(ids(of(condition("blocked")), CommitmentsList.Row::id)).containsExactly(id(71));
            assertThat(ids(commitments.page(READER, condition("near-due"), day(6, 1), "dueOn", PageRequest.FIRST), CommitmentsList.Row::id))
                    .containsExactlyInAnyOrder(MJSP_PART, PNUD_PART);
            assertThat(ids(of(filter(List.of(), List.of("support"), List.of("released"))), CommitmentsList.Row::id)).containsExactly(id(82));
            assertThat(ids(of(ofAction(LATE)), CommitmentsList.Row::role)).containsExactlyInAnyOrder("lead", "co-responsible", "support");
            assertThat(ids(of(filter(List.of(AGREEMENT.value()), List.of("lead"), List.of())), CommitmentsList.Row::id))
                    .containsExactlyInAnyOrder(MJSP_PART, id(71), id(81));
        }

        Page<CommitmentsList.Row> of(CommitmentsList.Filter filter) {
            return commitments.page(READER, filter, TODAY, "dueOn", PageRequest.FIRST);
        }

        CommitmentsList.Filter owedBy(UUID institution) {
            return new CommitmentsList.Filter(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(institution), List.of(), List.of(), List.of(), null, null, List.of(), null, List.of());
        }

        CommitmentsList.Filter condition(String... words) {
            return new CommitmentsList.Filter(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(words), null, null, List.of(), null, List.of());
        }

        CommitmentsList.Filter filter(List<UUID> agreement, List<String> role, List<String> status) {
            return new CommitmentsList.Filter(List.of(), List.of(), List.of(), List.of(), agreement, List.of(), role, status, List.of(), null, null, List.of(), null, List.of());
        }
    }

    @Nested
    class ByPeriod {

        @Test
        void the_plan_is_told_period_by_period_and_what_goes_by_dates_after_it() {
            var rows = timeline.page(READER, new Timeline.Filter(List.of(PLAN.value()), List.of(), List.of(), List.of(), List.of()), TODAY, PageRequest.FIRST).items();
            assertThat(rows).extracting(row -> row.period() == null ? null : row.period().period()).containsExactly("T1", "T2", null, null, null, null);
            assertThat(rows.getFirst()).isEqualTo(new Timeline.Row(new CommitmentsList.ActionRef(MARKED, "10", "Capacitar a los enlaces", "proposed"),
                    new PlanName(PLAN, "PM-2011"), new Timeline.PeriodRow("T1", "Primer trimestre", null, null),
                    new InstitutionName(CONJUVE, "CONJUVE", "Consejo Nacional de la Juventud"), "lead", "assigned", null, null, null, false));
            assertThat(rows.subList(2, 6)).extracting(row -> row.action().number()).containsExactly("2", "7", "7", "7");
        }

        @Test
        void by_period_institution_and_role_and_released_ones_are_not_in_it() {
            assertThat(timeline.page(READER, new Timeline.Filter(List.of(), List.of(), List.of("T2"), List.of(CONJUVE.value()), List.of("lead")), TODAY,
                    PageRequest.FIRST).items()).hasSize(1);
            assertThat(timeline.page(READER, new Timeline.Filter(List.of(), List.of(), List.of(), List.of(PNUD.value()), List.of()), TODAY, PageRequest.FIRST).items())
                    .extracting(Timeline.Row::action).containsExactly(new CommitmentsList.ActionRef(LATE, "7", "Instalar el mecanismo", "in-progress"));
        }

        @Test
        void what_nobody_answers_for_is_in_it_too() {
            assertThat(timeline.page(READER, new Timeline.Filter(List.of(), List.of(), List.of(), List.of(), List.of()), TODAY, PageRequest.FIRST).items())
                    .filteredOn(row -> row.institution() == null).extracting(row -> row.action().id()).containsExactly(NOBODYS);
        }
    }

    @Nested
    class Reports {

        final ReportsList reports = new ReportsList(tables.client());

        /** Reports are expected for T1, which is over, and T2, which is not; MJSP reported against T1 twice, once without a period. */
        @BeforeEach
        void expected() {
            tables.db().update("update plans set report_periods = '{T1,T2}'");
            tables.db().update("update periods set from_on = '2015-01-01', until_on = '2015-03-31' where period = 'T1'");
            tables.db().update("update periods set from_on = '2015-04-01', until_on = '2015-06-30' where period = 'T2'");
            table.write(tables.db(), List.of(facts(LATE, proposed().and(against("T1", 30, day(4, 5)), against("T1", 10, day(3, 1)), report(MJSP_PART, MJSP, 50, day(5, 1)),
                    delivered(CONJUVE_PART, CONJUVE, day(3, 1)), new ResponsibleReleased(PNUD_PART, PNUD, day(2, 1))))));
        }

        @Test
        void each_commitment_reports_against_each_period_that_it_lived_through() {
            assertThat(page(filter(List.of(), List.of())).items()).extracting(row -> row.action().number(), row -> row.institution().acronym(), ReportsList.Row::period,
                    ReportsList.Row::status).containsExactlyInAnyOrder(tuple("7", "MJSP", "T1", "reported"), tuple("7", "MJSP", "T2", "pending"),
                    tuple("7", "CONJUVE", "T1", "missing"), tuple("10", "CONJUVE", "T1", "missing"), tuple("10", "CONJUVE", "T2", "pending"),
                    tuple("2", "MJSP", "T1", "missing"));
            assertThat(page(filter(List.of(MJSP.value()), List.of("reported"))).items().getFirst()).isEqualTo(new ReportsList.Row(MJSP_PART,
                    new CommitmentsList.ActionRef(LATE, "7", "Instalar el mecanismo", "in-progress"), new PlanName(PLAN, "PM-2011"), mjsp(), "lead", "T1",
                    "Primer trimestre", day(1, 1), day(3, 31), "reported", day(4, 5), 30, null));
        }

        @Test
        void what_is_missing_shows_on_the_commitment_and_on_the_action() {
            assertThat(commitments.page(READER, CommitmentsList.Filter.ALL, TODAY, "dueOn", PageRequest.FIRST).items())
                    .extracting(row -> row.action().number(), row -> row.institution().acronym(), CommitmentsList.Row::missingReports)
                    .contains(tuple("7", "CONJUVE", List.of("T1")), tuple("7", "MJSP", List.of()), tuple("10", "CONJUVE", List.of("T1")));
            assertThat(actions.page(READER, ActionsList.Filter.ALL, TODAY, "number", PageRequest.FIRST).items()).extracting(ActionsList.Row::id, ActionsList.Row::missingReports)
                    .containsExactly(tuple(DONE, 1), tuple(LATE, 1), tuple(MARKED, 1), tuple(NOBODYS, 0));
            assertThat(reports.page(READER, filter(List.of(), List.of("missing")), day(3, 31), PageRequest.FIRST).items()).isEmpty();
        }

        @Test
        void without_expected_periods_only_what_was_reported_is_told() {
            tables.db().update("update plans set report_periods = '{}'");
            assertThat(page(filter(List.of(), List.of())).items()).extracting(ReportsList.Row::status).containsExactly("reported");
        }

        Page<ReportsList.Row> page(ReportsList.Filter filter) {
            return reports.page(READER, filter, TODAY, PageRequest.FIRST);
        }

        ReportsList.Filter filter(List<UUID> institution, List<String> status) {
            return new ReportsList.Filter(List.of(PLAN.value()), List.of(), institution, List.of(), List.of(), status);
        }

        ProgressReported against(String period, int percent, LocalDate on) {
            return new ProgressReported(MJSP_PART, MJSP, percent, null, period, List.of(), on);
        }
    }

    @Nested
    class Around {

        static final BodyId CABINET = new BodyId(id(91));

        @BeforeEach
        void related() {
            table.write(tables.db(), List.of(facts(MARKED, new ActionStory().and(proposal("10", "Capacitar a los enlaces", null), new DependencyAdded(new ActionId(LATE), day(2, 1)),
                    new DependencyAdded(new ActionId(DONE), day(2, 1)), new DependencyAdded(new ActionId(NOBODYS), day(2, 1)),
                    new DependencyRemoved(new ActionId(NOBODYS), day(2, 2)), new ActionEscalated(CABINET, day(3, 1)),
                    new ActionAmended(null, null, null, null, List.of(id(33)), null, List.of("SDG-16.6"), null, day(2, 1))))));
        }

        @Test
        void an_action_waits_for_what_is_not_delivered_before_it() {
            assertThat(actions.page(READER, ActionsList.Filter.ALL, TODAY, "number", PageRequest.FIRST).items()).extracting(ActionsList.Row::id, ActionsList.Row::waitingFor)
                    .containsExactly(tuple(DONE, List.of()), tuple(LATE, List.of()), tuple(MARKED, List.of(LATE)), tuple(NOBODYS, List.of()));
        }

        @Test
        void it_is_found_by_what_stands_around_it() {
            assertThat(found(new Relations(List.of(), null, List.of(), List.of(), List.of(DONE), List.of(), List.of()))).containsExactly(MARKED);
            assertThat(found(new Relations(List.of(), null, List.of(), List.of(), List.of(), List.of(MARKED), List.of()))).containsExactly(DONE, LATE);
            assertThat(found(new Relations(List.of(), true, List.of(), List.of(), List.of(), List.of(), List.of()))).containsExactly(MARKED);
            assertThat(found(new Relations(List.of(), false, List.of(), List.of(), List.of(), List.of(), List.of()))).containsExactly(DONE, LATE, NOBODYS);
            assertThat(found(new Relations(List.of(), null, List.of(CABINET.value()), List.of(), List.of(), List.of(), List.of()))).containsExactly(MARKED);
            assertThat(found(new Relations(List.of(), null, List.of(), List.of(id(33)), List.of(), List.of(), List.of()))).containsExactly(LATE, MARKED);
            assertThat(found(new Relations(List.of("SDG-16"), null, List.of(), List.of(), List.of(), List.of(), List.of()))).containsExactly(LATE, MARKED);
            assertThat(found(new Relations(List.of("SDG-1", "SDG-16.6.1"), null, List.of(), List.of(), List.of(), List.of(), List.of()))).isEmpty();
        }

        List<UUID> found(Relations relations) {
            var filter = new ActionsList.Filter(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), null, null, List.of(), null, relations);
            return actions.page(READER, filter, TODAY, "number", PageRequest.FIRST).items().stream().map(ActionsList.Row::id).toList();
        }
    }

    @Nested
    class Funding {

        final FundingList funding = new FundingList(tables.client());

        @BeforeEach
        void funded() {
            table.write(tables.db(), List.of(facts(LATE, proposed().and(line(id(61), "Fondo General", null, FundingState.TO_BE_RAISED, "900.00"),
                    line(id(61), "Fondo General", null, FundingState.AVAILABLE, "1000.00"), line(id(62), null, CONJUVE, FundingState.IN_NEGOTIATION, "250.50"),
                    spent(id(63), "300.25", id(61)), spent(id(64), "20.00", null)))));
        }

        @Test
        void each_line_is_told_as_it_stands_with_what_was_spent_of_it() {
            var all = new FundingList.Filter(List.of(PLAN.value()), List.of(LATE), List.of(), List.of(), List.of());
            var action = new CommitmentsList.ActionRef(LATE, "7", "Instalar el mecanismo", "proposed");
            assertThat(funding.page(READER, all, PageRequest.FIRST).items()).containsExactlyInAnyOrder(
                    new FundingList.Row(id(61), action, new PlanName(PLAN, "PM-2011"), "Fondo General", null, "available", new BigDecimal("1000.00"), new BigDecimal("300.25"), "USD"),
                    new FundingList.Row(id(62), action, new PlanName(PLAN, "PM-2011"), null, new InstitutionName(CONJUVE, "CONJUVE", "Consejo Nacional de la Juventud"),
                            "in-negotiation", new BigDecimal("250.50"), new BigDecimal("0"), "USD"));
            assertThat(funding.page(READER, new FundingList.Filter(List.of(), List.of(), List.of(CONJUVE.value()), List.of("in-negotiation"), List.of("USD")), PageRequest.FIRST)
                    .items()).extracting(FundingList.Row::id).containsExactly(id(62));
        }

        @Test
        void a_plan_comes_to_what_its_actions_come_to() {
            assertThat(funding.ofPlan(READER, PLAN.value())).containsExactly(new FundingList.Total("USD", new BigDecimal("1000.00"), new BigDecimal("250.50"),
                    new BigDecimal("0"), new BigDecimal("320.25")));
            assertThat(funding.ofPlan(READER, id(99))).isEmpty();
        }

        FundingCommitted line(UUID line, @Nullable String source, @Nullable InstitutionId funder, FundingState state, String amount) {
            return new FundingCommitted(line, source, funder, state, new BigDecimal(amount), "USD", day(2, 1));
        }

        ExpenditureRecorded spent(UUID expenditure, String amount, @Nullable UUID line) {
            return new ExpenditureRecorded(expenditure, new BigDecimal(amount), "USD", "Taller", line, null, day(3, 1));
        }
    }

    static CommitmentsList.Filter ofAction(UUID action) {
        return new CommitmentsList.Filter(List.of(action), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), null, null, List.of(), null, List.of());
    }

    static ActionProposed proposal(String number, String title, Schedule schedule, Responsible... responsible) {
        return new ActionProposed(title, null, PLAN, COUNCIL, null, number, List.of(), AGREEMENT, List.of(responsible), schedule, List.of("SV-SS"), List.of(), null, START);
    }

    static Facts<ActionFacts> facts(UUID id, ActionStory story) {
        return new Facts<>(id, story.entries().size(), story.entries().size(), story.facts());
    }

    static InstitutionName mjsp() {
        return new InstitutionName(MJSP, "MJSP", "Ministerio de Justicia y Seguridad Pública");
    }

    static <T, R> List<R> ids(Page<T> page, Function<T, R> of) {
        return page.items().stream().map(of).toList();
    }
}
