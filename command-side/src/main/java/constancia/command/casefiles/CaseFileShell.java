package constancia.command.casefiles;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import constancia.command.Receipt;
import constancia.command.Rectify;
import constancia.command.Shell;
import constancia.command.casefiles.CaseFileCommand.*;
import constancia.kernel.Recorded;
import constancia.kernel.casefiles.CaseFileEvent;
import constancia.kernel.casefiles.CaseFileId;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;

/** Case files under Axon. */
@AggregateRoot(type = "case-file")
public class CaseFileShell extends Shell<CaseFileEvent, CaseFile> {

    CaseFileShell() {
        super(CaseFileEvent.class, CaseFile.UNOPENED, CaseFileShell::new);
    }

    @CommandHandler @CreationPolicy(CREATE_IF_MISSING)
    Receipt handle(OpenCaseFile c, MetaData meta, CaseFiles caseFiles, Neighbours others) { return decide(c, meta, caseFiles, others); }

    @CommandHandler
    Receipt handle(AssignCoordinator c, MetaData meta, CaseFiles caseFiles, Neighbours others) { return decide(c, meta, caseFiles, others); }

    @CommandHandler
    Receipt handle(LinkToCaseFile c, MetaData meta, CaseFiles caseFiles, Neighbours others) { return decide(c, meta, caseFiles, others); }

    @CommandHandler
    Receipt handle(NoteInCaseFile c, MetaData meta, CaseFiles caseFiles, Neighbours others) { return decide(c, meta, caseFiles, others); }

    @CommandHandler
    Receipt handle(RecordCorrespondence c, MetaData meta, CaseFiles caseFiles, Neighbours others) { return decide(c, meta, caseFiles, others); }

    @CommandHandler
    Receipt handle(ForwardCorrespondence c, MetaData meta, CaseFiles caseFiles, Neighbours others) { return decide(c, meta, caseFiles, others); }

    @CommandHandler
    Receipt handle(SettleCorrespondence c, MetaData meta, CaseFiles caseFiles, Neighbours others) { return decide(c, meta, caseFiles, others); }

    @CommandHandler
    Receipt handle(AwaitInstitution c, MetaData meta, CaseFiles caseFiles, Neighbours others) { return decide(c, meta, caseFiles, others); }

    @CommandHandler
    Receipt handle(ReceiveAnswer c, MetaData meta, CaseFiles caseFiles, Neighbours others) { return decide(c, meta, caseFiles, others); }

    @CommandHandler
    Receipt handle(EnterStage c, MetaData meta, CaseFiles caseFiles, Neighbours others) { return decide(c, meta, caseFiles, others); }

    @CommandHandler
    Receipt handle(ResolveCaseFile c, MetaData meta, CaseFiles caseFiles, Neighbours others) { return decide(c, meta, caseFiles, others); }

    @CommandHandler
    Receipt handle(CloseCaseFile c, MetaData meta, CaseFiles caseFiles, Neighbours others) { return decide(c, meta, caseFiles, others); }

    @CommandHandler
    Receipt handle(ReopenCaseFile c, MetaData meta, CaseFiles caseFiles, Neighbours others) { return decide(c, meta, caseFiles, others); }

    @CommandHandler
    Receipt handle(ClassifyCaseFile c, MetaData meta, CaseFiles caseFiles, Neighbours others) { return decide(c, meta, caseFiles, others); }

    @CommandHandler
    Receipt handle(LapseCaseFileReserve c, MetaData meta, CaseFiles caseFiles, Neighbours others) { return decide(c, meta, caseFiles, others); }

    @CommandHandler(commandName = Rectify.NAME + "CaseFileId")
    Receipt handle(Rectify c, MetaData meta, CaseFiles caseFiles, Neighbours others) {
        var id = (CaseFileId) c.id();
        return rectify(c, meta, CaseFile.rectifying(id, caseFiles, others), standing -> caseFiles.rectified(id, standing));
    }

    private Receipt decide(CaseFileCommand command, MetaData meta, CaseFiles caseFiles, Neighbours others) {
        return record(command, meta, (now, by) -> {
            var events = CaseFile.decide(command, now, by, caseFiles, others);
            events.forEach(event -> caseFiles.recorded(command.id(), event));
            return events;
        });
    }

    @Override
    protected CaseFile evolve(CaseFile now, Recorded<CaseFileEvent> record) {
        return CaseFile.evolve(now, record);
    }
}
