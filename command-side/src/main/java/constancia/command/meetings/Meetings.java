package constancia.command.meetings;

import constancia.command.reserve.ClassRules;
import constancia.kernel.bodies.BodyEvent.SeriesTemplateSet;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.meetings.DeliberationOutcome;
import constancia.kernel.meetings.MeetingEvent;
import constancia.kernel.meetings.MeetingId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The lookup of meetings, kept in the transaction that appends. */
public interface Meetings {

    /** @param openedOn null until it was opened; {@code quorate} is false until then; {@code closedOn} null until it was closed */
    record KnownMeeting(MeetingId id, BodyId body, @Nullable LocalDate openedOn, boolean quorate, @Nullable LocalDate closedOn, boolean cancelled,
                        boolean minutesApproved) {}

    /** @param notReachedOn since when it is in the backlog of the body, if ever; {@code takenUp}: another meeting has it on its agenda */
    record KnownItem(BodyId body, @Nullable LocalDate notReachedOn, boolean takenUp) {}

    /** @param outcome null, like {@code concludedOn}, until it was concluded */
    record KnownDeliberation(@Nullable LocalDate concludedOn, @Nullable DeliberationOutcome outcome) {

        public boolean concludedBy(LocalDate day) {
            return concludedOn != null && !day.isBefore(concludedOn);
        }
    }

    /** The meeting, locked against change until the transaction ends. */
    Optional<KnownMeeting> find(MeetingId meeting);

    /** The item of that meeting's agenda, locked against change until the transaction ends. */
    Optional<KnownItem> item(MeetingId meeting, UUID agendaItem);

    /** @param template with what the meetings of the series begin, if anything was said of it */
    record SeriesTurn(int place, @Nullable SeriesTemplateSet template) {}

    /**
     * The turn of the next meeting of a series, convened on that day, which that meeting takes.
     *
     * @throws constancia.kernel.Refused {@code series-of-another-body}
     */
    SeriesTurn nextInSeries(UUID series, BodyId body, LocalDate on);

    /**
     * The folio of the meeting's minutes: the one that it was given before, else the next of that series and year, without
     * gaps, given up with the transaction if that is rolled back.
     */
    String folio(MeetingId meeting, String series, int year);

    /** What the minutes of the meeting say, made of what is on record of it and of what was agreed in it. */
    String minutes(MeetingId meeting);

    /** The deliberation of that meeting, locked against change until the transaction ends. */
    Optional<KnownDeliberation> deliberation(MeetingId meeting, UUID deliberation);

    /** @throws constancia.kernel.Refused {@code item-taken-up} when another meeting took up the same item */
    /** By which they and their deliberations are classified. */
    ClassRules classes();

    void recorded(MeetingId meeting, MeetingEvent event);

    /** Makes the lookup of the item anew from its records as they stand after a rectification, in the order of their days. */
    void rectified(MeetingId meeting, List<MeetingEvent> standing);
}
