package constancia.query.risks;

import static constancia.query.risks.RiskViewTest.*;
import static org.assertj.core.api.Assertions.assertThat;

import constancia.kernel.bodies.BodyId;
import constancia.kernel.plans.PlanId;
import constancia.kernel.rights.Authority;
import constancia.kernel.risks.RiskEvent;
import constancia.kernel.risks.RiskEvent.*;
import constancia.kernel.risks.Watched;
import constancia.query.Reader;
import constancia.query.TestTables;
import constancia.query.history.Fold;
import constancia.query.history.Names.BodyName;
import constancia.query.history.Names.PlanName;
import constancia.query.risks.RisksList.Filter;
import constancia.query.risks.RisksList.Row;
import constancia.query.risks.RisksList.Sign;
import constancia.query.tables.Facts;
import constancia.query.tables.PageRequest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RisksTableTest {

    static final Reader READER = new Reader(Authority.administrator("coordinacion"));
    static final UUID CHANGES = new UUID(0, 1);
    static final UUID DISASTER = new UUID(0, 2);
    static final PlanId PLAN = new PlanId(new UUID(0, 3));
    static final UUID NODE = new UUID(0, 5);
    static final UUID ASSUMPTION = new UUID(0, 6);
    static final BodyId TABLE = new BodyId(new UUID(0, 4));
    static final Filter ALL = new Filter(List.of(), List.of(), List.of(), List.of(), List.of(), null);

    final TestTables tables = TestTables.of("V3__bodies", "V4__plans", "V10__risks", "V15_2__risks_of_actions", "V17__search", "V31_4__assumptions");
    final RisksTable table = new RisksTable();
    final RisksList list = new RisksList(tables.client());

    final Facts<RiskFacts> changes = facts(CHANGES, REGISTERED, SEEN, MATERIALISED);
    final Facts<RiskFacts> disaster = facts(DISASTER, new RiskRegistered("Desastre natural", PLAN, TABLE, List.of(), List.of(), List.of(), new Watched(NODE, ASSUMPTION), DAY));

    @BeforeEach
    void written() {
        tables.db().update("insert into bodies (id, version, position, acronym, name, kind, established_on, search) values (?, 1, 1, 'MT', 'Mesa', 'table', ?, '')",
                TABLE.value(), DAY);
        tables.db().update("insert into plans (id, version, position, code, title, kind, status, search) values (?, 1, 1, 'PD', 'Plan', 'other', 'draft', '')", PLAN.value());
        table.write(tables.db(), List.of(changes, disaster));
    }

    @Test
    void writing_the_same_again_changes_nothing_and_a_later_version_replaces() {
        var before = tables.rows("risks");
        table.write(tables.db(), List.of(disaster, changes));
        assertThat(tables.rows("risks")).isEqualTo(before).hasSize(2);
        table.write(tables.db(), List.of(facts(CHANGES, REGISTERED, SEEN, MATERIALISED, ACTIVATED, CLOSED)));
        assertThat(page(ALL).getFirst()).isEqualTo(new Row(CHANGES, 5, "closed", "Cambios de autoridades", null, null, DAY, DAY.plusDays(9), CAME, END, 0, List.of(), null));
    }

    @Test
    void risks_are_listed_by_scenario() {
        assertThat(page(ALL)).containsExactly(
                new Row(CHANGES, 3, "materialised", "Cambios de autoridades", null, null, DAY, DAY.plusDays(9), CAME, null, 1, List.of(new Sign(RiskViewTest.RUMOURS, "Rumores", DAY.plusDays(9), "En la prensa")), null),
                new Row(DISASTER, 1, "watched", "Desastre natural", new PlanName(PLAN, "PD"), new BodyName(TABLE, "MT", "Mesa"), DAY, null, null, null, 0, List.of(), new Watched(NODE, ASSUMPTION)));
    }

    @Test
    void risks_are_found_by_plan_body_status_and_words() {
        assertThat(ids(new Filter(List.of(PLAN.value()), List.of(), List.of(), List.of(), List.of(), null))).containsExactly(DISASTER);
        assertThat(ids(new Filter(List.of(), List.of(), List.of(), List.of(NODE), List.of(), null))).containsExactly(DISASTER);
        assertThat(ids(new Filter(List.of(), List.of(), List.of(), List.of(ASSUMPTION), List.of(), null))).isEmpty();
        assertThat(ids(new Filter(List.of(), List.of(TABLE.value()), List.of(), List.of(), List.of(), null))).containsExactly(DISASTER);
        assertThat(ids(new Filter(List.of(), List.of(), List.of(), List.of(), List.of("materialised", "closed"), null))).containsExactly(CHANGES);
        assertThat(ids(new Filter(List.of(), List.of(), List.of(), List.of(), List.of(), "AUTORIDADES"))).containsExactly(CHANGES);
    }

    private List<Row> page(Filter filter) {
        return list.page(READER, filter, PageRequest.FIRST).items();
    }

    private List<UUID> ids(Filter filter) {
        return page(filter).stream().map(Row::id).toList();
    }

    private Facts<RiskFacts> facts(UUID risk, RiskEvent... events) {
        return new Facts<>(risk, events.length, 40 + events.length, Fold.of(new RiskView(), entries(events)));
    }
}
