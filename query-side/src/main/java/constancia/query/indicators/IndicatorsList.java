package constancia.query.indicators;

import static com.fasterxml.jackson.annotation.JsonFormat.Shape.STRING;

import com.fasterxml.jackson.annotation.JsonFormat;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.indicators.Attainment;
import constancia.kernel.indicators.Direction;
import constancia.kernel.indicators.Target;
import constancia.kernel.plans.PlanId;
import constancia.query.Reader;
import constancia.query.history.Names.BodyName;
import constancia.query.history.Names.PlanName;
import constancia.query.tables.ListQuery;
import constancia.query.tables.Page;
import constancia.query.tables.PageRequest;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is measured, where does each indicator stand, and how far has it come towards the target of today? */
public final class IndicatorsList {

    /** @param kind, status words of the contract; {@code q} part of a name or unit */
    public record Filter(List<UUID> plan, List<UUID> node, List<UUID> body, List<String> kind, List<String> status, @Nullable String q) {}

    public record Row(UUID id, int version, String status, String name, String kind, String unit, String direction, @Nullable PlanName plan,
                      @Nullable UUID node, @Nullable BodyName body, @JsonFormat(shape = STRING) @Nullable BigDecimal baseline,
                      @Nullable Measured latest, @Nullable Target target, @Nullable Attainment attainment) {}

    public record Measured(LocalDate on, @JsonFormat(shape = STRING) BigDecimal value) {}

    private final JdbcClient db;

    public IndicatorsList(JdbcClient db) {
        this.db = db;
    }

    /** @param today the day on which they are looked at: it decides which target is in force */
    public Page<Row> page(Reader reader, Filter filter, LocalDate today, PageRequest page) {
        reader.mayAsk("indicators");
        return new ListQuery(reader, """
                select i.*, p.code as plan_code, b.acronym as body_acronym, b.name as body_name, t.period as target_period,
                    t.due_on as target_due_on, t.value as target, i.name as sort_key
                from view.indicators i
                left join view.plans p on p.id = i.plan
                left join view.bodies b on b.id = i.body
                left join view.indicator_targets t on t.indicator = i.id and (t.from_on is null or t.from_on <= :today)
                    and (t.until_on is null or t.until_on >= :today)""")
                .with("today", today)
                .where("i.plan in (:plan)", "plan", filter.plan())
                .where("i.node in (:node)", "node", filter.node())
                .where("i.body in (:body)", "body", filter.body())
                .where("i.kind in (:kind)", "kind", filter.kind())
                .where("i.status in (:status)", "status", filter.status())
                .containing("i.search", filter.q())
                .page(db, page, IndicatorsList::row);
    }

    private static Row row(ResultSet row, int line) throws SQLException {
        var plan = row.getObject("plan", UUID.class);
        var body = row.getObject("body", UUID.class);
        var baseline = row.getBigDecimal("baseline");
        var latest = row.getBigDecimal("latest");
        var target = row.getBigDecimal("target");
        var direction = row.getString("direction");
        return new Row(row.getObject("id", UUID.class), row.getInt("version"), row.getString("status"), row.getString("name"), row.getString("kind"),
                row.getString("unit"), direction, plan == null ? null : new PlanName(new PlanId(plan), row.getString("plan_code")),
                row.getObject("node", UUID.class),
                body == null ? null : new BodyName(new BodyId(body), row.getString("body_acronym"), row.getString("body_name")), baseline,
                latest == null ? null : new Measured(row.getObject("latest_on", LocalDate.class), latest),
                target == null ? null : new Target(row.getString("target_period"), row.getObject("target_due_on", LocalDate.class), target),
                latest == null || target == null ? null
                        : Attainment.of(Direction.valueOf(direction.toUpperCase(Locale.ROOT)), baseline, target, latest));
    }
}
