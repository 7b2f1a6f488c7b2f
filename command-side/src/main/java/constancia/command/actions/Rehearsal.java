package constancia.command.actions;

import constancia.command.actions.ActionCommand.ProposeAction;
import constancia.kernel.Provenance;
import constancia.kernel.Recorded;
import constancia.kernel.actions.ActionId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Decides what happens to new actions without putting it on record: an import tries every row before it appends the first. */
public final class Rehearsal {

    private final Provenance by;
    private final Neighbours neighbours;
    private final Map<ActionId, Action> proposed = new HashMap<>();

    public Rehearsal(Provenance by, Neighbours neighbours) {
        this.by = by;
        this.neighbours = neighbours;
    }

    /** Whether nothing of it is on record yet: proposed here, or by the first of these. */
    public boolean knows(List<? extends ActionCommand> commands) {
        return commands.getFirst() instanceof ProposeAction || proposed.containsKey(commands.getFirst().id());
    }

    /**
     * Commands to one action, in their order.
     *
     * @throws constancia.kernel.Refused the rules would refuse one of them
     * @throws constancia.kernel.Invalid a value would not do
     */
    public void of(List<? extends ActionCommand> commands) {
        decided(commands);
    }

    /** The same, for an action that later commands will be about. */
    public void keep(ProposeAction proposal) {
        proposed.put(proposal.id(), decided(List.of(proposal)));
    }

    private Action decided(List<? extends ActionCommand> commands) {
        var now = proposed.getOrDefault(commands.getFirst().id(), Action.UNPROPOSED);
        int n = 0;
        for (var command : commands) {
            for (var event : Action.decide(command, now, by, neighbours)) {
                now = Action.evolve(now, new Recorded<>(++n, event, by));
            }
        }
        return now;
    }
}
