package constancia.command.indicators;

import constancia.command.Rectifying;
import constancia.command.bodies.Bodies;
import constancia.command.indicators.IndicatorCommand.*;
import constancia.command.plans.Plans;
import constancia.kernel.Invalid;
import constancia.kernel.Latest;
import constancia.kernel.Recorded;
import constancia.kernel.Refused;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.indicators.CategoryValue;
import constancia.kernel.indicators.Direction;
import constancia.kernel.indicators.IndicatorEvent;
import constancia.kernel.indicators.IndicatorEvent.*;
import constancia.kernel.indicators.IndicatorId;
import constancia.kernel.indicators.PeriodEnd;
import constancia.kernel.indicators.StartingValue;
import constancia.kernel.plans.PlanId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The rules of indicators. Life (defined, retired) is ordered; the value of each target and the measurement of each
 * day are values of which the latest counts.
 *
 * @param periodEnds the periods that have a target, each with its last day as far as it is known here
 */
record Indicator(Life life, @Nullable Terms terms, Map<String, Latest<LocalDate>> periodEnds) {

    /** @param lastOn the day of the latest record, whatever it tells */
    record Life(@Nullable LocalDate definedOn, @Nullable LocalDate retiredOn, @Nullable LocalDate lastOn) {

        private Life at(LocalDate on) {
            return new Life(definedOn, retiredOn, lastOn == null || on.isAfter(lastOn) ? on : lastOn);
        }
    }

    /** What was defined, as far as later commands depend on it. */
    record Terms(@Nullable PlanId plan, Direction direction, @Nullable BigDecimal baseline, List<String> dimensions) {}

