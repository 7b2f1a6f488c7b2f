package constancia.query.actions;

import static com.fasterxml.jackson.annotation.JsonFormat.Shape.STRING;

import com.fasterxml.jackson.annotation.JsonFormat;
import constancia.kernel.institutions.InstitutionId;
import constancia.kernel.plans.PlanId;
import constancia.query.Reader;
import constancia.query.actions.CommitmentsList.ActionRef;
import constancia.query.history.Names.InstitutionName;
import constancia.query.history.Names.PlanName;
import constancia.query.tables.ListQuery;
import constancia.query.tables.Page;
import constancia.query.tables.PageRequest;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Where does the money come from, how sure is it, and what was spent of it? By plan and number. */
public final class FundingList {

    /** @param institution that funds; {@code state} words of the contract */
    public record Filter(List<UUID> plan, List<UUID> action, List<UUID> institution, List<String> state, List<String> currency) {}

    /** @param spent of this line */
    public record Row(UUID id, ActionRef action, @Nullable PlanName plan, @Nullable String source, @Nullable InstitutionName funder, String state,
                      @JsonFormat(shape = STRING) BigDecimal amount, @JsonFormat(shape = STRING) BigDecimal spent, String currency) {}

    /** @param spent of any line or of none */
    public record Total(String currency, @JsonFormat(shape = STRING) BigDecimal available, @JsonFormat(shape = STRING) BigDecimal inNegotiation,
                        @JsonFormat(shape = STRING) BigDecimal toBeRaised, @JsonFormat(shape = STRING) BigDecimal spent) {}

    private final JdbcClient db;

    public FundingList(JdbcClient db) {
        this.db = db;
    }

    public Page<Row> page(Reader reader, Filter filter, PageRequest page) {
        reader.mayAsk("funding");
        return new ListQuery(reader, """
                select f.id as line, md5(f.action || '/' || f.id)::uuid as id, f.action, a.number, a.title, a.status as action_status, f.plan, p.code as plan_code,
                    f.source, f.funder, i.acronym, i.name, f.state, f.amount, f.spent, f.currency,
                    coalesce(p.code, '~') || ' ' || a.number_key || ' ' || a.title as sort_key
                from view.funding f
                join view.actions a on a.id = f.action
                left join view.plans p on p.id = f.plan
                left join view.institutions i on i.id = f.funder""")
                .where("f.plan in (:plan)", "plan", filter.plan())
                .where("f.action in (:action)", "action", filter.action())
                .where("f.funder in (:institution)", "institution", filter.institution())
                .where("f.state in (:state)", "state", filter.state())
                .where("f.currency in (:currency)", "currency", filter.currency())
                .page(db, page, FundingList::row);
    }

    /** What the funding of a plan's actions comes to, one row for each currency. */
    public List<Total> ofPlan(Reader reader, UUID plan) {
        reader.mayAsk("plan-totals");
        return db.sql("""
                select currency, sum(available) as available, sum(in_negotiation) as in_negotiation, sum(to_be_raised) as to_be_raised, sum(spent) as spent
                from (select currency, case state when 'available' then amount else 0 end as available,
                             case state when 'in-negotiation' then amount else 0 end as in_negotiation,
                             case state when 'to-be-raised' then amount else 0 end as to_be_raised, 0 as spent
                      from view.funding where plan = :plan
                      union all
                      select currency, 0, 0, 0, amount from view.spent where plan = :plan) f
                group by currency order by currency""").param("plan", plan)
                .query((row, line) -> new Total(row.getString("currency"), row.getBigDecimal("available"), row.getBigDecimal("in_negotiation"),
                        row.getBigDecimal("to_be_raised"), row.getBigDecimal("spent"))).list();
    }

    private static Row row(ResultSet row, int line) throws SQLException {
        var plan = row.getObject("plan", UUID.class);
        var funder = row.getObject("funder", UUID.class);
        return new Row(row.getObject("line", UUID.class),
                new ActionRef(row.getObject("action", UUID.class), row.getString("number"), row.getString("title"), row.getString("action_status")),
                plan == null ? null : new PlanName(new PlanId(plan), row.getString("plan_code")), row.getString("source"),
                funder == null ? null : new InstitutionName(new InstitutionId(funder), row.getString("acronym"), row.getString("name")),
                row.getString("state"), row.getBigDecimal("amount"), row.getBigDecimal("spent"), row.getString("currency"));
    }
}
