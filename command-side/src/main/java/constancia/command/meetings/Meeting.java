package constancia.command.meetings;

import constancia.command.bodies.Bodies;
import constancia.command.institutions.Institutions;
import constancia.command.meetings.MeetingCommand.*;
import constancia.kernel.Dated;
import constancia.kernel.Invalid;
import constancia.kernel.Recorded;
import constancia.kernel.Refused;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.institutions.InstitutionId;
import constancia.kernel.meetings.AgendaItem;
import constancia.kernel.meetings.MeetingEvent;
import constancia.kernel.meetings.MeetingEvent.*;
import constancia.kernel.meetings.MeetingStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rules of meetings. Their course (convened, postponed, cancelled, opened, closed) is ordered; the agenda is a set. */
record Meeting(@Nullable BodyId body, List<Dated<Instant>> starts, Set<UUID> agenda, Course course) {

    record Course(@Nullable LocalDate convenedOn, @Nullable LocalDate openedOn, @Nullable LocalDate closedOn, @Nullable LocalDate cancelledOn) {}

    static final Meeting NOT_CONVENED = new Meeting(null, List.of(), Set.of(), new Course(null, null, null, null));

    private static final LocalDate EARLIEST_START = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST_START = LocalDate.of(2200, 1, 1);

    static List<MeetingEvent> decide(MeetingCommand command, Meeting now, Bodies bodies, Institutions institutions) {
        if (command instanceof ConveneMeeting c) {
            return List.of(convene(c, now, bodies, institutions));
        }
        if (now.course.convenedOn == null || command.effectiveOn().isBefore(now.course.convenedOn)) {
            throw new Refused("effective-before-item");
        }
        return List.of(switch (command) {
            case ConveneMeeting _ -> throw new Refused("already-exists");
            case AddAgendaItem c -> {
                now.mustTakeItemsOn(c.effectiveOn());
                mustExist("presenter", c.presenter(), c.effectiveOn(), institutions);
                if (now.agenda.contains(c.item())) {
                    throw new Refused("agenda-item-known");
                }
                yield new AgendaItemAdded(c.item(), c.title(), c.presenter(), c.minutes(), c.effectiveOn());
            }
            case PostponeMeeting c -> {
                mustBePlausible(c.startsAt());
                now.mustBe(MeetingStatus.CONVENED);
                now.mustFollow(c.effectiveOn());
                if (c.startsAt().equals(now.starts.getLast().value())) {
                    throw new Refused("same-start");
                }
                yield new MeetingPostponed(c.startsAt(), c.effectiveOn());
            }
            case CancelMeeting c -> {
                now.mustBe(MeetingStatus.CONVENED);
                now.mustFollow(c.effectiveOn());
                yield new MeetingCancelled(c.effectiveOn());
            }
            case OpenMeeting c -> open(c, now, bodies, institutions);
            case CloseMeeting c -> {
                now.mustBe(MeetingStatus.OPEN);
                now.mustFollow(c.effectiveOn());
                yield new MeetingClosed(c.effectiveOn());
            }
        });
    }

    static Meeting evolve(Meeting now, Recorded<MeetingEvent> record) {
        var course = now.course;
        return switch (record.event()) {
            case MeetingConvened e -> new Meeting(e.body(), Dated.plus(now.starts, e.startsAt(), record),
                    e.agenda().stream().map(AgendaItem::item).collect(Collectors.toUnmodifiableSet()),
                    new Course(e.effectiveOn(), null, null, null));
            case AgendaItemAdded e -> new Meeting(now.body, now.starts, with(now.agenda, e.item()), course);
            case MeetingPostponed e -> new Meeting(now.body, Dated.plus(now.starts, e.startsAt(), record), now.agenda, course);
            case MeetingCancelled e -> now.in(new Course(course.convenedOn, course.openedOn, course.closedOn, e.effectiveOn()));
            case MeetingOpened e -> now.in(new Course(course.convenedOn, e.effectiveOn(), course.closedOn, course.cancelledOn));
            case MeetingClosed e -> now.in(new Course(course.convenedOn, course.openedOn, e.effectiveOn(), course.cancelledOn));
        };
    }

