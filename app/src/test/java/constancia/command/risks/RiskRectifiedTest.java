package constancia.command.risks;

import static constancia.command.RectifiedHistories.port;

import constancia.command.RectifiedHistories;
import constancia.command.RectifiedHistories.Told;
import constancia.command.actions.Actions;
import constancia.command.bodies.Bodies;
import constancia.command.plans.Plans;
import constancia.query.risks.RiskView;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rectified histories of risks. */
class RiskRectifiedTest {

    @Test
    void what_holds_of_every_rectified_history_holds_of_them() {
        new RectifiedHistories<>(RiskOrderTest.ID, Risk.UNREGISTERED, Risk::evolve, new RiskView()).hold(200, seed -> new Told<>(RiskOrderTest.history(seed),
                Risk.rectifying(RiskOrderTest.ID, port(Plans.class, Map.of()), port(Bodies.class, Map.of()), port(Actions.class, Map.of()))));
    }
}
