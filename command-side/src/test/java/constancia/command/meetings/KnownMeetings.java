package constancia.command.meetings;

import constancia.command.reserve.ClassRules;
import constancia.kernel.Refused;
import constancia.kernel.bodies.BodyEvent.SeriesTemplateSet;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.meetings.CarriedFrom;
import constancia.kernel.meetings.MeetingEvent;
import constancia.kernel.meetings.MeetingId;
import constancia.kernel.reserve.ItemClass;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The lookup of meetings in memory: it knows what it was given and keeps what it is told. */
class KnownMeetings implements Meetings {

    static final String WRITTEN = "MINUTA DE REUNIÓN\nConsejo Nacional de Seguridad Ciudadana (CNSCC)";

    final List<MeetingEvent> kept = new ArrayList<>();
    private final Map<MeetingId, KnownMeeting> meetings = new HashMap<>();
    private final Map<CarriedFrom, KnownItem> items = new HashMap<>();
    private final Map<UUID, BodyId> series = new HashMap<>();
    private final Map<UUID, SeriesTemplateSet> templates = new HashMap<>();

    KnownMeetings with(KnownMeeting meeting) {
        meetings.put(meeting.id(), meeting);
        return this;
    }

    KnownMeetings with(CarriedFrom item, KnownItem known) {
        items.put(item, known);
        return this;
    }

    /** A series of that body, of one meeting so far. */
    KnownMeetings withSeries(UUID id, BodyId body) {
        series.put(id, body);
        return this;
    }

    /** What its meetings begin with. */
    KnownMeetings withTemplate(SeriesTemplateSet template) {
        templates.put(template.series(), template);
        return this;
    }

    @Override
    public Optional<KnownMeeting> find(MeetingId meeting) {
        return Optional.ofNullable(meetings.get(meeting));
    }

    @Override
    public Optional<KnownItem> item(MeetingId meeting, UUID agendaItem) {
        return Optional.ofNullable(items.get(new CarriedFrom(meeting, agendaItem)));
    }

    @Override
    public SeriesTurn nextInSeries(UUID id, BodyId body, LocalDate on) {
        if (!series.getOrDefault(id, body).equals(body)) {
            throw new Refused("series-of-another-body");
        }
        var template = templates.get(id);
        return new SeriesTurn(series.containsKey(id) ? 2 : 1, template == null || on.isBefore(template.effectiveOn()) ? null : template);
    }

    @Override
    public String folio(MeetingId meeting, String series, int year) {
        return series + "-" + year + "-0001";
    }

    @Override
    public String minutes(MeetingId meeting) {
        return WRITTEN;
    }

    @Override
    public Optional<KnownDeliberation> deliberation(MeetingId meeting, UUID deliberation) {
        return Optional.empty();
    }

    @Override
    public ClassRules classes() {
        return (of, _) -> of == ItemClass.RESERVED ? new ClassRules.ClassRule(Set.of(ClassRules.LEGAL_BASIS), 7, 5) : new ClassRules.ClassRule(Set.of(), null, null);
    }

    @Override
    public void recorded(MeetingId meeting, MeetingEvent event) {
        kept.add(event);
    }

    @Override
    public void rectified(MeetingId meeting, List<MeetingEvent> standing) {
        kept.clear();
        kept.addAll(standing);
    }
}
