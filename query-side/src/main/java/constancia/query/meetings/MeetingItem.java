package constancia.query.meetings;

import com.fasterxml.jackson.annotation.JsonProperty;
import constancia.kernel.meetings.AttendanceRole;
import constancia.kernel.meetings.MeetingMode;
import constancia.kernel.meetings.MeetingStatus;
import constancia.kernel.meetings.Quorum;
import constancia.query.history.Names.BodyName;
import constancia.query.history.Names.InstitutionName;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A meeting as answered. {@code former} are the times it was convened for before it was postponed. */
record MeetingItem(MeetingStatus status, @Nullable BodyName body, Instant startsAt, List<Instant> former, @Nullable String place,
                   @Nullable MeetingMode mode, List<Topic> agenda, List<Present> attendance, @Nullable Quorum quorum,
                   List<DeliberationItem> deliberations, @Nullable LocalDate openedOn, @Nullable LocalDate closedOn, @JsonProperty("class") String classification) {

    record Topic(UUID id, String title, @Nullable InstitutionName presenter, @Nullable Integer minutes) {}

    record Present(@Nullable InstitutionName institution, @Nullable UUID person, AttendanceRole role) {}
}
