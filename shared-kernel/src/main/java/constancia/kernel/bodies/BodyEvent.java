package constancia.kernel.bodies;

import constancia.kernel.Event;
import constancia.kernel.agreements.AgreementId;
import constancia.kernel.institutions.InstitutionId;
import constancia.kernel.meetings.MeetingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be on record of a body. */
public sealed interface BodyEvent extends Event {

    record BodyEstablished(String name, String acronym, BodyKind kind, @Nullable BodyId parent, LocalDate effectiveOn) implements BodyEvent {}

    /** An institution or a person, one of the two, takes a seat. */
    record SeatTaken(UUID seat, @Nullable InstitutionId institution, @Nullable UUID person, SeatRole role, LocalDate from,
                     @Nullable LocalDate until, LocalDate effectiveOn) implements BodyEvent {}

    record SeatVacated(UUID seat, LocalDate effectiveOn) implements BodyEvent {}

    /** Either {@code atLeast} or {@code share}, as in {@link QuorumRule}. */
    record QuorumSet(@Nullable Integer atLeast, @Nullable String share, List<SeatRole> roles, LocalDate effectiveOn) implements BodyEvent {}

    record RulesAdopted(String title, @Nullable String text, @Nullable String document, @Nullable AgreementId agreement,
                        LocalDate effectiveOn) implements BodyEvent {}

    /** Meetings of the series that are convened since then begin with this, where nothing else is stated; the latest one counts. */
    record SeriesTemplateSet(UUID series, String name, @Nullable String place, @Nullable MeetingMode mode, @Nullable String text, List<TemplateItem> agenda,
                             LocalDate effectiveOn) implements BodyEvent {}

    record BodyDissolved(LocalDate effectiveOn) implements BodyEvent {}
}
