package constancia.command.imports;

import constancia.kernel.actions.ActionId;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.plans.PlanId;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** A register in which nothing is but the bodies that a test puts into it. */
class PresentInTest implements ImportPlan.Present {

    final Map<String, BodyId> bodies = new HashMap<>();

    @Override
    public boolean plan(PlanId plan) {
        return false;
    }

    @Override
    public boolean node(PlanId plan, UUID node) {
        return false;
    }

    @Override
    public boolean action(ActionId action) {
        return false;
    }

    @Override
    public BodyId body(String acronym) {
        return bodies.get(acronym);
    }

    @Override
    public boolean called(UUID institution, String name) {
        return false;
    }
}
