package constancia.query.bodies;

import com.fasterxml.jackson.annotation.JsonProperty;
import constancia.kernel.bodies.BodyKind;
import constancia.kernel.bodies.BodyStatus;
import constancia.kernel.bodies.QuorumRule;
import constancia.kernel.bodies.SeatRole;
import constancia.kernel.meetings.MeetingMode;
import constancia.query.history.Names.AgreementName;
import constancia.query.history.Names.BodyName;
import constancia.query.history.Names.InstitutionName;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A body as answered. {@code seats} are those on record, {@code held} says which are held on the day of the answer. */
record BodyItem(BodyStatus status, String acronym, String name, BodyKind kind, @Nullable BodyName parent, List<Seat> seats,
                @Nullable QuorumRule quorum, List<Rules> rules, @Nullable LocalDate establishedOn, @Nullable LocalDate dissolvedOn,
                List<Series> series, @JsonProperty("class") String classification) {

    record Seat(UUID id, @Nullable InstitutionName institution, @Nullable UUID person, SeatRole role, LocalDate from,
                @Nullable LocalDate until, @Nullable LocalDate vacatedOn, boolean held) {}

    /** With what its meetings begin, since that day. */
    record Series(UUID id, String name, @Nullable String place, @Nullable MeetingMode mode, @Nullable String text, List<TemplateTopic> agenda, LocalDate since) {}

    record TemplateTopic(String title, @Nullable String section, @Nullable InstitutionName presenter, @Nullable Integer minutes) {}

    record Rules(String title, @Nullable String text, @Nullable String document, @Nullable AgreementName agreement, LocalDate adoptedOn) {}
}
