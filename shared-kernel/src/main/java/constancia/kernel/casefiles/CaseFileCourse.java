package constancia.kernel.casefiles;

import constancia.kernel.Dated;
import constancia.kernel.Recorded;
import constancia.kernel.casefiles.CaseFileEvent.*;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The dates that say how a case file stands, the same for those who decide and those who read, whichever way its
 * records come in.
 *
 * @param turns   when it was resolved, closed and reopened
 * @param waiting the answers that were asked for, each since the day when it was
 */
public record CaseFileCourse(LocalDate openedOn, List<Dated<Turn>> turns, List<Dated<Awaiting>> waiting) {

    public enum Turn { RESOLVED, CLOSED, REOPENED }

    public record Awaiting(UUID id, @Nullable LocalDate answeredOn) {}

    /** When it was resolved and when it was closed, as far as it was not reopened since. */
    public record Standing(@Nullable LocalDate resolvedOn, @Nullable LocalDate closedOn) {

        private Standing after(Dated<Turn> turn) {
            return switch (turn.value()) {
                case RESOLVED -> new Standing(turn.since(), null);
                case CLOSED -> new Standing(resolvedOn, turn.since());
                case REOPENED -> new Standing(null, null);
            };
        }
    }

    public static CaseFileCourse evolve(@Nullable CaseFileCourse now, Recorded<CaseFileEvent> record) {
        return switch (record.event()) {
            case CaseFileOpened e -> new CaseFileCourse(e.effectiveOn(), List.of(), List.of());
            case AnswerAwaited e -> now.waiting(Dated.plus(now.waiting, new Awaiting(e.awaiting(), null), record));
            case AnswerReceived e -> now.waiting(Dated.each(now.waiting, one -> one.id.equals(e.awaiting()) ? new Awaiting(one.id, e.effectiveOn()) : one));
            case CaseFileResolved _ -> now.turned(Turn.RESOLVED, record);
            case CaseFileClosed _ -> now.turned(Turn.CLOSED, record);
            case CaseFileReopened _ -> now.turned(Turn.REOPENED, record);
            case CoordinatorAssigned _, CaseFileLinked _, NoteTaken _, CorrespondenceRecorded _, CorrespondenceForwarded _, CorrespondenceSettled _, CaseFileClassified _,
                 CaseFileReserveLapsed _, StageEntered _ -> now;
        };
    }

    /** How it stands at the end of that day, which is not before it was opened. */
    public CaseFileStatus status(LocalDate day) {
        var standing = standing(day);
        if (standing.closedOn != null) {
            return CaseFileStatus.CLOSED;
        }
        if (standing.resolvedOn != null) {
            return CaseFileStatus.RESOLVED;
        }
        return waiting.stream().anyMatch(one -> waits(one, day)) ? CaseFileStatus.WAITING : CaseFileStatus.OPEN;
    }

    public Standing standing(LocalDate day) {
        var standing = new Standing(null, null);
        for (var turn : turns) {
            if (!turn.since().isAfter(day)) {
                standing = standing.after(turn);
            }
        }
        return standing;
    }

    /** The day of the last record of its life: nothing of its life may take effect before. */
    public LocalDate lastTurn() {
        return turns.isEmpty() ? openedOn : turns.getLast().since();
    }

    public Optional<Dated<Awaiting>> awaiting(UUID id) {
        return waiting.stream().filter(one -> one.value().id.equals(id)).findFirst();
    }

    private static boolean waits(Dated<Awaiting> one, LocalDate day) {
        var answeredOn = one.value().answeredOn;
        return !one.since().isAfter(day) && (answeredOn == null || answeredOn.isAfter(day));
    }

    private CaseFileCourse waiting(List<Dated<Awaiting>> all) {
        return new CaseFileCourse(openedOn, turns, all);
    }

    private CaseFileCourse turned(Turn turn, Recorded<?> record) {
        return new CaseFileCourse(openedOn, Dated.plus(turns, turn, record), waiting);
    }
}
