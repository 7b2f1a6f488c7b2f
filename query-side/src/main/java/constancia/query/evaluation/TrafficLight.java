package constancia.query.evaluation;

import constancia.kernel.institutions.InstitutionId;
import constancia.kernel.plans.PlanId;
import constancia.query.Reader;
import constancia.query.history.Names.InstitutionName;
import constancia.query.history.Names.PlanName;
import constancia.query.tables.ListQuery;
import constancia.query.tables.Page;
import constancia.query.tables.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How does each institution stand in each component of a plan? Counts of binding commitments, never percentages. */
public final class TrafficLight {

    public record Filter(List<UUID> plan, List<UUID> body, List<UUID> institution) {}

    /** A part of the plan's outline that has none above it; {@code place} is its place in the whole outline. */
    public record Component(UUID id, @Nullable String code, String text, int place) {}

    /**
     * @param component null for actions outside of any
     * @param overdue   of {@code total}; one that is blocked may be overdue too
     */
    public record Row(InstitutionName institution, @Nullable PlanName plan, @Nullable Component component, int total, int overdue, int blocked, int nearDue, int delivered,
                      int verified) {}

    /** All parts of the outlines with the one at their top. */
    static final String TOPS = """
            with recursive top (plan, node, root) as (
                select plan, id, id from view.outline where parent is null
                union all
                select o.plan, o.id, t.root from view.outline o join top t on t.plan = o.plan and t.node = o.parent)
            select * from top""";

    private final JdbcClient db;
    private final int near;

    /** @param near how many days before its due date a commitment is near it */
    public TrafficLight(JdbcClient db, int near) {
        this.db = db;
        this.near = near;
    }

    /** @param today the day on which it is looked at */
    public Page<Row> page(Reader reader, Filter filter, LocalDate today, PageRequest page) {
        reader.mayAsk("traffic-light");
        var within = filter.body().isEmpty() ? "" : "and c.body in (:body)";
        var query = new ListQuery(reader, """
                select s.*, p.code as plan_code, i.acronym, i.name, r.code, r.text, r.place, md5(concat(s.institution, s.plan, s.root))::uuid as id,
                    coalesce(i.acronym, i.name, '~') || ' ' || s.institution || ' ' || coalesce(p.code, '~') || ' ' || to_char(coalesce(r.place, 999999), 'FM000000') as sort_key
                from (select c.institution, c.plan, t.root, count(*) as total, count(*) filter (where c.owed and c.due_on < :today) as overdue,
                          count(*) filter (where c.owed and c.blocked) as blocked, count(*) filter (where c.owed and c.due_on between :today and :near) as near_due,
                          count(*) filter (where c.status = 'delivered') as delivered, count(*) filter (where c.status = 'verified') as verified
                      from view.commitments c join view.actions a on a.id = c.action
                      left join (%s) t on t.plan = c.plan and t.node = a.node
                      where c.role <> 'support' and c.status not in ('declined', 'released') and c.action_status <> 'cancelled' %s
                      group by c.institution, c.plan, t.root) s
                left join view.plans p on p.id = s.plan
                left join view.outline r on r.plan = s.plan and r.id = s.root
                left join view.institutions i on i.id = s.institution""".formatted(TOPS, within))
                .with("today", today).with("near", today.plusDays(near))
                .where("s.plan in (:plan)", "plan", filter.plan())
                .where("s.institution in (:institution)", "institution", filter.institution());
        return (filter.body().isEmpty() ? query : query.with("body", filter.body())).page(db, page, TrafficLight::row);
    }

    private static Row row(ResultSet row, int line) throws SQLException {
        var plan = row.getObject("plan", UUID.class);
        var root = row.getObject("root", UUID.class);
        return new Row(new InstitutionName(new InstitutionId(row.getObject("institution", UUID.class)), row.getString("acronym"), row.getString("name")),
                plan == null ? null : new PlanName(new PlanId(plan), row.getString("plan_code")),
                root == null ? null : new Component(root, row.getString("code"), row.getString("text"), row.getInt("place")), row.getInt("total"), row.getInt("overdue"),
                row.getInt("blocked"), row.getInt("near_due"), row.getInt("delivered"), row.getInt("verified"));
    }
}
