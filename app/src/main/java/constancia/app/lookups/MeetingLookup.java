package constancia.app.lookups;

import constancia.app.journal.LastWrites;
import constancia.command.meetings.Meetings;
import constancia.command.reserve.ClassRules;
import constancia.kernel.Refused;
import constancia.kernel.bodies.BodyEvent.SeriesTemplateSet;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.meetings.AgendaItem;
import constancia.kernel.meetings.CarriedFrom;
import constancia.kernel.meetings.DeliberationOutcome;
import constancia.kernel.meetings.ItemOutcome;
import constancia.kernel.meetings.MeetingEvent.*;
import constancia.kernel.meetings.MeetingEvent;
import constancia.kernel.meetings.MeetingId;
import constancia.query.history.EventJson;
import constancia.query.meetings.MinutesWriter;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Meetings as commands must know them. */
@Component
final class MeetingLookup implements Meetings {

    private static final String SCOPES = "select array[body] from journal.meeting where id = :item";

    private final JdbcClient db;
    private final ReserveLookup reserves;
    private final MinutesWriter writer;
    private final ZoneId zone;

    MeetingLookup(JdbcClient commandDb, ReserveLookup reserves, MinutesWriter writer, Clock clock) {
        this.db = commandDb;
        this.reserves = reserves;
        this.writer = writer;
        this.zone = clock.getZone();
    }

    @Override
    public Optional<KnownMeeting> find(MeetingId meeting) {
        return db.sql("select body, opened_on, quorate, closed_on, cancelled, minutes_approved from journal.meeting where id = :id for share").param("id", meeting.value())
                .query((row, line) -> new KnownMeeting(meeting, new BodyId(row.getObject("body", UUID.class)), row.getObject("opened_on", LocalDate.class),
                        row.getBoolean("quorate"), row.getObject("closed_on", LocalDate.class), row.getBoolean("cancelled"),
                        row.getBoolean("minutes_approved"))).optional();
    }

    @Override
    public Optional<KnownItem> item(MeetingId meeting, UUID agendaItem) {
        return db.sql("""
                select m.body, i.not_reached_on,
                    exists (select 1 from journal.agenda_item t where t.carried_meeting = i.meeting and t.carried_item = i.id) as taken_up
                from journal.agenda_item i join journal.meeting m on m.id = i.meeting
                where i.meeting = :meeting and i.id = :id for share of i""")
                .param("meeting", meeting.value()).param("id", agendaItem)
                .query((row, line) -> new KnownItem(new BodyId(row.getObject("body", UUID.class)), row.getObject("not_reached_on", LocalDate.class),
                        row.getBoolean("taken_up"))).optional();
    }

    @Override
    public SeriesTurn nextInSeries(UUID series, BodyId body, LocalDate on) {
        return db.sql("""
                insert into journal.meeting_series (id, body, last) values (:series, :body, 1)
                on conflict (id) do update set last = meeting_series.last + 1 where meeting_series.body = :body
                returning last, (select said from journal.series_template where series = :series and since <= :on order by since desc limit 1) as template""")
                .param("series", series).param("body", body.value()).param("on", on)
                .query((row, line) -> new SeriesTurn(row.getInt("last"), template(row.getBytes("template")))).optional()
                .orElseThrow(() -> new Refused("series-of-another-body"));
    }

    private static @Nullable SeriesTemplateSet template(byte @Nullable [] said) {
        return said == null ? null : (SeriesTemplateSet) EventJson.read("SeriesTemplateSet", said);
    }

    @Override
    public String folio(MeetingId meeting, String series, int year) {
        return db.sql("select minutes_folio from journal.meeting where id = :id and minutes_folio is not null").param("id", meeting.value()).query(String.class).optional()
                .orElseGet(() -> String.format(Locale.ROOT, "%s-%d-%04d", series, year, Folios.next(db, series, year)));
    }

    @Override
    public String minutes(MeetingId meeting) {
        return writer.text(meeting.value());
    }

    @Override
    public Optional<KnownDeliberation> deliberation(MeetingId meeting, UUID deliberation) {
        return db.sql("select concluded_on, outcome from journal.deliberation where meeting = :meeting and id = :id for share")
                .param("meeting", meeting.value()).param("id", deliberation)
                .query((row, line) -> new KnownDeliberation(row.getObject("concluded_on", LocalDate.class), outcome(row.getString("outcome")))).optional();
    }

    @Override
    public ClassRules classes() {
        return reserves;
    }