    private static MeetingEvent convene(ConveneMeeting c, Meeting now, Bodies bodies, Institutions institutions) {
        if (now.course.convenedOn != null) {
            throw new Refused("already-exists");
        }
        if (!bodies.active(c.body(), c.effectiveOn())) {
            throw bodies.exists(c.body()) ? new Invalid("body", "body-not-active", c.effectiveOn()) : new Invalid("body", "unknown-body", c.body());
        }
        mustBePlausible(c.startsAt());
        var agenda = new ArrayList<AgendaItem>();
        var ids = new HashSet<UUID>();
        for (var item : Objects.requireNonNullElse(c.agenda(), List.<NewAgendaItem>of())) {
            var pointer = "agenda/" + agenda.size();
            if (!ids.add(item.item())) {
                throw new Invalid(pointer + "/item", "agenda-item-known");
            }
            mustExist(pointer + "/presenter", item.presenter(), c.effectiveOn(), institutions);
            agenda.add(new AgendaItem(item.item(), item.title(), item.presenter(), item.minutes()));
        }
        return new MeetingConvened(c.body(), c.startsAt(), c.place(), c.mode(), List.copyOf(agenda), c.effectiveOn());
    }

    private static MeetingEvent open(OpenMeeting c, Meeting now, Bodies bodies, Institutions institutions) {
        if (c.attendance().isEmpty()) {
            throw new Invalid("attendance", "required");
        }
        for (int i = 0; i < c.attendance().size(); i++) {
            mustExist("attendance/" + i + "/institution", c.attendance().get(i).institution(), c.effectiveOn(), institutions);
        }
        now.mustBe(MeetingStatus.CONVENED);
        now.mustFollow(c.effectiveOn());
        if (!bodies.active(now.body, c.effectiveOn())) {
            throw new Refused("body-not-active", c.effectiveOn());
        }
        var roll = RollCall.of(c.attendance(), bodies.seated(now.body, c.effectiveOn()), bodies.quorum(now.body, c.effectiveOn()));
        return new MeetingOpened(roll.attendance(), roll.quorum(), c.effectiveOn());
    }

    private void mustBe(MeetingStatus expected) {
        var status = MeetingStatus.of(course.openedOn, course.closedOn, course.cancelledOn);
        if (status != expected) {
            throw new Refused(switch (status) {
                case CONVENED -> "meeting-not-held";
                case OPEN -> "meeting-open";
                case CLOSED -> "meeting-closed";
                case CANCELLED -> "meeting-cancelled";
            });
        }
    }

    /** Not before the last record of the meeting's course. */
    private void mustFollow(LocalDate on) {
        var last = course.openedOn != null ? course.openedOn : starts.getLast().since();
        if (on.isBefore(last)) {
            throw new Refused("effective-before-previous", last);
        }
    }

    private void mustTakeItemsOn(LocalDate day) {
        if (course.cancelledOn != null && !day.isBefore(course.cancelledOn)) {
            throw new Refused("meeting-cancelled");
        }
        if (course.closedOn != null && !day.isBefore(course.closedOn)) {
            throw new Refused("meeting-closed");
        }
    }

    private static void mustBePlausible(Instant startsAt) {
        if (startsAt.isBefore(start(EARLIEST_START)) || startsAt.isAfter(start(LATEST_START))) {
            throw new Invalid("startsAt", "out-of-range", EARLIEST_START, LATEST_START);
        }
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(java.time.ZoneOffset.UTC).toInstant();
    }

    private static void mustExist(String pointer, @Nullable InstitutionId institution, LocalDate on, Institutions institutions) {
        if (institution != null && !institutions.active(institution, on)) {
            throw institutions.exists(institution) ? new Invalid(pointer, "institution-not-active", on)
                    : new Invalid(pointer, "unknown-institution", institution);
        }
    }

    private Meeting in(Course course) {
        return new Meeting(body, starts, agenda, course);
    }

    private static Set<UUID> with(Set<UUID> all, UUID one) {
        var more = new HashSet<>(all);
        more.add(one);
        return Set.copyOf(more);
    }
}
