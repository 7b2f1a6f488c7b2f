package constancia.command.plans;

import static constancia.command.RectifiedHistories.port;

import constancia.command.RectifiedHistories;
import constancia.command.RectifiedHistories.Told;
import constancia.command.agreements.Agreements;
import constancia.command.bodies.Bodies;
import constancia.query.plans.PlanView;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rectified histories of plans. */
class PlanRectifiedTest {

    @Test
    void what_holds_of_every_rectified_history_holds_of_them() {
        new RectifiedHistories<>(PlanOrderTest.ID, Plan.UNDEFINED, Plan::evolve, new PlanView()).hold(60, seed -> new Told<>(PlanOrderTest.history(seed),
                Plan.rectifying(PlanOrderTest.ID, port(Bodies.class, Map.of()), port(Agreements.class, Map.of()))));
    }
}
