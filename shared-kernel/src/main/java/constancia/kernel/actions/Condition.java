package constancia.kernel.actions;

import constancia.kernel.Word;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is to be said of an action beside its status (contract, section 2). */
public enum Condition implements Word {
    BLOCKED, OVERDUE, NEAR_DUE, UNASSIGNED;

    /**
     * @param blocked whether an impediment is open
     * @param on      the day at whose end it is told
     * @param near    how many days before its due date an action is near it
     */
    public static List<Condition> of(ActionStatus status, Collection<Standing> commitments, @Nullable LocalDate dueOn, boolean blocked,
                                     LocalDate on, int near) {
        var all = EnumSet.noneOf(Condition.class);
        boolean cancelled = status == ActionStatus.CANCELLED;
        if (blocked) {
            all.add(BLOCKED);
        }
        if (commitments.stream().anyMatch(c -> c.binding() && c.status().overdue(dueOn, cancelled, on))) {
            all.add(OVERDUE);
        }
        if (!cancelled && !status.done() && dueOn != null && !dueOn.isBefore(on) && !dueOn.isAfter(on.plusDays(near))) {
            all.add(NEAR_DUE);
        }
        if (commitments.stream().noneMatch(Standing::binding)) {
            all.add(UNASSIGNED);
        }
        return List.copyOf(all);
    }
}
