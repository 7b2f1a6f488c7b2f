package constancia.query.meetings;

import constancia.kernel.institutions.InstitutionId;
import constancia.query.Reader;
import constancia.query.history.Names.InstitutionName;
import constancia.query.tables.ListQuery;
import constancia.query.tables.Page;
import constancia.query.tables.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which items of a body's meetings were not reached, and no other meeting has taken up? The oldest first. */
public final class BacklogList {

    /** @param meeting in which the item was not reached, with its own identifier; both are what {@code carriedFrom} names */
    public record Row(UUID meeting, UUID item, String title, @Nullable InstitutionName presenter, @Nullable Integer minutes, LocalDate notReachedOn) {}

    private final JdbcClient db;

    public BacklogList(JdbcClient db) {
        this.db = db;
    }

    public Page<Row> page(Reader reader, UUID body, PageRequest page) {
        reader.mayAsk("backlog");
        return new ListQuery(reader, """
                select a.*, i.acronym, i.name, a.closed_on::text || a.meeting as sort_key
                from view.agenda_items a left join view.institutions i on i.id = a.presenter""")
                .known("a.meeting")
                .where("a.body = :body", "body", body)
                .where("a.outcome = 'not-reached'")
                .where("not exists (select 1 from view.agenda_items t where t.carried_meeting = a.meeting and t.carried_item = a.id)")
                .page(db, page, BacklogList::row);
    }

    private static Row row(ResultSet row, int line) throws SQLException {
        var presenter = row.getObject("presenter", UUID.class);
        return new Row(row.getObject("meeting", UUID.class), row.getObject("id", UUID.class), row.getString("title"),
                presenter == null ? null : new InstitutionName(new InstitutionId(presenter), row.getString("acronym"), row.getString("name")),
                row.getObject("minutes", Integer.class), row.getObject("closed_on", LocalDate.class));
    }
}
