package constancia.query.meetings;

import com.fasterxml.jackson.annotation.JsonProperty;
import constancia.kernel.Dated;
import constancia.kernel.institutions.Capacity;
import constancia.kernel.meetings.AgendaItem;
import constancia.kernel.meetings.AttendanceRole;
import constancia.kernel.meetings.CarriedFrom;
import constancia.kernel.meetings.Convocation;
import constancia.kernel.meetings.ItemOutcome;
import constancia.kernel.meetings.MeetingEvent.ConvocationAnswered;
import constancia.kernel.meetings.MeetingMode;
import constancia.kernel.meetings.MeetingStatus;
import constancia.kernel.meetings.Quorum;
import constancia.kernel.meetings.SeriesPlace;
import constancia.kernel.reserve.Classifications.Place;
import constancia.kernel.reserve.ItemClass;
import constancia.query.history.Names.BodyName;
import constancia.query.history.Names.InstitutionName;
import constancia.query.history.Names.MeetingName;
import constancia.query.history.Names;
import constancia.query.history.Reserve;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A meeting as answered. {@code former} are the times it was convened for before it was postponed, {@code text} is what the convocation says. */
record MeetingItem(MeetingStatus status, @Nullable BodyName body, Instant startsAt, List<Instant> former, @Nullable String place,
                   @Nullable MeetingMode mode, @Nullable SeriesPlace series, List<Topic> agenda, List<Answer> convocation, List<Present> attendance,
                   @Nullable Quorum quorum, List<DeliberationItem> deliberations, @Nullable LocalDate openedOn, @Nullable LocalDate closedOn,
                   @Nullable MinutesItem minutes, @Nullable String text, @JsonProperty("class") ItemClass classification, @Nullable Reserve reserve) {

    /** {@code outcome} and {@code closedOn} are null until it is said what came of it; {@code section} is the heading under which it stands. */
    record Topic(UUID id, String title, @Nullable InstitutionName presenter, @Nullable Integer minutes, @Nullable Origin carriedFrom,
                 @Nullable ItemOutcome outcome, @Nullable LocalDate closedOn, @Nullable String section) {}

    record Origin(@Nullable MeetingName meeting, UUID item) {}

    record Answer(@Nullable InstitutionName institution, @Nullable UUID person, Convocation answer, @Nullable String text, LocalDate on) {}

    record Present(@Nullable InstitutionName institution, @Nullable UUID person, AttendanceRole role, @Nullable Capacity capacity) {}

    static MeetingItem of(MeetingFacts f, LocalDate on, Names names) {
        var classified = f.classification().whole().on(on);
        var starts = Dated.values(f.starts());
        var roll = f.roll();
        var attendance = roll == null ? List.<Present>of() : roll.attendance().stream()
                .map(a -> new Present(names.institution(a.institution()), a.person(), a.role(), a.capacity())).toList();
        return new MeetingItem(f.status(), names.body(f.convening().body()), f.startsAt(), starts.subList(0, starts.size() - 1),
                f.convening().place(), f.convening().mode(), f.convening().series(), f.agenda().inOrder().stream().map(item -> topic(item, f.agenda(), names)).toList(),
                answers(f, names), attendance, roll == null ? null : roll.quorum(),
                Dated.values(f.deliberations()).stream().map(one -> DeliberationItem.of(one, f.classification().of(new Place(one.id(), null)).on(on), names)).toList(),
                f.course().openedOn(), f.course().closedOn(), MinutesItem.of(f, names), f.convening().text(), classified.as(), Reserve.of(classified));
    }

    private static Topic topic(AgendaItem item, AgendaFacts agenda, Names names) {
        var carried = item.carriedFrom();
        var closing = agenda.closing(item);
        return new Topic(item.item(), item.title(), names.institution(item.presenter()), item.minutes(),
                origin(carried, names), closing == null ? null : closing.outcome(),
                closing == null ? null : closing.effectiveOn(), item.section());
    }

    /** Nothing, too, when it comes from a meeting that may not be named. */
    private static @Nullable Origin origin(@Nullable CarriedFrom carried, Names names) {
        var meeting = carried == null ? null : names.meeting(carried.meeting());
        return meeting == null ? null : new Origin(meeting, carried.item());
    }

    /** The latest of each, in the order in which they first answered. */
    private static List<Answer> answers(MeetingFacts f, Names names) {
        var latest = new LinkedHashMap<Object, ConvocationAnswered>();
        Dated.values(f.answers()).forEach(one -> latest.put(one.institution() != null ? one.institution() : one.person(), one));
        return latest.values().stream()
                .map(one -> new Answer(names.institution(one.institution()), one.person(), one.answer(), one.text(), one.effectiveOn())).toList();
    }
}
