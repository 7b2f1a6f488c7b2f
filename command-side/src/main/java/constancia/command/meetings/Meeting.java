package constancia.command.meetings;

import constancia.command.Rectifying;
import constancia.command.bodies.Bodies;
import constancia.command.institutions.Institutions;
import constancia.command.meetings.MeetingCommand.*;
import constancia.kernel.Dated;
import constancia.kernel.Provenance;
import constancia.kernel.Recorded;
import constancia.kernel.Refused;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.meetings.AgendaItem;
import constancia.kernel.meetings.DeliberationStep;
import constancia.kernel.meetings.MeetingEvent;
import constancia.kernel.meetings.MeetingEvent.*;
import constancia.kernel.meetings.MeetingId;
import constancia.kernel.meetings.MeetingStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rules of meetings. Their course (convened, postponed, cancelled, opened, closed) and each deliberation are ordered; the agenda is a set. */
record Meeting(@Nullable BodyId body, List<Dated<Instant>> starts, Set<UUID> agenda, Course course, @Nullable RollCall roll,
               Map<UUID, Deliberation> deliberations) {

    record Course(@Nullable LocalDate convenedOn, @Nullable LocalDate openedOn, @Nullable LocalDate closedOn, @Nullable LocalDate cancelledOn) {}

    static final Meeting NOT_CONVENED = new Meeting(null, List.of(), Set.of(), new Course(null, null, null, null), null, Map.of());

    static List<MeetingEvent> decide(MeetingCommand command, Meeting now, Provenance by, Meetings meetings, Bodies bodies, Institutions institutions) {
        if (command instanceof ConveneMeeting c) {
            return List.of(Convening.convene(c, now, bodies, institutions));
        }
        if (now.course.convenedOn == null || command.effectiveOn().isBefore(now.course.convenedOn)) {
            throw new Refused("effective-before-item");
        }
        return List.of(switch (command) {
            case ConveneMeeting _ -> throw new Refused("already-exists");
            case AddAgendaItem c -> {
                now.mustTakeItemsOn(c.effectiveOn());
                Convening.mustExist("presenter", c.presenter(), c.effectiveOn(), institutions);
                if (now.agenda.contains(c.item())) {
                    throw new Refused("agenda-item-known");
                }
                yield new AgendaItemAdded(c.item(), c.title(), c.presenter(), c.minutes(), c.effectiveOn());
            }
            case PostponeMeeting c -> {
                Convening.mustBePlausible(c.startsAt());
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
            case OpenMeeting c -> Convening.open(c, now, bodies, institutions);
            case PutQuestion c -> Deliberating.put(c, now, by, meetings);
            case RecordPosition c -> Deliberating.speak(c, now);
            case CompileProposal c -> Deliberating.compile(c, now, by);
            case AssessProposal c -> Deliberating.assess(c, now);
            case PutSecondProposal c -> Deliberating.putSecond(c, now, by);
            case ConcludeDeliberation c -> Deliberating.conclude(c, now, by);
            case CloseMeeting c -> {
                now.mustBe(MeetingStatus.OPEN);
                now.mustFollow(c.effectiveOn());
                yield new MeetingClosed(c.effectiveOn());
            }
        });
    }

    /** How records of the meeting with that id are rectified. */
    static Rectifying<MeetingEvent, Meeting> rectifying(MeetingId id, Meetings meetings, Bodies bodies, Institutions institutions) {
        return new Rectifying<>(MeetingEvent.class, NOT_CONVENED, Meeting::evolve, event -> Again.of(id, event),
                (command, now, by) -> decide((MeetingCommand) command, now, by, meetings, bodies, institutions));
    }

    static Meeting evolve(Meeting now, Recorded<MeetingEvent> record) {
        var course = now.course;
        return switch (record.event()) {
            case MeetingConvened e -> new Meeting(e.body(), Dated.plus(now.starts, e.startsAt(), record),
                    e.agenda().stream().map(AgendaItem::item).collect(Collectors.toUnmodifiableSet()),
                    new Course(e.effectiveOn(), null, null, null), null, Map.of());
            case AgendaItemAdded e -> new Meeting(now.body, now.starts, with(now.agenda, e.item()), course, now.roll, now.deliberations);
            case MeetingPostponed e -> new Meeting(now.body, Dated.plus(now.starts, e.startsAt(), record), now.agenda, course, now.roll, now.deliberations);
            case MeetingCancelled e -> now.in(new Course(course.convenedOn, course.openedOn, course.closedOn, e.effectiveOn()));
            case MeetingOpened e -> new Meeting(now.body, now.starts, now.agenda,
                    new Course(course.convenedOn, e.effectiveOn(), course.closedOn, course.cancelledOn), new RollCall(e.attendance(), e.quorum()), now.deliberations);
            case DeliberationStep e -> now.with(e.deliberation(), Deliberation.evolve(now.deliberations.get(e.deliberation()), e));
            case MeetingClosed e -> now.in(new Course(course.convenedOn, course.openedOn, e.effectiveOn(), course.cancelledOn));
        };
    }

    void mustBe(MeetingStatus expected) {
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

    /** Neither before it was opened nor once it is on record that it was closed. */
    void mustDeliberateOn(LocalDate on) {
        if (course.cancelledOn != null) {
            throw new Refused("meeting-cancelled");
        }
        if (course.openedOn == null) {
            throw new Refused("meeting-not-open");
        }
        if (course.closedOn != null) {
            throw new Refused("meeting-closed");
        }
        if (on.isBefore(course.openedOn)) {
            throw new Refused("effective-before-meeting", course.openedOn);
        }
    }

    /** Not before the last record of the meeting's course, nor before what was said in it. */
    void mustFollow(LocalDate on) {
        var turn = course.openedOn != null ? course.openedOn : starts.getLast().since();
        var last = deliberations.values().stream().map(Deliberation::lastOn).reduce(turn, (one, other) -> one.isAfter(other) ? one : other);
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

    private Meeting in(Course course) {
        return new Meeting(body, starts, agenda, course, roll, deliberations);
    }

    private Meeting with(UUID id, Deliberation deliberation) {
        var more = new HashMap<>(deliberations);
        more.put(id, deliberation);
        return new Meeting(body, starts, agenda, course, roll, Map.copyOf(more));
    }

    private static Set<UUID> with(Set<UUID> all, UUID one) {
        var more = new HashSet<>(all);
        more.add(one);
        return Set.copyOf(more);
    }
}
