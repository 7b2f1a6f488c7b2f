package constancia.query.actions;

import static constancia.query.actions.ActionsList.date;

import constancia.kernel.actions.ActionStatus;
import constancia.kernel.actions.Schedule;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.institutions.InstitutionId;
import constancia.kernel.plans.PlanId;
import constancia.query.Reader;
import constancia.query.actions.CommitmentsList.ActionRef;
import constancia.query.history.Names.BodyName;
import constancia.query.history.Names.InstitutionName;
import constancia.query.history.Names.PlanName;
import constancia.query.tables.ListQuery;
import constancia.query.tables.Page;
import constancia.query.tables.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** For when was each action promised, for when is it now, and what happened to it on the way? */
public final class SchedulesList {

    /** How a list may be sorted: as the plan's outline goes, by who leads, by body, by a date. What lacks it comes last. */
    public static final List<String> SORTS = List.of("outline", "institution", "body", "dueOn", "from");

    /**
     * @param node   the part of an outline under which the action stands, at any depth
     * @param period one of the marks of its schedule or of its baseline
     * @param moved  whether it is due on another day than at first
     */
    public record Filter(List<UUID> action, List<UUID> plan, List<UUID> body, List<UUID> node, List<UUID> institution, List<String> role, List<String> status,
                         List<String> condition, List<String> period, @Nullable Boolean moved, @Nullable LocalDate dueFrom, @Nullable LocalDate dueTo,
                         @Nullable String q) {}

    public record NodeName(UUID id, @Nullable String code, String text) {}

    /** @param predecessors the actions on which it depends */
    public record Row(UUID id, String status, List<String> conditions, String title, @Nullable String number, @Nullable PlanName plan,
                      @Nullable BodyName body, @Nullable NodeName node, @Nullable InstitutionName lead, @Nullable Integer percent,
                      @Nullable LocalDate reportedOn, LocalDate proposedOn, @Nullable Schedule schedule, @Nullable Schedule baseline,
                      List<Milestone> milestones, List<Course.Extension> extensions, List<Course.Impediment> impediments,
                      List<Course.Delivery> deliveries, List<ActionRef> predecessors) {}

    /** One that was not dropped. */
    public record Milestone(UUID id, String title, @Nullable LocalDate dueOn, @Nullable LocalDate reachedOn, boolean overdue) {}

    /**
     * How many there are, and from which day to which they go.
     *
     * @param moved those due on another day than at first
     * @param first the day on which the first begins; null where none has a date
     * @param last  the day on which the last is due
     * @param groups how many of them there are in each group that was asked for; none if none was
     */
    public record Totals(int actions, int fulfilled, int overdue, int unassigned, int moved, @Nullable LocalDate first, @Nullable LocalDate last,
                         List<Group> groups) {}

    /**
     * How many actions there are of one component, one institution that leads, or one body.
     *
     * @param plan of the component
     * @param id   of the component, the institution or the body; null of those that have none
     */
    public record Group(@Nullable UUID plan, @Nullable UUID id, int actions, int overdue) {}

    private static final String MOVED = "(a.due_on is distinct from a.baseline_due_on)";

    private static final Map<String, String> SORT_KEYS = Map.of(
            "outline", "coalesce(p.code, '~') || ' ' || to_char(coalesce(o.place, 999999), 'FM000000') || ' ' || a.number_key",
            "institution", "coalesce(i.acronym, i.name, '~') || ' ' || coalesce(to_char(a.due_on, 'YYYY-MM-DD'), '9999-12-31')",
            "body", "coalesce(b.acronym, '~') || ' ' || coalesce(to_char(a.due_on, 'YYYY-MM-DD'), '9999-12-31')",
            "dueOn", "coalesce(to_char(a.due_on, 'YYYY-MM-DD'), '9999-12-31')",
            "from", "coalesce(to_char(coalesce(a.from_on, a.due_on), 'YYYY-MM-DD'), '9999-12-31')");

    private static final Map<String, String> GROUP_KEYS = Map.of("component", "a.plan, o.id", "institution", "null::uuid, a.lead", "body", "null::uuid, a.body");

    /** By what they may be added up. */
    public static final Set<String> GROUPS = GROUP_KEYS.keySet();

    private static final String UNDER = """
            a.node in (with recursive under as (
                select id from view.outline where id in (:node) union select o.id from view.outline o join under u on o.parent = u.id) select id from under)""";

    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient db;
    private final int near;

    /** @param near how many days before its due date an action is near it */
    public SchedulesList(JdbcClient db, int near) {
        this.db = db;
        this.near = near;
    }

    /**
     * @param today the day on which they are looked at
     * @param sort  one of {@link #SORTS}
     */
    public Page<Row> page(Reader reader, Filter filter, LocalDate today, String sort, PageRequest page) {
        reader.mayAsk("schedules");
        return narrowed(new ListQuery(reader, """
                select a.*, p.code as plan_code, b.acronym as body_acronym, b.name as body_name, o.code as node_code, o.text as node_text,
                    i.acronym as lead_acronym, i.name as lead_name, %s, %s as sort_key, (
                    select coalesce(jsonb_agg(jsonb_build_object('id', w.id, 'number', w.number, 'title', w.title, 'status', w.status)
                        order by w.number_key, w.id), '[]')
                    from view.actions w where w.id = any (a.predecessors)) as befores
                from view.actions a
                left join view.plans p on p.id = a.plan
                left join view.bodies b on b.id = a.body
                left join view.outline o on o.plan = a.plan and o.id = a.node
                left join view.institutions i on i.id = a.lead""".formatted(ActionsList.flags(), SORT_KEYS.get(sort))), filter, today).page(db, page, (row, line) -> row(row, today));
    }

