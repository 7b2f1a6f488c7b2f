package constancia.app.journal;

import java.util.Set;
import org.postgresql.util.PSQLException;

/** Tells failures that another try in a new transaction may mend from those that it will not. */
final class LostRace {

    private static final Set<String> ALWAYS = Set.of("40001", "40P01");
    /** The keys of the lookups: the same item was made at the same moment on another node, and the next try finds it. */
    private static final Set<String> CONSTRAINTS = Set.of("event_sequence", "idempotency_key", "institution_pkey", "body_pkey", "plan_pkey",
            "action_pkey", "agreement_pkey", "meeting_pkey", "agenda_item_pkey", "deliberation_pkey", "case_file_pkey",
            "indicator_pkey", "passed_pkey", "succession_pkey");

    private LostRace() {}

    static boolean is(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof PSQLException e) {
                return ALWAYS.contains(e.getSQLState()) || "23505".equals(e.getSQLState()) && CONSTRAINTS.contains(constraint(e));
            }
        }
        return false;
    }

    static String constraint(PSQLException e) {
        var message = e.getServerErrorMessage();
        return message == null ? "" : String.valueOf(message.getConstraint());
    }
}
