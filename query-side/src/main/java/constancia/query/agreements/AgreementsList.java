package constancia.query.agreements;

import com.fasterxml.jackson.annotation.JsonProperty;
import constancia.kernel.agreements.AgreementId;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.institutions.InstitutionId;
import constancia.query.Reader;
import constancia.query.history.Names.AgreementName;
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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What was agreed: by whom, between whom, in which meeting; and how does it stand today? */
public final class AgreementsList {

    /** How a list may be sorted. */
    public static final List<String> SORTS = List.of("folio", "agreedOn", "title", "validUntil");

    /**
     * @param status   and {@code kind}, words of the contract
     * @param item     agreed under one of these agenda items
     * @param q        part of a folio, a title, a text or the name of an addressee
     * @param prepared what was prepared before it was signed or issued
     * @param related  agreements to which it is something, or which are something to it
     * @param awaiting an answer of one of these institutions is missing
     * @param overdue  true: an answer that was due is missing; false: none
     */
    public record Filter(List<String> status, List<String> kind, List<UUID> body, List<UUID> institution, List<UUID> meeting, List<UUID> item, @Nullable String q,
                         Prepared prepared, List<UUID> related, List<UUID> awaiting, @Nullable Boolean overdue) {

        /** @param review how the legal review stands; {@code reviewer} who has or had it last; {@code clause} kinds; {@code addressee} institutions */
        public record Prepared(List<String> review, List<UUID> reviewer, List<String> clause, List<UUID> addressee) {}
    }

    /**
     * @param item    of the agenda of the meeting
     * @param awaited how many answers are missing; {@code answerDueOn} the day by which the first of them is due
     */
    public record Row(UUID id, int version, String folio, String status, String kind, @Nullable String title, LocalDate agreedOn, @Nullable BodyName body,
                      @Nullable UUID meeting, @Nullable UUID item, @Nullable LocalDate validFrom, @Nullable LocalDate validUntil, @Nullable LocalDate inForceSince,
                      @Nullable LocalDate endedOn, @Nullable AgreementName supersededBy, @JsonProperty("class") String classification, @Nullable Review review, List<Relation> relations,
                      int awaited, @Nullable LocalDate answerDueOn) {}

    /**
     * @param addendum the number of the addendum that it is of; null when it is of the agreement's own text
     * @param daysHeld until it was cleared or returned, or until today
     */
    public record Review(String status, InstitutionName reviewer, LocalDate submittedOn, int daysHeld, @Nullable Integer addendum) {}

    /** What the agreement of the row is to another. */
    public record Relation(String kind, AgreementName agreement) {}

    /** The status of agreement {@code a} at the end of {@code :today}, from the dates: what {@code AgreementCourse.status} says of everything recorded. */
    public static final String STATUS = """
            case when a.end_status is not null then a.end_status
                 when a.valid_until < :today then 'expired'
                 when a.in_force_since is null or a.in_force_since > :today then 'pending-signatures'
                 when a.suspended then 'suspended'
                 else 'in-force' end""";

    private static final Map<String, String> SORT_KEYS = Map.of("folio", "a.folio", "agreedOn", "to_char(a.agreed_on, 'YYYY-MM-DD')",
            "title", "coalesce(a.title, '')", "validUntil", "coalesce(to_char(a.valid_until, 'YYYY-MM-DD'), '9999-12-31')");

    private final JdbcClient db;

    public AgreementsList(JdbcClient db) {
        this.db = db;
    }

