package constancia.kernel.casefiles;

import constancia.kernel.casefiles.CaseFileEvent.StageEntered;
import constancia.kernel.institutions.InstitutionId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where a matter is on its way, as those who follow it call it.
 *
 * @param institution whose turn it is
 * @param dueOn       by when it is to be over
 */
public record Stage(String name, @Nullable InstitutionId institution, @Nullable LocalDate dueOn) {

    public static Stage of(StageEntered e) {
        return new Stage(e.stage(), e.institution(), e.dueOn());
    }
}
