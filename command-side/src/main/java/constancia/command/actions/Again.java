package constancia.command.actions;

import constancia.command.actions.ActionCommand.*;
import constancia.kernel.actions.ActionEvent;
import constancia.kernel.actions.ActionEvent.*;
import constancia.kernel.actions.ActionId;
import constancia.kernel.actions.Schedule;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The command that a record of an action came from, were it given again: the inverse of deciding. */
public final class Again {

    private Again() {}

    public static ActionCommand of(ActionId id, ActionEvent event) {
        var on = event.effectiveOn();
        return switch (event) {
            case ActionProposed e -> new ProposeAction(id, e.title(), e.detail(), e.plan(), e.node(), e.number(), e.recommendations(), e.agreement(),
                    e.responsible().stream().map(r -> new ActionCommand.Responsible(r.institution(), r.role(), r.acceptedOn())).toList(),
                    e.schedule() == null ? null : new When(marks(e.schedule()), from(e.schedule()), dueOn(e.schedule())), e.territory(), e.alignments(), e.means(), on);
            case ActionAmended e -> new AmendAction(id, e.title(), e.detail(), e.node(), e.number(), e.recommendations(), e.territory(), e.alignments(), e.means(), on);
            case ResponsibleAssigned e -> new AssignResponsible(id, e.institution(), e.role(), e.acceptedOn(), on);
            case CommitmentAccepted e -> new AcceptCommitment(id, e.institution(), on);
            case CommitmentDeclined e -> new DeclineCommitment(id, e.institution(), on);
            case ResponsibleReleased e -> new ReleaseResponsible(id, e.institution(), on);
            case ActionScheduled e -> new ScheduleAction(id, marks(e.schedule()), from(e.schedule()), dueOn(e.schedule()), on);
            case ScheduleDated _ -> new DateSchedule(id, on);
            case ExtensionRequested e -> new RequestExtension(id, e.institution(), e.extension(), e.period() == null ? e.dueOn() : null, e.period(), on);
            case ExtensionGranted e -> new GrantExtension(id, e.extension(), e.dueOn(), e.agreement(), on);
            case ExtensionRefused e -> new RefuseExtension(id, e.extension(), e.agreement(), on);
            case MilestoneAdded e -> new AddMilestone(id, e.milestone(), e.title(), e.period() == null ? e.dueOn() : null, e.period(), on);
            case MilestoneReached e -> new ReachMilestone(id, e.milestone(), e.evidence(), on);
            case MilestoneRescheduled e -> new RescheduleMilestone(id, e.milestone(), e.period() == null ? e.dueOn() : null, e.period(), on);
            case MilestoneDropped e -> new DropMilestone(id, e.milestone(), on);
            case ProgressReported e -> new ReportProgress(id, e.institution(), e.percent(), e.narrative(), e.period(), e.evidence(), on);
            case ImpedimentReported e -> new ReportImpediment(id, e.impediment(), e.text(), e.liftedBy(), on);
            case ImpedimentEscalated e -> new EscalateImpediment(id, e.impediment(), e.body(), on);
            case ImpedimentResolved e -> new ResolveImpediment(id, e.impediment(), e.text(), on);
            case DeliveryMarked e -> new MarkDelivered(id, e.institution(), e.narrative(), e.evidence(), on);
            case DeliveryVerified e -> new VerifyDelivery(id, e.institution(), e.finding(), e.text(), e.evidence(), on);
            case DeliveryReturned e -> new ReturnDelivery(id, e.institution(), on);
            case ActionCancelled _ -> new CancelAction(id, on);
            case ActionReopened e -> new ReopenAction(id, e.sentBack().isEmpty() ? null : e.sentBack().stream().map(SentBack::institution).toList(), on);
            case FundingCommitted e -> new CommitFunding(id, e.funding(), e.source(), e.funder(), e.state(), e.amount(), e.currency(), on);
            case ExpenditureRecorded e -> new RecordExpenditure(id, e.expenditure(), e.amount(), e.currency(), e.description(), e.funding(), e.evidence(), on);
            case ActionEscalated e -> new EscalateAction(id, e.body(), on);
            case DependencyAdded e -> new AddDependency(id, e.predecessor(), on);
            case DependencyRemoved e -> new RemoveDependency(id, e.predecessor(), on);
            case PoaReferred e -> new ReferToPoa(id, e.institution(), e.references().stream().map(r -> new Reference(r.year(), r.code(), r.text())).toList(), on);
            case CommitmentTransferred e -> new TransferCommitment(id, e.from(), e.to(), on);
            case DueDatePassed _ -> new PassDueDate(id, on);
            case EvidenceAttached e -> new AttachEvidence(id, e.evidence(), e.caption(), on);
        };
    }

    private static @Nullable List<String> marks(Schedule schedule) {
        return schedule.periods().isEmpty() ? null : schedule.periods();
    }

    /** The dates of marked periods are the plan's. */
    private static @Nullable LocalDate from(Schedule schedule) {
        return schedule.periods().isEmpty() ? schedule.from() : null;
    }

    private static @Nullable LocalDate dueOn(Schedule schedule) {
        return schedule.periods().isEmpty() ? schedule.dueOn() : null;
    }
}
