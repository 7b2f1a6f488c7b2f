package constancia.kernel.indicators;

import static com.fasterxml.jackson.annotation.JsonFormat.Shape.STRING;

import com.fasterxml.jackson.annotation.JsonFormat;
import constancia.kernel.Event;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.plans.PlanId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What can be on record of an indicator. */
public sealed interface IndicatorEvent extends Event {

    record IndicatorDefined(String name, IndicatorKind kind, String unit, Direction direction, @Nullable PlanId plan, @Nullable UUID node,
                            @Nullable BodyId body, @Nullable StartingValue baseline, @Nullable String meansOfVerification,
                            List<String> disaggregation, LocalDate effectiveOn) implements IndicatorEvent {}

    /** For a {@code period}, {@code dueOn} is its last day; null as long as the period has no dates. */
    record TargetSet(@Nullable String period, @Nullable LocalDate dueOn, @JsonFormat(shape = STRING) BigDecimal value,
                     LocalDate effectiveOn) implements IndicatorEvent {}

    /** The periods of these targets got dates, or others than they had, or lost them. */
    record TargetsDated(List<PeriodEnd> periods, LocalDate effectiveOn) implements IndicatorEvent {}

    record MeasurementRecorded(LocalDate on, @JsonFormat(shape = STRING) BigDecimal value, String source, List<CategoryValue> disaggregated,
                               List<String> evidence, LocalDate effectiveOn) implements IndicatorEvent {}

    record IndicatorRetired(LocalDate effectiveOn) implements IndicatorEvent {}
}
