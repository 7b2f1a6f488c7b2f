package constancia.query.bodies;

import constancia.kernel.bodies.BodyId;
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

/** Which bodies are there, and who sits in them? By name. */
public final class BodiesList {

    /** A seat {@code s} of a body {@code b} that is held on {@code :today}. */
    static final String HELD = """
            s.held_from <= :today and (s.held_until is null or s.held_until >= :today) and (s.vacated_on is null or s.vacated_on > :today) \
            and b.dissolved_on is null""";

    private static final String STATUS = "case when b.dissolved_on is null then 'active' else 'dissolved' end";

    /**
     * @param status {@code active}, {@code dissolved}; {@code kind} words of the contract; {@code q} part of a name or acronym
     * @param institution those in which one of these holds a seat today
     */
    public record Filter(List<String> status, List<String> kind, List<UUID> institution, @Nullable String q) {}

    /** @param seats how many seats are held today */
    public record Row(UUID id, int version, String status, String acronym, String name, String kind, @Nullable BodyName parent, int seats,
                      LocalDate establishedOn, @Nullable LocalDate dissolvedOn) {}

    private final JdbcClient db;

    public BodiesList(JdbcClient db) {
        this.db = db;
    }

    public Page<Row> page(Reader reader, Filter filter, LocalDate today, PageRequest page) {
        reader.mayAsk("bodies");
        return new ListQuery(reader, """
                select b.*, %s as status, p.acronym as parent_acronym, p.name as parent_name, b.name as sort_key,
                    (select count(*) from view.seats s where s.body = b.id and %s) as seats
                from view.bodies b left join view.bodies p on p.id = b.parent""".formatted(STATUS, HELD))
                .with("today", today)
                .where(STATUS + " in (:status)", "status", filter.status())
                .where("b.kind in (:kind)", "kind", filter.kind())
                .where("exists (select 1 from view.seats s where s.body = b.id and s.institution in (:institution) and " + HELD + ")",
                        "institution", filter.institution())
                .containing("b.search", filter.q())
                .page(db, page, BodiesList::row);
    }

    private static Row row(ResultSet row, int line) throws SQLException {
        var parent = row.getObject("parent", UUID.class);
        return new Row(row.getObject("id", UUID.class), row.getInt("version"), row.getString("status"), row.getString("acronym"),
                row.getString("name"), row.getString("kind"),
                parent == null ? null : new BodyName(new BodyId(parent), row.getString("parent_acronym"), row.getString("parent_name")),
                row.getInt("seats"), row.getObject("established_on", LocalDate.class), row.getObject("dissolved_on", LocalDate.class));
    }
}
