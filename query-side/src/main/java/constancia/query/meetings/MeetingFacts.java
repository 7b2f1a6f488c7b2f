package constancia.query.meetings;

import constancia.kernel.Dated;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.meetings.AgendaItem;
import constancia.kernel.meetings.Attendee;
import constancia.kernel.meetings.MeetingMode;
import constancia.kernel.meetings.MeetingStatus;
import constancia.kernel.meetings.Quorum;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything on record of a meeting, with its dates. {@code starts} are the times it was convened for, the last one counts. */
public record MeetingFacts(@Nullable Convening convening, List<Dated<Instant>> starts, List<Dated<AgendaItem>> agenda,
                           @Nullable Roll roll, Course course, List<Dated<DeliberationFacts>> deliberations) {

    public record Convening(BodyId body, @Nullable String place, @Nullable MeetingMode mode) {}

    public record Roll(List<Attendee> attendance, Quorum quorum) {}

    public record Course(@Nullable LocalDate openedOn, @Nullable LocalDate closedOn, @Nullable LocalDate cancelledOn) {}

    static final MeetingFacts NOTHING = new MeetingFacts(null, List.of(), List.of(), null, new Course(null, null, null), List.of());

    MeetingStatus status() {
        return MeetingStatus.of(course.openedOn, course.closedOn, course.cancelledOn);
    }

    Instant startsAt() {
        return starts.getLast().value();
    }
}
