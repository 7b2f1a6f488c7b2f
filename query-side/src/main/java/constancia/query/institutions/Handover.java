package constancia.query.institutions;

import com.fasterxml.jackson.annotation.JsonProperty;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.bodies.Term;
import constancia.kernel.bodies.TermStatus;
import constancia.kernel.institutions.InstitutionId;
import constancia.query.Reader;
import constancia.query.agreements.AgreementsList;
import constancia.query.history.Names.BodyName;
import constancia.query.history.Names.InstitutionName;
import constancia.query.tables.ListQuery;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What does whoever speaks for an institution hand over? Everything as it stands today, since it binds the institution
 * whoever speaks for it; meetings, those of the mandate.
 */
public final class Handover {

    /** How many of each kind are told; how many there are is told exactly. */
    public static final int MOST = 500;

    public record Dossier(InstitutionName institution, Mandate mandate, Totals totals, List<Commitment> commitments,
                          List<Agreement> agreements, List<Meeting> meetings, List<Impediment> impediments, List<Extension> extensions, List<CaseFile> caseFiles) {}

    /** How many there are of each, also where no more than {@link #MOST} are told. */
    public record Totals(long commitments, long agreements, long meetings, long impediments, long extensions, long caseFiles) {}

    /** @param until the last day by its appointment; {@code endedOn} the last day, if it was ended by a record of its own */
    public record Mandate(UUID id, UUID person, String capacity, @Nullable String office, TermStatus status, LocalDate from,
                          @Nullable LocalDate until, @Nullable LocalDate endedOn) {}

    public record ActionRef(UUID id, @Nullable String number, String title, String status) {}

    public record Commitment(UUID id, ActionRef action, String role, String status, @Nullable String accepted, @Nullable Integer percent,
                             @Nullable LocalDate dueOn, boolean overdue) {}

    public record Agreement(UUID id, String folio, String status, String kind, String title, LocalDate agreedOn, boolean mustSign,
                            @Nullable LocalDate signedOn, @Nullable LocalDate validUntil, @JsonProperty("class") String classification) {}

    public record Meeting(UUID id, @Nullable BodyName body, Instant startsAt, @Nullable LocalDate openedOn, List<String> roles) {}

    /**
     * What blocks an action in which the institution has a commitment, or is the one to lift it.
     *
     * @param role  of its commitment, if it has one in the action
     * @param lifts whether it is for the institution to lift it
     */
    public record Impediment(UUID id, ActionRef action, @Nullable String role, String text, LocalDate reportedOn, boolean lifts) {}

    /** A request for more time that nobody has answered. */
    public record Extension(UUID id, ActionRef action, LocalDate requestedOn, LocalDate askedFor, @Nullable String reason) {}

    /**
     * A matter that is not closed.
     *
     * @param because {@code coordinates} it, is a {@code party} to it, has the {@code turn} in its stage, is {@code awaited} in it, holds a
     *                {@code letter} of it, is {@code linked} to it by its commitments or agreements
     * @param dueOn   the first day by which something of it is due from the institution: an answer, its stage, a letter
     */
    public record CaseFile(UUID id, String title, String status, List<String> because, @Nullable LocalDate dueOn, LocalDate openedOn) {}

    private record Part<T>(List<T> items, long total) {}

    private static final String IN_FORCE = """
            c.institution = :institution and c.status not in ('verified', 'declined', 'released') and c.action_status <> 'cancelled'""";

    private final JdbcClient db;

    public Handover(JdbcClient db) {
        this.db = db;
    }

    /** @param today the day on which it is handed over; nothing if the institution has no such mandate */
    public Optional<Dossier> of(Reader reader, UUID institution, UUID mandate, LocalDate today) {
        reader.mayAsk("handover");
        return db.sql("""
                select m.*, i.acronym, i.name
                from view.mandates m join view.institutions i on i.id = m.institution
                where m.institution = :institution and m.id = :mandate""")
                .param("institution", institution).param("mandate", mandate)
                .query((row, line) -> dossier(reader, row, institution, today)).optional();
    }

