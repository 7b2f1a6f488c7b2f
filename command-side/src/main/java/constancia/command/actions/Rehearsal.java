package constancia.command.actions;

import constancia.command.actions.ActionCommand.ProposeAction;
import constancia.kernel.Provenance;

/** Decides a proposal without putting it on record: an import tries every row before it appends the first. */
public final class Rehearsal {

    private Rehearsal() {}

    /**
     * @throws constancia.kernel.Refused the rules would refuse it
     * @throws constancia.kernel.Invalid a value would not do
     */
    public static void of(ProposeAction proposal, Provenance by, Neighbours neighbours) {
        Action.decide(proposal, Action.UNPROPOSED, by, neighbours);
    }
}
