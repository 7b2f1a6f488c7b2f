package constancia.query.casefiles;

import constancia.kernel.Dated;
import constancia.kernel.casefiles.CaseFileCourse;
import constancia.kernel.casefiles.CaseFileEvent.*;
import constancia.kernel.casefiles.Stage;
import constancia.kernel.casefiles.Trace;
import constancia.kernel.institutions.InstitutionId;
import constancia.kernel.reserve.Classifications;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Everything on record of a case file, with its dates. {@code answers} stand under what they answer. */
public record CaseFileFacts(@Nullable CaseFileOpened opened, @Nullable CaseFileCourse course, List<Dated<InstitutionId>> coordinators,
                            List<Dated<CaseFileLinked>> links, List<Dated<NoteTaken>> notes, List<Dated<AnswerAwaited>> asked,
                            Map<UUID, AnswerReceived> answers, List<Dated<CaseFileResolved>> resolutions,
                            Map<UUID, Letter> correspondence, List<Dated<Stage>> stages, Classifications classification) {

    static final CaseFileFacts NOTHING = new CaseFileFacts(null, null, List.of(), List.of(), List.of(), List.of(), Map.of(), List.of(), Map.of(), List.of(), Classifications.NONE);

    /** @param n the record that put it there; letters of one day stand in the order of their records */
    public record Letter(CorrespondenceRecorded recorded, int n, Trace trace, @Nullable CorrespondenceSettled settled) {

        boolean overdue(LocalDate day) {
            return settled == null && recorded.dueOn() != null && recorded.dueOn().isBefore(day);
        }
    }

    List<Letter> letters() {
        return correspondence.values().stream().sorted(Comparator.comparing((Letter letter) -> letter.recorded.effectiveOn()).thenComparing(Letter::n)).toList();
    }

    CaseFileFacts corresponding(UUID letter, UnaryOperator<@Nullable Letter> change) {
        var all = new HashMap<>(correspondence);
        all.put(letter, change.apply(correspondence.get(letter)));
        return new CaseFileFacts(opened, course, coordinators, links, notes, asked, answers, resolutions, Map.copyOf(all), stages, classification);
    }

    @Nullable InstitutionId coordinator() {
        return coordinators.isEmpty() ? null : coordinators.getLast().value();
    }

    List<InstitutionId> parties() {
        return Objects.requireNonNullElse(opened.parties(), List.of());
    }

    /** The stage in which it is, since it was entered; null before the first one, and when it is closed. */
    @Nullable Dated<Stage> stage(LocalDate day) {
        return stages.isEmpty() || course.standing(day).closedOn() != null ? null : stages.getLast();
    }

    /** The one that stands: the last, unless the file was reopened since. */
    @Nullable CaseFileResolved resolution() {
        return course.standing(LocalDate.MAX).resolvedOn() == null ? null : resolutions.getLast().value();
    }
}
