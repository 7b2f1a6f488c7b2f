package constancia.query.actions;

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

/** Which actions are there, who leads them, and which are late? */
public final class ActionsList {

    /** How a list may be sorted; those without a due date come last, without a number too. */
    public static final List<String> SORTS = List.of("dueOn", "number", "title");

    /**
     * @param institution who has a commitment in it that stands, in one of the roles if {@code role} names any
     * @param condition   words of the contract, any of them
     * @param dueFrom     on the current due date, inclusive, as {@code dueTo}
     * @param agreement   from which it was proposed or to which it was linked
     */
    public record Filter(List<UUID> plan, List<UUID> body, List<UUID> agreement, List<UUID> institution, List<String> role, List<String> status,
                         List<String> condition, @Nullable LocalDate dueFrom, @Nullable LocalDate dueTo, List<String> territory, @Nullable String q,
                         Relations relations) {

        public static final Filter ALL = new Filter(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), null, null, List.of(), null,
                Relations.ANY);
    }

    /**
     * @param alignment      goals or targets, each with those below it: {@code SDG-16} has {@code SDG-16.1}
     * @param escalated      whether it was taken to any body; {@code escalatedTo} to one of these
     * @param recommendation to which it responds
     * @param dependsOn      of which it is a successor; {@code precedes} of which it is a predecessor
     * @param risk           that has to do with it
     */
    public record Relations(List<String> alignment, @Nullable Boolean escalated, List<UUID> escalatedTo, List<UUID> recommendation, List<UUID> dependsOn,
                            List<UUID> precedes, List<UUID> risk) {

        public static final Relations ANY = new Relations(List.of(), null, List.of(), List.of(), List.of(), List.of(), List.of());
    }

    /** @param waitingFor the predecessors that are neither delivered nor cancelled; {@code missingReports} of all its commitments */
    public record Row(UUID id, int version, String status, List<String> conditions, String title, @Nullable String number, @Nullable PlanName plan,
                      @Nullable UUID node, @Nullable InstitutionName lead, List<String> periods, @Nullable LocalDate from, @Nullable LocalDate dueOn,
                      @Nullable LocalDate baselineDueOn, @Nullable Integer percent, @Nullable LocalDate reportedOn, List<UUID> waitingFor, int missingReports) {}

    static final String LINKED = "(a.agreements && array[:agreement]::uuid[] or exists (select 1 from view.agreement_actions g"
            + " where g.action = a.id and g.agreement in (:agreement)))";

    /** The conditions at the end of {@code :today}, in the order of the contract. */
    static final Map<String, String> CONDITIONS = conditions();

    private static final Map<String, String> SORT_KEYS = Map.of("dueOn", ListQuery.dayKey("a.due_on") + " || a.number_key",
            "number", "coalesce(p.code, '~') || ' ' || a.number_key", "title", "a.title");

    private final JdbcClient db;
    private final int near;

    /** @param near how many days before its due date an action is near it */
    public ActionsList(JdbcClient db, int near) {
        this.db = db;
        this.near = near;
    }

    /**
     * @param today the day on which they are looked at
     * @param sort  one of {@link #SORTS}
     */
    public Page<Row> page(Reader reader, Filter filter, LocalDate today, String sort, PageRequest page) {
        reader.mayAsk("actions");
        var query = new ListQuery(reader, """
                select a.*, p.code as plan_code, i.acronym as lead_acronym, i.name as lead_name, %s, %s as sort_key,
                    array(select w.id from view.actions w where w.id = any (a.predecessors) and w.status not in ('delivered', 'fulfilled', 'cancelled')
                        order by w.number_key, w.id) as waiting_for,
                    (select count(*) from (%s) m where m.action = a.id) as missing_reports
                from view.actions a
                left join view.plans p on p.id = a.plan
                left join view.institutions i on i.id = a.lead""".formatted(flags(), SORT_KEYS.get(sort), ReportsList.MISSING))
                .with("today", today).with("near", today.plusDays(near))
                .where("a.plan in (:plan)", "plan", filter.plan())
                .where("a.body in (:body)", "body", filter.body())
                .where(LINKED, "agreement", filter.agreement())
                .where("a.status in (:status)", "status", filter.status())
                .where("a.due_on >= :dueFrom", "dueFrom", filter.dueFrom())
                .where("a.due_on <= :dueTo", "dueTo", filter.dueTo())
                .where("a.territory && array[:territory]::text[]", "territory", filter.territory())
                .containing("a.search", filter.q());
        related(query, filter.relations());
        return heldBy(under(query, filter.condition()), filter.institution(), filter.role()).page(db, page, ActionsList::row);
    }

    /** Those that are under any of these conditions, if any is named. */
    static ListQuery under(ListQuery query, List<String> conditions) {
        return conditions.isEmpty() ? query : query.where("(" + String.join(" or ", conditions.stream().map(CONDITIONS::get).toList()) + ")");
    }

    private static void related(ListQuery query, Relations relations) {
        query.where("exists (select 1 from unnest(a.alignments) own, unnest(array[:alignment]::text[]) asked where own = asked or starts_with(own, asked || '.'))",
                        "alignment", relations.alignment())
                .where("(a.escalated_to <> '{}') = :escalated", "escalated", relations.escalated())
                .where("a.escalated_to && array[:escalatedTo]::uuid[]", "escalatedTo", relations.escalatedTo())
                .where("a.recommendations && array[:recommendation]::uuid[]", "recommendation", relations.recommendation())
                .where("a.predecessors <> '{}' and a.predecessors && array[:dependsOn]::uuid[]", "dependsOn", relations.dependsOn())
                .where("exists (select 1 from view.actions s where s.id in (:precedes) and a.id = any (s.predecessors))", "precedes", relations.precedes())
                .where("exists (select 1 from view.risks r where r.id in (:risk) and a.id = any (r.actions))", "risk", relations.risk());
    }

    /** Those in which any of these institutions has a commitment that stands, in any of these roles. */
    static ListQuery heldBy(ListQuery query, List<UUID> institutions, List<String> roles) {
        var held = "exists (select 1 from view.commitments c where c.action = a.id and c.ended_on is null%s%s)";
        var institution = institutions.isEmpty() ? "" : " and c.institution in (:institution)";
        var role = roles.isEmpty() ? "" : " and c.role in (:role)";
        if (!institutions.isEmpty()) {
            query.with("institution", institutions);
        }
        if (!roles.isEmpty()) {
            query.with("role", roles);
        }
        return institution.isEmpty() && role.isEmpty() ? query : query.where(held.formatted(institution, role));
    }

    private static Map<String, String> conditions() {
        var all = new java.util.LinkedHashMap<String, String>();
        all.put("blocked", "a.blocked");
        all.put("overdue", "(a.owed and a.due_on < :today)");
        all.put("near-due", "(a.status not in ('delivered', 'fulfilled', 'cancelled') and a.due_on between :today and :near)");
        all.put("unassigned", "a.unassigned");
        return all;
    }

    static String flags() {
        var flags = new ArrayList<String>();
        CONDITIONS.forEach((word, sql) -> flags.add("coalesce(" + sql + ", false) as \"is-" + word + "\""));
        return String.join(", ", flags);
    }

    private static Row row(ResultSet row, int line) throws SQLException {
        var plan = row.getObject("plan", UUID.class);
        var lead = row.getObject("lead", UUID.class);
        return new Row(row.getObject("id", UUID.class), row.getInt("version"), row.getString("status"), conditions(row), row.getString("title"),
                row.getString("number"), plan == null ? null : new PlanName(new PlanId(plan), row.getString("plan_code")), row.getObject("node", UUID.class),
                lead == null ? null : new InstitutionName(new InstitutionId(lead), row.getString("lead_acronym"), row.getString("lead_name")),
                List.of((String[]) row.getArray("periods").getArray()), date(row, "from_on"), date(row, "due_on"), date(row, "baseline_due_on"),
                row.getObject("percent", Integer.class), date(row, "reported_on"),
                List.of((UUID[]) row.getArray("waiting_for").getArray()), row.getInt("missing_reports"));
    }

    /** What {@link #flags} say. */
    static List<String> conditions(ResultSet row) throws SQLException {
        var conditions = new ArrayList<String>();
        for (var word : CONDITIONS.keySet()) {
            if (row.getBoolean("is-" + word)) {
                conditions.add(word);
            }
        }
        return List.copyOf(conditions);
    }

    static @Nullable LocalDate date(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }
}
