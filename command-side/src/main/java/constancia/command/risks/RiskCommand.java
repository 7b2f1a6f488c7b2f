package constancia.command.risks;

import constancia.command.AtMost;
import constancia.command.Command;
import constancia.command.Creates;
import constancia.command.NeedsGrounds;
import constancia.command.Text;
import constancia.kernel.actions.ActionId;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.plans.PlanId;
import constancia.kernel.risks.RiskId;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be asked of a risk. */
public sealed interface RiskCommand extends Command {

    @Override
    RiskId id();

    /** Signs and measures get ids of their own, in the order of these lists. Without {@code body} it is the plan's. */
    @Creates
    record RegisterRisk(RiskId id, @Text(2000) String scenario, @Nullable PlanId plan, @Nullable BodyId body,
                        @AtMost(50) @Text(2000) List<String> warningSigns, @AtMost(50) @Text(2000) List<String> preventive,
                        @AtMost(50) @Text(2000) List<String> damageReduction, @AtMost(50) @Text(2000) List<String> adjustments,
                        @Nullable List<ActionId> actions, @Nullable Watching watches, LocalDate effectiveOn) implements RiskCommand {}

    /** A node of the plan's outline, and which of the assumptions there if it is one. */
    record Watching(UUID node, @Nullable UUID assumption) {}

    record ReportWarningSign(RiskId id, UUID sign, @Text(4000) @Nullable String text, LocalDate effectiveOn) implements RiskCommand {}

    @NeedsGrounds
    record DeclareMaterialised(RiskId id, LocalDate effectiveOn) implements RiskCommand {}

    record ActivateMeasure(RiskId id, UUID measure, LocalDate effectiveOn) implements RiskCommand {}

    @NeedsGrounds
    record CloseRisk(RiskId id, LocalDate effectiveOn) implements RiskCommand {}
}
