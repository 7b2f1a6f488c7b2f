package constancia.command.meetings;

import constancia.command.reserve.ClassRules;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.meetings.MeetingEvent;
import constancia.kernel.meetings.MeetingId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Meetings for what is on record of them already: minutes approved since, items taken up, places in a series, its template and folios do not matter. */
public record MeetingsAsRecorded(Meetings meetings) implements Meetings {

    @Override
    public Optional<KnownMeeting> find(MeetingId meeting) {
        return meetings.find(meeting).map(m -> new KnownMeeting(m.id(), m.body(), m.openedOn(), m.quorate(), m.closedOn(), m.cancelled(), false));
    }

    @Override
    public Optional<KnownItem> item(MeetingId meeting, UUID agendaItem) {
        return meetings.item(meeting, agendaItem).map(item -> new KnownItem(item.body(), item.notReachedOn(), false));
    }

    @Override
    public SeriesTurn nextInSeries(UUID series, BodyId body, LocalDate on) {
        return new SeriesTurn(0, null);
    }

    @Override
    public String folio(MeetingId meeting, String series, int year) {
        return "";
    }

    @Override
    public String minutes(MeetingId meeting) {
        return meetings.minutes(meeting);
    }

    @Override
    public Optional<KnownDeliberation> deliberation(MeetingId meeting, UUID deliberation) {
        return meetings.deliberation(meeting, deliberation);
    }

    @Override
    public ClassRules classes() {
        return meetings.classes();
    }

    @Override
    public void recorded(MeetingId meeting, MeetingEvent event) {
        meetings.recorded(meeting, event);
    }

    @Override
    public void rectified(MeetingId meeting, List<MeetingEvent> standing) {
        meetings.rectified(meeting, standing);
    }
}
