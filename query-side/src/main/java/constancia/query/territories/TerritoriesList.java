package constancia.query.territories;

import static com.fasterxml.jackson.annotation.JsonFormat.Shape.STRING;

import com.fasterxml.jackson.annotation.JsonFormat;
import constancia.query.Reader;
import constancia.query.tables.ListQuery;
import constancia.query.tables.Page;
import constancia.query.tables.PageRequest;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which territories does the catalogue have, by code, and with which priority? */
public final class TerritoriesList {

    /** @param parent codes of those within which they lie directly; {@code q} part of a code or name */
    public record Filter(List<String> kind, List<String> parent, @Nullable String q) {}

    public record Row(String code, String name, String kind, @Nullable String parent, @Nullable Priority priority, @Nullable String changedBy,
                      Instant changedAt) {}

    public record Priority(@JsonFormat(shape = STRING) BigDecimal index, String source, int year) {}

    private static final String SELECT = "select t.*, md5(t.code)::uuid as id, t.code as sort_key from journal.territory t";

    private final JdbcClient db;

    public TerritoriesList(JdbcClient db) {
        this.db = db;
    }

    public Page<Row> page(Reader reader, Filter filter, PageRequest page) {
        reader.mayAsk("territories");
        return new ListQuery(reader, SELECT)
                .where("t.kind in (:kind)", "kind", filter.kind())
                .where("t.parent in (:parent)", "parent", filter.parent())
                .containing("translate(lower(t.code || ' ' || t.name), 'áéíóúüñ', 'aeiouun')", filter.q())
                .page(db, page, TerritoriesList::row);
    }

    public Optional<Row> one(Reader reader, String code) {
        reader.mayAsk("territory");
        return db.sql(SELECT + " where t.code = :code").param("code", code).query(TerritoriesList::row).optional();
    }

    private static Row row(ResultSet row, int line) throws SQLException {
        var index = row.getBigDecimal("priority_index");
        return new Row(row.getString("code"), row.getString("name"), row.getString("kind"), row.getString("parent"),
                index == null ? null : new Priority(index, row.getString("priority_source"), row.getInt("priority_year")), row.getString("changed_by"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }
}
