package constancia.query.risks;

import com.fasterxml.jackson.annotation.JsonProperty;
import constancia.kernel.actions.ActionId;
import constancia.kernel.risks.RiskStatus;
import constancia.kernel.risks.Watched;
import constancia.query.history.Names.ActionName;
import constancia.query.history.Names.BodyName;
import constancia.query.history.Names.PlanName;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A risk as answered. Once it has materialised, measures to reduce its damage are {@code proposed} until they are activated. */
record RiskItem(RiskStatus status, String scenario, @Nullable PlanName plan, @Nullable BodyName body, List<Sign> warningSigns, List<Option> preventive,
                List<Option> damageReduction, List<Option> adjustments, List<ActionName> actions, LocalDate registeredOn,
                @Nullable LocalDate materialisedOn, @Nullable LocalDate closedOn, @Nullable Watched watches, @JsonProperty("class") String classification) {

    record Sign(UUID id, String text, List<Report> reports) {}

    record Report(LocalDate reportedOn, @Nullable String text) {}

    /** @param action what is proposed for it since the scenario came */
    record Option(UUID id, String text, boolean proposed, @Nullable LocalDate activatedOn, @Nullable ActionId action) {}
}
