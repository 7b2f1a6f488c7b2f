package constancia.query.risks;

import constancia.kernel.Dated;
import constancia.kernel.actions.ActionId;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.plans.PlanId;
import constancia.kernel.risks.Measure;
import constancia.kernel.risks.MeasureKind;
import constancia.kernel.risks.RiskStatus;
import constancia.kernel.risks.WarningSign;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Everything on record of a risk, with its dates. {@code registration} is null only before the first record. */
public record RiskFacts(@Nullable Registration registration, List<Dated<Report>> reports, Map<UUID, LocalDate> activated,
                        @Nullable LocalDate materialisedOn, @Nullable LocalDate closedOn) {

    public record Registration(String scenario, @Nullable PlanId plan, @Nullable BodyId body, List<WarningSign> warningSigns, List<Measure> measures,
                               List<ActionId> actions, LocalDate registeredOn) {}

    public record Report(UUID sign, @Nullable String text, LocalDate reportedOn) {}

    static final RiskFacts NOTHING = new RiskFacts(null, List.of(), Map.of(), null, null);

    RiskStatus status() {
        return RiskStatus.of(!reports.isEmpty(), materialisedOn, closedOn);
    }

    /** The scenario has come and calls for this measure, which nobody has activated yet. */
    boolean proposed(Measure measure) {
        return status() == RiskStatus.MATERIALISED && measure.kind() == MeasureKind.DAMAGE_REDUCTION && !activated.containsKey(measure.id());
    }
}
