package constancia.kernel.meetings;

import constancia.kernel.Word;
import java.util.Collection;

/** What came of a deliberation. */
public enum DeliberationOutcome implements Word {
    CONSENSUS, CONSENSUS_WITH_RESERVATIONS, UNRESOLVED;

    /** What the members' assessments of the last proposal say; those that do not count are not among them. */
    public static DeliberationOutcome of(Collection<Assessment> assessments) {
        if (assessments.contains(Assessment.DISAGREES)) {
            return UNRESOLVED;
        }
        return assessments.contains(Assessment.AGREES_WITH_RESERVATION) ? CONSENSUS_WITH_RESERVATIONS : CONSENSUS;
    }
}
