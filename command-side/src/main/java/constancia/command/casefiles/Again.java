package constancia.command.casefiles;

import constancia.command.casefiles.CaseFileCommand.*;
import constancia.kernel.casefiles.CaseFileEvent;
import constancia.kernel.casefiles.CaseFileEvent.*;
import constancia.kernel.casefiles.CaseFileId;

/** The command that a record of a case file came from, were it given again: the inverse of deciding. */
public final class Again {

    private Again() {}

    public static CaseFileCommand of(CaseFileId id, CaseFileEvent event) {
        var on = event.effectiveOn();
        return switch (event) {
            case CaseFileOpened e -> new OpenCaseFile(id, e.title(), e.detail(), e.body(), e.coordinator(), e.kind(), e.parties(), on);
            case CoordinatorAssigned e -> new AssignCoordinator(id, e.institution(), on);
            case CaseFileLinked e -> new LinkToCaseFile(id, e.agreement(), e.action(), e.meeting(), e.document(), e.caseFile(), e.reason(), on);
            case NoteTaken e -> new NoteInCaseFile(id, e.kind(), e.text(), e.with(), e.heldOn(), on);
            case CorrespondenceRecorded e -> new RecordCorrespondence(id, e.correspondence(), e.direction(), e.institution(), e.reference(), e.subject(), e.document(),
                    e.heldBy(), e.dueOn(), on);
            case CorrespondenceForwarded e -> new ForwardCorrespondence(id, e.correspondence(), e.to(), e.text(), on);
            case CorrespondenceSettled e -> new SettleCorrespondence(id, e.correspondence(), e.text(), on);
            case AnswerAwaited e -> new AwaitInstitution(id, e.awaiting(), e.institution(), e.text(), e.dueOn(), on);
            case AnswerReceived e -> new ReceiveAnswer(id, e.awaiting(), e.text(), e.document(), on);
            case StageEntered e -> new EnterStage(id, e.stage(), e.institution(), e.dueOn(), on);
            case CaseFileResolved e -> new ResolveCaseFile(id, e.resolution(), e.agreement(), on);
            case CaseFileClassified e -> new ClassifyCaseFile(id, e.classification(), e.until(), e.legalBasis(), e.authority(), e.resolution(), e.field(), on);
            case CaseFileReserveLapsed _ -> new LapseCaseFileReserve(id, on);
            case CaseFileClosed _ -> new CloseCaseFile(id, on);
            case CaseFileReopened _ -> new ReopenCaseFile(id, on);
        };
    }
}
