package constancia.command.imports;

import constancia.kernel.plans.PlanId;
import constancia.kernel.territories.TerritoryKind;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an import must know of the register to say what each row will become. */
public interface Register {

    /** A row that came in with an earlier import: where it stood, what it said, what it became. */
    record Imported(String fingerprint, UUID item, Fingerprint.Place place, String text) {}

    record KnownPlan(PlanId id, String code) {}

    record KnownBody(UUID id, String acronym) {}

    record KnownTerritory(String code, String name, TerritoryKind kind, @Nullable String parent) {}

    /** The catalogue of territories. */
    List<KnownTerritory> territories();

    /** Stands for the plan of what belongs to none: institutions, bodies, seats. */
    PlanId NO_PLAN = new PlanId(new UUID(0, 0));

    List<InstitutionMatcher.Known> institutions();

    /** Those that are not dissolved, in the order of their acronyms. */
    List<KnownBody> bodies();

    Optional<KnownPlan> plan(String idOrCode);

    /** The codes of its calendar in their order. */
    List<String> periods(PlanId plan);

    /** In the order in which they came in. */
    List<Imported> imported(PlanId plan);
}
