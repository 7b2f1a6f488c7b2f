package constancia.query.reserve;

import com.fasterxml.jackson.annotation.JsonProperty;
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

/**
 * The index of reserves: what is or was reserved by a decision of somebody, and on which grounds of law. That there is a
 * reserve is for everybody; of which item it is, for those who may know of that item. What is confidential is in it only for these.
 */
public final class ReservesList {

    /** @param kind of item; {@code lapsed} whether its last day is over */
    public record Filter(List<String> kind, List<UUID> body, @JsonProperty("class") List<String> classification, @Nullable Boolean lapsed) {}

    /**
     * @param id    of the entry of the index
     * @param item  null, like {@code title} and {@code field}, for those who may not know of it
     * @param since the first day of the reserve, however often it was prolonged
     */
    public record Row(UUID id, String kind, @Nullable BodyName body, @JsonProperty("class") String classification, @Nullable String legalBasis,
                      @Nullable String authority, @Nullable String resolution, LocalDate since, @Nullable LocalDate until, boolean lapsed,
                      @Nullable UUID item, @Nullable String field, @Nullable String title) {}

    private static final String LAPSED = "coalesce(r.lapsed or r.until_on < :today, false)";

    private final JdbcClient db;

    public ReservesList(JdbcClient db) {
        this.db = db;
    }

    public Page<Row> page(Reader reader, Filter filter, LocalDate today, PageRequest page) {
        reader.mayAsk("reserves");
        return new ListQuery(reader, """
                select r.id, r.kind, r.class, r.legal_basis, r.authority, r.resolution, r.began_on, r.until_on, %s as has_lapsed,
                    b.id as body, b.acronym, b.name, case when h.hidden then null else r.item end as item, case when h.hidden then null else r.field end as field,
                    case when h.hidden then null else coalesce(a.title, f.title) end as title, to_char(r.began_on, 'YYYY-MM-DD') as sort_key
                from journal.reserve r
                cross join lateral (select exists (select 1 from journal.hidden(cast(:holdings as text[])) h
                    where h.item = r.item and (h.part is null or h.part = r.part) and (h.field is null or h.field = r.field)) as hidden) h
                left join view.agreements a on a.id = r.item
                left join view.meetings m on m.id = r.item
                left join view.case_files f on f.id = r.item
                left join view.bodies b on b.id = any (r.scopes)""".formatted(LAPSED))
                .with("today", today)
                .where("(r.class = 'reserved' or r.class = 'confidential' and not h.hidden)")
                .where("r.kind in (:kind)", "kind", filter.kind())
                .where("b.id in (:body)", "body", filter.body())
                .where("r.class in (:class)", "class", filter.classification())
                .where(LAPSED + " = :lapsed", "lapsed", filter.lapsed())
                .page(db, page, ReservesList::row);
    }

    private static Row row(ResultSet row, int line) throws SQLException {
        var body = row.getObject("body", UUID.class);
        return new Row(row.getObject("id", UUID.class), row.getString("kind"),
                body == null ? null : new BodyName(new BodyId(body), row.getString("acronym"), row.getString("name")), row.getString("class"),
                row.getString("legal_basis"), row.getString("authority"), row.getString("resolution"), row.getObject("began_on", LocalDate.class),
                row.getObject("until_on", LocalDate.class), row.getBoolean("has_lapsed"), row.getObject("item", UUID.class), row.getString("field"),
                row.getString("title"));
    }
}
