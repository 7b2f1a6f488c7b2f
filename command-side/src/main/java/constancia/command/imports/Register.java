package constancia.command.imports;

import constancia.kernel.actions.ActionId;
import constancia.kernel.plans.PlanId;
import java.util.List;
import java.util.Optional;

/** What an import must know of the register to say what each row will become. */
public interface Register {

    /** A row that came in with an earlier import: where it stood, what it said, which action it became. */
    record Imported(String fingerprint, ActionId action, Fingerprint.Place place, String text) {}

    record KnownPlan(PlanId id, String code) {}

    List<InstitutionMatcher.Known> institutions();

    Optional<KnownPlan> plan(String idOrCode);

    /** In the order in which they came in. */
    List<Imported> imported(PlanId plan);
}
