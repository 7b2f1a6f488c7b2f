package constancia.query.risks;

import constancia.kernel.Dated;
import constancia.kernel.actions.ActionId;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.plans.PlanId;
import constancia.kernel.risks.Measure;
import constancia.kernel.risks.MeasureKind;
import constancia.kernel.risks.RiskEvent.Proposal;
import constancia.kernel.risks.RiskStatus;
import constancia.kernel.risks.WarningSign;
import constancia.kernel.risks.Watched;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Everything on record of a risk, with its dates. {@code registration} is null only before the first record. */
public record RiskFacts(@Nullable Registration registration, List<Dated<Report>> reports, Map<UUID, LocalDate> activated, List<Proposal> proposals,
                        @Nullable LocalDate materialisedOn, @Nullable LocalDate closedOn) {

    public record Registration(String scenario, @Nullable PlanId plan, @Nullable BodyId body, List<WarningSign> warningSigns, List<Measure> measures,
                               List<ActionId> actions, @Nullable Watched watches, LocalDate registeredOn) {}

    public record Report(UUID sign, @Nullable String text, LocalDate reportedOn) {}

    static final RiskFacts NOTHING = new RiskFacts(null, List.of(), Map.of(), List.of(), null, null);

    /** The action that was proposed for the measure when the scenario came, if one was. */
    @Nullable ActionId actionFor(Measure measure) {
        return proposals.stream().filter(proposal -> proposal.measure().equals(measure.id())).map(Proposal::action).findAny().orElse(null);
    }

    /** Everything it has to do with: named when it was registered, or proposed since. */
    List<ActionId> actions() {
        return Stream.concat(registration.actions().stream(), proposals.stream().map(Proposal::action)).toList();
    }

    /** The warning signs that were reported, each with its last report; none once it is closed. */
    List<Report> openSigns() {
        return closedOn != null ? List.of() : registration.warningSigns().stream().flatMap(sign -> reports.stream().map(Dated::value)
                .filter(report -> report.sign().equals(sign.id())).reduce((first, second) -> second).stream()).toList();
    }

    RiskStatus status() {
        return RiskStatus.of(!reports.isEmpty(), materialisedOn, closedOn);
    }

    /** The scenario has come and calls for this measure, which nobody has activated yet. */
    boolean proposed(Measure measure) {
        return status() == RiskStatus.MATERIALISED && measure.kind() == MeasureKind.DAMAGE_REDUCTION && !activated.containsKey(measure.id());
    }
}
