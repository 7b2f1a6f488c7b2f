package constancia.command.actions;

import constancia.kernel.actions.ActionEvent;
import constancia.kernel.actions.ActionEvent.*;
import constancia.kernel.actions.Schedule;
import org.jspecify.annotations.Nullable;

/** A corrected event of an action: a commitment keeps its id, and marked periods have the dates that the plan gives them now. */
final class Corrected {

    private Corrected() {}

    /** @param decided the event as it would be recorded today */
    static ActionEvent of(ActionEvent said, ActionEvent corrected, ActionEvent decided) {
        return switch (corrected) {
            case ResponsibleAssigned e when said instanceof ResponsibleAssigned was && was.institution().equals(e.institution()) ->
                    new ResponsibleAssigned(was.commitment(), e.institution(), e.role(), e.acceptedOn(), e.effectiveOn());
            case ActionScheduled e when decided instanceof ActionScheduled today && marked(e.schedule()) -> new ActionScheduled(today.schedule(), e.effectiveOn());
            case ActionProposed e when decided instanceof ActionProposed today && marked(e.schedule()) -> new ActionProposed(e.title(), e.detail(), e.plan(), e.body(),
                    e.node(), e.number(), e.recommendations(), e.agreement(), e.responsible(), today.schedule(), e.territory(), e.alignments(), e.means(), e.effectiveOn());
            case MilestoneAdded e when decided instanceof MilestoneAdded today && e.period() != null ->
                    new MilestoneAdded(e.milestone(), e.title(), today.dueOn(), e.period(), e.effectiveOn());
            case MilestoneRescheduled e when decided instanceof MilestoneRescheduled today && e.period() != null ->
                    new MilestoneRescheduled(e.milestone(), today.dueOn(), e.period(), e.effectiveOn());
            default -> corrected;
        };
    }

    private static boolean marked(@Nullable Schedule schedule) {
        return schedule != null && !schedule.periods().isEmpty();
    }
}
