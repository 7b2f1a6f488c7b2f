package constancia.command.actions;

import constancia.command.actions.ActionCommand.*;
import constancia.kernel.actions.ActionEvent.*;
import constancia.kernel.actions.ActionId;
import constancia.kernel.actions.PoaReference;
import constancia.kernel.bodies.BodyId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RelatingTest extends Scene {

    static final ActionId BEFORE = new ActionId(uuid(61));
    static final ActionId AFTER = new ActionId(uuid(62));
    static final ActionId NOWHERE = new ActionId(uuid(63));
    static final BodyId NO_BODY = new BodyId(uuid(97));

    final ActionEscalated escalated = new ActionEscalated(COUNCIL, day(3, 10));
    final DependencyAdded added = new DependencyAdded(BEFORE, day(3, 1));
    final DependencyRemoved removed = new DependencyRemoved(BEFORE, day(4, 1));

    @BeforeEach
    void others() {
        known.waiting.put(BEFORE, BEFORE);
        known.waiting.put(AFTER, ID);
    }

    @Test
    void an_action_is_escalated_to_one_body_after_another() {
        action.given(proposed()).when(new EscalateAction(ID, COUNCIL, day(3, 10))).records(escalated);
        action.given(proposed(), escalated).when(new EscalateAction(ID, TABLE, day(3, 9))).records(new ActionEscalated(TABLE, day(3, 9)));
        action.given(proposed(), escalated).when(new EscalateAction(ID, COUNCIL, day(3, 11))).refuses("action-already-escalated");
        action.given(proposed(), cancelled(day(3, 1))).when(new EscalateAction(ID, COUNCIL, day(3, 10))).refuses("action-cancelled");
    }

    @Test
    void only_to_a_body_that_exists_and_is_active() {
        action.given(proposed()).when(new EscalateAction(ID, NO_BODY, day(3, 10))).isInvalid("body", "unknown-body", NO_BODY);
        known.dissolved.add(NO_BODY);
        action.given(proposed()).when(new EscalateAction(ID, NO_BODY, day(3, 10))).isInvalid("body", "body-not-active", day(3, 10));
    }

    @Test
    void it_depends_on_others_that_exist_and_not_on_itself() {
        action.given(proposed()).when(new AddDependency(ID, BEFORE, day(3, 1))).records(added);
        action.given(proposed(), added).when(new AddDependency(ID, BEFORE, day(3, 2))).refuses("dependency-known");
        action.given(proposed()).when(new AddDependency(ID, ID, day(3, 1))).isInvalid("predecessor", "depends-on-itself");
        action.given(proposed()).when(new AddDependency(ID, NOWHERE, day(3, 1))).isInvalid("predecessor", "unknown-action", NOWHERE);
    }

    @Test
    void nor_on_one_that_waits_for_it() {
        action.given(proposed()).when(new AddDependency(ID, AFTER, day(3, 1))).refuses("dependency-circle");
    }

    @Test
    void a_dependency_ends_and_begins_again_in_its_own_order() {
        action.given(proposed(), added).when(new RemoveDependency(ID, BEFORE, day(4, 1))).records(removed);
        action.given(proposed(), added).when(new RemoveDependency(ID, BEFORE, day(2, 1))).refuses("effective-before-previous", day(3, 1));
        action.given(proposed()).when(new RemoveDependency(ID, BEFORE, day(4, 1))).isInvalid("predecessor", "unknown-dependency", BEFORE);
        action.given(proposed(), added, removed).when(new RemoveDependency(ID, BEFORE, day(4, 2))).isInvalid("predecessor", "unknown-dependency", BEFORE);
        action.given(proposed(), added, removed).when(new AddDependency(ID, BEFORE, day(3, 31))).refuses("effective-before-previous", day(4, 1));
        action.given(proposed(), added, removed).when(new AddDependency(ID, BEFORE, day(4, 1))).records(new DependencyAdded(BEFORE, day(4, 1)));
    }

    @Test
    void a_cancelled_action_is_freed_of_its_dependencies_and_takes_no_others() {
        action.given(proposed(), added, cancelled(day(3, 5))).when(new RemoveDependency(ID, BEFORE, day(4, 1))).records(removed);
        action.given(proposed(), cancelled(day(3, 5))).when(new AddDependency(ID, BEFORE, day(4, 1))).refuses("action-cancelled");
    }

    @Test
    void a_commitment_refers_to_the_institutions_own_operating_plans() {
        action.given(proposed()).when(refer(new Reference(2013, "2.1.4", "Acciones estratégicas"), new Reference(2014, "2.1.4", null)))
                .records(new PoaReferred(MJSP_PART, MJSP, List.of(new PoaReference(2013, "2.1.4", "Acciones estratégicas"), new PoaReference(2014, "2.1.4", null)),
                        day(3, 1)));
        action.given(proposed()).when(refer()).records(new PoaReferred(MJSP_PART, MJSP, List.of(), day(3, 1)));
    }

    @Test
    void each_line_once_and_only_of_a_commitment_that_stood() {
        action.given(proposed()).when(refer(new Reference(2013, "2.1", null), new Reference(2013, "2.1", "Otra vez")))
                .isInvalid("references/1/code", "reference-repeated", "2.1", 2013);
        action.given(proposed()).when(new ReferToPoa(ID, PNUD, List.of(), day(3, 1))).refuses("no-commitment");
    }

    private static ReferToPoa refer(Reference... references) {
        return new ReferToPoa(ID, MJSP, List.of(references), day(3, 1));
    }
}