    /**
     * @param today the day on which they are looked at
     * @param by    one of {@link #GROUPS}; null for no groups
     */
    public Totals totals(Reader reader, Filter filter, LocalDate today, @Nullable String by) {
        reader.mayAsk("schedule-totals");
        var groups = by == null ? List.<Group>of() : groups(reader, filter, today, GROUP_KEYS.get(by));
        return narrowed(new ListQuery(reader, """
                select count(*) as actions, count(*) filter (where a.status = 'fulfilled') as fulfilled, count(*) filter (where %s) as overdue,
                    count(*) filter (where a.unassigned) as unassigned, count(*) filter (where %s) as moved,
                    min(least(coalesce(a.from_on, a.proposed_on), a.due_on, a.baseline_due_on, case when %s then (a.course #>> '{baseline,from}')::date end))
                        filter (where a.due_on is not null) as first,
                    max(a.due_on) as last
                from view.actions a""".formatted(ActionsList.CONDITIONS.get("overdue"), MOVED, MOVED)), filter, today)
                .single(db, (row, line) -> new Totals(row.getInt("actions"), row.getInt("fulfilled"), row.getInt("overdue"), row.getInt("unassigned"), row.getInt("moved"),
                        date(row, "first"), date(row, "last"), groups));
    }

    private List<Group> groups(Reader reader, Filter filter, LocalDate today, String keys) {
        return narrowed(new ListQuery(reader, """
                select %s, count(*) as actions, count(*) filter (where %s) as overdue
                from view.actions a left join view.outline o on o.plan = a.plan and o.id = a.node""".formatted(keys, ActionsList.CONDITIONS.get("overdue"))), filter, today)
                .grouped(db, "1, 2", (row, line) -> new Group(row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getInt("actions"), row.getInt("overdue")));
    }

    private ListQuery narrowed(ListQuery query, Filter filter, LocalDate today) {
        query.with("today", today).with("near", today.plusDays(near))
                .where("a.id in (:action)", "action", filter.action())
                .where("a.plan in (:plan)", "plan", filter.plan())
                .where("a.body in (:body)", "body", filter.body())
                .where(UNDER, "node", filter.node())
                .where("a.status in (:status)", "status", filter.status())
                .where("(a.periods && array[:period]::text[] or jsonb_exists_any(a.course -> 'baseline' -> 'periods', array[:period]::text[]))", "period", filter.period())
                .where(MOVED + " = :moved", "moved", filter.moved())
                .where("a.due_on >= :dueFrom", "dueFrom", filter.dueFrom())
                .where("a.due_on <= :dueTo", "dueTo", filter.dueTo())
                .containing("a.search", filter.q());
        return ActionsList.under(ActionsList.heldBy(query, filter.institution(), filter.role()), filter.condition());
    }

    private static Row row(ResultSet row, LocalDate today) throws SQLException {
        var plan = row.getObject("plan", UUID.class);
        var body = row.getObject("body", UUID.class);
        var node = row.getObject("node", UUID.class);
        var lead = row.getObject("lead", UUID.class);
        var periods = List.of((String[]) row.getArray("periods").getArray());
        var dueOn = date(row, "due_on");
        var course = JSON.readValue(row.getString("course"), Course.class);
        return new Row(row.getObject("id", UUID.class), row.getString("status"), ActionsList.conditions(row), row.getString("title"), row.getString("number"),
                plan == null ? null : new PlanName(new PlanId(plan), row.getString("plan_code")),
                body == null ? null : new BodyName(new BodyId(body), row.getString("body_acronym"), row.getString("body_name")),
                node == null || row.getString("node_text") == null ? null : new NodeName(node, row.getString("node_code"), row.getString("node_text")),
                lead == null ? null : new InstitutionName(new InstitutionId(lead), row.getString("lead_acronym"), row.getString("lead_name")),
                row.getObject("percent", Integer.class), date(row, "reported_on"), row.getObject("proposed_on", LocalDate.class),
                periods.isEmpty() && dueOn == null ? null : new Schedule(periods, date(row, "from_on"), dueOn), course.baseline(),
                milestones(course, ActionStatus.valueOf(row.getString("status").toUpperCase(Locale.ROOT).replace('-', '_')), today),
                course.extensions(), course.impediments(), course.deliveries(), List.of(JSON.readValue(row.getString("befores"), ActionRef[].class)));
    }

    private static List<Milestone> milestones(Course course, ActionStatus status, LocalDate today) {
        return course.milestones().stream()
                .map(m -> new Milestone(m.id(), m.title(), m.dueOn(), m.reachedOn(), m.reachedOn() == null && status.overdue(m.dueOn(), today))).toList();
    }
}