    /**
     * @param today the day on which they are looked at: what expired or was reserved until before it has expired and is public
     * @param sort  one of {@link #SORTS}
     */
    public Page<Row> page(Reader reader, Filter filter, LocalDate today, String sort, PageRequest page) {
        reader.mayAsk("agreements");
        return new ListQuery(reader, "select a.*, " + STATUS + """
                 as status, case when a.reserved_until < :today then 'public' else a.class end as class_today,
                    b.acronym as body_acronym, b.name as body_name, s.id as superseding, s.folio as superseding_folio,
                    case when a.meeting not in %2$s then a.meeting end as meeting_shown,
                    case when a.meeting not in %2$s then a.item end as item_shown, r.acronym as reviewer_acronym, r.name as reviewer_name,
                    coalesce(a.review_ended_on, :today) - a.review_submitted_on as days_held,
                    array(select n.kind || ' ' || n.other || ' ' || coalesce(o.folio, '') from view.agreement_relations n
                          left join view.agreements o on o.id = n.other where n.agreement = a.id and n.other not in %2$s order by n.place) as relations, w.awaited, w.due_on, %s as sort_key
                from view.agreements a
                left join view.bodies b on b.id = a.body
                left join view.agreements s on s.id = a.superseded_by and s.id not in %2$s
                left join view.institutions r on r.id = a.reviewer
                cross join lateral (select count(*) as awaited, min(m.due_on) as due_on from view.agreement_awaitings m
                    where m.agreement = a.id and m.answered_on is null) w""".formatted(SORT_KEYS.get(sort), ListQuery.HIDDEN))
                .known("a.id")
                .with("today", today)
                .where(STATUS + " in (:status)", "status", filter.status())
                .where("a.kind in (:kind)", "kind", filter.kind())
                .where("a.body in (:body)", "body", filter.body())
                .where("a.meeting in (:meeting)", "meeting", filter.meeting())
                .where("a.item in (:item) and a.meeting not in " + ListQuery.HIDDEN, "item", filter.item())
                .where("exists (select 1 from view.agreement_parties p where p.agreement = a.id and p.institution in (:institution))",
                        "institution", filter.institution())
                .where("a.review in (:review)", "review", filter.prepared().review())
                .where("a.reviewer in (:reviewer)", "reviewer", filter.prepared().reviewer())
                .where("exists (select 1 from view.agreement_clauses c where c.agreement = a.id and c.kind in (:clause))", "clause", filter.prepared().clause())
                .where("exists (select 1 from view.agreement_addressees d where d.agreement = a.id and d.institution in (:addressee))",
                        "addressee", filter.prepared().addressee())
                .where("""
                        exists (select 1 from view.agreement_relations n where n.agreement = a.id and n.other in (:related)
                                or n.other = a.id and n.agreement in (:related))""", "related", filter.related())
                .where("exists (select 1 from view.agreement_awaitings m where m.agreement = a.id and m.answered_on is null and m.institution in (:awaiting))",
                        "awaiting", filter.awaiting())
                .where("coalesce(w.due_on < :today, false) = :overdue", "overdue", filter.overdue())
                .containing("a.search", filter.q())
                .page(db, page, AgreementsList::row);
    }

    private static Row row(ResultSet row, int line) throws SQLException {
        var body = row.getObject("body", UUID.class);
        var by = row.getObject("superseding", UUID.class);
        return new Row(row.getObject("id", UUID.class), row.getInt("version"), row.getString("folio"), row.getString("status"), row.getString("kind"),
                row.getString("title"), date(row, "agreed_on"),
                body == null ? null : new BodyName(new BodyId(body), row.getString("body_acronym"), row.getString("body_name")),
                row.getObject("meeting_shown", UUID.class), row.getObject("item_shown", UUID.class), date(row, "valid_from"), date(row, "valid_until"), date(row, "in_force_since"), date(row, "ended_on"),
                by == null ? null : new AgreementName(new AgreementId(by), row.getString("superseding_folio")), row.getString("class_today"),
                review(row), Stream.of((String[]) row.getArray("relations").getArray()).map(AgreementsList::relation).toList(), row.getInt("awaited"), date(row, "due_on"));
    }

    private static @Nullable Review review(ResultSet row) throws SQLException {
        return row.getString("review") == null ? null : new Review(row.getString("review"), new InstitutionName(new InstitutionId(row.getObject("reviewer", UUID.class)),
                row.getString("reviewer_acronym"), row.getString("reviewer_name")), date(row, "review_submitted_on"), row.getInt("days_held"), row.getObject("review_addendum", Integer.class));
    }

    private static Relation relation(String words) {
        var parts = words.split(" ", 3);
        return new Relation(parts[0], new AgreementName(new AgreementId(UUID.fromString(parts[1])), parts[2].isEmpty() ? null : parts[2]));
    }

    private static @Nullable LocalDate date(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }
}
