package constancia.query.risks;

import constancia.kernel.bodies.BodyId;
import constancia.kernel.plans.PlanId;
import constancia.kernel.risks.Watched;
import constancia.query.Reader;
import constancia.query.history.Names.BodyName;
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
import tools.jackson.databind.json.JsonMapper;

/** Which scenarios are watched, which show, which have come, and how many measures still wait to be activated? */
public final class RisksList {

    /** @param action those with which it has to do; {@code node} those that it watches; {@code status} words of the contract; {@code q} part of the scenario */
    public record Filter(List<UUID> plan, List<UUID> body, List<UUID> action, List<UUID> node, List<String> status, @Nullable String q) {}

    /** @param reportedOn the latest report of a warning sign; {@code proposed} how many measures are proposed; {@code signs} reported, until it is closed */
    public record Row(UUID id, int version, String status, String scenario, @Nullable PlanName plan, @Nullable BodyName body, LocalDate registeredOn,
                      @Nullable LocalDate reportedOn, @Nullable LocalDate materialisedOn, @Nullable LocalDate closedOn, int proposed, List<Sign> signs,
                      @Nullable Watched watches) {}

    /** A warning sign that was reported, with its last report. */
    public record Sign(UUID id, String text, LocalDate reportedOn, @Nullable String report) {}

    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcClient db;

    public RisksList(JdbcClient db) {
        this.db = db;
    }

    public Page<Row> page(Reader reader, Filter filter, PageRequest page) {
        reader.mayAsk("risks");
        return new ListQuery(reader, """
                select r.*, p.code as plan_code, b.acronym as body_acronym, b.name as body_name, r.scenario as sort_key
                from view.risks r
                left join view.plans p on p.id = r.plan
                left join view.bodies b on b.id = r.body""")
                .where("r.plan in (:plan)", "plan", filter.plan())
                .where("r.body in (:body)", "body", filter.body())
                .where("r.actions && array[:action]::uuid[]", "action", filter.action())
                .where("r.node in (:node)", "node", filter.node())
                .where("r.status in (:status)", "status", filter.status())
                .containing("r.search", filter.q())
                .page(db, page, RisksList::row);
    }

    private static Row row(ResultSet row, int line) throws SQLException {
        var plan = row.getObject("plan", UUID.class);
        var body = row.getObject("body", UUID.class);
        return new Row(row.getObject("id", UUID.class), row.getInt("version"), row.getString("status"), row.getString("scenario"),
                plan == null ? null : new PlanName(new PlanId(plan), row.getString("plan_code")),
                body == null ? null : new BodyName(new BodyId(body), row.getString("body_acronym"), row.getString("body_name")),
                row.getObject("registered_on", LocalDate.class), row.getObject("reported_on", LocalDate.class),
                row.getObject("materialised_on", LocalDate.class), row.getObject("closed_on", LocalDate.class), row.getInt("proposed"),
                List.of(JSON.readValue(row.getString("signs"), Sign[].class)),
                row.getObject("node") == null ? null : new Watched(row.getObject("node", UUID.class), row.getObject("assumption", UUID.class)));
    }
}
