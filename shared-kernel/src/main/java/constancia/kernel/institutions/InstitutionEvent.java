package constancia.kernel.institutions;

import constancia.kernel.Event;
import constancia.kernel.bodies.BodyId;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be on record of an institution. */
public sealed interface InstitutionEvent extends Event {

    record InstitutionRegistered(String name, @Nullable String acronym, InstitutionKind kind,
                                 @Nullable String country, List<String> aliases, @Nullable BodyId body,
                                 LocalDate effectiveOn) implements InstitutionEvent {}

    record AliasAdded(String alias, LocalDate effectiveOn) implements InstitutionEvent {}

    record InstitutionRenamed(String name, @Nullable String acronym, LocalDate effectiveOn) implements InstitutionEvent {}

    record InstitutionSucceeded(List<InstitutionId> successors, SuccessionKind kind, LocalDate effectiveOn) implements InstitutionEvent {}

    record InstitutionDeactivated(LocalDate effectiveOn) implements InstitutionEvent {}

    record RepresentativeAppointed(UUID representative, UUID person, @Nullable String office, @Nullable LocalDate until,
                                   LocalDate effectiveOn) implements InstitutionEvent {}

    record MandateEnded(UUID representative, LocalDate effectiveOn) implements InstitutionEvent {}
}
