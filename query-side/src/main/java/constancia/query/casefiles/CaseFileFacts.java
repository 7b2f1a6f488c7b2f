package constancia.query.casefiles;

import constancia.kernel.Dated;
import constancia.kernel.casefiles.CaseFileCourse;
import constancia.kernel.casefiles.CaseFileEvent.*;
import constancia.kernel.institutions.InstitutionId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Everything on record of a case file, with its dates. {@code answers} stand under what they answer. */
public record CaseFileFacts(@Nullable CaseFileOpened opened, @Nullable CaseFileCourse course, List<Dated<InstitutionId>> coordinators,
                            List<Dated<CaseFileLinked>> links, List<Dated<NoteTaken>> notes, List<Dated<AnswerAwaited>> asked,
                            Map<UUID, AnswerReceived> answers, List<Dated<CaseFileResolved>> resolutions) {

    static final CaseFileFacts NOTHING = new CaseFileFacts(null, null, List.of(), List.of(), List.of(), List.of(), Map.of(), List.of());

    @Nullable InstitutionId coordinator() {
        return coordinators.isEmpty() ? null : coordinators.getLast().value();
    }

    /** The one that stands: the last, unless the file was reopened since. */
    @Nullable CaseFileResolved resolution() {
        return course.standing(LocalDate.MAX).resolvedOn() == null ? null : resolutions.getLast().value();
    }
}
