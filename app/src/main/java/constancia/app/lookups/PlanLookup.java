package constancia.app.lookups;

import constancia.app.journal.Told;
import constancia.command.plans.Plans;
import constancia.kernel.Refused;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.plans.CalendarPeriod;
import constancia.kernel.plans.OutlineKind;
import constancia.kernel.plans.OutlineNode;
import constancia.kernel.plans.PeriodDates;
import constancia.kernel.plans.PlanEvent;
import constancia.kernel.plans.PlanEvent.*;
import constancia.kernel.plans.PlanId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Plans as commands must know them. */
@Component
final class PlanLookup implements Plans {

    private final JdbcClient db;

    PlanLookup(JdbcClient commandDb) {
        this.db = commandDb;
    }

    @Override
    public Optional<KnownPlan> find(PlanId plan) {
        return Told.once(plan, () -> db.sql("select body, closed_on is not null as closed from journal.plan where id = :id for share").param("id", plan.value())
                .query((row, line) -> {
                    var body = row.getObject("body", UUID.class);
                    return new KnownPlan(plan, body == null ? null : new BodyId(body), row.getBoolean("closed"));
                }).optional());
    }

    @Override
    public Optional<KnownPeriod> period(PlanId plan, String period) {
        return Told.once(new Period(plan, period), () -> db
                .sql("select from_on, until_on from journal.plan_period where plan = :plan and period = :period for share")
                .param("plan", plan.value()).param("period", period)
                .query((row, line) -> new KnownPeriod(period, row.getObject("from_on", LocalDate.class), row.getObject("until_on", LocalDate.class)))
                .optional());
    }

    @Override
    public boolean hasNode(PlanId plan, UUID node) {
        return Told.once(new Node(plan, node), () -> db.sql("select 1 from journal.plan_node where plan = :plan and node = :node")
                .param("plan", plan.value()).param("node", node).query(Integer.class).optional().isPresent());
    }

    @Override
    public boolean hasAssumption(PlanId plan, UUID node, UUID assumption) {
        return db.sql("select 1 from journal.plan_assumption where plan = :plan and node = :node and assumption = :assumption")
                .param("plan", plan.value()).param("node", node).param("assumption", assumption).query(Integer.class).optional().isPresent();
    }

    @Override
    public boolean hasRecommendation(PlanId plan, UUID node) {
        return Told.once(new Recommendation(plan, node), () -> db
                .sql("select 1 from journal.plan_node where plan = :plan and node = :node and recommendation")
                .param("plan", plan.value()).param("node", node).query(Integer.class).optional().isPresent());
    }

    @Override
    public void recorded(PlanId plan, PlanEvent event) {
        switch (event) {
            case PlanDefined e -> write(plan, e, "insert into journal.plan (id, code, code_key, body) values (:id, :code, :key, :body)");
            case PeriodsAdded e -> e.periods().forEach(period -> period(plan, period, e.effectiveOn()));
            case PeriodsDated e -> e.periods().forEach(period -> dated(plan, period, e.effectiveOn()));
            case OutlineNodesAdded e -> added(plan, e.nodes());
            case PlanClosed e -> db.sql("update journal.plan set closed_on = :on where id = :id")
                    .param("id", plan.value()).param("on", e.effectiveOn()).update();
            case AssumptionsStated e -> db.sql("""
                    insert into journal.plan_assumption (plan, node, assumption) select :plan, :node, assumption from unnest(:assumptions::uuid[]) assumption
                    on conflict do nothing""")
                    .param("plan", plan.value()).param("node", e.node())
                    .param("assumptions", e.assumptions().stream().map(one -> one.id().toString()).toArray(String[]::new)).update();
            case OutlineNodeMoved _ -> { }
            case OutlineNodeRetitled _ -> { }
            case PlanAdopted _ -> { }
            case RecommendationAnswered _ -> { }
            case PlanExtended _ -> { }
            case ReportsExpected _ -> { }
        }
    }

    @Override
    public void rectified(PlanId plan, List<PlanEvent> standing) {
        db.sql("delete from journal.plan_period where plan = :id").param("id", plan.value()).update();
        db.sql("delete from journal.plan_assumption where plan = :id").param("id", plan.value()).update();
        db.sql("delete from journal.plan_node where plan = :id").param("id", plan.value()).update();
        for (var event : standing) {
            if (event instanceof PlanDefined e) {
                write(plan, e, "update journal.plan set code = :code, code_key = :key, body = :body, closed_on = null where id = :id");
            } else {
                recorded(plan, event);
            }
        }
    }

    private void write(PlanId plan, PlanDefined e, String sql) {
        Taken.unless(Map.of("plan_code_taken", new Refused("plan-code-taken", e.code())), () ->
                db.sql(sql).param("id", plan.value()).param("code", e.code()).param("key", Keys.of(e.code()))
                        .param("body", e.body() == null ? null : e.body().value()).update());
        e.calendar().forEach(period -> period(plan, period, e.effectiveOn()));
    }

    private void period(PlanId plan, CalendarPeriod period, LocalDate since) {
        db.sql("insert into journal.plan_period (plan, period, since, from_on, until_on) values (:plan, :period, :since, :from, :until)")
                .param("plan", plan.value()).param("period", period.period()).param("since", since)
                .param("from", period.from()).param("until", period.until()).update();
    }

    private void dated(PlanId plan, PeriodDates period, LocalDate since) {
        db.sql("""
                update journal.plan_period set since = :since, from_on = :from, until_on = :until
                where plan = :plan and period = :period and since <= :since""")
                .param("plan", plan.value()).param("period", period.period()).param("since", since)
                .param("from", period.from()).param("until", period.until()).update();
    }

    private void added(PlanId plan, List<OutlineNode> nodes) {
        db.sql("""
                insert into journal.plan_node (plan, node, recommendation)
                select :plan, node, node = any (:recommendations::uuid[]) from unnest(:nodes::uuid[]) node""")
                .param("plan", plan.value()).param("nodes", ids(nodes))
                .param("recommendations", ids(nodes.stream().filter(node -> node.kind() == OutlineKind.RECOMMENDATION).toList())).update();
    }

    private static String[] ids(List<OutlineNode> nodes) {
        return nodes.stream().map(node -> node.id().toString()).toArray(String[]::new);
    }

    private record Period(PlanId plan, String period) {}

    private record Node(PlanId plan, UUID node) {}

    private record Recommendation(PlanId plan, UUID node) {}
}
