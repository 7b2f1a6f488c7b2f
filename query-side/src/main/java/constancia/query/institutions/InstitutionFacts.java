package constancia.query.institutions;

import constancia.kernel.Dated;
import constancia.kernel.Latest;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.bodies.Term;
import constancia.kernel.bodies.TermStatus;
import constancia.kernel.institutions.Capacity;
import constancia.kernel.institutions.InstitutionId;
import constancia.kernel.institutions.InstitutionKind;
import constancia.kernel.institutions.SuccessionKind;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Everything on record of an institution, with its dates. */
public record InstitutionFacts(Latest<Name> name, @Nullable InstitutionKind kind, @Nullable String country, List<Dated<String>> aliases,
                               @Nullable BodyId body, @Nullable LocalDate registeredOn, @Nullable LocalDate endedOn,
                               List<InstitutionId> successors, @Nullable SuccessionKind succession, List<Dated<Mandate>> mandates) {

    public record Name(String name, @Nullable String acronym) {}

    /** @param endedOn its last day, if it was ended by a record of its own */
    public record Mandate(UUID id, UUID person, Capacity capacity, @Nullable String office, Term term, @Nullable LocalDate endedOn) {

        TermStatus status(LocalDate on) {
            return (endedOn == null ? term : term.endingWith(endedOn)).status(on);
        }
    }

    static final InstitutionFacts NOTHING = new InstitutionFacts(Latest.unknown(), null, null, List.of(), null, null, null, List.of(), null, List.of());
}
