package constancia.kernel.indicators;

import constancia.kernel.Word;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

public enum IndicatorStatus implements Word {
    ACTIVE, RETIRED;

    public static IndicatorStatus of(@Nullable LocalDate retiredOn) {
        return retiredOn == null ? ACTIVE : RETIRED;
    }
}
