package constancia.command.actions;

import constancia.command.RectifiedHistories;
import constancia.command.RectifiedHistories.Told;
import constancia.query.actions.ActionView;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** Rectified histories of actions. */
class ActionRectifiedTest {

    @Test
    void what_holds_of_every_rectified_history_holds_of_them() {
        new RectifiedHistories<>(RandomHistories.ID, Action.UNPROPOSED, Action::evolve, new ActionView(30, ZoneOffset.UTC)).hold(60, seed -> {
            var histories = new RandomHistories(seed);
            return new Told<>(histories.history(), Action.rectifying(RandomHistories.ID, histories.neighbours()));
        });
    }
}
