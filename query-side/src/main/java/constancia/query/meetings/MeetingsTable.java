package constancia.query.meetings;

import constancia.kernel.meetings.AgendaItem;
import constancia.kernel.meetings.Attendee;
import constancia.kernel.meetings.MeetingEvent.MinutesAcknowledged;
import constancia.kernel.meetings.MeetingEvent.MinutesSigned;
import constancia.kernel.meetings.MeetingStatus;
import constancia.query.history.View;
import constancia.query.tables.Facts;
import constancia.query.tables.Former;
import constancia.query.tables.SearchText;
import constancia.query.tables.Table;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/** The tables of meetings, of their agendas and of who attended them. */
public final class MeetingsTable implements Table<MeetingFacts> {

    private final MeetingView view = new MeetingView();

    private record Attendance(UUID meeting, int line, int version, Attendee attendee, MinutesFacts minutes) {}

    private record Topic(Facts<MeetingFacts> of, AgendaItem item) {}

    @Override
    public View<?, MeetingFacts> view() {
        return view;
    }

    @Override
    public void write(JdbcTemplate db, List<Facts<MeetingFacts>> items) {
        db.batchUpdate("""
                insert into meetings (id, version, position, body, status, starts_at, place, mode, opened_on, closed_on, present, required, quorate,
                    series, place_in, minutes, deliberations, minutes_folio, observations_until, search)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (id) do update set version = excluded.version, position = excluded.position, body = excluded.body,
                    status = excluded.status, starts_at = excluded.starts_at, place = excluded.place, mode = excluded.mode,
                    opened_on = excluded.opened_on, closed_on = excluded.closed_on, present = excluded.present, required = excluded.required,
                    quorate = excluded.quorate, series = excluded.series, place_in = excluded.place_in, minutes = excluded.minutes,
                    deliberations = excluded.deliberations, minutes_folio = excluded.minutes_folio,
                    observations_until = excluded.observations_until, search = excluded.search""",
                items, 500, (row, item) -> {
                    var f = item.facts();
                    var convening = f.convening();
                    var quorum = f.roll() == null ? null : f.roll().quorum();
                    row.setObject(1, item.id());
                    row.setInt(2, item.version());
                    row.setLong(3, item.position());
                    row.setObject(4, convening.body().value());
                    row.setString(5, f.status().word());
                    row.setObject(6, f.startsAt().atOffset(ZoneOffset.UTC));
                    row.setString(7, convening.place());
                    row.setString(8, convening.mode() == null ? null : convening.mode().word());
                    row.setObject(9, f.course().openedOn());
                    row.setObject(10, f.course().closedOn());
                    row.setObject(11, quorum == null ? null : quorum.present());
                    row.setObject(12, quorum == null ? null : quorum.required());
                    row.setObject(13, quorum == null ? null : quorum.quorate());
                    var series = convening.series();
                    row.setObject(14, series == null ? null : series.id());
                    row.setObject(15, series == null ? null : series.ordinal());
                    row.setString(16, f.minutes().status() == null ? null : f.minutes().status().word());
                    row.setInt(17, f.deliberations().size());
                    row.setString(18, f.minutes().approved() == null ? null : f.minutes().approved().folio());
                    row.setObject(19, f.minutes().circulated() == null ? null : f.minutes().circulated().observationsUntil());
                    row.setString(20, search(f));
                });
        attendances(db, items);
        agendas(db, items);
    }

    /** What it was about and where, and the folio of its minutes. */
    private static String search(MeetingFacts f) {
        var approved = f.minutes().approved();
        return SearchText.of(Stream.of(Stream.of(approved == null ? null : approved.folio(), f.convening().place()), f.agenda().inOrder().stream().map(AgendaItem::title),
                f.deliberations().stream().map(one -> one.value().question().question())).flatMap(texts -> texts));
    }

    private static void attendances(JdbcTemplate db, List<Facts<MeetingFacts>> items) {
        var attendances = new ArrayList<Attendance>();
        for (var item : items) {
            var roll = item.facts().roll();
            int line = 0;
            for (var attendee : roll == null ? List.<Attendee>of() : roll.attendance()) {
                attendances.add(new Attendance(item.id(), ++line, item.version(), attendee, item.facts().minutes()));
            }
        }
        db.batchUpdate("""
                insert into attendances (meeting, line, version, institution, person, role, acknowledged_on, signed_on) values (?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (meeting, line) do update set version = excluded.version, institution = excluded.institution,
                    person = excluded.person, role = excluded.role, acknowledged_on = excluded.acknowledged_on, signed_on = excluded.signed_on""",
                attendances, 500, (row, attendance) -> {
                    var attendee = attendance.attendee();
                    row.setObject(1, attendance.meeting());
                    row.setInt(2, attendance.line());
                    row.setInt(3, attendance.version());
                    row.setObject(4, attendee.institution() == null ? null : attendee.institution().value());
                    row.setObject(5, attendee.person());
                    row.setString(6, attendee.role().word());
                    row.setObject(7, attendance.minutes().acknowledgedBy(attendee).map(MinutesAcknowledged::effectiveOn).orElse(null));
                    row.setObject(8, attendance.minutes().signedBy(attendee).map(MinutesSigned::effectiveOn).orElse(null));
                });
        Former.delete(db, items, "meeting", "attendances");
    }

    private static void agendas(JdbcTemplate db, List<Facts<MeetingFacts>> items) {
        var topics = new ArrayList<Topic>();
        for (var item : items) {
            item.facts().agenda().inOrder().forEach(topic -> topics.add(new Topic(item, topic)));
        }
        db.batchUpdate("""
                insert into agenda_items (meeting, id, version, body, title, presenter, minutes, outcome, closed_on, carried_meeting, carried_item)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (meeting, id) do update set version = excluded.version, body = excluded.body, title = excluded.title,
                    presenter = excluded.presenter, minutes = excluded.minutes, outcome = excluded.outcome, closed_on = excluded.closed_on,
                    carried_meeting = excluded.carried_meeting, carried_item = excluded.carried_item""",
                topics, 500, (row, topic) -> {
                    var f = topic.of.facts();
                    var item = topic.item;
                    var closing = f.agenda().closing(item);
                    var carried = f.status() == MeetingStatus.CANCELLED ? null : item.carriedFrom();
                    row.setObject(1, topic.of.id());
                    row.setObject(2, item.item());
                    row.setInt(3, topic.of.version());
                    row.setObject(4, f.convening().body().value());
                    row.setString(5, item.title());
                    row.setObject(6, item.presenter() == null ? null : item.presenter().value());
                    row.setObject(7, item.minutes());
                    row.setString(8, closing == null ? null : closing.outcome().word());
                    row.setObject(9, closing == null ? null : closing.effectiveOn());
                    row.setObject(10, carried == null ? null : carried.meeting().value());
                    row.setObject(11, carried == null ? null : carried.item());
                });
        Former.delete(db, items, "meeting", "agenda_items");
    }
}
