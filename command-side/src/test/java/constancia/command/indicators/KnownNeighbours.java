package constancia.command.indicators;

import constancia.command.bodies.Bodies;
import constancia.command.plans.Plans;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.indicators.IndicatorEvent;
import constancia.kernel.indicators.IndicatorId;
import constancia.kernel.plans.PlanEvent;
import constancia.kernel.plans.PlanId;
import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** One plan with its periods and one node, a council, and a body that was dissolved; it keeps what it was told. */
final class KnownNeighbours implements Indicators {

    static final PlanId PLAN = new PlanId(id(2));
    static final UUID NODE = id(3);
    static final BodyId COUNCIL = new BodyId(id(4));
    static final BodyId COMMITTEE = new BodyId(id(5));
    static final BodyId DISSOLVED = new BodyId(id(6));

    final Map<String, Optional<LocalDate>> periods = new HashMap<>();
    final List<IndicatorEvent> recorded = new ArrayList<>();
    final List<IndicatorId> withPeriods = new ArrayList<>();

    final Bodies bodies = (Bodies) Proxy.newProxyInstance(Bodies.class.getClassLoader(), new Class<?>[] {Bodies.class}, (proxy, method, args) ->
            switch (method.getName()) {
                case "active" -> args[0].equals(COUNCIL) || args[0].equals(COMMITTEE);
                case "exists" -> args[0].equals(COUNCIL) || args[0].equals(COMMITTEE) || args[0].equals(DISSOLVED);
                default -> throw new UnsupportedOperationException(method.getName());
            });

    final Plans plans = new Plans() {
        @Override
        public Optional<KnownPlan> find(PlanId plan) {
            return plan.equals(PLAN) ? Optional.of(new KnownPlan(PLAN, COUNCIL, true)) : Optional.empty();
        }

        @Override
        public Optional<KnownPeriod> period(PlanId plan, String period) {
            var until = periods.get(period);
            return until == null || !plan.equals(PLAN) ? Optional.empty()
                    : Optional.of(new KnownPeriod(period, until.map(day -> day.minusMonths(3)).orElse(null), until.orElse(null)));
        }

        @Override
        public boolean hasNode(PlanId plan, UUID node) {
            return plan.equals(PLAN) && node.equals(NODE);
        }

        @Override
        public boolean hasAssumption(PlanId plan, UUID node, UUID assumption) {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean hasRecommendation(PlanId plan, UUID node) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void recorded(PlanId plan, PlanEvent event) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void rectified(PlanId plan, List<PlanEvent> standing) {
            throw new UnsupportedOperationException();
        }
    };

    @Override
    public List<IndicatorId> withPeriodsOf(PlanId plan) {
        return plan.equals(PLAN) ? withPeriods : List.of();
    }

    @Override
    public void recorded(IndicatorId indicator, IndicatorEvent event) {
        recorded.add(event);
    }

    @Override
    public void rectified(IndicatorId indicator, List<IndicatorEvent> standing) {
        recorded.clear();
        recorded.addAll(standing);
    }

    static UUID id(int number) {
        return new UUID(0x01941f297c007000L, 0x8000000000000000L + number);
    }
}
