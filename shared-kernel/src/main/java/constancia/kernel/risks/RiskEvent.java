package constancia.kernel.risks;

import constancia.kernel.Event;
import constancia.kernel.actions.ActionId;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.plans.PlanId;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be on record of a risk. */
public sealed interface RiskEvent extends Event {

    record RiskRegistered(String scenario, @Nullable PlanId plan, @Nullable BodyId body, List<WarningSign> warningSigns, List<Measure> measures,
                          List<ActionId> actions, @Nullable Watched watches, LocalDate effectiveOn) implements RiskEvent {}

    record WarningSignReported(UUID sign, @Nullable String text, LocalDate effectiveOn) implements RiskEvent {}

    /**
     * @param plan      the risk's plan, when it has one
     * @param proposals the actions that follow, one for each measure of damage reduction
     */
    record RiskMaterialised(@Nullable PlanId plan, @Nullable List<Proposal> proposals, LocalDate effectiveOn) implements RiskEvent {}

    /** An action to be proposed for a measure, under the id that it will have. */
    record Proposal(UUID measure, String text, ActionId action) {}

    record MeasureActivated(UUID measure, LocalDate effectiveOn) implements RiskEvent {}

    record RiskClosed(LocalDate effectiveOn) implements RiskEvent {}
}
