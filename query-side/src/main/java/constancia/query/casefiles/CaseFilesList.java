package constancia.query.casefiles;

import constancia.kernel.bodies.BodyId;
import constancia.kernel.institutions.InstitutionId;
import constancia.query.Reader;
import constancia.query.history.Names.BodyName;
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

/** Which matters are followed, who coordinates them, and for whose answer do they wait? */
public final class CaseFilesList {

    /** How a list may be sorted. */
    public static final List<String> SORTS = List.of("openedOn", "title", "dueOn", "stageDueOn");

    /**
     * @param status    words of {@code CaseFileStatus}
     * @param agreement linked to one of these, or resolved by it
     * @param action    like {@code meeting} and {@code caseFile}: linked to one of these
     * @param document  linked to one of these, by its SHA-256
     * @param awaiting  an answer of one of these institutions is missing
     * @param overdue   true: an answer that was due is missing; false: none
     * @param party     it concerns one of these institutions
     * @param stage     by its name, in upper or lower case
     * @param stageOf   it is the turn of one of these institutions
     * @param stageOverdue true: the stage was to be over before today; false: it was not to be
     * @param q         part of anything that was written in it
     */
    public record Filter(List<UUID> body, List<UUID> coordinator, List<String> status, List<UUID> agreement, List<UUID> action, List<UUID> meeting,
                         List<UUID> caseFile, List<String> document, List<UUID> awaiting, @Nullable Boolean overdue, List<UUID> party, @Nullable String stage, List<UUID> stageOf,
                         @Nullable Boolean stageOverdue, @Nullable String q) {}

    /**
     * @param awaited    how many answers are missing; {@code dueOn} the day by which the first of them is due
     * @param stage      in which it is; {@code stageOf} whose turn it is, {@code stageDueOn} by when the stage is to be over
     */
    public record Row(UUID id, int version, String status, @Nullable String title, @Nullable BodyName body, @Nullable InstitutionName coordinator, int awaited,
                      @Nullable LocalDate dueOn, LocalDate openedOn, @Nullable LocalDate resolvedOn, @Nullable LocalDate closedOn, @Nullable String kind,
                      @Nullable String stage, @Nullable InstitutionName stageOf, @Nullable LocalDate stageSince, @Nullable LocalDate stageDueOn, boolean stageOverdue) {}

    private static final String LINKED = "exists (select 1 from view.case_file_links l where l.case_file = c.id and l.item in (:%s))";

    private static final String STAGE_OVERDUE = "(c.resolved_on is null and coalesce(c.stage_due_on < :today, false))";

    private static final Map<String, String> SORT_KEYS = Map.of("openedOn", "to_char(c.opened_on, 'YYYY-MM-DD')", "title", "coalesce(c.title, '')",
            "dueOn", "coalesce(to_char(w.due_on, 'YYYY-MM-DD'), '9999-12-31')", "stageDueOn", "coalesce(to_char(c.stage_due_on, 'YYYY-MM-DD'), '9999-12-31')");

    private final JdbcClient db;

    public CaseFilesList(JdbcClient db) {
        this.db = db;
    }

    /**
     * @param today the day on which they are looked at
     * @param sort  one of {@link #SORTS}
     */
    public Page<Row> page(Reader reader, Filter filter, LocalDate today, String sort, PageRequest page) {
        reader.mayAsk("case-files");
        return new ListQuery(reader, """
                select c.*, b.acronym as body_acronym, b.name as body_name, i.acronym as coordinator_acronym, i.name as coordinator_name,
                    s.acronym as stage_acronym, s.name as stage_name, %s as stage_overdue, w.awaited, w.due_on, %s as sort_key
                from view.case_files c
                left join view.bodies b on b.id = c.body
                left join view.institutions i on i.id = c.coordinator
                left join view.institutions s on s.id = c.stage_of
                cross join lateral (select count(*) as awaited, min(a.due_on) as due_on from view.case_file_awaitings a
                    where a.case_file = c.id and a.answered_on is null) w""".formatted(STAGE_OVERDUE, SORT_KEYS.get(sort)))
                .with("today", today)
                .known("c.id")
                .where("c.body in (:body)", "body", filter.body())
                .where("c.coordinator in (:coordinator)", "coordinator", filter.coordinator())
                .where("c.status in (:status)", "status", filter.status())
                .where("(c.resolved_by in (:agreement) or " + LINKED.formatted("agreement") + ")", "agreement", filter.agreement())
                .where(LINKED.formatted("action"), "action", filter.action())
                .where(LINKED.formatted("meeting"), "meeting", filter.meeting())
                .where(LINKED.formatted("caseFile"), "caseFile", filter.caseFile())
                .where("exists (select 1 from view.case_file_links l where l.case_file = c.id and l.document in (:document))", "document", filter.document())
                .where("exists (select 1 from view.case_file_awaitings a where a.case_file = c.id and a.answered_on is null and a.institution in (:awaiting))",
                        "awaiting", filter.awaiting())
                .where("coalesce(w.due_on < :today, false) = :overdue", "overdue", filter.overdue())
                .where("exists (select 1 from unnest(c.parties) p where p in (:party))", "party", filter.party())
                .where("lower(c.stage) = lower(:stage)", "stage", filter.stage())
                .where("c.stage_of in (:stageOf)", "stageOf", filter.stageOf())
                .where(STAGE_OVERDUE + " = :stageOverdue", "stageOverdue", filter.stageOverdue())
                .containing("c.search", filter.q())
                .page(db, page, CaseFilesList::row);
    }

    private static Row row(ResultSet row, int line) throws SQLException {
        var body = row.getObject("body", UUID.class);
        var coordinator = row.getObject("coordinator", UUID.class);
        var turn = row.getObject("stage_of", UUID.class);
        return new Row(row.getObject("id", UUID.class), row.getInt("version"), row.getString("status"), row.getString("title"),
                body == null ? null : new BodyName(new BodyId(body), row.getString("body_acronym"), row.getString("body_name")),
                coordinator == null ? null : new InstitutionName(new InstitutionId(coordinator), row.getString("coordinator_acronym"), row.getString("coordinator_name")),
                row.getInt("awaited"), date(row, "due_on"), date(row, "opened_on"), date(row, "resolved_on"), date(row, "closed_on"), row.getString("kind"),
                row.getString("stage"), turn == null ? null : new InstitutionName(new InstitutionId(turn), row.getString("stage_acronym"), row.getString("stage_name")),
                date(row, "stage_since"), date(row, "stage_due_on"), row.getBoolean("stage_overdue"));
    }

    private static @Nullable LocalDate date(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }
}