    private Dossier dossier(Reader reader, ResultSet row, UUID institution, LocalDate today) throws SQLException {
        var ended = date(row, "ended_on");
        var term = new Term(date(row, "held_from"), date(row, "held_until"), null);
        var held = ended == null ? term : term.endingWith(ended);
        var mandate = new Mandate(row.getObject("id", UUID.class), row.getObject("person", UUID.class), row.getString("capacity"), row.getString("office"),
                held.status(today), term.from(), term.until(), ended);
        var commitments = commitments(reader, institution, today);
        var agreements = agreements(reader, institution, today);
        var meetings = meetings(reader, institution, held);
        var impediments = impediments(reader, institution);
        var extensions = extensions(reader, institution);
        var caseFiles = caseFiles(reader, institution);
        return new Dossier(new InstitutionName(new InstitutionId(institution), row.getString("acronym"), row.getString("name")), mandate,
                new Totals(commitments.total, agreements.total, meetings.total, impediments.total, extensions.total, caseFiles.total), commitments.items,
                agreements.items, meetings.items, impediments.items, extensions.items, caseFiles.items);
    }

    private Part<Commitment> commitments(Reader reader, UUID institution, LocalDate today) {
        return part(reader, """
                select c.*, coalesce(c.owed and c.due_on < :today, false) as overdue, count(*) over () as total
                from view.commitments c
                where %s
                order by c.due_on nulls last, c.title, c.id
                limit :most""".formatted(IN_FORCE),
                Map.of("institution", institution, "today", today), (row, line) -> new Commitment(row.getObject("id", UUID.class), action(row),
                        row.getString("role"), row.getString("status"), row.getString("accepted"), row.getObject("percent", Integer.class),
                        date(row, "due_on"), row.getBoolean("overdue")));
    }

    private Part<Agreement> agreements(Reader reader, UUID institution, LocalDate today) {
        return part(reader, """
                select a.*, p.must_sign, p.signed_on, %s as status, case when a.reserved_until < :today then 'public' else a.class end as class_today,
                    count(*) over () as total
                from view.agreement_parties p join view.agreements a on a.id = p.agreement
                where p.institution = :institution and a.id not in %s
                order by a.agreed_on, a.folio
                limit :most""".formatted(AgreementsList.STATUS, ListQuery.HIDDEN),
                Map.of("institution", institution, "today", today), (row, line) -> new Agreement(row.getObject("id", UUID.class), row.getString("folio"),
                        row.getString("status"), row.getString("kind"), row.getString("title"), date(row, "agreed_on"), row.getBoolean("must_sign"),
                        date(row, "signed_on"), date(row, "valid_until"), row.getString("class_today")));
    }

    private Part<Meeting> meetings(Reader reader, UUID institution, Term held) {
        var until = held.until() == null ? LocalDate.of(9999, 12, 31) : held.until();
        return part(reader, """
                select m.*, b.acronym, b.name, r.roles, count(*) over () as total
                from view.meetings m
                join (select meeting, array_agg(distinct role order by role) as roles from view.attendances
                      where institution = :institution group by meeting) r on r.meeting = m.id
                left join view.bodies b on b.id = m.body
                where m.opened_on between :from and :until and m.id not in %s
                order by m.starts_at, m.id
                limit :most""".formatted(ListQuery.HIDDEN),
                Map.of("institution", institution, "from", held.from(), "until", until), (row, line) -> new Meeting(row.getObject("id", UUID.class),
                        new BodyName(new BodyId(row.getObject("body", UUID.class)), row.getString("acronym"), row.getString("name")),
                        row.getObject("starts_at", OffsetDateTime.class).toInstant(), date(row, "opened_on"),
                        List.of((String[]) row.getArray("roles").getArray())));
    }

