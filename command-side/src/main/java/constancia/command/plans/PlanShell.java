package constancia.command.plans;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import constancia.command.Receipt;
import constancia.command.Rectify;
import constancia.command.Rectifying;
import constancia.command.Shell;
import constancia.command.agreements.Agreements;
import constancia.command.bodies.Bodies;
import constancia.command.plans.PlanCommand.*;
import constancia.kernel.Recorded;
import constancia.kernel.plans.PlanEvent;
import constancia.kernel.plans.PlanId;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;

/** Plans under Axon. */
@AggregateRoot(type = "plan")
public class PlanShell extends Shell<PlanEvent, Plan> {

    PlanShell() {
        super(PlanEvent.class, Plan.UNDEFINED, PlanShell::new);
    }

    /** The rules of a plan, for those who try commands without putting anything on record. */
    public static Rectifying<PlanEvent, ?> rules(PlanId id, Bodies bodies, Agreements agreements) {
        return Plan.rectifying(id, bodies, agreements);
    }

    @CommandHandler @CreationPolicy(CREATE_IF_MISSING)
    Receipt handle(DefinePlan c, MetaData meta, Plans plans, Bodies bodies, Agreements agreements) { return decide(c, meta, plans, bodies, agreements); }

    @CommandHandler
    Receipt handle(AddPeriods c, MetaData meta, Plans plans, Bodies bodies, Agreements agreements) { return decide(c, meta, plans, bodies, agreements); }

    @CommandHandler
    Receipt handle(DatePeriods c, MetaData meta, Plans plans, Bodies bodies, Agreements agreements) { return decide(c, meta, plans, bodies, agreements); }

    @CommandHandler
    Receipt handle(AddOutlineNodes c, MetaData meta, Plans plans, Bodies bodies, Agreements agreements) { return decide(c, meta, plans, bodies, agreements); }

    @CommandHandler
    Receipt handle(MoveOutlineNode c, MetaData meta, Plans plans, Bodies bodies, Agreements agreements) { return decide(c, meta, plans, bodies, agreements); }

    @CommandHandler
    Receipt handle(RetitleOutlineNode c, MetaData meta, Plans plans, Bodies bodies, Agreements agreements) { return decide(c, meta, plans, bodies, agreements); }

    @CommandHandler
    Receipt handle(StateAssumptions c, MetaData meta, Plans plans, Bodies bodies, Agreements agreements) { return decide(c, meta, plans, bodies, agreements); }

    @CommandHandler
    Receipt handle(AdoptPlan c, MetaData meta, Plans plans, Bodies bodies, Agreements agreements) { return decide(c, meta, plans, bodies, agreements); }

    @CommandHandler
    Receipt handle(RespondToRecommendation c, MetaData meta, Plans plans, Bodies bodies, Agreements agreements) { return decide(c, meta, plans, bodies, agreements); }

    @CommandHandler
    Receipt handle(ExpectReports c, MetaData meta, Plans plans, Bodies bodies, Agreements agreements) { return decide(c, meta, plans, bodies, agreements); }

    @CommandHandler
    Receipt handle(ExtendPlan c, MetaData meta, Plans plans, Bodies bodies, Agreements agreements) { return decide(c, meta, plans, bodies, agreements); }

    @CommandHandler
    Receipt handle(ClosePlan c, MetaData meta, Plans plans, Bodies bodies, Agreements agreements) { return decide(c, meta, plans, bodies, agreements); }

    @CommandHandler(commandName = Rectify.NAME + "PlanId")
    Receipt handle(Rectify c, MetaData meta, Plans plans, Bodies bodies, Agreements agreements) {
        var id = (PlanId) c.id();
        return rectify(c, meta, Plan.rectifying(id, bodies, agreements), standing -> plans.rectified(id, standing));
    }

    private Receipt decide(PlanCommand command, MetaData meta, Plans plans, Bodies bodies, Agreements agreements) {
        return record(command, meta, (now, by) -> {
            var events = Plan.decide(command, now, bodies, agreements);
            events.forEach(event -> plans.recorded(command.id(), event));
            return events;
        });
    }

    @Override
    protected Plan evolve(Plan now, Recorded<PlanEvent> record) {
        return Plan.evolve(now, record);
    }
}
