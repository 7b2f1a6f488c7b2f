package constancia.query.indicators;

import static constancia.query.indicators.IndicatorHistories.*;
import static org.assertj.core.api.Assertions.assertThat;

import constancia.kernel.indicators.Attainment;
import constancia.kernel.indicators.Direction;
import constancia.kernel.indicators.IndicatorEvent;
import constancia.kernel.indicators.IndicatorEvent.*;
import constancia.kernel.indicators.IndicatorKind;
import constancia.kernel.indicators.Target;
import constancia.kernel.rights.Authority;
import constancia.query.Reader;
import constancia.query.TestTables;
import constancia.query.history.Fold;
import constancia.query.history.Names.BodyName;
import constancia.query.history.Names.PlanName;
import constancia.query.indicators.IndicatorsList.Filter;
import constancia.query.indicators.IndicatorsList.Measured;
import constancia.query.indicators.IndicatorsList.Row;
import constancia.query.tables.Facts;
import constancia.query.tables.PageRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IndicatorsTableTest {

    static final Reader READER = new Reader(Authority.administrator("coordinacion"));
    static final UUID POVERTY = id(10);
    static final UUID FAMILIES = id(11);
    static final Filter ALL = filter(List.of(), List.of(), List.of(), List.of(), List.of(), null);

    final TestTables tables = TestTables.of("V3__bodies", "V4__plans", "V9__indicators");
    final IndicatorsTable table = new IndicatorsTable();
    final IndicatorsList list = new IndicatorsList(tables.client());

    final Facts<IndicatorFacts> poverty = facts(POVERTY, DEFINITION, FIFTH, SIXTH, DATED, LASTLY, IN_MARCH);
    final Facts<IndicatorFacts> families = facts(FAMILIES,
            new IndicatorDefined("Familias con bono", IndicatorKind.PRODUCT, "familias", Direction.INCREASE, null, null, null, null, null, List.of(), DEFINED),
            new TargetSet("Trimestre 6", null, number("100"), DEFINED), new IndicatorRetired(LATER));

    @BeforeEach
    void written() {
        tables.db().update("""
                insert into bodies (id, version, position, acronym, name, kind, established_on, search)
                values (?, 1, 1, 'CIACS', 'Comité Intersectorial', 'committee', ?, '')""", COUNCIL.value(), DEFINED);
        tables.db().update("insert into plans (id, version, position, code, title, kind, status, search) values (?, 1, 1, 'CS-2010', 'Plan', 'other', 'draft', '')",
                PLAN.value());
        table.write(tables.db(), List.of(poverty, families));
    }

    @Test
    void writing_the_same_again_changes_nothing() {
        var before = tables.rows("indicators", "indicator_targets");
        table.write(tables.db(), List.of(families, poverty));
        table.write(tables.db(), List.of());
        assertThat(tables.rows("indicators", "indicator_targets")).isEqualTo(before).hasSize(5);
    }

    @Test
    void what_a_later_version_no_longer_holds_is_gone() {
        table.write(tables.db(), List.of(facts(POVERTY, DEFINITION, FIFTH)));
        assertThat(tables.rows("indicator_targets")).hasSize(1);
        assertThat(page(ALL, MARCH).getLast().latest()).isNull();
    }

    @Test
    void indicators_are_listed_by_name_with_where_they_stand_that_day() {
        var council = new BodyName(COUNCIL, "CIACS", "Comité Intersectorial");
        assertThat(page(ALL, MARCH)).containsExactly(
                new Row(FAMILIES, 3, "retired", "Familias con bono", "product", "familias", "increase", null, null, null, null, null, null, null),
                new Row(POVERTY, 6, "active", "Población en pobreza", "impact", "%", "decrease", new PlanName(PLAN, "CS-2010"), NODE, council, number("46"),
                        new Measured(MARCH, number("43")), new Target("Trimestre 6", MARCH, number("42")), new Attainment(number("75.0"), false)));
    }

    @Test
    void lists_and_folds_agree_on_the_target_of_each_day() {
        for (var day : List.of(DEFINED, DECEMBER, DECEMBER.plusDays(1), MARCH, MARCH.plusDays(1), LocalDate.of(2014, 5, 31), LocalDate.of(2030, 1, 1))) {
            var item = (IndicatorItem) new IndicatorView().answer(poverty.facts(), day, NAMES);
            var row = page(ALL, day).getLast();
            assertThat(row.target()).as("on %s", day).isEqualTo(item.target()).isNotNull();
            assertThat(row.attainment()).as("on %s", day).isEqualTo(item.attainment()).isNotNull();
        }
    }

    @Test
    void indicators_are_found_by_plan_node_body_kind_status_and_words() {
        assertThat(ids(filter(List.of(PLAN.value()), List.of(), List.of(), List.of(), List.of(), null))).containsExactly(POVERTY);
        assertThat(ids(filter(List.of(), List.of(NODE), List.of(), List.of(), List.of(), null))).containsExactly(POVERTY);
        assertThat(ids(filter(List.of(), List.of(), List.of(COUNCIL.value()), List.of(), List.of(), null))).containsExactly(POVERTY);
        assertThat(ids(filter(List.of(), List.of(), List.of(), List.of("product", "input"), List.of(), null))).containsExactly(FAMILIES);
        assertThat(ids(filter(List.of(), List.of(), List.of(), List.of(), List.of("active"), null))).containsExactly(POVERTY);
        assertThat(ids(filter(List.of(), List.of(), List.of(), List.of(), List.of(), "BONO"))).containsExactly(FAMILIES);
        assertThat(ids(filter(List.of(PLAN.value()), List.of(), List.of(), List.of("product"), List.of(), null))).isEmpty();
    }

    @Test
    void pages_follow_one_another() {
        var first = list.page(READER, ALL, MARCH, new PageRequest(null, 1, false));
        assertThat(first.items()).extracting(Row::id).containsExactly(FAMILIES);
        assertThat(first.total()).isEqualTo(2);
        var second = list.page(READER, ALL, MARCH, new PageRequest(first.next(), 1, false));
        assertThat(second.items()).extracting(Row::id).containsExactly(POVERTY);
        assertThat(second.next()).isNull();
    }

    private List<Row> page(Filter filter, LocalDate today) {
        return list.page(READER, filter, today, PageRequest.FIRST).items();
    }

    private List<UUID> ids(Filter filter) {
        return page(filter, MARCH).stream().map(Row::id).toList();
    }

    private static Filter filter(List<UUID> plan, List<UUID> node, List<UUID> body, List<String> kind, List<String> status, String q) {
        return new Filter(plan, node, body, kind, status, q);
    }

    private Facts<IndicatorFacts> facts(UUID indicator, IndicatorEvent... events) {
        return new Facts<>(indicator, events.length, 40 + events.length, Fold.of(new IndicatorView(), entries(events)));
    }
}
