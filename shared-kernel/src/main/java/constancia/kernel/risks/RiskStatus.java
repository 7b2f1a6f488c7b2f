package constancia.kernel.risks;

import constancia.kernel.Word;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

public enum RiskStatus implements Word {
    WATCHED, SIGNALLED, MATERIALISED, CLOSED;

    /** @param signalled some warning sign was reported */
    public static RiskStatus of(boolean signalled, @Nullable LocalDate materialisedOn, @Nullable LocalDate closedOn) {
        if (closedOn != null) {
            return CLOSED;
        }
        if (materialisedOn != null) {
            return MATERIALISED;
        }
        return signalled ? SIGNALLED : WATCHED;
    }
}
