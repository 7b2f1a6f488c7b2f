package constancia.query.evaluation;

import constancia.kernel.institutions.InstitutionId;
import constancia.query.Reader;
import constancia.query.history.Names.InstitutionName;
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

/** How punctual is each institution? Of its binding commitments with a due date, when it delivered and what it still owes. */
public final class Punctuality {

    public record Filter(List<UUID> plan, List<UUID> institution) {}

    /**
     * @param recordedLate of those on time: put on record after the due date
     * @param upTo30       days late, 1 to 30
     * @param medianLate   of those delivered late, in days; null when none was
     * @param overdue      not delivered although due
     */
    public record Row(InstitutionName institution, int onTime, int recordedLate, int upTo30, int upTo90, int over90, @Nullable Integer medianLate, int overdue) {}

    private static final String BOUND = "c.due_on is not null and c.role <> 'support' and c.status not in ('declined', 'released') and c.action_status <> 'cancelled'";

    private final JdbcClient db;

    public Punctuality(JdbcClient db) {
        this.db = db;
    }

    /** @param today the day on which it is looked at */
    public Page<Row> page(Reader reader, Filter filter, LocalDate today, PageRequest page) {
        reader.mayAsk("punctuality");
        var within = filter.plan().isEmpty() ? BOUND : BOUND + " and c.plan in (:plan)";
        var query = new ListQuery(reader, """
                select s.*, i.acronym, i.name, s.institution as id, coalesce(i.acronym, i.name, '~') as sort_key
                from (select c.institution, count(*) filter (where late <= 0) as on_time, count(*) filter (where late <= 0 and c.recorded_late > 0) as recorded_late,
                          count(*) filter (where late between 1 and 30) as up_to_30, count(*) filter (where late between 31 and 90) as up_to_90,
                          count(*) filter (where late > 90) as over_90, percentile_disc(0.5) within group (order by late) filter (where late > 0) as median_late,
                          count(*) filter (where c.owed and c.due_on < :today) as overdue
                      from view.commitments c cross join lateral (select c.delivered_on - c.due_on as late) d
                      where %s
                      group by c.institution) s
                left join view.institutions i on i.id = s.institution""".formatted(within))
                .with("today", today)
                .where("s.institution in (:institution)", "institution", filter.institution());
        return (filter.plan().isEmpty() ? query : query.with("plan", filter.plan())).page(db, page, Punctuality::row);
    }

    private static Row row(ResultSet row, int line) throws SQLException {
        return new Row(new InstitutionName(new InstitutionId(row.getObject("institution", UUID.class)), row.getString("acronym"), row.getString("name")),
                row.getInt("on_time"), row.getInt("recorded_late"), row.getInt("up_to_30"), row.getInt("up_to_90"), row.getInt("over_90"),
                row.getObject("median_late", Integer.class), row.getInt("overdue"));
    }
}