    static final Indicator UNDEFINED = new Indicator(new Life(null, null, null), null, Map.of());

    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2199, 12, 31);

    static List<IndicatorEvent> decide(IndicatorCommand command, Indicator now, Plans plans, Bodies bodies) {
        if (command instanceof DefineIndicator c) {
            return List.of(define(c, now, plans, bodies));
        }
        if (command instanceof DateTargets c) {
            return date(c, now, plans);
        }
        var life = now.life;
        var on = command.effectiveOn();
        if (now.terms == null || on.isBefore(life.definedOn)) {
            throw new Refused("effective-before-item");
        }
        if (life.retiredOn != null && !on.isBefore(life.retiredOn)) {
            throw new Refused("indicator-retired", life.retiredOn);
        }
        return List.of(switch (command) {
            case DefineIndicator _, DateTargets _ -> throw new Refused("already-exists");
            case SetTarget c -> target(c, now.terms, plans);
            case RecordMeasurement c -> measure(c, now.terms);
            case RetireIndicator _ -> retire(on, life);
        });
    }

    /** How records of the indicator with that id are rectified. */
    static Rectifying<IndicatorEvent, Indicator> rectifying(IndicatorId id, Plans plans, Bodies bodies) {
        return new Rectifying<>(IndicatorEvent.class, UNDEFINED, Indicator::evolve, event -> Again.of(id, event),
                (command, now, by) -> decide((IndicatorCommand) command, now, plans, bodies)) {

            /** A target of a period has the day that the plan gives the period now. */
            @Override
            protected IndicatorEvent keeping(IndicatorEvent said, IndicatorEvent corrected, IndicatorEvent decided) {
                return corrected instanceof TargetSet e && e.period() != null && decided instanceof TargetSet today
                        ? new TargetSet(e.period(), today.dueOn(), e.value(), e.effectiveOn()) : corrected;
            }
        };
    }

    static Indicator evolve(Indicator now, Recorded<IndicatorEvent> record) {
        var on = record.effectiveOn();
        var life = now.life.at(on);
        return switch (record.event()) {
            case IndicatorDefined e -> new Indicator(new Life(on, life.retiredOn, life.lastOn),
                    new Terms(e.plan(), e.direction(), e.baseline() == null ? null : e.baseline().value(), e.disaggregation()), now.periodEnds);
            case TargetSet e -> new Indicator(life, now.terms, e.period() == null ? now.periodEnds
                    : now.ending(List.of(new End(e.period(), e.dueOn())), on));
            case TargetsDated e -> new Indicator(life, now.terms,
                    now.ending(e.periods().stream().map(end -> new End(end.period(), end.dueOn())).toList(), on));
            case MeasurementRecorded _ -> new Indicator(life, now.terms, now.periodEnds);
            case IndicatorRetired _ -> new Indicator(new Life(life.definedOn, on, life.lastOn), now.terms, now.periodEnds);
        };
    }

    private record End(String period, @Nullable LocalDate dueOn) {}

    private Map<String, Latest<LocalDate>> ending(List<End> ends, LocalDate on) {
        var all = new HashMap<>(periodEnds);
        ends.forEach(end -> all.merge(end.period, Latest.of(end.dueOn, on), (former, newer) -> former.or(end.dueOn, on)));
        return Map.copyOf(all);
    }

    private static IndicatorEvent define(DefineIndicator c, Indicator now, Plans plans, Bodies bodies) {
        if (now.terms != null) {
            throw new Refused("already-exists");
        }
        var ofPlan = c.plan() == null ? null : plans.find(c.plan()).orElseThrow(() -> new Invalid("plan", "unknown-plan", c.plan())).body();
        mustStandInOutline(c.plan(), c.node(), plans);
        mustBeActive(c.body(), c.effectiveOn(), bodies);
        var baseline = c.baseline() == null ? null : new StartingValue(plain(c.baseline().value()), c.baseline().on(), c.baseline().source());
        if (baseline != null) {
            mustNotHoldBefore("baseline/on", baseline.on(), c.effectiveOn());
        }
        var dimensions = orNone(c.disaggregation());
        var seen = new HashSet<String>();
        for (int i = 0; i < dimensions.size(); i++) {
            if (!seen.add(dimensions.get(i))) {
                throw new Invalid("disaggregation/" + i, "dimension-repeated", dimensions.get(i));
            }
        }
        return new IndicatorDefined(c.name(), c.kind(), c.unit(), c.direction() == null ? Direction.INCREASE : c.direction(), c.plan(), c.node(),
                c.body() == null ? ofPlan : c.body(), baseline, c.meansOfVerification(), dimensions, c.effectiveOn());
    }

    private static IndicatorEvent target(SetTarget c, Terms terms, Plans plans) {
        if ((c.period() == null) == (c.dueOn() == null)) {
            throw new Invalid("dueOn", "date-or-period");
        }
        if (c.dueOn() != null && (c.dueOn().isBefore(FIRST) || c.dueOn().isAfter(LAST))) {
            throw new Invalid("dueOn", "out-of-range", FIRST, LAST);
        }
        if (terms.baseline != null) {
            int beyond = c.value().compareTo(terms.baseline);
            if (terms.direction == Direction.INCREASE ? beyond < 0 : beyond > 0) {
                throw new Invalid("value", "target-behind-baseline", terms.baseline.toPlainString());
            }
        }
        return new TargetSet(c.period(), c.period() == null ? c.dueOn() : period(c.period(), terms.plan, plans).until(), plain(c.value()), c.effectiveOn());
    }

    private static Plans.KnownPeriod period(String period, @Nullable PlanId plan, Plans plans) {
        if (plan == null) {
            throw new Invalid("period", "indicator-without-plan");
        }
        return plans.period(plan, period).orElseThrow(() -> new Invalid("period", "unknown-period", period));
    }

    private static IndicatorEvent measure(RecordMeasurement c, Terms terms) {
        mustNotHoldBefore("on", c.on(), c.effectiveOn());
        var shares = new ArrayList<CategoryValue>();
        var seen = new HashSet<List<String>>();
        for (var share : orNone(c.disaggregated())) {
            var at = "disaggregated/" + shares.size();
            if (!terms.dimensions.contains(share.dimension())) {
                throw new Invalid(at + "/dimension", "unknown-dimension", share.dimension());
            }
            if (!seen.add(List.of(share.dimension(), share.category()))) {
                throw new Invalid(at + "/category", "category-repeated", share.category(), share.dimension());
            }
            shares.add(new CategoryValue(share.dimension(), share.category(), plain(share.value())));
        }
        return new MeasurementRecorded(c.on(), plain(c.value()), c.source(), List.copyOf(shares), orNone(c.evidence()), c.effectiveOn());
    }

    /** Nothing may hold since a day on which the indicator was retired already, so it is retired last. */
    private static IndicatorEvent retire(LocalDate on, Life life) {
        if (life.retiredOn != null) {
            throw new Refused("indicator-retired", life.retiredOn);
        }
        if (life.lastOn != null && on.isBefore(life.lastOn)) {
            throw new Refused("effective-before-previous", life.lastOn);
        }
        return new IndicatorRetired(on);
    }

    /** Nothing when the targets have these days already, or when the indicator was retired before. */
    private static List<IndicatorEvent> date(DateTargets c, Indicator now, Plans plans) {
        if (now.terms == null || now.terms.plan == null) {
            return List.of();
        }
        var ends = new ArrayList<PeriodEnd>();
        var on = c.effectiveOn().isBefore(now.life.definedOn) ? now.life.definedOn : c.effectiveOn();
        for (var known : now.periodEnds.entrySet()) {
            var until = plans.period(now.terms.plan, known.getKey()).map(Plans.KnownPeriod::until).orElse(null);
            if (!Objects.equals(until, known.getValue().value())) {
                ends.add(new PeriodEnd(known.getKey(), until));
                on = known.getValue().since().isAfter(on) ? known.getValue().since() : on;
            }
        }
        ends.sort(Comparator.comparing(PeriodEnd::period));
        return ends.isEmpty() || now.life.retiredOn != null && !on.isBefore(now.life.retiredOn) ? List.of()
                : List.of(new TargetsDated(List.copyOf(ends), on));
    }

    private static void mustStandInOutline(@Nullable PlanId plan, @Nullable UUID node, Plans plans) {
        if (node != null && plan == null) {
            throw new Invalid("node", "indicator-without-plan");
        }
        if (node != null && !plans.hasNode(plan, node)) {
            throw new Invalid("node", "unknown-node", node);
        }
    }

    private static void mustBeActive(@Nullable BodyId body, LocalDate on, Bodies bodies) {
        if (body != null && !bodies.active(body, on)) {
            throw bodies.exists(body) ? new Invalid("body", "body-not-active", on) : new Invalid("body", "unknown-body", body);
        }
    }

    /** What was measured on a day is not known before it. */
    private static void mustNotHoldBefore(String field, LocalDate measured, LocalDate effectiveOn) {
        if (measured.isAfter(effectiveOn)) {
            throw new Invalid(field, "measured-after-effective", effectiveOn);
        }
    }

    /** One way to write each number: 12.50 is 12.5 and 1E+2 is 100. */
    private static BigDecimal plain(BigDecimal value) {
        var least = value.stripTrailingZeros();
        return least.scale() < 0 ? least.setScale(0) : least;
    }

    private static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
