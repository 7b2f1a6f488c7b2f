package constancia.command.meetings;

import constancia.command.meetings.MeetingCommand.*;
import constancia.kernel.bodies.SeatRole;
import constancia.kernel.meetings.AttendanceRole;
import constancia.kernel.meetings.Attendee;
import constancia.kernel.meetings.MeetingEvent;
import constancia.kernel.meetings.MeetingEvent.*;
import constancia.kernel.meetings.MeetingId;

/** The command that a record of a meeting came from, were it given again: the inverse of deciding. */
public final class Again {

    private Again() {}

    public static MeetingCommand of(MeetingId id, MeetingEvent event) {
        var on = event.effectiveOn();
        return switch (event) {
            case MeetingConvened e -> new ConveneMeeting(id, e.body(), e.startsAt(), e.place(), e.mode(),
                    e.agenda().stream().map(i -> new NewAgendaItem(i.item(), i.title(), i.presenter(), i.minutes(), i.carriedFrom(), i.section())).toList(),
                    e.series() == null ? null : e.series().id(), e.text(), on);
            case AgendaItemAdded e -> new AddAgendaItem(id, e.item(), e.title(), e.presenter(), e.minutes(), e.carriedFrom(), e.section(), on);
            case AgendaItemClosed e -> new CloseAgendaItem(id, e.item(), e.outcome(), on);
            case ConvocationAnswered e -> new AnswerConvocation(id, e.institution(), e.person(), e.answer(), e.text(), on);
            case MeetingPostponed e -> new PostponeMeeting(id, e.startsAt(), on);
            case MeetingCancelled _ -> new CancelMeeting(id, on);
            case MeetingOpened e -> new OpenMeeting(id, e.attendance().stream().map(Again::present).toList(), on);
            case QuestionPut e -> new PutQuestion(id, e.deliberation(), e.item(), e.question(), e.takesUp(), on);
            case PositionRecorded e -> new RecordPosition(id, e.deliberation(), e.institution(), e.person(), e.text(), on);
            case ProposalCompiled e -> new CompileProposal(id, e.deliberation(), e.options(), on);
            case ProposalAssessed e -> new AssessProposal(id, e.deliberation(), e.institution(), e.person(), e.assessment(), e.text(), on);
            case SecondProposalPut e -> new PutSecondProposal(id, e.deliberation(), e.options(), on);
            case DeliberationConcluded e -> new ConcludeDeliberation(id, e.deliberation(), e.outcome(), on);
            case MinutesDrafted e -> new DraftMinutes(id, e.text(), on);
            case MinutesCirculated e -> new CirculateMinutes(id, e.observationsUntil(), on);
            case MinutesAcknowledged e -> new AcknowledgeMinutes(id, e.institution(), e.person(), on);
            case MinutesObserved e -> new ObserveMinutes(id, e.observation(), e.institution(), e.person(), e.text(), on);
            case ObservationAnswered e -> new AnswerObservation(id, e.observation(), e.taken(), e.why(), on);
            case MinutesApproved e -> new ApproveMinutes(id, e.meeting(), on);
            case MinutesSigned e -> new SignMinutes(id, e.institution(), e.person(), e.capacity(), e.document(), on);
            case CorrigendumIssued e -> new IssueCorrigendum(id, e.corrigendum(), e.text(), on);
            case MeetingClassified e -> new ClassifyMeeting(id, e.classification(), e.until(), e.legalBasis(), e.authority(), e.resolution(), e.field(), on);
            case DeliberationClassified e -> new ClassifyDeliberation(id, e.deliberation(), e.classification(), e.until(), e.legalBasis(), e.authority(),
                    e.resolution(), on);
            case MeetingReserveLapsed _ -> new LapseMeetingReserve(id, on);
            case MeetingClosed _ -> new CloseMeeting(id, on);
        };
    }

    private static Present present(Attendee attendee) {
        return new Present(attendee.institution(), attendee.person(), attendee.role() == AttendanceRole.GUEST ? null : SeatRole.valueOf(attendee.role().name()),
                attendee.capacity());
    }
}
