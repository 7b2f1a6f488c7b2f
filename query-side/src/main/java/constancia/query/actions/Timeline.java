package constancia.query.actions;

import static constancia.query.actions.ActionsList.date;

import constancia.kernel.institutions.InstitutionId;
import constancia.kernel.plans.PlanId;
import constancia.query.Reader;
import constancia.query.actions.CommitmentsList.ActionRef;
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

/** The plan by quarter: what is marked for each period, and who answers for it. By plan, period and number. */
public final class Timeline {

    public record Filter(List<UUID> plan, List<UUID> body, List<String> period, List<UUID> institution, List<String> role) {}

    /** A marked period with the dates that the plan gives it. */
    public record PeriodRow(String period, @Nullable String label, @Nullable LocalDate from, @Nullable LocalDate until) {}

    /** @param period null when the action goes by dates; {@code institution} null when nobody answers for it */
    public record Row(ActionRef action, @Nullable PlanName plan, @Nullable PeriodRow period, @Nullable InstitutionName institution, @Nullable String role,
                      @Nullable String status, @Nullable Integer percent, @Nullable LocalDate from, @Nullable LocalDate dueOn, boolean overdue) {}

    private final JdbcClient db;

    public Timeline(JdbcClient db) {
        this.db = db;
    }

    /** @param today the day on which it is looked at */
    public Page<Row> page(Reader reader, Filter filter, LocalDate today, PageRequest page) {
        reader.mayAsk("timeline");
        return new ListQuery(reader, """
                select t.*, p.code as plan_code, i.acronym, i.name, q.label, q.from_on as period_from, q.until_on as period_until,
                    coalesce(t.owed and t.due_on < :today, false) as overdue,
                    coalesce(p.code, '~') || ' ' || to_char(coalesce(q.place, 999999), 'FM000000') || ' ' || t.number_key || ' ' || t.title as sort_key
                from view.timeline t
                left join view.plans p on p.id = t.plan
                left join view.periods q on q.plan = t.plan and q.period = t.period
                left join view.institutions i on i.id = t.institution""")
                .with("today", today)
                .where("t.plan in (:plan)", "plan", filter.plan())
                .where("t.body in (:body)", "body", filter.body())
                .where("t.period in (:period)", "period", filter.period())
                .where("t.institution in (:institution)", "institution", filter.institution())
                .where("t.role in (:role)", "role", filter.role())
                .page(db, page, Timeline::row);
    }

    private static Row row(ResultSet row, int line) throws SQLException {
        var plan = row.getObject("plan", UUID.class);
        var institution = row.getObject("institution", UUID.class);
        var period = row.getString("period");
        return new Row(new ActionRef(row.getObject("action", UUID.class), row.getString("number"), row.getString("title"), row.getString("action_status")),
                plan == null ? null : new PlanName(new PlanId(plan), row.getString("plan_code")),
                period == null ? null : new PeriodRow(period, row.getString("label"), date(row, "period_from"), date(row, "period_until")),
                institution == null ? null : new InstitutionName(new InstitutionId(institution), row.getString("acronym"), row.getString("name")),
                row.getString("role"), row.getString("status"), row.getObject("percent", Integer.class), date(row, "from_on"), date(row, "due_on"),
                row.getBoolean("overdue"));
    }
}
