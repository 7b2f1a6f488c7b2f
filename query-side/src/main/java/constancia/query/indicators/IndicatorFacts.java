package constancia.query.indicators;

import constancia.kernel.Latest;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.indicators.Attainment;
import constancia.kernel.indicators.CategoryValue;
import constancia.kernel.indicators.Direction;
import constancia.kernel.indicators.IndicatorKind;
import constancia.kernel.indicators.IndicatorStatus;
import constancia.kernel.indicators.StartingValue;
import constancia.kernel.indicators.Target;
import constancia.kernel.plans.PlanId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything on record of an indicator, with its dates. {@code definition} is null only before the first record.
 *
 * @param periodEnds the last days of the periods that have targets
 */
public record IndicatorFacts(@Nullable Definition definition, Map<Term, Latest<BigDecimal>> targets, Map<String, Latest<LocalDate>> periodEnds,
                             Map<LocalDate, Latest<Measurement>> measurements, @Nullable LocalDate retiredOn) {

    public record Definition(String name, IndicatorKind kind, String unit, Direction direction, @Nullable PlanId plan, @Nullable UUID node,
                             @Nullable BodyId body, @Nullable StartingValue baseline, @Nullable String meansOfVerification,
                             List<String> disaggregation, LocalDate definedOn) {}

    /** What a target is for: a period or a day. */
    public record Term(@Nullable String period, @Nullable LocalDate dueOn) {}

    public record Measurement(LocalDate on, BigDecimal value, String source, List<CategoryValue> disaggregated, List<String> evidence) {}

    static final IndicatorFacts NOTHING = new IndicatorFacts(null, Map.of(), Map.of(), Map.of(), null);

    IndicatorStatus status() {
        return IndicatorStatus.of(retiredOn);
    }

    List<Target> inOrder() {
        return targets.entrySet().stream().map(entry -> new Target(entry.getKey().period, dueOn(entry.getKey()), entry.getValue().value()))
                .sorted(Target.ORDER).toList();
    }

    private @Nullable LocalDate dueOn(Term term) {
        return term.period == null ? term.dueOn : periodEnds.get(term.period).value();
    }

    /** By the day as of which they were made. */
    List<Measurement> measured() {
        return measurements.values().stream().map(Latest::value).sorted(Comparator.comparing(Measurement::on)).toList();
    }

    @Nullable Measurement latest() {
        var all = measured();
        return all.isEmpty() ? null : all.getLast();
    }

    /** Null without a measurement or a target in force on that day. */
    @Nullable Attainment attainment(LocalDate on) {
        var target = Target.inForce(inOrder(), on);
        var latest = latest();
        return target == null || latest == null ? null
                : Attainment.of(definition.direction, definition.baseline == null ? null : definition.baseline.value(), target.value(), latest.value);
    }
}
