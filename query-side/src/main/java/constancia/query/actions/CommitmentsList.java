package constancia.query.actions;

import static constancia.query.actions.ActionsList.date;

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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What does an institution owe, and by when? */
public final class CommitmentsList {

    /** How a list may be sorted; those without a due date come last. */
    public static final List<String> SORTS = List.of("dueOn", "title", "institution");
    /** What can be said of a commitment beside its status. */
    public static final List<String> CONDITIONS = List.of("blocked", "overdue", "near-due", "to-transfer");

    /** As for actions; {@code action} narrows it to some of them, {@code node} to parts of an outline, {@code poa} to codes of the institutions' operating plans. */
    public record Filter(List<UUID> action, List<UUID> node, List<UUID> plan, List<UUID> body, List<UUID> agreement, List<UUID> institution, List<String> role,
                         List<String> status, List<String> condition, @Nullable LocalDate dueFrom, @Nullable LocalDate dueTo, List<String> territory,
                         @Nullable String q,
                         List<String> poa) {

        public static final Filter ALL = new Filter(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), null, null,
                List.of(), null, List.of());
    }

    public record ActionRef(UUID id, @Nullable String number, String title, String status) {}

    /**
     * @param accepted     a date, {@code tacit} or null
     * @param recordedLate how many days after the due date a delivery was put on record that took effect in time
     * @param missingReports the periods that are over without the report expected
     * @param since        since when the institution holds it
     */
    public record Row(UUID id, ActionRef action, @Nullable PlanName plan, InstitutionName institution, String role, String status, List<String> conditions,
                      LocalDate assignedOn, @Nullable String accepted, @Nullable Integer percent, @Nullable LocalDate reportedOn,
                      @Nullable LocalDate deliveredOn, @Nullable String finding, @Nullable LocalDate endedOn, @Nullable LocalDate dueOn,
                      @Nullable LocalDate baselineDueOn, boolean overdue, @Nullable Integer recordedLate,
                      List<String> poa, List<String> missingReports, LocalDate since) {}

    private static final Map<String, String> SQL = Map.of("blocked", "(c.blocked and c.owed)", "overdue", "(c.owed and c.due_on < :today)",
            "near-due", "(c.owed and c.due_on between :today and :near)",
            "to-transfer", "(c.owed and i.ended_on <= :today)");

    private static final Map<String, String> SORT_KEYS = Map.of("dueOn", ListQuery.dayKey("c.due_on"),
            "title", "c.title", "institution", "coalesce(i.acronym, i.name, '~')");

    /** Parts of an outline and everything under them. */
    private static final String UNDER = """
            with recursive under (plan, id) as (
                select o.plan, o.id from view.outline o where o.id in (:node)
                union all
                select o.plan, o.id from view.outline o join under u on u.plan = o.plan and u.id = o.parent)
            select id from under""";

    private final JdbcClient db;
    private final int near;

    /** @param near how many days before its due date a commitment is near it */
    public CommitmentsList(JdbcClient db, int near) {
        this.db = db;
        this.near = near;
    }

    /**
     * @param today the day on which they are looked at
     * @param sort  one of {@link #SORTS}
     */
    public Page<Row> page(Reader reader, Filter filter, LocalDate today, String sort, PageRequest page) {
        reader.mayAsk("commitments");
        var query = new ListQuery(reader, """
                select c.*, p.code as plan_code, i.acronym, i.name, %s, %s as sort_key,
                    array(select m.period from (%s) m where m.commitment = c.id order by m.place) as missing_reports
                from view.commitments c
                left join view.plans p on p.id = c.plan
                left join view.institutions i on i.id = c.institution""".formatted(flags(), SORT_KEYS.get(sort), ReportsList.MISSING))
                .with("today", today).with("near", today.plusDays(near))
                .where("c.action in (:action)", "action", filter.action())
                .where("exists (select 1 from view.actions n where n.id = c.action and n.node in (" + UNDER + "))", "node", filter.node())
                .where("c.plan in (:plan)", "plan", filter.plan())
                .where("c.body in (:body)", "body", filter.body())
                .where("exists (select 1 from view.actions a where a.id = c.action and " + ActionsList.LINKED + ")", "agreement", filter.agreement())
                .where("c.institution in (:institution)", "institution", filter.institution())
                .where("c.role in (:role)", "role", filter.role())
                .where("c.status in (:status)", "status", filter.status())
                .where("c.due_on >= :dueFrom", "dueFrom", filter.dueFrom())
                .where("c.due_on <= :dueTo", "dueTo", filter.dueTo())
                .where("c.territory && array[:territory]::text[]", "territory", filter.territory())
                .where("c.poa && array[:poa]::text[]", "poa", filter.poa())
                .containing("c.search", filter.q());
        if (!filter.condition().isEmpty()) {
            query.where("(" + String.join(" or ", filter.condition().stream().map(SQL::get).toList()) + ")");
        }
        return query.page(db, page, CommitmentsList::row);
    }

    private static String flags() {
        return String.join(", ", CONDITIONS.stream().map(word -> "coalesce(" + SQL.get(word) + ", false) as \"is-" + word + "\"").toList());
    }

    private static Row row(ResultSet row, int line) throws SQLException {
        var plan = row.getObject("plan", UUID.class);
        var conditions = new ArrayList<String>();
        for (var word : CONDITIONS) {
            if (row.getBoolean("is-" + word)) {
                conditions.add(word);
            }
        }
        return new Row(row.getObject("id", UUID.class),
                new ActionRef(row.getObject("action", UUID.class), row.getString("number"), row.getString("title"), row.getString("action_status")),
                plan == null ? null : new PlanName(new PlanId(plan), row.getString("plan_code")),
                new InstitutionName(new InstitutionId(row.getObject("institution", UUID.class)), row.getString("acronym"), row.getString("name")),
                row.getString("role"), row.getString("status"), List.copyOf(conditions), row.getObject("assigned_on", LocalDate.class),
                row.getString("accepted"), row.getObject("percent", Integer.class), date(row, "reported_on"), date(row, "delivered_on"),
                row.getString("finding"), date(row, "ended_on"), date(row, "due_on"), date(row, "baseline_due_on"), row.getBoolean("is-overdue"),
                row.getObject("recorded_late", Integer.class), List.of((String[]) row.getArray("poa").getArray()),
                List.of((String[]) row.getArray("missing_reports").getArray()), date(row, "held_since"));
    }
}
