package constancia.command.meetings;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import constancia.command.Receipt;
import constancia.command.Rectify;
import constancia.command.Shell;
import constancia.command.bodies.Bodies;
import constancia.command.institutions.Institutions;
import constancia.command.meetings.MeetingCommand.*;
import constancia.kernel.Recorded;
import constancia.kernel.meetings.MeetingEvent;
import constancia.kernel.meetings.MeetingId;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;
import org.jspecify.annotations.Nullable;

/** Meetings under Axon. */
@AggregateRoot(type = "meeting")
public class MeetingShell extends Shell<MeetingEvent, Meeting> {

    MeetingShell() {
        super(MeetingEvent.class, Meeting.NOT_CONVENED, MeetingShell::new);
    }

    @CommandHandler @CreationPolicy(CREATE_IF_MISSING)
    Receipt handle(ConveneMeeting c, MetaData meta, Meetings meetings, Bodies bodies, Institutions institutions) { return decide(c, meta, meetings, bodies, institutions); }

    @CommandHandler
    Receipt handle(AnswerConvocation c, MetaData meta, Meetings meetings, Bodies bodies, Institutions institutions) { return decide(c, meta, meetings, bodies, institutions); }

    @CommandHandler
    Receipt handle(AddAgendaItem c, MetaData meta, Meetings meetings, Bodies bodies, Institutions institutions) { return decide(c, meta, meetings, bodies, institutions); }

    @CommandHandler
    Receipt handle(CloseAgendaItem c, MetaData meta, Meetings meetings, Bodies bodies, Institutions institutions) { return decide(c, meta, meetings, bodies, institutions); }

    @CommandHandler
    Receipt handle(PostponeMeeting c, MetaData meta, Meetings meetings, Bodies bodies, Institutions institutions) { return decide(c, meta, meetings, bodies, institutions); }

    @CommandHandler
    Receipt handle(CancelMeeting c, MetaData meta, Meetings meetings, Bodies bodies, Institutions institutions) { return decide(c, meta, meetings, bodies, institutions); }

    @CommandHandler
    Receipt handle(OpenMeeting c, MetaData meta, Meetings meetings, Bodies bodies, Institutions institutions) { return decide(c, meta, meetings, bodies, institutions); }

    @CommandHandler
    Receipt handle(PutQuestion c, MetaData meta, Meetings meetings, Bodies bodies, Institutions institutions) { return decide(c, meta, meetings, bodies, institutions); }

    @CommandHandler
    Receipt handle(RecordPosition c, MetaData meta, Meetings meetings, Bodies bodies, Institutions institutions) { return decide(c, meta, meetings, bodies, institutions); }

    @CommandHandler
    Receipt handle(CompileProposal c, MetaData meta, Meetings meetings, Bodies bodies, Institutions institutions) { return decide(c, meta, meetings, bodies, institutions); }

    @CommandHandler
    Receipt handle(AssessProposal c, MetaData meta, Meetings meetings, Bodies bodies, Institutions institutions) { return decide(c, meta, meetings, bodies, institutions); }

    @CommandHandler
    Receipt handle(PutSecondProposal c, MetaData meta, Meetings meetings, Bodies bodies, Institutions institutions) { return decide(c, meta, meetings, bodies, institutions); }

    @CommandHandler
    Receipt handle(ConcludeDeliberation c, MetaData meta, Meetings meetings, Bodies bodies, Institutions institutions) { return decide(c, meta, meetings, bodies, institutions); }

    @CommandHandler
    Receipt handle(CloseMeeting c, MetaData meta, Meetings meetings, Bodies bodies, Institutions institutions) { return decide(c, meta, meetings, bodies, institutions); }

    @CommandHandler
    Receipt handle(DraftMinutes c, MetaData meta, Meetings meetings, Bodies bodies, Institutions institutions) { return decide(c, meta, meetings, bodies, institutions); }

    @CommandHandler
    Receipt handle(CirculateMinutes c, MetaData meta, Meetings meetings, Bodies bodies, Institutions institutions) { return decide(c, meta, meetings, bodies, institutions); }

    @CommandHandler
    Receipt handle(ObserveMinutes c, MetaData meta, Meetings meetings, Bodies bodies, Institutions institutions) { return decide(c, meta, meetings, bodies, institutions); }

    @CommandHandler
    Receipt handle(AnswerObservation c, MetaData meta, Meetings meetings, Bodies bodies, Institutions institutions) { return decide(c, meta, meetings, bodies, institutions); }

    @CommandHandler
    Receipt handle(ApproveMinutes c, MetaData meta, Meetings meetings, Bodies bodies, Institutions institutions) { return decide(c, meta, meetings, bodies, institutions); }

    @CommandHandler
    Receipt handle(AcknowledgeMinutes c, MetaData meta, Meetings meetings, Bodies bodies, Institutions institutions) { return decide(c, meta, meetings, bodies, institutions); }

    @CommandHandler
    Receipt handle(SignMinutes c, MetaData meta, Meetings meetings, Bodies bodies, Institutions institutions) { return decide(c, meta, meetings, bodies, institutions); }

    @CommandHandler
    Receipt handle(IssueCorrigendum c, MetaData meta, Meetings meetings, Bodies bodies, Institutions institutions) { return decide(c, meta, meetings, bodies, institutions); }

    @CommandHandler
    Receipt handle(ClassifyMeeting c, MetaData meta, Meetings meetings, Bodies bodies, Institutions institutions) { return decide(c, meta, meetings, bodies, institutions); }

    @CommandHandler
    Receipt handle(ClassifyDeliberation c, MetaData meta, Meetings meetings, Bodies bodies, Institutions institutions) { return decide(c, meta, meetings, bodies, institutions); }

    @CommandHandler
    Receipt handle(LapseMeetingReserve c, MetaData meta, Meetings meetings, Bodies bodies, Institutions institutions) { return decide(c, meta, meetings, bodies, institutions); }

    @CommandHandler(commandName = Rectify.NAME + "MeetingId")
    Receipt handle(Rectify c, MetaData meta, Meetings meetings, Bodies bodies, Institutions institutions) {
        var id = (MeetingId) c.id();
        return rectify(c, meta, Meeting.rectifying(id, meetings, bodies, institutions), standing -> meetings.rectified(id, standing));
    }

    private Receipt decide(MeetingCommand command, MetaData meta, Meetings meetings, Bodies bodies, Institutions institutions) {
        return record(command, meta, (now, by) -> {
            var events = Meeting.decide(command, now, by, meetings, bodies, institutions);
            events.forEach(event -> meetings.recorded(command.id(), event));
            return events;
        });
    }

    @Override
    protected Meeting evolve(Meeting now, Recorded<MeetingEvent> record) {
        return Meeting.evolve(now, record);
    }

    @Override
    protected @Nullable String folio(Meeting now) {
        return now.minutes().folio();
    }
}
