package constancia.query.bodies;

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

/** Who sits, or sat, in a body? The most engaged roles first, then by name. */
public final class SeatsList {

    /** @param held whether it is held today */
    public record Row(UUID id, @Nullable InstitutionName institution, @Nullable UUID person, String role, LocalDate from,
                      @Nullable LocalDate until, @Nullable LocalDate vacatedOn, boolean held) {}

    private final JdbcClient db;

    public SeatsList(JdbcClient db) {
        this.db = db;
    }

    public Page<Row> page(Reader reader, UUID body, LocalDate today, PageRequest page) {
        reader.mayAsk("seats");
        return new ListQuery(reader, """
                select s.*, i.acronym, i.name, (%s) as held, s.role_rank || ' ' || coalesce(i.name, '') as sort_key
                from view.seats s join view.bodies b on b.id = s.body left join view.institutions i on i.id = s.institution"""
                .formatted(BodiesList.HELD))
                .with("today", today)
                .where("s.body = :body", "body", body)
                .page(db, page, SeatsList::row);
    }

    private static Row row(ResultSet row, int line) throws SQLException {
        var institution = row.getObject("institution", UUID.class);
        return new Row(row.getObject("id", UUID.class),
                institution == null ? null : new InstitutionName(new InstitutionId(institution), row.getString("acronym"), row.getString("name")),
                row.getObject("person", UUID.class), row.getString("role"), row.getObject("held_from", LocalDate.class),
                row.getObject("held_until", LocalDate.class), row.getObject("vacated_on", LocalDate.class), row.getBoolean("held"));
    }
}