    @Override
    public void recorded(MeetingId meeting, MeetingEvent event) {
        switch (event) {
            case MeetingConvened e -> {
                db.sql("insert into journal.meeting (id, body, convened_for) values (:id, :body, :day)").param("id", meeting.value()).param("body", e.body().value())
                        .param("day", day(e.startsAt())).update();
                onAgenda(meeting, e.agenda());
            }
            case AgendaItemAdded e -> onAgenda(meeting, e.item(), e.carriedFrom());
            case MeetingPostponed e -> db.sql("update journal.meeting set convened_for = :day where id = :id").param("id", meeting.value()).param("day", day(e.startsAt())).update();
            case ConvocationAnswered _ -> { }
            case MeetingCancelled _ -> {
                db.sql("update journal.meeting set cancelled = true where id = :id").param("id", meeting.value()).update();
                db.sql("update journal.agenda_item set carried_meeting = null, carried_item = null where meeting = :id").param("id", meeting.value()).update();
            }
            case MeetingOpened e -> db.sql("update journal.meeting set opened_on = :on, quorate = :quorate where id = :id")
                    .param("id", meeting.value()).param("on", e.effectiveOn()).param("quorate", !e.quorum().lacking()).update();
            case QuestionPut e -> {
                reserves.deliberating(meeting, e.deliberation(), e.effectiveOn());
                db.sql("insert into journal.deliberation (meeting, id, item) values (:meeting, :id, :item)")
                    .param("meeting", meeting.value()).param("id", e.deliberation()).param("item", e.item()).update();
            }
            case PositionRecorded _, ProposalCompiled _, ProposalAssessed _, SecondProposalPut _ -> { }
            case DeliberationConcluded e -> {
                reserves.concluded(meeting, e.deliberation());
                db.sql("update journal.deliberation set concluded_on = :on, outcome = :outcome where meeting = :meeting and id = :id")
                    .param("meeting", meeting.value()).param("id", e.deliberation()).param("on", e.effectiveOn()).param("outcome", e.outcome().name()).update();
            }
            case MeetingClassified e -> reserves.classified(meeting, "meeting", e, SCOPES);
            case DeliberationClassified e -> reserves.classified(meeting, "meeting", e, SCOPES);
            case MeetingReserveLapsed e -> {
                LastWrites.add(db, Passed.once(meeting, "reserve", e.until()));
                reserves.lapsed(meeting, e.until());
            }
            case AgendaItemClosed e -> {
                if (e.outcome() == ItemOutcome.NOT_REACHED) {
                    db.sql("update journal.agenda_item set not_reached_on = :on where meeting = :meeting and id = :id")
                            .param("meeting", meeting.value()).param("id", e.item()).param("on", e.effectiveOn()).update();
                }
            }
            case MeetingClosed e -> db.sql("update journal.meeting set closed_on = :on where id = :id")
                    .param("id", meeting.value()).param("on", e.effectiveOn()).update();
            case MinutesApproved e -> db.sql("update journal.meeting set minutes_approved = true, minutes_folio = coalesce(:folio, minutes_folio) where id = :id")
                    .param("id", meeting.value()).param("folio", e.folio()).update();
            case MinutesDrafted _, MinutesCirculated _, MinutesObserved _, ObservationAnswered _, CorrigendumIssued _, MinutesAcknowledged _, MinutesSigned _ -> { }
        }
    }

    @Override
    public void rectified(MeetingId meeting, List<MeetingEvent> standing) {
        reserves.forget(meeting);
        db.sql("delete from journal.agenda_item where meeting = :id").param("id", meeting.value()).update();
        db.sql("delete from journal.deliberation where meeting = :id").param("id", meeting.value()).update();
        for (var event : standing) {
            if (event instanceof MeetingConvened e) {
                db.sql("update journal.meeting set body = :body, convened_for = :day, opened_on = null, quorate = false, closed_on = null, cancelled = false, minutes_approved = false where id = :id")
                        .param("id", meeting.value()).param("body", e.body().value()).param("day", day(e.startsAt())).update();
                onAgenda(meeting, e.agenda());
            } else if (event instanceof MeetingReserveLapsed e) {
                reserves.lapsed(meeting, e.until());
            } else {
                recorded(meeting, event);
            }
        }
    }

    private LocalDate day(Instant moment) {
        return LocalDate.ofInstant(moment, zone);
    }

    private void onAgenda(MeetingId meeting, List<AgendaItem> agenda) {
        agenda.forEach(item -> onAgenda(meeting, item.item(), item.carriedFrom()));
    }

    private static @Nullable DeliberationOutcome outcome(@Nullable String name) {
        return name == null ? null : DeliberationOutcome.valueOf(name);
    }

    private void onAgenda(MeetingId meeting, UUID item, @Nullable CarriedFrom carried) {
        Taken.unless(Map.of("agenda_item_taken_up", new Refused("item-taken-up")), () -> db.sql("""
                insert into journal.agenda_item (meeting, id, carried_meeting, carried_item) values (:meeting, :id, :carriedMeeting, :carriedItem)""")
                .param("meeting", meeting.value()).param("id", item).param("carriedMeeting", carried == null ? null : carried.meeting().value())
                .param("carriedItem", carried == null ? null : carried.item()).update());
    }
}
