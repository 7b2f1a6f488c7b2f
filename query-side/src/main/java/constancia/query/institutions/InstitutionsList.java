package constancia.query.institutions;

import constancia.query.Reader;
import constancia.query.tables.ListQuery;
import constancia.query.tables.Page;
import constancia.query.tables.PageRequest;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which institutions are there? By name. */
public final class InstitutionsList {

    /** @param status {@code active}, {@code ended}; {@code kind} words of the contract; {@code q} part of a name, acronym or alias */
    public record Filter(List<String> status, List<String> kind, @Nullable String q) {}

    public record Row(UUID id, int version, String status, String name, @Nullable String acronym, String kind, @Nullable String country,
                      List<String> aliases, @Nullable LocalDate endedOn) {}

    private final JdbcClient db;

    public InstitutionsList(JdbcClient db) {
        this.db = db;
    }

    public Page<Row> page(Reader reader, Filter filter, PageRequest page) {
        reader.mayAsk("institutions");
        return new ListQuery(reader, """
                select i.*, case when i.ended_on is null then 'active' else 'ended' end as status, i.name as sort_key
                from view.institutions i""")
                .where("case when i.ended_on is null then 'active' else 'ended' end in (:status)", "status", filter.status())
                .where("i.kind in (:kind)", "kind", filter.kind())
                .containing("i.search", filter.q())
                .page(db, page, InstitutionsList::row);
    }

    private static Row row(ResultSet row, int line) throws SQLException {
        return new Row(row.getObject("id", UUID.class), row.getInt("version"), row.getString("status"), row.getString("name"),
                row.getString("acronym"), row.getString("kind"), row.getString("country"), texts(row.getArray("aliases")),
                row.getObject("ended_on", LocalDate.class));
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
