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

/** Who reported against which period of the plan, and who has not? By plan, period and number. */
public final class ReportsList {

    /** What can be said of a report: it was made, its period is over without it, or its period is not over. */
    public static final List<String> STATUS = List.of("reported", "missing", "pending");

    public record Filter(List<UUID> plan, List<UUID> action, List<UUID> institution, List<String> period, List<String> role, List<String> status) {}

    public record Row(UUID commitment, ActionRef action, PlanName plan, InstitutionName institution, String role, String period,
                      @Nullable String label, @Nullable LocalDate from, @Nullable LocalDate until, String status, @Nullable LocalDate reportedOn,
                      @Nullable Integer percent, @Nullable String narrative) {}

    /**
     * A commitment is to report against a period that its plan names, if it stood at the period's end, was not delivered
     * before it began, and its action was to have begun by then.
     */
    private static final String EXPECTED = """
            q.period = any (p.report_periods) and a.status <> 'cancelled'
            and (c.ended_on is null or c.ended_on > q.until_on) and (q.until_on is null or c.assigned_on <= q.until_on)
            and (q.from_on is null or c.delivered_on is null or c.delivered_on >= q.from_on)
            and (q.until_on is null or a.from_on is null or a.from_on <= q.until_on)""";

    private static final String OF_COMMITMENTS = """
            from view.commitments c join view.actions a on a.id = c.action join view.plans p on p.id = c.plan join view.periods q on q.plan = c.plan
            left join view.reports r on r.commitment = c.id and r.period = q.period""";

    /** The reports that were expected and not made when their period ended, before {@code :today}. */
    static final String MISSING = "select c.id as commitment, c.action, q.period, q.place " + OF_COMMITMENTS
            + " where r.commitment is null and q.until_on < :today and " + EXPECTED;

    private final JdbcClient db;

    public ReportsList(JdbcClient db) {
        this.db = db;
    }

    /** @param today the day on which they are looked at */
    public Page<Row> page(Reader reader, Filter filter, LocalDate today, PageRequest page) {
        reader.mayAsk("reports");
        return new ListQuery(reader, """
                select t.*, i.acronym, i.name from (
                    select md5(c.id || q.period)::uuid as id, c.id as commitment, c.action, c.number, c.title, c.action_status, c.plan, p.code as plan_code,
                        c.institution, c.role, q.period, q.label, q.from_on, q.until_on, r.reported_on, r.percent, r.narrative,
                        case when r.commitment is not null then 'reported' when q.until_on < :today then 'missing' else 'pending' end as status,
                        p.code || ' ' || to_char(q.place, 'FM000000') || ' ' || a.number_key || ' ' || c.title as sort_key
                    %s
                    where r.commitment is not null or %s) t
                left join view.institutions i on i.id = t.institution""".formatted(OF_COMMITMENTS, EXPECTED))
                .with("today", today)
                .where("t.plan in (:plan)", "plan", filter.plan())
                .where("t.action in (:action)", "action", filter.action())
                .where("t.institution in (:institution)", "institution", filter.institution())
                .where("t.period in (:period)", "period", filter.period())
                .where("t.role in (:role)", "role", filter.role())
                .where("t.status in (:status)", "status", filter.status())
                .page(db, page, ReportsList::row);
    }

    private static Row row(ResultSet row, int line) throws SQLException {
        return new Row(row.getObject("commitment", UUID.class),
                new ActionRef(row.getObject("action", UUID.class), row.getString("number"), row.getString("title"), row.getString("action_status")),
                new PlanName(new PlanId(row.getObject("plan", UUID.class)), row.getString("plan_code")),
                new InstitutionName(new InstitutionId(row.getObject("institution", UUID.class)), row.getString("acronym"), row.getString("name")),
                row.getString("role"), row.getString("period"), row.getString("label"), date(row, "from_on"), date(row, "until_on"), row.getString("status"),
                date(row, "reported_on"), row.getObject("percent", Integer.class), row.getString("narrative"));
    }
}
