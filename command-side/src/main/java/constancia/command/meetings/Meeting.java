package constancia.command.meetings;

import constancia.command.Rectifying;
import constancia.command.bodies.Bodies;
import constancia.command.institutions.Institutions;
import constancia.command.meetings.MeetingCommand.*;
import constancia.command.reserve.Reserves;
import constancia.kernel.Dated;
import constancia.kernel.Provenance;
import constancia.kernel.Recorded;
import constancia.kernel.Refused;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.meetings.AgendaItem;
import constancia.kernel.meetings.DeliberationStep;
import constancia.kernel.meetings.MeetingEvent.*;
import constancia.kernel.meetings.MeetingEvent;
import constancia.kernel.meetings.MeetingId;
import constancia.kernel.meetings.MeetingStatus;
import constancia.kernel.meetings.MinutesReceipt;
import constancia.kernel.meetings.MinutesStep;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rules of meetings. Their course (convened, postponed, cancelled, opened, closed), each deliberation and the minutes
 * are ordered; the agenda and the receipts of the minutes are sets; of the answers to the convocation and of classifications
 * the latest counts.
 *
 * @param closedItems when what came of an item of the agenda was said
 */
record Meeting(@Nullable BodyId body, List<Dated<Instant>> starts, Set<UUID> agenda, Map<UUID, LocalDate> closedItems, Course course,
               @Nullable RollCall roll, Map<UUID, Deliberation> deliberations, Minutes minutes, Reserves reserves) {

    record Course(@Nullable LocalDate convenedOn, @Nullable LocalDate openedOn, @Nullable LocalDate closedOn, @Nullable LocalDate cancelledOn) {}

    static final Meeting NOT_CONVENED = new Meeting(null, List.of(), Set.of(), Map.of(), new Course(null, null, null, null), null, Map.of(), Minutes.NONE,
            Reserves.NONE);

    static List<MeetingEvent> decide(MeetingCommand command, Meeting now, Provenance by, Meetings meetings, Bodies bodies, Institutions institutions) {
        if (command instanceof ConveneMeeting c) {
            return List.of(Convening.convene(c, now, meetings, bodies, institutions));
        }
        if (now.course.convenedOn == null || command.effectiveOn().isBefore(now.course.convenedOn)) {
            throw new Refused("effective-before-item");
        }
        if (command instanceof LapseMeetingReserve c) {
            return now.reserves.lapse(c.effectiveOn(), now.course.convenedOn, (until, day) -> new MeetingReserveLapsed(until, day));
        }
        return List.of(switch (command) {
            case ConveneMeeting _, LapseMeetingReserve _ -> throw new Refused("already-exists");
            case AnswerConvocation c -> Convening.answer(c, now, bodies);
            case AddAgendaItem c -> Agenda.add(c, now, meetings, institutions);
            case CloseAgendaItem c -> Agenda.close(c, now);
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
            case ClassifyMeeting c -> {
                now.reserves.mustAllow(c, "meeting", meetings.classes());
                yield new MeetingClassified(c.classification(), c.until(), c.legalBasis(), c.authority(), c.resolution(), c.field(), c.effectiveOn());
            }
            case ClassifyDeliberation c -> Deliberating.classify(c, now, meetings);
            case CloseMeeting c -> {
                now.mustBe(MeetingStatus.OPEN);
                now.mustFollow(c.effectiveOn());
                yield new MeetingClosed(c.effectiveOn());
            }
            case DraftMinutes c -> Minuting.draft(c, now, by, meetings, bodies);
            case CirculateMinutes c -> Minuting.circulate(c, now, by, bodies);
            case ObserveMinutes c -> Minuting.observe(c, now);
            case AnswerObservation c -> Minuting.answer(c, now, by, bodies);
            case AcknowledgeMinutes c -> Receiving.acknowledge(c, now);
            case ApproveMinutes c -> Minuting.approve(c, now, by, meetings, bodies);
            case SignMinutes c -> Receiving.sign(c, now);
            case IssueCorrigendum c -> Minuting.correct(c, now, by, bodies);
        });
    }

    /** How records of the meeting with that id are rectified: the folio of its minutes stays. */
    static Rectifying<MeetingEvent, Meeting> rectifying(MeetingId id, Meetings meetings, Bodies bodies, Institutions institutions) {
        return new Rectifying<>(MeetingEvent.class, NOT_CONVENED, Meeting::evolve, event -> Again.of(id, event),
                (command, now, by) -> decide((MeetingCommand) command, now, by, new MeetingsAsRecorded(meetings), bodies, institutions)) {

            @Override
            protected MeetingEvent keeping(MeetingEvent said, MeetingEvent corrected, MeetingEvent decided) {
                return said instanceof MinutesApproved was && corrected instanceof MinutesApproved is ? is.withFolio(was.folio()) : corrected;
            }
        };
    }

    static Meeting evolve(Meeting now, Recorded<MeetingEvent> record) {
        var course = now.course;
        return switch (record.event()) {
            case MeetingConvened e -> new Meeting(e.body(), Dated.plus(now.starts, e.startsAt(), record),
                    e.agenda().stream().map(AgendaItem::item).collect(Collectors.toUnmodifiableSet()), Map.of(),
                    new Course(e.effectiveOn(), null, null, null), null, Map.of(), Minutes.NONE, now.reserves);
            case ConvocationAnswered _ -> now;
            case AgendaItemAdded e -> now.with(now.starts, with(now.agenda, e.item()));
            case MeetingPostponed e -> now.with(Dated.plus(now.starts, e.startsAt(), record), now.agenda);
            case MeetingCancelled e -> now.in(new Course(course.convenedOn, course.openedOn, course.closedOn, e.effectiveOn()), now.roll);
            case MeetingOpened e -> now.in(new Course(course.convenedOn, e.effectiveOn(), course.closedOn, course.cancelledOn),
                    new RollCall(e.attendance(), e.quorum()));
            case AgendaItemClosed e -> new Meeting(now.body, now.starts, now.agenda, with(now.closedItems, e.item(), e.effectiveOn()), course, now.roll,
                    now.deliberations, now.minutes, now.reserves);
            case DeliberationStep e -> new Meeting(now.body, now.starts, now.agenda, now.closedItems, course, now.roll,
                    with(now.deliberations, e.deliberation(), Deliberation.evolve(now.deliberations.get(e.deliberation()), e)), now.minutes,
                    now.reserves);
            case MeetingClosed e -> now.in(new Course(course.convenedOn, course.openedOn, e.effectiveOn(), course.cancelledOn), now.roll);
            case MinutesReceipt e -> now.minuted(now.minutes.received(e));
            case MinutesStep e -> now.minuted(now.minutes.evolve(e));
            case MeetingClassified e -> now.with(now.reserves.with(e, record));
            case DeliberationClassified e -> now.with(now.reserves.with(e, record));
            case MeetingReserveLapsed e -> now.with(now.reserves.lapsed(e.until()));
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
    void mustBeUnderWay(LocalDate on) {
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
        var last = Stream.concat(deliberations.values().stream().map(Deliberation::lastOn), closedItems.values().stream()).reduce(turn, (one, other) -> one.isAfter(other) ? one : other);
        if (on.isBefore(last)) {
            throw new Refused("effective-before-previous", last);
        }
    }

    /** What was so before that day may still be entered. */
    void mustNotBeOver(LocalDate day) {
        if (course.cancelledOn != null && !day.isBefore(course.cancelledOn)) {
            throw new Refused("meeting-cancelled");
        }
        if (course.closedOn != null && !day.isBefore(course.closedOn)) {
            throw new Refused("meeting-closed");
        }
    }

    void mustNotBeHeld(LocalDate day) {
        mustNotBeOver(day);
        if (course.openedOn != null && !day.isBefore(course.openedOn)) {
            throw new Refused("meeting-open");
        }
    }

    private Meeting minuted(Minutes minutes) {
        return new Meeting(body, starts, agenda, closedItems, course, roll, deliberations, minutes, reserves);
    }

    private Meeting with(Reserves reserves) {
        return new Meeting(body, starts, agenda, closedItems, course, roll, deliberations, minutes, reserves);
    }

    private Meeting in(Course course, @Nullable RollCall roll) {
        return new Meeting(body, starts, agenda, closedItems, course, roll, deliberations, minutes, reserves);
    }

    private Meeting with(List<Dated<Instant>> starts, Set<UUID> agenda) {
        return new Meeting(body, starts, agenda, closedItems, course, roll, deliberations, minutes, reserves);
    }

    private static <T> Map<UUID, T> with(Map<UUID, T> all, UUID id, T one) {
        var more = new HashMap<>(all);
        more.put(id, one);
        return Map.copyOf(more);
    }

    private static Set<UUID> with(Set<UUID> all, UUID one) {
        var more = new HashSet<>(all);
        more.add(one);
        return Set.copyOf(more);
    }
}
