package constancia.query.indicators;

import static com.fasterxml.jackson.annotation.JsonFormat.Shape.STRING;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import constancia.kernel.indicators.Attainment;
import constancia.kernel.indicators.CategoryValue;
import constancia.kernel.indicators.Direction;
import constancia.kernel.indicators.IndicatorKind;
import constancia.kernel.indicators.IndicatorStatus;
import constancia.kernel.indicators.StartingValue;
import constancia.kernel.indicators.Target;
import constancia.query.history.Names.BodyName;
import constancia.query.history.Names.PlanName;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An indicator as answered: targets by day, measurements by the day as of which they were made, {@code latest} the last
 * of them. {@code target} is the one in force on the day of the answer, {@code attainment} how far the latest
 * measurement has come towards it; both are null when there is none.
 */
record IndicatorItem(IndicatorStatus status, String name, IndicatorKind kind, String unit, Direction direction, @Nullable PlanName plan,
                     @Nullable UUID node, @Nullable BodyName body, @Nullable StartingValue baseline, List<Target> targets,
                     List<Measurement> measurements, @Nullable Measurement latest, @Nullable Target target, @Nullable Attainment attainment,
                     @Nullable String meansOfVerification, List<String> disaggregation, LocalDate definedOn, @Nullable LocalDate retiredOn,
                     @JsonProperty("class") String classification) {

    record Measurement(LocalDate on, @JsonFormat(shape = STRING) BigDecimal value, String source, List<CategoryValue> disaggregated,
                       List<String> evidence) {}
}
