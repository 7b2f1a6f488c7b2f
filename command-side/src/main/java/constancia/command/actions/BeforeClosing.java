package constancia.command.actions;

import constancia.command.plans.Plans;
import constancia.kernel.plans.PlanEvent;
import constancia.kernel.plans.PlanId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Plans as they were before any was closed: for what is on record of their actions already. */
record BeforeClosing(Plans plans) implements Plans {

    @Override
    public Optional<KnownPlan> find(PlanId plan) {
        return plans.find(plan).map(known -> new KnownPlan(known.id(), known.body(), false));
    }

    @Override
    public Optional<KnownPeriod> period(PlanId plan, String period) {
        return plans.period(plan, period);
    }

    @Override
    public boolean hasNode(PlanId plan, UUID node) {
        return plans.hasNode(plan, node);
    }

    @Override
    public boolean hasAssumption(PlanId plan, UUID node, UUID assumption) {
        return plans.hasAssumption(plan, node, assumption);
    }

    @Override
    public boolean hasRecommendation(PlanId plan, UUID node) {
        return plans.hasRecommendation(plan, node);
    }

    @Override
    public void recorded(PlanId plan, PlanEvent event) {
        plans.recorded(plan, event);
    }

    @Override
    public void rectified(PlanId plan, List<PlanEvent> standing) {
        plans.rectified(plan, standing);
    }
}
