package constancia.command.indicators;

import constancia.command.indicators.IndicatorCommand.*;
import constancia.kernel.indicators.IndicatorEvent;
import constancia.kernel.indicators.IndicatorEvent.*;
import constancia.kernel.indicators.IndicatorId;

/** The command that a record of an indicator came from, were it given again: the inverse of deciding. */
public final class Again {

    private Again() {}

    public static IndicatorCommand of(IndicatorId id, IndicatorEvent event) {
        var on = event.effectiveOn();
        return switch (event) {
            case IndicatorDefined e -> new DefineIndicator(id, e.name(), e.kind(), e.unit(), e.plan(), e.node(), e.body(),
                    e.baseline() == null ? null : new KnownStart(e.baseline().value(), e.baseline().on(), e.baseline().source()),
                    e.meansOfVerification(), e.disaggregation(), e.direction(), on);
            case TargetSet e -> new SetTarget(id, e.period(), e.period() == null ? e.dueOn() : null, e.value(), on);
            case TargetsDated _ -> new DateTargets(id, on);
            case MeasurementRecorded e -> new RecordMeasurement(id, e.on(), e.value(), e.source(),
                    e.disaggregated().stream().map(s -> new Share(s.dimension(), s.category(), s.value())).toList(), e.evidence(), on);
            case IndicatorRetired _ -> new RetireIndicator(id, on);
        };
    }
}
