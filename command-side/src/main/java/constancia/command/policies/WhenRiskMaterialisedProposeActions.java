package constancia.command.policies;

import constancia.command.actions.ActionCommand.ProposeAction;
import constancia.command.plans.Plans;
import constancia.command.plans.Plans.KnownPlan;
import constancia.kernel.plans.PlanId;
import constancia.kernel.risks.RiskEvent;
import constancia.kernel.risks.RiskEvent.RiskMaterialised;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When a scenario has come, what reduces its damage is proposed as actions. Nobody answers for them yet. */
public final class WhenRiskMaterialisedProposeActions {

    /** The name under which it records. */
    public static final String ACTOR = "system:risk-materialised";

    private WhenRiskMaterialisedProposeActions() {}

    /**
     * One command for each action that the event names, under the id that it names: asked again, they exist already.
     * They are of the risk's plan unless that is closed.
     */
    public static List<ProposeAction> commands(RiskEvent event, Plans plans) {
        if (!(event instanceof RiskMaterialised e) || e.proposals() == null) {
            return List.of();
        }
        var plan = open(e.plan(), plans);
        return e.proposals().stream().map(proposal -> new ProposeAction(proposal.action(), proposal.text(), null, plan, null, null, null, null, null, null,
                null, null, null, e.effectiveOn())).toList();
    }

    private static @Nullable PlanId open(@Nullable PlanId plan, Plans plans) {
        return plan == null ? null : plans.find(plan).filter(known -> !known.closed()).map(KnownPlan::id).orElse(null);
    }
}
