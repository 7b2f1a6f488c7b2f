package constancia.query.casefiles;

import constancia.kernel.casefiles.CaseFileId;
import constancia.kernel.institutions.InstitutionId;
import constancia.query.Reader;
import constancia.query.history.Names.CaseFileName;
import constancia.query.history.Names.InstitutionName;
import constancia.query.tables.ListQuery;
import constancia.query.tables.Page;
import constancia.query.tables.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which letters came in and went out, who has each, for how many days, and which are late? */
public final class CorrespondenceList {

    /** How the list may be sorted. */
    public static final List<String> SORTS = List.of("on", "heldSince", "dueOn");

    /**
     * @param institution from or to one of these
     * @param heldBy      one of these has it now
     * @param direction   words
     * @param settled     whether it was settled
     * @param overdue     true: it was to be settled before today and was not; false: it was not to be, or was
     * @param q           part of a reference or a subject
     */
    public record Filter(List<UUID> caseFile, List<UUID> institution, List<UUID> heldBy, List<String> direction, @Nullable Boolean settled,
                         @Nullable Boolean overdue, @Nullable String q) {}

    /** @param daysHeld until today; null when nobody has it */
    public record Row(UUID id, CaseFileName caseFile, String direction, InstitutionName institution, @Nullable String reference, String subject, LocalDate on,
                      @Nullable LocalDate dueOn, boolean overdue, @Nullable InstitutionName heldBy, @Nullable LocalDate heldSince, @Nullable Integer daysHeld,
                      @Nullable LocalDate settledOn) {}

    private static final String OVERDUE = "(c.settled_on is null and coalesce(c.due_on < :today, false))";

    private static final Map<String, String> SORT_KEYS = Map.of("on", "to_char(c.happened_on, 'YYYY-MM-DD')",
            "heldSince", "coalesce(to_char(c.held_since, 'YYYY-MM-DD'), '9999-12-31')", "dueOn", "coalesce(to_char(c.due_on, 'YYYY-MM-DD'), '9999-12-31')");

    private final JdbcClient db;

    public CorrespondenceList(JdbcClient db) {
        this.db = db;
    }

    /**
     * @param today the day on which it is looked at
     * @param sort  one of {@link #SORTS}
     */
    public Page<Row> page(Reader reader, Filter filter, LocalDate today, String sort, PageRequest page) {
        reader.mayAsk("correspondence");
        return new ListQuery(reader, "select c.correspondence as id, c.*, f.title, i.acronym, i.name, h.acronym as holder_acronym, h.name as holder_name, " + OVERDUE + """
                 as overdue, :today - c.held_since as days_held, %s as sort_key
                from view.correspondence c
                left join view.case_files f on f.id = c.case_file
                left join view.institutions i on i.id = c.institution
                left join view.institutions h on h.id = c.held_by""".formatted(SORT_KEYS.get(sort)))
                .with("today", today)
                .known("c.case_file")
                .where("c.case_file in (:caseFile)", "caseFile", filter.caseFile())
                .where("c.institution in (:institution)", "institution", filter.institution())
                .where("c.held_by in (:heldBy)", "heldBy", filter.heldBy())
                .where("c.direction in (:direction)", "direction", filter.direction())
                .where("(c.settled_on is not null) = :settled", "settled", filter.settled())
                .where(OVERDUE + " = :overdue", "overdue", filter.overdue())
                .containing("c.search", filter.q())
                .page(db, page, CorrespondenceList::row);
    }

    private static Row row(ResultSet row, int line) throws SQLException {
        var holder = row.getObject("held_by", UUID.class);
        return new Row(row.getObject("id", UUID.class), new CaseFileName(new CaseFileId(row.getObject("case_file", UUID.class)), row.getString("title")),
                row.getString("direction"), new InstitutionName(new InstitutionId(row.getObject("institution", UUID.class)), row.getString("acronym"), row.getString("name")),
                row.getString("reference"), row.getString("subject"), date(row, "happened_on"), date(row, "due_on"), row.getBoolean("overdue"),
                holder == null ? null : new InstitutionName(new InstitutionId(holder), row.getString("holder_acronym"), row.getString("holder_name")),
                date(row, "held_since"), row.getObject("days_held", Integer.class), date(row, "settled_on"));
    }

    private static @Nullable LocalDate date(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }
}
