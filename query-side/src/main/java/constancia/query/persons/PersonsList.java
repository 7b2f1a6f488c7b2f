package constancia.query.persons;

import constancia.kernel.bodies.Term;
import constancia.kernel.bodies.TermStatus;
import constancia.query.Reader;
import constancia.query.tables.ListQuery;
import constancia.query.tables.Page;
import constancia.query.tables.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who are the persons whose ids the register shows? The directory as it is today; it has no other time. */
public final class PersonsList {

    /** @param id of these only, the erased among them; otherwise the erased are left out */
    public record Filter(List<UUID> id, List<UUID> institution, @Nullable String q) {}

    /** @param erasedOn the day on which everything else was erased */
    public record Row(UUID id, @Nullable String name, @Nullable String office, @Nullable UUID institution, @Nullable String email, @Nullable String phone,
                      @Nullable LocalDate erasedOn) {}

    /**
     * As what a person speaks for an institution.
     *
     * @param until its last day, where that is known
     */
    public record Mandate(UUID person, UUID institution, String called, String capacity, @Nullable String office, TermStatus status, LocalDate from, @Nullable LocalDate until) {}

    private static final String SELECT = "select p.*, coalesce(p.sought, '') as sort_key from journal.person p";

    private final JdbcClient db;

    public PersonsList(JdbcClient db) {
        this.db = db;
    }

    public Page<Row> page(Reader reader, Filter filter, PageRequest page) {
        reader.mayAsk("persons");
        var query = new ListQuery(reader, SELECT)
                .where("p.id in (:id)", "id", filter.id())
                .where("p.institution in (:institution)", "institution", filter.institution())
                .containing("p.sought", filter.q());
        return (filter.id().isEmpty() ? query.where("p.erased_on is null") : query).page(db, page, PersonsList::row);
    }

    public Optional<Row> one(Reader reader, UUID id) {
        reader.mayAsk("person");
        return db.sql(SELECT + " where p.id = :id").param("id", id).query(PersonsList::row).optional();
    }

    /** Every mandate of these persons, as it stands on that day; what began first comes first. */
    public List<Mandate> mandates(Reader reader, List<UUID> persons, LocalDate today) {
        reader.mayAsk("persons");
        return persons.isEmpty() ? List.of() : db.sql("""
                select m.person, m.institution, coalesce(i.acronym, i.name) as called, m.capacity, m.office, m.held_from, coalesce(m.ended_on, m.held_until) as last_day
                from view.mandates m join view.institutions i on i.id = m.institution
                where m.person in (:persons)
                order by m.held_from, m.id""").param("persons", persons).query((row, line) -> mandate(row, today)).list();
    }

    private static Mandate mandate(ResultSet row, LocalDate today) throws SQLException {
        var from = row.getObject("held_from", LocalDate.class);
        var until = row.getObject("last_day", LocalDate.class);
        return new Mandate(row.getObject("person", UUID.class), row.getObject("institution", UUID.class), row.getString("called"), row.getString("capacity"), row.getString("office"),
                new Term(from, until, null).status(today), from, until);
    }

    private static Row row(ResultSet row, int line) throws SQLException {
        return new Row(row.getObject("id", UUID.class), row.getString("name"), row.getString("office"), row.getObject("institution", UUID.class),
                row.getString("email"), row.getString("phone"), row.getObject("erased_on", LocalDate.class));
    }
}
