package constancia.query.meetings;

import constancia.kernel.bodies.BodyId;
import constancia.kernel.meetings.Quorum;
import constancia.kernel.meetings.SeriesPlace;
import constancia.query.Reader;
import constancia.query.history.Names.BodyName;
import constancia.query.tables.ListQuery;
import constancia.query.tables.Page;
import constancia.query.tables.PageRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which meetings are there? By the time at which they start. */
public final class MeetingsList {

    public static final String NO_MINUTES = "none";

    /**
     * @param status      words of the contract
     * @param from        first and {@code until} last day on which they start, both included
     * @param institution those that one of these attended, in whatever role
     * @param minutes     words for how far the minutes have come; {@link #NO_MINUTES} for those without
     * @param toAcknowledge one of these attended and has not acknowledged the draft circulated
     * @param toSign      one of these attended and has not signed the minutes approved
     * @param q           part of a folio of minutes, a place, an item of the agenda or a question
     */
    public record Filter(List<UUID> body, List<String> status, @Nullable LocalDate from, @Nullable LocalDate until, List<UUID> institution,
                         List<UUID> series, List<String> minutes, List<UUID> toAcknowledge, List<UUID> toSign, @Nullable String q) {}

    /**
     * @param attended      how many lines the list of those who came has; null, like the quorum, until the meeting was opened
     * @param deliberations how many questions were put in it
     * @param minutes       how far they have come; null while there is no draft
     * @param folio         of the minutes, once they are approved
     * @param acknowledged  how many of those who attended acknowledged the last draft; {@code signed} how many signed the minutes
     */
    public record Row(UUID id, int version, String status, BodyName body, Instant startsAt, @Nullable String place, @Nullable String mode,
                      @Nullable Integer attended, @Nullable Quorum quorum, @Nullable LocalDate openedOn, @Nullable LocalDate closedOn,
                      @Nullable SeriesPlace series, int deliberations, @Nullable String minutes, @Nullable LocalDate observationsUntil,
                      @Nullable String folio, int acknowledged, int signed) {}

    private static final String MISSING = """
            m.minutes = '%s' and exists (select 1 from view.attendances a where a.meeting = m.id and a.%s is null and a.institution in (:%s))""";

    private final JdbcClient db;
    private final ZoneId zone;

    /** @param zone the register's: its days are meant by {@code from} and {@code until} */
    public MeetingsList(JdbcClient db, ZoneId zone) {
        this.db = db;
        this.zone = zone;
    }

    public Page<Row> page(Reader reader, Filter filter, PageRequest page) {
        reader.mayAsk("meetings");
        return new ListQuery(reader, """
                select m.*, b.acronym, b.name, to_char(m.starts_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US') as sort_key,
                    r.attended, r.acknowledged, r.signed
                from view.meetings m left join view.bodies b on b.id = m.body
                cross join lateral (select count(*) as attended,
                        count(distinct coalesce(a.institution, a.person)) filter (where a.acknowledged_on is not null) as acknowledged,
                        count(distinct coalesce(a.institution, a.person)) filter (where a.signed_on is not null) as signed
                    from view.attendances a where a.meeting = m.id) r""")
                .known("m.id")
                .where("m.body in (:body)", "body", filter.body())
                .where("m.status in (:status)", "status", filter.status())
                .where("m.starts_at >= :from", "from", start(filter.from()))
                .where("m.starts_at < :after", "after", start(filter.until() == null ? null : filter.until().plusDays(1)))
                .where("exists (select 1 from view.attendances a where a.meeting = m.id and a.institution in (:institution))",
                        "institution", filter.institution())
                .where("m.series in (:series)", "series", filter.series())
                .where("coalesce(m.minutes, '%s') in (:minutes)".formatted(NO_MINUTES), "minutes", filter.minutes())
                .where(MISSING.formatted("circulated", "acknowledged_on", "toAcknowledge"), "toAcknowledge", filter.toAcknowledge())
                .where(MISSING.formatted("approved", "signed_on", "toSign"), "toSign", filter.toSign())
                .containing("m.search", filter.q())
                .page(db, page, MeetingsList::row);
    }

    private @Nullable OffsetDateTime start(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay(zone).toOffsetDateTime();
    }

    private static Row row(ResultSet row, int line) throws SQLException {
        var series = row.getObject("series", UUID.class);
        var opened = row.getObject("opened_on", LocalDate.class);
        return new Row(row.getObject("id", UUID.class), row.getInt("version"), row.getString("status"),
                new BodyName(new BodyId(row.getObject("body", UUID.class)), row.getString("acronym"), row.getString("name")),
                row.getObject("starts_at", OffsetDateTime.class).toInstant(), row.getString("place"), row.getString("mode"),
                opened == null ? null : row.getInt("attended"), opened == null ? null : new Quorum(row.getInt("present"),
                        row.getObject("required", Integer.class), row.getObject("quorate", Boolean.class)), opened,
                row.getObject("closed_on", LocalDate.class), series == null ? null : new SeriesPlace(series, row.getInt("place_in")), row.getInt("deliberations"),
                row.getString("minutes"), row.getObject("observations_until", LocalDate.class), row.getString("minutes_folio"), row.getInt("acknowledged"),
                row.getInt("signed"));
    }
}
