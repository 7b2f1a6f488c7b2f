package constancia.command.indicators;

import static constancia.command.RectifiedHistories.port;

import constancia.command.RectifiedHistories;
import constancia.command.RectifiedHistories.Told;
import constancia.command.bodies.Bodies;
import constancia.command.plans.Plans;
import constancia.command.plans.Plans.KnownPeriod;
import constancia.command.plans.Plans.KnownPlan;
import constancia.query.indicators.IndicatorView;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Rectified histories of indicators. */
class IndicatorRectifiedTest {

    static final LocalDate FIRST = IndicatorOrderTest.FIRST;
    static final Plans PLANS = port(Plans.class, Map.of("find", Optional.of(new KnownPlan(IndicatorOrderTest.PLAN, null, false)),
            "period", Optional.of(new KnownPeriod("T", FIRST, FIRST.plusMonths(1)))));

    @Test
    void what_holds_of_every_rectified_history_holds_of_them() {
        new RectifiedHistories<>(IndicatorOrderTest.ID, Indicator.UNDEFINED, Indicator::evolve, new IndicatorView()).hold(200, seed -> new Told<>(IndicatorOrderTest.history(seed),
                Indicator.rectifying(IndicatorOrderTest.ID, PLANS, port(Bodies.class, Map.of()))));
    }
}
