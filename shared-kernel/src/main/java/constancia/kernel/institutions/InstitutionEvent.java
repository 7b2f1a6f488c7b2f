package constancia.kernel.institutions;

import constancia.kernel.Event;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.bodies.Term;
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

    /** {@code representative} is the mandate. The first ones on record say neither in what capacity nor since when. */
    record RepresentativeAppointed(UUID representative, UUID person, @Nullable Capacity capacity, @Nullable String office,
                                   @Nullable LocalDate from, @Nullable LocalDate until, LocalDate effectiveOn) implements InstitutionEvent {

        /** As what; who was appointed without a word about it represents the institution. */
        public Capacity as() {
            return capacity == null ? Capacity.REPRESENTATIVE : capacity;
        }

        public Term term() {
            return new Term(from == null ? effectiveOn : from, until, null);
        }
    }

    /** The first ones on record end with the day on which they take effect. */
    record MandateEnded(UUID representative, @Nullable LocalDate until, LocalDate effectiveOn) implements InstitutionEvent {

        /** The last day of the mandate. */
        public LocalDate last() {
            return until == null ? effectiveOn : until;
        }
    }
}