    private Part<Impediment> impediments(Reader reader, UUID institution) {
        return part(reader, """
                select o.id, o.text, o.reported_on, o.action, a.number, a.title, a.status as action_status, c.role,
                    coalesce(o.lifted_by = :institution, false) as lifts, count(*) over () as total
                from view.open_impediments o
                join view.actions a on a.id = o.action
                left join view.commitments c on c.action = o.action and %s
                where c.id is not null or o.lifted_by = :institution and a.status not in ('fulfilled', 'cancelled')
                order by o.reported_on, a.title, o.id
                limit :most""".formatted(IN_FORCE),
                Map.of("institution", institution), (row, line) -> new Impediment(row.getObject("id", UUID.class), action(row), row.getString("role"),
                        row.getString("text"), date(row, "reported_on"), row.getBoolean("lifts")));
    }

    private Part<Extension> extensions(Reader reader, UUID institution) {
        return part(reader, """
                select o.id, o.requested_on, o.asked_for, o.reason, a.id as action, a.number, a.title, a.status as action_status, count(*) over () as total
                from view.open_extensions o join view.actions a on a.id = o.action
                where o.institution = :institution
                order by o.requested_on, a.title, o.id
                limit :most""",
                Map.of("institution", institution), (row, line) -> new Extension(row.getObject("id", UUID.class), action(row), date(row, "requested_on"),
                        date(row, "asked_for"), row.getString("reason")));
    }

    private Part<CaseFile> caseFiles(Reader reader, UUID institution) {
        return part(reader, """
                select f.id, f.title, f.status, f.opened_on,
                    least(w.due_on, h.due_on, case when f.stage_of = :institution then f.stage_due_on end) as due_on,
                    array_remove(array[case when f.coordinator = :institution then 'coordinates' end, case when :institution = any(f.parties) then 'party' end,
                        case when f.stage_of = :institution then 'turn' end, case when w.awaited > 0 then 'awaited' end,
                        case when h.held > 0 then 'letter' end, case when k.linked then 'linked' end], null) as because, count(*) over () as total
                from view.case_files f
                cross join lateral (select count(*) as awaited, min(a.due_on) as due_on from view.case_file_awaitings a
                    where a.case_file = f.id and a.institution = :institution and a.answered_on is null) w
                cross join lateral (select count(*) as held, min(l.due_on) as due_on from view.correspondence l
                    where l.case_file = f.id and l.held_by = :institution) h
                cross join lateral (select exists (select 1 from view.case_file_links l where l.case_file = f.id
                    and l.item not in %s and (l.item in (select c.action from view.commitments c where %s)
                        or l.item in (select p.agreement from view.agreement_parties p where p.institution = :institution))) as linked) k
                where f.id not in %s and f.status <> 'closed' and (f.coordinator = :institution or :institution = any(f.parties)
                    or f.stage_of = :institution or w.awaited > 0 or h.held > 0 or k.linked)
                order by due_on nulls last, f.opened_on, f.title, f.id
                limit :most""".formatted(ListQuery.HIDDEN, IN_FORCE, ListQuery.HIDDEN),
                Map.of("institution", institution), (row, line) -> new CaseFile(row.getObject("id", UUID.class), row.getString("title"),
                        row.getString("status"), List.of((String[]) row.getArray("because").getArray()), date(row, "due_on"), date(row, "opened_on")));
    }

    /** Each row says how many there are in all. */
    private <T> Part<T> part(Reader reader, String sql, Map<String, Object> params, RowMapper<T> mapper) {
        var total = new AtomicLong();
        var items = db.sql(sql).params(params).param("holdings", reader.holdings()).param("most", MOST).query((row, line) -> {
            total.set(row.getLong("total"));
            return mapper.mapRow(row, line);
        }).list();
        return new Part<>(items, total.get());
    }

    private static ActionRef action(ResultSet row) throws SQLException {
        return new ActionRef(row.getObject("action", UUID.class), row.getString("number"), row.getString("title"), row.getString("action_status"));
    }

    private static @Nullable LocalDate date(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }
}
