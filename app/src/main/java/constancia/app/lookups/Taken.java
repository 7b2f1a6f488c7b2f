package constancia.app.lookups;

import constancia.kernel.Refused;
import java.util.Map;
import org.postgresql.util.PSQLException;
import org.springframework.dao.DuplicateKeyException;

/** Turns the loss of a unique name into the refusal that says so. */
final class Taken {

    private Taken() {}

    /** Runs {@code write}; a violation of one of the constraints is the refusal named beside it. */
    static void unless(Map<String, Refused> byConstraint, Runnable write) {
        try {
            write.run();
        } catch (DuplicateKeyException e) {
            if (e.getMostSpecificCause() instanceof PSQLException cause && cause.getServerErrorMessage() != null) {
                var refused = byConstraint.get(cause.getServerErrorMessage().getConstraint());
                if (refused != null) {
                    throw refused;
                }
            }
            throw e;
        }
    }
}
