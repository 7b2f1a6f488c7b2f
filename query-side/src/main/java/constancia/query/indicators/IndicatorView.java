package constancia.query.indicators;

import constancia.kernel.Latest;
import constancia.kernel.Recorded;
import constancia.kernel.indicators.IndicatorEvent;
import constancia.kernel.indicators.IndicatorEvent.*;
import constancia.kernel.indicators.PeriodEnd;
import constancia.kernel.indicators.Target;
import constancia.query.history.Label;
import constancia.query.history.Names;
import constancia.query.history.View;
import constancia.query.indicators.IndicatorFacts.Definition;
import constancia.query.indicators.IndicatorFacts.Measurement;
import constancia.query.indicators.IndicatorFacts.Term;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Indicators as people see them. */
public final class IndicatorView implements View<IndicatorEvent, IndicatorFacts> {

    @Override
    public String type() {
        return "indicator";
    }

    @Override
    public Class<IndicatorEvent> events() {
        return IndicatorEvent.class;
    }

    @Override
    public IndicatorFacts nothing() {
        return IndicatorFacts.NOTHING;
    }

    @Override
    public IndicatorFacts evolve(IndicatorFacts f, Recorded<IndicatorEvent> record) {
        return switch (record.event()) {
            case IndicatorDefined e -> new IndicatorFacts(new Definition(e.name(), e.kind(), e.unit(), e.direction(), e.plan(), e.node(), e.body(),
                    e.baseline(), e.meansOfVerification(), e.disaggregation(), e.effectiveOn()), f.targets(), f.periodEnds(), f.measurements(), f.retiredOn());
            case TargetSet e -> new IndicatorFacts(f.definition(), newer(f.targets(), new Term(e.period(), e.period() == null ? e.dueOn() : null),
                    e.value(), e.effectiveOn()), e.period() == null ? f.periodEnds() : newer(f.periodEnds(), e.period(), e.dueOn(), e.effectiveOn()),
                    f.measurements(), f.retiredOn());
            case TargetsDated e -> {
                var ends = f.periodEnds();
                for (var end : e.periods()) {
                    ends = newer(ends, end.period(), end.dueOn(), e.effectiveOn());
                }
                yield new IndicatorFacts(f.definition(), f.targets(), ends, f.measurements(), f.retiredOn());
            }
            case MeasurementRecorded e -> new IndicatorFacts(f.definition(), f.targets(), f.periodEnds(), newer(f.measurements(), e.on(),
                    new Measurement(e.on(), e.value(), e.source(), e.disaggregated(), e.evidence()), e.effectiveOn()), f.retiredOn());
            case IndicatorRetired e -> new IndicatorFacts(f.definition(), f.targets(), f.periodEnds(), f.measurements(), e.effectiveOn());
        };
    }

    @Override
    public Object answer(IndicatorFacts f, LocalDate on, Names names) {
        var d = f.definition();
        var targets = f.inOrder();
        return new IndicatorItem(f.status(), d.name(), d.kind(), d.unit(), d.direction(), names.plan(d.plan()), d.node(), names.body(d.body()),
                d.baseline(), targets, f.measured().stream().map(IndicatorView::shown).toList(), f.latest() == null ? null : shown(f.latest()),
                Target.inForce(targets, on), f.attainment(on), d.meansOfVerification(), d.disaggregation(), d.definedOn(), f.retiredOn(), "public");
    }

    @Override
    public Label label(IndicatorFacts f) {
        return new Label(null, f.definition().name(), f.definition().body());
    }

    @Override
    public List<Object> summary(IndicatorEvent event, Names names) {
        return switch (event) {
            case IndicatorDefined e -> List.of(e.name());
            case TargetSet e -> List.of(e.period() == null ? 0 : 1, e.period() == null ? e.dueOn().toString() : e.period(), e.value().toPlainString());
            case TargetsDated e -> List.of(e.periods().stream().map(PeriodEnd::period).collect(Collectors.joining(", ")), e.periods().size());
            case MeasurementRecorded e -> List.of(e.value().toPlainString(), e.on().toString(), e.source());
            case IndicatorRetired _ -> List.of();
        };
    }

    private static <K, V> Map<K, Latest<V>> newer(Map<K, Latest<V>> all, K key, @Nullable V value, LocalDate on) {
        var more = new HashMap<>(all);
        more.merge(key, Latest.of(value, on), (former, newer) -> former.or(value, on));
        return Map.copyOf(more);
    }

    private static IndicatorItem.Measurement shown(Measurement m) {
        return new IndicatorItem.Measurement(m.on(), m.value(), m.source(), m.disaggregated(), m.evidence());
    }
}
