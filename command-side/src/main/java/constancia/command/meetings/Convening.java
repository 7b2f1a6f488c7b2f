package constancia.command.meetings;

import constancia.command.bodies.Bodies;
import constancia.command.institutions.Institutions;
import constancia.command.meetings.MeetingCommand.*;
import constancia.kernel.Invalid;
import constancia.kernel.Refused;
import constancia.kernel.bodies.BodyEvent.SeriesTemplateSet;
import constancia.kernel.institutions.InstitutionId;
import constancia.kernel.meetings.MeetingEvent;
import constancia.kernel.meetings.MeetingEvent.*;
import constancia.kernel.meetings.MeetingStatus;
import constancia.kernel.meetings.SeriesPlace;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How a meeting comes about: it is convened with its agenda, and opened with those who came. */
final class Convening {

    private static final LocalDate EARLIEST_START = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST_START = LocalDate.of(2200, 1, 1);

    private Convening() {}

    static MeetingEvent convene(ConveneMeeting c, Meeting now, Meetings meetings, Bodies bodies, Institutions institutions) {
        if (now.course().convenedOn() != null) {
            throw new Refused("already-exists");
        }
        if (!bodies.active(c.body(), c.effectiveOn())) {
            throw bodies.exists(c.body()) ? new Invalid("body", "body-not-active", c.effectiveOn()) : new Invalid("body", "unknown-body", c.body());
        }
        mustBePlausible(c.startsAt());
        var agenda = Agenda.first(c, meetings, institutions);
        if (c.series() == null) {
            return new MeetingConvened(c.body(), c.startsAt(), c.place(), c.mode(), agenda, null, c.text(), c.effectiveOn());
        }
        var turn = meetings.nextInSeries(c.series(), c.body(), c.effectiveOn());
        var template = turn.template();
        return new MeetingConvened(c.body(), c.startsAt(), stated(c.place(), template, SeriesTemplateSet::place), stated(c.mode(), template, SeriesTemplateSet::mode),
                c.agenda() == null && template != null ? Agenda.of(template, c, institutions) : agenda, new SeriesPlace(c.series(), turn.place()),
                stated(c.text(), template, SeriesTemplateSet::text), c.effectiveOn());
    }

    /** Whoever holds a seat on that day was convened. What was answered before the meeting may be recorded later. */
    static MeetingEvent answer(AnswerConvocation c, Meeting now, Bodies bodies) {
        if (c.institution() == null && c.person() == null) {
            throw new Invalid("institution", "required");
        }
        now.mustNotBeHeld(c.effectiveOn());
        var seats = bodies.seated(Objects.requireNonNull(now.body()), c.effectiveOn());
        if (c.institution() != null && seats.stream().anyMatch(seat -> c.institution().equals(seat.institution()))) {
            return new ConvocationAnswered(c.institution(), c.person(), c.answer(), c.text(), c.effectiveOn());
        }
        if (c.person() == null || seats.stream().noneMatch(seat -> c.person().equals(seat.person()))) {
            throw new Refused("not-convened");
        }
        return new ConvocationAnswered(null, c.person(), c.answer(), c.text(), c.effectiveOn());
    }

    static MeetingEvent open(OpenMeeting c, Meeting now, Bodies bodies, Institutions institutions) {
        if (c.attendance().isEmpty()) {
            throw new Invalid("attendance", "required");
        }
        for (int i = 0; i < c.attendance().size(); i++) {
            mustExist("attendance/" + i + "/institution", c.attendance().get(i).institution(), c.effectiveOn(), institutions);
        }
        now.mustBe(MeetingStatus.CONVENED);
        now.mustFollow(c.effectiveOn());
        if (!bodies.active(now.body(), c.effectiveOn())) {
            throw new Refused("body-not-active", c.effectiveOn());
        }
        var roll = RollCall.of(c.attendance(), bodies.seated(now.body(), c.effectiveOn()), bodies.quorum(now.body(), c.effectiveOn()));
        return new MeetingOpened(roll.attendance(), roll.quorum(), c.effectiveOn());
    }

    private static <T> @Nullable T stated(@Nullable T stated, @Nullable SeriesTemplateSet template, Function<SeriesTemplateSet, @Nullable T> otherwise) {
        return stated != null || template == null ? stated : otherwise.apply(template);
    }

    static void mustBePlausible(Instant startsAt) {
        if (startsAt.isBefore(start(EARLIEST_START)) || startsAt.isAfter(start(LATEST_START))) {
            throw new Invalid("startsAt", "out-of-range", EARLIEST_START, LATEST_START);
        }
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    static void mustExist(String pointer, @Nullable InstitutionId institution, LocalDate on, Institutions institutions) {
        if (institution != null && !institutions.active(institution, on)) {
            throw institutions.exists(institution) ? new Invalid(pointer, "institution-not-active", on)
                    : new Invalid(pointer, "unknown-institution", institution);
        }
    }
}
