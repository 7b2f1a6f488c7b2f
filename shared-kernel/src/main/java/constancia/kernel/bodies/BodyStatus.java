package constancia.kernel.bodies;

import constancia.kernel.Word;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

public enum BodyStatus implements Word {
    ACTIVE, DISSOLVED;

    public static BodyStatus of(@Nullable LocalDate dissolvedOn) {
        return dissolvedOn == null ? ACTIVE : DISSOLVED;
    }
}
