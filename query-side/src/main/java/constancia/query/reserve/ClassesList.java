package constancia.query.reserve;

import com.fasterxml.jackson.annotation.JsonProperty;
import constancia.query.Reader;
import constancia.query.tables.ListQuery;
import constancia.query.tables.Page;
import constancia.query.tables.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which rules do the classes follow, since when, and who set them? */
public final class ClassesList {

    /**
     * @param needs     what must be stated
     * @param years     for how long at most; null without a limit
     * @param extension for how many years more it may be prolonged
     */
    public record Row(@JsonProperty("class") String classification, LocalDate since, List<String> needs, @Nullable Integer years, @Nullable Integer extension,
                      List<SeenBy> seenBy, String recordedBy) {}

    /** @param withinScope only what concerns the bodies or institutions for which the role is held */
    public record SeenBy(String role, boolean withinScope) {}

    private final JdbcClient db;

    public ClassesList(JdbcClient db) {
        this.db = db;
    }

    public Page<Row> page(Reader reader, PageRequest page) {
        reader.mayAsk("classes");
        return new ListQuery(reader, "select r.*, md5(r.class || r.since)::uuid as id, r.class || ' ' || r.since as sort_key from journal.class_rule r")
                .page(db, page, ClassesList::row);
    }

    private static Row row(ResultSet row, int line) throws SQLException {
        return new Row(row.getString("class"), row.getObject("since", LocalDate.class), List.of((String[]) row.getArray("needs").getArray()),
                row.getObject("years", Integer.class), row.getObject("extension", Integer.class),
                Stream.of((String[]) row.getArray("seen_by").getArray()).map(ClassesList::seenBy).toList(), row.getString("recorded_by"));
    }

    private static SeenBy seenBy(String words) {
        var parts = words.split(":", 2);
        return new SeenBy(parts[0], parts.length == 2);
    }
}
