package constancia.kernel.plans;

import constancia.kernel.Word;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

public enum PlanStatus implements Word {
    DRAFT, ADOPTED, CLOSED;

    public static PlanStatus of(@Nullable LocalDate adoptedOn, @Nullable LocalDate closedOn) {
        if (closedOn != null) {
            return CLOSED;
        }
        return adoptedOn != null ? ADOPTED : DRAFT;
    }
}
