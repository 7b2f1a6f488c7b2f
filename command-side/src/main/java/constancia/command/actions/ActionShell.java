package constancia.command.actions;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import constancia.command.Receipt;
import constancia.command.Rectify;
import constancia.command.Rectifying;
import constancia.command.Shell;
import constancia.command.actions.ActionCommand.*;
import constancia.kernel.Recorded;
import constancia.kernel.actions.ActionEvent;
import constancia.kernel.actions.ActionId;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;

/** Actions under Axon. */
@AggregateRoot(type = "action")
public class ActionShell extends Shell<ActionEvent, Action> {

    ActionShell() {
        super(ActionEvent.class, Action.UNPROPOSED, ActionShell::new);
    }

    /** The rules of an action, for those who try commands without putting anything on record. */
    public static Rectifying<ActionEvent, ?> rules(ActionId id, Neighbours others) {
        return Action.rectifying(id, others);
    }

    @CommandHandler @CreationPolicy(CREATE_IF_MISSING)
    Receipt handle(ProposeAction c, MetaData meta, Actions actions, Neighbours others) { return decide(c, meta, actions, others); }

    @CommandHandler
    Receipt handle(AmendAction c, MetaData meta, Actions actions, Neighbours others) { return decide(c, meta, actions, others); }

    @CommandHandler
    Receipt handle(AssignResponsible c, MetaData meta, Actions actions, Neighbours others) { return decide(c, meta, actions, others); }

    @CommandHandler
    Receipt handle(AcceptCommitment c, MetaData meta, Actions actions, Neighbours others) { return decide(c, meta, actions, others); }

    @CommandHandler
    Receipt handle(DeclineCommitment c, MetaData meta, Actions actions, Neighbours others) { return decide(c, meta, actions, others); }

    @CommandHandler
    Receipt handle(ReleaseResponsible c, MetaData meta, Actions actions, Neighbours others) { return decide(c, meta, actions, others); }

    @CommandHandler
    Receipt handle(ScheduleAction c, MetaData meta, Actions actions, Neighbours others) { return decide(c, meta, actions, others); }

    @CommandHandler
    Receipt handle(DateSchedule c, MetaData meta, Actions actions, Neighbours others) { return decide(c, meta, actions, others); }

    @CommandHandler
    Receipt handle(TransferCommitment c, MetaData meta, Actions actions, Neighbours others) { return decide(c, meta, actions, others); }

    @CommandHandler
    Receipt handle(FollowSuccession c, MetaData meta, Actions actions, Neighbours others) { return decide(c, meta, actions, others); }

    @CommandHandler
    Receipt handle(PassDueDate c, MetaData meta, Actions actions, Neighbours others) { return decide(c, meta, actions, others); }

    @CommandHandler
    Receipt handle(RequestExtension c, MetaData meta, Actions actions, Neighbours others) { return decide(c, meta, actions, others); }

    @CommandHandler
    Receipt handle(GrantExtension c, MetaData meta, Actions actions, Neighbours others) { return decide(c, meta, actions, others); }

    @CommandHandler
    Receipt handle(RefuseExtension c, MetaData meta, Actions actions, Neighbours others) { return decide(c, meta, actions, others); }

    @CommandHandler
    Receipt handle(AddMilestone c, MetaData meta, Actions actions, Neighbours others) { return decide(c, meta, actions, others); }

    @CommandHandler
    Receipt handle(ReachMilestone c, MetaData meta, Actions actions, Neighbours others) { return decide(c, meta, actions, others); }

    @CommandHandler
    Receipt handle(RescheduleMilestone c, MetaData meta, Actions actions, Neighbours others) { return decide(c, meta, actions, others); }

    @CommandHandler
    Receipt handle(DropMilestone c, MetaData meta, Actions actions, Neighbours others) { return decide(c, meta, actions, others); }

    @CommandHandler
    Receipt handle(ReportProgress c, MetaData meta, Actions actions, Neighbours others) { return decide(c, meta, actions, others); }

    @CommandHandler
    Receipt handle(ReportImpediment c, MetaData meta, Actions actions, Neighbours others) { return decide(c, meta, actions, others); }

    @CommandHandler
    Receipt handle(EscalateImpediment c, MetaData meta, Actions actions, Neighbours others) { return decide(c, meta, actions, others); }

    @CommandHandler
    Receipt handle(ResolveImpediment c, MetaData meta, Actions actions, Neighbours others) { return decide(c, meta, actions, others); }

    @CommandHandler
    Receipt handle(MarkDelivered c, MetaData meta, Actions actions, Neighbours others) { return decide(c, meta, actions, others); }

    @CommandHandler
    Receipt handle(VerifyDelivery c, MetaData meta, Actions actions, Neighbours others) { return decide(c, meta, actions, others); }

    @CommandHandler
    Receipt handle(ReturnDelivery c, MetaData meta, Actions actions, Neighbours others) { return decide(c, meta, actions, others); }

    @CommandHandler
    Receipt handle(CancelAction c, MetaData meta, Actions actions, Neighbours others) { return decide(c, meta, actions, others); }

    @CommandHandler
    Receipt handle(ReopenAction c, MetaData meta, Actions actions, Neighbours others) { return decide(c, meta, actions, others); }

    @CommandHandler
    Receipt handle(CommitFunding c, MetaData meta, Actions actions, Neighbours others) { return decide(c, meta, actions, others); }

    @CommandHandler
    Receipt handle(RecordExpenditure c, MetaData meta, Actions actions, Neighbours others) { return decide(c, meta, actions, others); }

    @CommandHandler
    Receipt handle(AttachEvidence c, MetaData meta, Actions actions, Neighbours others) { return decide(c, meta, actions, others); }

    @CommandHandler
    Receipt handle(EscalateAction c, MetaData meta, Actions actions, Neighbours others) { return decide(c, meta, actions, others); }

    @CommandHandler
    Receipt handle(AddDependency c, MetaData meta, Actions actions, Neighbours others) { return decide(c, meta, actions, others); }

    @CommandHandler
    Receipt handle(RemoveDependency c, MetaData meta, Actions actions, Neighbours others) { return decide(c, meta, actions, others); }

    @CommandHandler
    Receipt handle(ReferToPoa c, MetaData meta, Actions actions, Neighbours others) { return decide(c, meta, actions, others); }

    @CommandHandler(commandName = Rectify.NAME + "ActionId")
    Receipt handle(Rectify c, MetaData meta, Actions actions, Neighbours others) {
        var id = (ActionId) c.id();
        return rectify(c, meta, Action.rectifying(id, others), standing -> actions.rectified(id, standing));
    }

    private Receipt decide(ActionCommand command, MetaData meta, Actions actions, Neighbours others) {
        return record(command, meta, (now, by) -> {
            var events = Action.decide(command, now, by, others);
            events.forEach(event -> actions.recorded(command.id(), event));
            return events;
        });
    }

    @Override
    protected Action evolve(Action now, Recorded<ActionEvent> record) {
        return Action.evolve(now, record);
    }
}
