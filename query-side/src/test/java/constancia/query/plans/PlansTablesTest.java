package constancia.query.plans;

import static constancia.query.plans.PlanViewTest.DEFINED;
import static constancia.query.plans.PlanViewTest.entries;
import static constancia.query.plans.PlanViewTest.id;
import static org.assertj.core.api.Assertions.assertThat;

import constancia.kernel.bodies.BodyId;
import constancia.kernel.plans.Assumption;
import constancia.kernel.plans.CalendarPeriod;
import constancia.kernel.plans.OutlineKind;
import constancia.kernel.plans.OutlineNode;
import constancia.kernel.plans.PeriodDates;
import constancia.kernel.plans.PlanEvent;
import constancia.kernel.plans.PlanEvent.*;
import constancia.kernel.plans.PlanKind;
import constancia.kernel.plans.RecommendationResponse;
import constancia.kernel.rights.Authority;
import constancia.query.Reader;
import constancia.query.TestTables;
import constancia.query.history.Fold;
import constancia.query.history.Names.BodyName;
import constancia.query.plans.PlansList.Filter;
import constancia.query.plans.PlansList.NodeRow;
import constancia.query.plans.PlansList.PeriodRow;
import constancia.query.plans.PlansList.ResponseRow;
import constancia.query.plans.PlansList.Row;
import constancia.query.tables.Facts;
import constancia.query.tables.PageRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PlansTablesTest {

    static final Reader READER = new Reader(Authority.administrator("coordinacion"));
    static final UUID IMPROVEMENT = id(1);
    static final UUID OPERATING = id(2);
    static final UUID NATIONAL = id(3);
    static final BodyId COUNCIL = new BodyId(id(9));
    static final UUID COMPONENT = id(10);
    static final UUID RECOMMENDATION = id(11);
    static final Filter ALL = new Filter(List.of(), List.of(), List.of(), null);
    static final UUID ASSUMPTION = new UUID(9, 1);
    static final UUID RISK = new UUID(7, 1);
    static final LocalDate LATER = LocalDate.of(2012, 3, 1);

    final TestTables tables = TestTables.of("V3__bodies", "V4__plans", "V5__actions", "V10__risks", "V15_1__reports_expected", "V31_4__assumptions", "V42_2__sources");
    final PlansTable table = new PlansTable();
    final PlansList list = new PlansList(tables.client());

    final Facts<PlanFacts> improvement = facts(IMPROVEMENT,
            new PlanDefined("PM-2011", "Plan de mejora", PlanKind.IMPROVEMENT_PLAN, COUNCIL, List.of(
                    new CalendarPeriod("T1", "Primer trimestre", null, null), new CalendarPeriod("T2", null, null, null)), DEFINED),
            new OutlineNodesAdded(List.of(new OutlineNode(COMPONENT, null, OutlineKind.COMPONENT, "2.3", "Modelo de gestión", null),
                    new OutlineNode(RECOMMENDATION, COMPONENT, OutlineKind.RECOMMENDATION, null, "Fortalecer el sistema de M&E", "Evaluación, párrafo 112")), DEFINED),
            new AssumptionsStated(COMPONENT, List.of(new Assumption(ASSUMPTION, "Hay voluntad política.")), DEFINED),
            new PeriodsDated(List.of(new PeriodDates("T1", DEFINED, LATER)), DEFINED),
            new RecommendationAnswered(RECOMMENDATION, RecommendationResponse.REJECTED, "Sin fondos", LATER),
            new PlanExtended(LATER.plusYears(1), null, LATER),
            new PlanAdopted(null, LATER));
    final Facts<PlanFacts> operating = facts(OPERATING, new PlanDefined("POA-2018", "Plan operativo anual", PlanKind.ANNUAL_OPERATING_PLAN, null, List.of(), DEFINED));
    final Facts<PlanFacts> national = facts(NATIONAL, new PlanDefined("PESS", "Plan El Salvador Seguro", PlanKind.NATIONAL_PLAN, COUNCIL, List.of(), DEFINED),
            new PlanClosed(LATER));

    @BeforeEach
    void written() {
        tables.db().update("""
                insert into bodies (id, version, position, acronym, name, kind, established_on, search)
                values (?, 1, 1, 'CNSCC', 'Consejo Nacional', 'council', ?, '')""", COUNCIL.value(), DEFINED);
        table.write(tables.db(), List.of(improvement, operating, national));
    }

    @Test
    void writing_the_same_again_changes_nothing() {
        var before = tables.rows("plans", "periods", "outline");
        table.write(tables.db(), List.of(national, improvement));
        table.write(tables.db(), List.of());
        assertThat(tables.rows("plans", "periods", "outline")).isEqualTo(before).hasSize(7);
    }

    @Test
    void what_a_later_version_no_longer_holds_is_gone() {
        table.write(tables.db(), List.of(facts(IMPROVEMENT, new PlanDefined("PM-2011", "Plan", PlanKind.OTHER, null,
                List.of(new CalendarPeriod("T2", null, null, null)), DEFINED))));
        assertThat(list.periods(READER, IMPROVEMENT, PageRequest.FIRST).items()).extracting(PeriodRow::period).containsExactly("T2");
        assertThat(tables.rows("outline")).isEmpty();
        assertThat(page(ALL)).extracting(Row::title).contains("Plan");
    }

    @Test
    void plans_are_listed_by_code() {
        assertThat(page(ALL)).containsExactly(
                new Row(NATIONAL, 2, "closed", "PESS", "Plan El Salvador Seguro", "national-plan", new BodyName(COUNCIL, "CNSCC", "Consejo Nacional"), null, null, LATER),
                new Row(IMPROVEMENT, 7, "adopted", "PM-2011", "Plan de mejora", "improvement-plan", new BodyName(COUNCIL, "CNSCC", "Consejo Nacional"),
                        LATER.plusYears(1), LATER, null),
                new Row(OPERATING, 1, "draft", "POA-2018", "Plan operativo anual", "annual-operating-plan", null, null, null, null));
    }

    @Test
    void plans_are_found_by_status_kind_body_and_words() {
        assertThat(ids(new Filter(List.of("draft", "closed"), List.of(), List.of(), null))).containsExactly(NATIONAL, OPERATING);
        assertThat(ids(new Filter(List.of(), List.of("national-plan"), List.of(), null))).containsExactly(NATIONAL);
        assertThat(ids(new Filter(List.of(), List.of(), List.of(COUNCIL.value()), null))).containsExactly(NATIONAL, IMPROVEMENT);
        assertThat(ids(new Filter(List.of(), List.of(), List.of(), "MEJORA"))).containsExactly(IMPROVEMENT);
        assertThat(ids(new Filter(List.of(), List.of(), List.of(), "poa-"))).containsExactly(OPERATING);
        assertThat(ids(new Filter(List.of("adopted"), List.of("national-plan"), List.of(), null))).isEmpty();
    }

    @Test
    void pages_follow_one_another() {
        var first = list.page(READER, ALL, new PageRequest(null, 2, false));
        assertThat(first.items()).extracting(Row::code).containsExactly("PESS", "PM-2011");
        assertThat(first.total()).isEqualTo(3);
        var second = list.page(READER, ALL, new PageRequest(first.next(), 2, false));
        assertThat(second.items()).extracting(Row::code).containsExactly("POA-2018");
        assertThat(second.next()).isNull();
        assertThat(list.page(READER, ALL, new PageRequest(null, 2, true)).items()).extracting(Row::code).containsExactly("POA-2018", "PM-2011");
    }

    @Test
    void a_plan_holds_its_periods_in_the_order_of_its_calendar() {
        assertThat(list.periods(READER, IMPROVEMENT, PageRequest.FIRST).items())
                .containsExactly(new PeriodRow("T1", "Primer trimestre", DEFINED, LATER), new PeriodRow("T2", null, null, null));
        var first = list.periods(READER, IMPROVEMENT, new PageRequest(null, 1, false));
        assertThat(list.periods(READER, IMPROVEMENT, new PageRequest(first.next(), 1, false)).items()).extracting(PeriodRow::period).containsExactly("T2");
        assertThat(list.periods(READER, OPERATING, PageRequest.FIRST).total()).isZero();
    }

    @Test
    void a_plan_holds_its_outline_in_the_order_of_the_document() {
        risk(RISK, "Cambio de gobierno", COMPONENT, null);
        risk(new UUID(7, 2), "Ya cerrado", COMPONENT, LATER);
        risk(new UUID(7, 3), "De otro elemento", new UUID(7, 4), null);
        action(new UUID(8, 1), IMPROVEMENT, COMPONENT);
        action(new UUID(8, 2), IMPROVEMENT, COMPONENT);
        action(new UUID(8, 3), OPERATING, COMPONENT);
        assertThat(list.outline(READER, IMPROVEMENT, PageRequest.FIRST).items()).containsExactly(
                new NodeRow(COMPONENT, null, "component", "2.3", "Modelo de gestión", null, List.of(new Assumption(ASSUMPTION, "Hay voluntad política.")),
                        List.of(new PlansList.Watching(RISK, "Cambio de gobierno", "watched", ASSUMPTION)), null, 2),
                new NodeRow(RECOMMENDATION, COMPONENT, "recommendation", null, "Fortalecer el sistema de M&E", new ResponseRow("rejected", "Sin fondos", LATER), List.of(), List.of(), "Evaluación, párrafo 112", 0));
        assertThat(list.outline(READER, NATIONAL, PageRequest.FIRST).items()).isEmpty();
    }

    private void risk(UUID id, String scenario, UUID node, @Nullable LocalDate closedOn) {
        tables.db().update("""
                insert into risks (id, version, position, scenario, status, plan, registered_on, closed_on, proposed, node, assumption)
                values (?, 1, 1, ?, 'watched', ?, ?, ?, 0, ?, ?)""", id, scenario, IMPROVEMENT, DEFINED, closedOn, node, ASSUMPTION);
    }

    private void action(UUID id, UUID plan, UUID node) {
        tables.db().update("""
                insert into actions (id, version, position, plan, node, title, status, periods, owed, blocked, unassigned, agreements, recommendations, territory, proposed_on, number_key, search)
                values (?, 1, 1, ?, ?, 'Censo', 'proposed', '{}', false, false, true, '{}', '{}', '{}', ?, '', '')""", id, plan, node, DEFINED);
    }

    private List<Row> page(Filter filter) {
        return list.page(READER, filter, PageRequest.FIRST).items();
    }

    private List<UUID> ids(Filter filter) {
        return page(filter).stream().map(Row::id).toList();
    }

    private Facts<PlanFacts> facts(UUID plan, PlanEvent... events) {
        return new Facts<>(plan, events.length, 40 + events.length, Fold.of(new PlanView(), entries(events)));
    }
}
