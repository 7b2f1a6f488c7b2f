package constancia.command.actions;

import constancia.kernel.actions.ActionEvent;
import constancia.kernel.actions.ActionId;
import constancia.kernel.institutions.InstitutionId;
import constancia.kernel.plans.PlanId;
import java.util.List;

/** The lookup of actions, kept in the transaction that appends. */
public interface Actions {

    boolean exists(ActionId action);

    /** The actions of a plan that are scheduled by any of its periods. */
    List<ActionId> scheduledByPeriodsOf(PlanId plan);

    /** The actions in which an institution holds a commitment, or ever held one. */
    List<ActionId> heldBy(InstitutionId institution);

    /**
     * Whether an action depends on the other, itself or through those before it. Nobody else adds a dependency until the
     * transaction ends.
     */
    boolean waitsFor(ActionId action, ActionId other);

    void recorded(ActionId action, ActionEvent event);

    /** Makes the lookup of the item anew from its records as they stand after a rectification, in the order of their days. */
    void rectified(ActionId action, List<ActionEvent> standing);
}
