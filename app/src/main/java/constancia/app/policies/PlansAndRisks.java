package constancia.app.policies;

import constancia.command.Command;
import constancia.command.actions.Actions;
import constancia.command.indicators.Indicators;
import constancia.command.plans.Plans;
import constancia.command.policies.WhenPeriodsDatedDateTargets;
import constancia.command.policies.WhenPeriodsDatedScheduleActions;
import constancia.command.policies.WhenRiskMaterialisedProposeActions;
import constancia.kernel.Event;
import constancia.kernel.plans.PlanId;
import constancia.kernel.risks.RiskEvent;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/** Dates of a plan's periods reach its actions and the targets of its indicators; a risk that came proposes what reduces its damage. */
public record PlansAndRisks(Actions actions, Indicators indicators, Plans plans) implements Policy {

    @Override
    public String name() {
        return "periods-dated";
    }

    @Override
    public List<String> kinds() {
        return List.of("plan", "risk");
    }

    @Override
    public List<Given> follows(String kind, UUID item, Event event) {
        if (kind.equals("plan")) {
            var plan = new PlanId(item);
            return Stream.<Command>concat(WhenPeriodsDatedScheduleActions.commands(plan, event, actions).stream(),
                    WhenPeriodsDatedDateTargets.commands(plan, event, indicators).stream())
                    .map(command -> new Given(command, WhenPeriodsDatedScheduleActions.ACTOR, false)).toList();
        }
        return event instanceof RiskEvent risen ? WhenRiskMaterialisedProposeActions.commands(risen, plans).stream()
                .map(command -> new Given(command, WhenRiskMaterialisedProposeActions.ACTOR, true)).toList() : List.of();
    }
}
