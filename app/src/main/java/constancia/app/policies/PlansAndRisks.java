package constancia.app.policies;

import constancia.command.Command;
import constancia.command.actions.Actions;
import constancia.command.indicators.Indicators;
import constancia.command.plans.Plans;
import constancia.command.policies.WhenPeriodsDatedDateTargets;
import constancia.command.policies.WhenPeriodsDatedScheduleActions;
import constancia.command.policies.WhenRiskMaterialisedProposeActions;
import constancia.kernel.Event;
import constancia.kernel.plans.PlanEvent;
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
    public List<Given> follows(UUID item, Event event) {
        return switch (event) {
            case PlanEvent e -> Stream.<Command>concat(WhenPeriodsDatedScheduleActions.commands(new PlanId(item), e, actions).stream(),
                    WhenPeriodsDatedDateTargets.commands(new PlanId(item), e, indicators).stream())
                    .map(command -> new Given(command, WhenPeriodsDatedScheduleActions.ACTOR, false)).toList();
            case RiskEvent e -> WhenRiskMaterialisedProposeActions.commands(e, plans).stream()
                    .map(command -> new Given(command, WhenRiskMaterialisedProposeActions.ACTOR, true)).toList();
            default -> List.of();
        };
    }
}
