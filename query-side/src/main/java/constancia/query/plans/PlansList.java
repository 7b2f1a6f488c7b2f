package constancia.query.plans;

import constancia.kernel.bodies.BodyId;
import constancia.kernel.plans.Assumption;
import constancia.query.Reader;
import constancia.query.history.Names.BodyName;
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
import tools.jackson.databind.json.JsonMapper;

/** Which plans are there, by code; and what does one of them hold: its periods and its outline, each in its own order. */
public final class PlansList {

    /** @param status, kind words of the contract; {@code q} part of a code or title */
    public record Filter(List<String> status, List<String> kind, List<UUID> body, @Nullable String q) {}

    public record Row(UUID id, int version, String status, String code, String title, String kind, @Nullable BodyName body,
                      @Nullable LocalDate until, @Nullable LocalDate adoptedOn, @Nullable LocalDate closedOn) {}

    public record PeriodRow(String period, @Nullable String label, @Nullable LocalDate from, @Nullable LocalDate until) {}

    /**
     * @param risks   those that watch it or what is assumed of it, until they are closed
     * @param actions how many stand right under it
     */
    public record NodeRow(UUID id, @Nullable UUID parent, String kind, @Nullable String code, String text, @Nullable ResponseRow response,
                          List<Assumption> assumptions, List<Watching> risks, @Nullable String source, int actions) {}

    /** A risk that watches a node; {@code assumption} which one there, if it is one. */
    public record Watching(UUID id, String scenario, String status, @Nullable UUID assumption) {}

    public record ResponseRow(String response, @Nullable String text, LocalDate respondedOn) {}

    /** A recommendation with its management response and the actions that carry it out; {@code source} is who made it and in which report. */
    public record RecommendationRow(UUID id, @Nullable String code, String text, @Nullable ResponseRow response, List<Answering> actions, @Nullable String source) {}

    /** An action that responds to a recommendation, as it stands. */
    public record Answering(UUID id, @Nullable String number, String title, String status, @Nullable Integer percent) {}

    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient db;

    public PlansList(JdbcClient db) {
        this.db = db;
    }

    public Page<Row> page(Reader reader, Filter filter, PageRequest page) {
        reader.mayAsk("plans");
        return new ListQuery(reader, """
                select p.*, b.acronym as body_acronym, b.name as body_name, p.code as sort_key
                from view.plans p left join view.bodies b on b.id = p.body""")
                .where("p.status in (:status)", "status", filter.status())
                .where("p.kind in (:kind)", "kind", filter.kind())
                .where("p.body in (:body)", "body", filter.body())
                .containing("p.search", filter.q())
                .page(db, page, PlansList::row);
    }

    public Page<PeriodRow> periods(Reader reader, UUID plan, PageRequest page) {
        reader.mayAsk("periods");
        return new ListQuery(reader, "select t.*, t.plan as id, to_char(t.place, 'FM0000000000') as sort_key from view.periods t")
                .where("t.plan = :plan", "plan", plan)
                .page(db, page, PlansList::period);
    }

    public Page<NodeRow> outline(Reader reader, UUID plan, PageRequest page) {
        reader.mayAsk("outline");
        return new ListQuery(reader, """
                select t.*, to_char(t.place, 'FM0000000000') as sort_key, (
                    select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'scenario', r.scenario, 'status', r.status, 'assumption', r.assumption)
                        order by r.scenario, r.id), '[]')
                    from view.risks r where r.node = t.id and r.plan = t.plan and r.closed_on is null) as watching, coalesce(u.actions, 0) as actions
                from view.outline t
                left join (select a.node, count(*) as actions from view.actions a where a.plan = :plan group by a.node) u on u.node = t.id""")
                .where("t.plan = :plan", "plan", plan)
                .page(db, page, PlansList::node);
    }

    /** In the order of the outline. */
    public Page<RecommendationRow> recommendations(Reader reader, UUID plan, PageRequest page) {
        reader.mayAsk("recommendations");
        return new ListQuery(reader, """
                select t.*, to_char(t.place, 'FM0000000000') as sort_key, coalesce(u.answering, '[]') as answering
                from view.outline t
                left join (
                    select r.id, jsonb_agg(jsonb_build_object('id', a.id, 'number', a.number, 'title', a.title, 'status', a.status, 'percent', a.percent)
                        order by a.number_key, a.id) as answering
                    from view.actions a cross join unnest(a.recommendations) r (id) where a.plan = :plan group by r.id) u on u.id = t.id""")
                .where("t.kind = 'recommendation'")
                .where("t.plan = :plan", "plan", plan)
                .page(db, page, PlansList::recommendation);
    }

    private static Row row(ResultSet row, int line) throws SQLException {
        var body = row.getObject("body", UUID.class);
        return new Row(row.getObject("id", UUID.class), row.getInt("version"), row.getString("status"), row.getString("code"),
                row.getString("title"), row.getString("kind"),
                body == null ? null : new BodyName(new BodyId(body), row.getString("body_acronym"), row.getString("body_name")),
                row.getObject("until_on", LocalDate.class), row.getObject("adopted_on", LocalDate.class), row.getObject("closed_on", LocalDate.class));
    }

    private static PeriodRow period(ResultSet row, int line) throws SQLException {
        return new PeriodRow(row.getString("period"), row.getString("label"), row.getObject("from_on", LocalDate.class), row.getObject("until_on", LocalDate.class));
    }

    private static NodeRow node(ResultSet row, int line) throws SQLException {
        return new NodeRow(row.getObject("id", UUID.class), row.getObject("parent", UUID.class), row.getString("kind"), row.getString("code"),
                row.getString("text"), response(row), List.of(JSON.readValue(row.getString("assumptions"), Assumption[].class)),
                List.of(JSON.readValue(row.getString("watching"), Watching[].class)), row.getString("source"), row.getInt("actions"));
    }

    private static RecommendationRow recommendation(ResultSet row, int line) throws SQLException {
        return new RecommendationRow(row.getObject("id", UUID.class), row.getString("code"), row.getString("text"), response(row),
                List.of(JSON.readValue(row.getString("answering"), Answering[].class)), row.getString("source"));
    }

    private static @Nullable ResponseRow response(ResultSet row) throws SQLException {
        var response = row.getString("response");
        return response == null ? null : new ResponseRow(response, row.getString("response_text"), row.getObject("responded_on", LocalDate.class));
    }
}
