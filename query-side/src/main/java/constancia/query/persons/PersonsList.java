package constancia.query.persons;

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

    private static Row row(ResultSet row, int line) throws SQLException {
        return new Row(row.getObject("id", UUID.class), row.getString("name"), row.getString("office"), row.getObject("institution", UUID.class),
                row.getString("email"), row.getString("phone"), row.getObject("erased_on", LocalDate.class));
    }
}
