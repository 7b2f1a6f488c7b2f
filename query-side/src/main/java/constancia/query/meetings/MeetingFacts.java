package constancia.query.meetings;

import constancia.kernel.Dated;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.meetings.Attendee;
import constancia.kernel.meetings.MeetingEvent.ConvocationAnswered;
import constancia.kernel.meetings.MeetingMode;
import constancia.kernel.meetings.MeetingStatus;
import constancia.kernel.meetings.Quorum;
import constancia.kernel.meetings.SeriesPlace;
import constancia.kernel.reserve.Classifications;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything on record of a meeting, with its dates. {@code starts} are the times it was convened for, the last one counts;
 * {@code answers} all those that the convocation got, of which each one's latest counts.
 */
public record MeetingFacts(@Nullable Convening convening, List<Dated<Instant>> starts, AgendaFacts agenda, List<Dated<ConvocationAnswered>> answers,
                           @Nullable Roll roll, Course course, List<Dated<DeliberationFacts>> deliberations, MinutesFacts minutes,
                           Classifications classification) {

    public record Convening(BodyId body, @Nullable String place, @Nullable MeetingMode mode, @Nullable SeriesPlace series, @Nullable String text) {}

    public record Roll(List<Attendee> attendance, Quorum quorum) {}

    public record Course(@Nullable LocalDate openedOn, @Nullable LocalDate closedOn, @Nullable LocalDate cancelledOn) {}

    static final MeetingFacts NOTHING = new MeetingFacts(null, List.of(), AgendaFacts.NONE, List.of(), null, new Course(null, null, null), List.of(),
            MinutesFacts.NONE, Classifications.NONE);

    MeetingStatus status() {
        return MeetingStatus.of(course.openedOn, course.closedOn, course.cancelledOn);
    }

    Instant startsAt() {
        return starts.getLast().value();
    }

    /** Those who attended, each once, however many lines it has. */
    List<Attendee> attendees() {
        var holders = new HashSet<Object>();
        return roll == null ? List.of() : roll.attendance.stream()
                .filter(one -> holders.add(one.institution() != null ? one.institution() : one.person())).toList();
    }

    MeetingFacts starting(List<Dated<Instant>> starts) {
        return new MeetingFacts(convening, starts, agenda, answers, roll, course, deliberations, minutes, classification);
    }

    MeetingFacts about(AgendaFacts agenda) {
        return new MeetingFacts(convening, starts, agenda, answers, roll, course, deliberations, minutes, classification);
    }

    MeetingFacts answered(List<Dated<ConvocationAnswered>> answers) {
        return new MeetingFacts(convening, starts, agenda, answers, roll, course, deliberations, minutes, classification);
    }

    MeetingFacts in(@Nullable Roll roll, Course course) {
        return new MeetingFacts(convening, starts, agenda, answers, roll, course, deliberations, minutes, classification);
    }

    MeetingFacts deliberating(List<Dated<DeliberationFacts>> deliberations) {
        return new MeetingFacts(convening, starts, agenda, answers, roll, course, deliberations, minutes, classification);
    }

    MeetingFacts minuted(MinutesFacts minutes) {
        return new MeetingFacts(convening, starts, agenda, answers, roll, course, deliberations, minutes, classification);
    }

    MeetingFacts classified(Classifications classification) {
        return new MeetingFacts(convening, starts, agenda, answers, roll, course, deliberations, minutes, classification);
    }
}
