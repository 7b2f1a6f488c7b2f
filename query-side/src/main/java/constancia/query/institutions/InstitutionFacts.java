package constancia.query.institutions;

import constancia.kernel.Dated;
import constancia.kernel.Latest;
import constancia.kernel.bodies.BodyId;
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
                               List<InstitutionId> successors, @Nullable SuccessionKind succession, List<Dated<Representative>> representatives) {

    public record Name(String name, @Nullable String acronym) {}

    public record Representative(UUID id, UUID person, @Nullable String office, LocalDate from, @Nullable LocalDate until, @Nullable LocalDate endedOn) {}

    static final InstitutionFacts NOTHING = new InstitutionFacts(Latest.unknown(), null, null, List.of(), null, null, null, List.of(), null, List.of());
}
