package constancia.query.agreements;

import com.fasterxml.jackson.annotation.JsonProperty;
import constancia.kernel.agreements.AgreementId;
import constancia.kernel.bodies.BodyId;
import constancia.query.Reader;
import constancia.query.history.Names.AgreementName;
import constancia.query.history.Names.BodyName;
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

/** What was agreed: by whom, between whom, in which meeting; and how does it stand today? */
public final class AgreementsList {

    /** How a list may be sorted. */
    public static final List<String> SORTS = List.of("folio", "agreedOn", "title", "validUntil");

    /** @param status, kind words of the contract; {@code institution} a party; {@code q} part of a folio, title or text */
    public record Filter(List<String> status, List<String> kind, List<UUID> body, List<UUID> institution, List<UUID> meeting, @Nullable String q) {}

    public record Row(UUID id, int version, String folio, String status, String kind, String title, LocalDate agreedOn, @Nullable BodyName body,
                      @Nullable UUID meeting, @Nullable LocalDate validFrom, @Nullable LocalDate validUntil, @Nullable LocalDate inForceSince,
                      @Nullable LocalDate endedOn, @Nullable AgreementName supersededBy, @JsonProperty("class") String classification) {}

    /** The status of agreement {@code a} at the end of {@code :today}, from the dates: what {@code AgreementCourse.status} says of everything recorded. */
    public static final String STATUS = """
            case when a.end_status is not null then a.end_status
                 when a.valid_until < :today then 'expired'
                 when a.in_force_since is null or a.in_force_since > :today then 'pending-signatures'
                 when a.suspended then 'suspended'
                 else 'in-force' end""";

    private static final Map<String, String> SORT_KEYS = Map.of("folio", "a.folio", "agreedOn", "to_char(a.agreed_on, 'YYYY-MM-DD')",
            "title", "a.title", "validUntil", "coalesce(to_char(a.valid_until, 'YYYY-MM-DD'), '9999-12-31')");

    private final JdbcClient db;

    public AgreementsList(JdbcClient db) {
        this.db = db;
    }

    /**
     * @param today the day on which they are looked at: what expired or was reserved until before it has expired and is public
     * @param sort  one of {@link #SORTS}
     */
    public Page<Row> page(Reader reader, Filter filter, LocalDate today, String sort, PageRequest page) {
        return new ListQuery("select a.*, " + STATUS + """
                 as status, case when a.reserved_until < :today then 'public' else a.class end as class_today,
                    b.acronym as body_acronym, b.name as body_name, s.folio as superseding_folio, %s as sort_key
                from view.agreements a
                left join view.bodies b on b.id = a.body
                left join view.agreements s on s.id = a.superseded_by""".formatted(SORT_KEYS.get(sort)))
                .with("today", today)
                .where(STATUS + " in (:status)", "status", filter.status())
                .where("a.kind in (:kind)", "kind", filter.kind())
                .where("a.body in (:body)", "body", filter.body())
                .where("a.meeting in (:meeting)", "meeting", filter.meeting())
                .where("exists (select 1 from view.agreement_parties p where p.agreement = a.id and p.institution in (:institution))",
                        "institution", filter.institution())
                .where("a.search ilike '%' || :q || '%'", "q", filter.q())
                .page(db, page, AgreementsList::row);
    }

    private static Row row(ResultSet row, int line) throws SQLException {
        var body = row.getObject("body", UUID.class);
        var by = row.getObject("superseded_by", UUID.class);
        return new Row(row.getObject("id", UUID.class), row.getInt("version"), row.getString("folio"), row.getString("status"), row.getString("kind"),
                row.getString("title"), date(row, "agreed_on"),
                body == null ? null : new BodyName(new BodyId(body), row.getString("body_acronym"), row.getString("body_name")),
                row.getObject("meeting", UUID.class), date(row, "valid_from"), date(row, "valid_until"), date(row, "in_force_since"), date(row, "ended_on"),
                by == null ? null : new AgreementName(new AgreementId(by), row.getString("superseding_folio")), row.getString("class_today"));
    }

    private static @Nullable LocalDate date(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }
}
