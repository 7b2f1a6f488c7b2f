package constancia.command.imports;

import constancia.kernel.Word;
import java.util.Set;

/** What the rows of a sheet become; what others need stands before them. */
public enum ImportKind implements Word {

    INSTITUTIONS, BODIES, SEATS, FUNCTIONS, TERRITORY, OUTLINE, ACTIONS, RESULTS, MILESTONES, RISKS;

    private static final Set<ImportKind> OF_A_PLAN = Set.of(ACTIONS, MILESTONES, RISKS, OUTLINE, RESULTS);

    /** Whether its rows belong to a plan, which must then be named. */
    public boolean ofPlan() {
        return OF_A_PLAN.contains(this);
    }
}
