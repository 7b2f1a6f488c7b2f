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

/** Who asks for more time and waits for an answer? By the day on which it was asked. */
public final class ExtensionsList {

    /** @param institution that asks */
    public record Filter(List<UUID> plan, List<UUID> body, List<UUID> action, List<UUID> institution) {}

    /** @param dueOn of the action as it stands; {@code askedFor} the day asked for instead */
    public record Row(UUID id, ActionRef action, @Nullable PlanName plan, InstitutionName institution, LocalDate requestedOn, @Nullable LocalDate dueOn,
                      LocalDate askedFor, @Nullable String grounds) {}

    private final JdbcClient db;

    public ExtensionsList(JdbcClient db) {
        this.db = db;
    }

    public Page<Row> page(Reader reader, Filter filter, PageRequest page) {
        reader.mayAsk("extensions");
        return new ListQuery(reader, """
                select e.id, e.action, a.number, a.title, a.status as action_status, a.plan, p.code as plan_code, e.institution, i.acronym, i.name,
                    e.requested_on, a.due_on, e.asked_for, e.reason, to_char(e.requested_on, 'YYYY-MM-DD') as sort_key
                from view.open_extensions e
                join view.actions a on a.id = e.action
                left join view.plans p on p.id = a.plan
                left join view.institutions i on i.id = e.institution""")
                .where("a.plan in (:plan)", "plan", filter.plan())
                .where("a.body in (:body)", "body", filter.body())
                .where("e.action in (:action)", "action", filter.action())
                .where("e.institution in (:institution)", "institution", filter.institution())
                .page(db, page, ExtensionsList::row);
    }

    private static Row row(ResultSet row, int line) throws SQLException {
        var plan = row.getObject("plan", UUID.class);
        return new Row(row.getObject("id", UUID.class),
                new ActionRef(row.getObject("action", UUID.class), row.getString("number"), row.getString("title"), row.getString("action_status")),
                plan == null ? null : new PlanName(new PlanId(plan), row.getString("plan_code")),
                new InstitutionName(new InstitutionId(row.getObject("institution", UUID.class)), row.getString("acronym"), row.getString("name")),
                date(row, "requested_on"), date(row, "due_on"), date(row, "asked_for"), row.getString("reason"));
    }
}
