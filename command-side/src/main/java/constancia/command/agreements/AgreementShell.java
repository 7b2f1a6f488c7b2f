package constancia.command.agreements;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import constancia.command.Receipt;
import constancia.command.Rectify;
import constancia.command.Shell;
import constancia.command.agreements.AgreementCommand.*;
import constancia.kernel.Recorded;
import constancia.kernel.agreements.AgreementEvent;
import constancia.kernel.agreements.AgreementId;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** Agreements under Axon. */
@AggregateRoot(type = "agreement")
public class AgreementShell extends Shell<AgreementEvent, Agreement> {

    AgreementShell() {
        super(AgreementEvent.class, Agreement.UNRECORDED, AgreementShell::new);
    }

    @CommandHandler @CreationPolicy(CREATE_IF_MISSING)
    Receipt handle(RecordAgreement c, MetaData meta, Agreements agreements, Neighbours others) { return decide(c, meta, agreements, others); }

    @CommandHandler
    Receipt handle(ReviseDraft c, MetaData meta, Agreements agreements, Neighbours others) { return decide(c, meta, agreements, others); }

    @CommandHandler
    Receipt handle(SubmitForLegalReview c, MetaData meta, Agreements agreements, Neighbours others) { return decide(c, meta, agreements, others); }

    @CommandHandler
    Receipt handle(ClearLegalReview c, MetaData meta, Agreements agreements, Neighbours others) { return decide(c, meta, agreements, others); }

    @CommandHandler
    Receipt handle(ReturnForChanges c, MetaData meta, Agreements agreements, Neighbours others) { return decide(c, meta, agreements, others); }

    @CommandHandler
    Receipt handle(IssuePronouncement c, MetaData meta, Agreements agreements, Neighbours others) { return decide(c, meta, agreements, others); }

    @CommandHandler
    Receipt handle(SignAgreement c, MetaData meta, Agreements agreements, Neighbours others) { return decide(c, meta, agreements, others); }

    @CommandHandler
    Receipt handle(RatifyAgreement c, MetaData meta, Agreements agreements, Neighbours others) { return decide(c, meta, agreements, others); }

    @CommandHandler
    Receipt handle(RecordReservation c, MetaData meta, Agreements agreements, Neighbours others) { return decide(c, meta, agreements, others); }

    @CommandHandler
    Receipt handle(ClassifyAgreement c, MetaData meta, Agreements agreements, Neighbours others) { return decide(c, meta, agreements, others); }

    @CommandHandler
    Receipt handle(LinkAction c, MetaData meta, Agreements agreements, Neighbours others) { return decide(c, meta, agreements, others); }

    @CommandHandler
    Receipt handle(SuspendAgreement c, MetaData meta, Agreements agreements, Neighbours others) { return decide(c, meta, agreements, others); }

    @CommandHandler
    Receipt handle(ResumeAgreement c, MetaData meta, Agreements agreements, Neighbours others) { return decide(c, meta, agreements, others); }

    @CommandHandler
    Receipt handle(TerminateAgreement c, MetaData meta, Agreements agreements, Neighbours others) { return decide(c, meta, agreements, others); }

    @CommandHandler
    Receipt handle(SupersedeAgreement c, MetaData meta, Agreements agreements, Neighbours others) { return decide(c, meta, agreements, others); }

    @CommandHandler
    Receipt handle(MergeAgreement c, MetaData meta, Agreements agreements, Neighbours others) { return decide(c, meta, agreements, others); }

    @CommandHandler
    Receipt handle(SplitAgreement c, MetaData meta, Agreements agreements, Neighbours others) { return decide(c, meta, agreements, others); }

    @CommandHandler
    Receipt handle(RelateAgreement c, MetaData meta, Agreements agreements, Neighbours others) { return decide(c, meta, agreements, others); }

    @CommandHandler
    Receipt handle(DeclareFulfilled c, MetaData meta, Agreements agreements, Neighbours others) { return decide(c, meta, agreements, others); }

    @CommandHandler
    Receipt handle(RenewAgreement c, MetaData meta, Agreements agreements, Neighbours others) { return decide(c, meta, agreements, others); }

    @CommandHandler
    Receipt handle(AddAddendum c, MetaData meta, Agreements agreements, Neighbours others) { return decide(c, meta, agreements, others); }

    @CommandHandler
    Receipt handle(ConsultInstitutions c, MetaData meta, Agreements agreements, Neighbours others) { return decide(c, meta, agreements, others); }

    @CommandHandler
    Receipt handle(RecordResponse c, MetaData meta, Agreements agreements, Neighbours others) { return decide(c, meta, agreements, others); }

    @CommandHandler
    Receipt handle(ReviseAddendum c, MetaData meta, Agreements agreements, Neighbours others) { return decide(c, meta, agreements, others); }

    @CommandHandler
    Receipt handle(SignAddendum c, MetaData meta, Agreements agreements, Neighbours others) { return decide(c, meta, agreements, others); }

    @CommandHandler
    Receipt handle(ExpireAgreement c, MetaData meta, Agreements agreements, Neighbours others) { return decide(c, meta, agreements, others); }

    @CommandHandler
    Receipt handle(LapseReserve c, MetaData meta, Agreements agreements, Neighbours others) { return decide(c, meta, agreements, others); }

    @CommandHandler(commandName = Rectify.NAME + "AgreementId")
    Receipt handle(Rectify c, MetaData meta, Agreements agreements, Neighbours others) {
        var id = (AgreementId) c.id();
        return rectify(c, meta, Agreement.rectifying(id, agreements, others), standing -> agreements.rectified(id, standing));
    }

    private Receipt decide(AgreementCommand command, MetaData meta, Agreements agreements, Neighbours others) {
        return record(command, meta, (now, by) -> {
            var events = Agreement.decide(command, now, agreements, others, by);
            events.forEach(event -> agreements.recorded(command.id(), event));
            return events;
        });
    }

    @Override
    protected Agreement evolve(Agreement now, Recorded<AgreementEvent> record) {
        return Agreement.evolve(now, record);
    }

    @Override
    protected @Nullable String folio(Agreement now) {
        return now.folio();
    }
}
