package constancia.command.risks;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import constancia.command.Receipt;
import constancia.command.Rectify;
import constancia.command.Rectifying;
import constancia.command.Shell;
import constancia.command.actions.Actions;
import constancia.command.bodies.Bodies;
import constancia.command.plans.Plans;
import constancia.command.risks.RiskCommand.*;
import constancia.kernel.Recorded;
import constancia.kernel.risks.RiskEvent;
import constancia.kernel.risks.RiskId;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;

/** Risks under Axon. */
@AggregateRoot(type = "risk")
public class RiskShell extends Shell<RiskEvent, Risk> {

    RiskShell() {
        super(RiskEvent.class, Risk.UNREGISTERED, RiskShell::new);
    }

    /** The rules of a risk, for those who try commands without putting anything on record. */
    public static Rectifying<RiskEvent, ?> rules(RiskId id, Plans plans, Bodies bodies, Actions actions) {
        return Risk.rectifying(id, plans, bodies, actions);
    }

    @CommandHandler @CreationPolicy(CREATE_IF_MISSING)
    Receipt handle(RegisterRisk c, MetaData meta, Risks risks, Plans plans, Bodies bodies, Actions actions) { return decide(c, meta, risks, plans, bodies, actions); }

    @CommandHandler
    Receipt handle(ReportWarningSign c, MetaData meta, Risks risks, Plans plans, Bodies bodies, Actions actions) { return decide(c, meta, risks, plans, bodies, actions); }

    @CommandHandler
    Receipt handle(DeclareMaterialised c, MetaData meta, Risks risks, Plans plans, Bodies bodies, Actions actions) { return decide(c, meta, risks, plans, bodies, actions); }

    @CommandHandler
    Receipt handle(ActivateMeasure c, MetaData meta, Risks risks, Plans plans, Bodies bodies, Actions actions) { return decide(c, meta, risks, plans, bodies, actions); }

    @CommandHandler
    Receipt handle(CloseRisk c, MetaData meta, Risks risks, Plans plans, Bodies bodies, Actions actions) { return decide(c, meta, risks, plans, bodies, actions); }

    @CommandHandler(commandName = Rectify.NAME + "RiskId")
    Receipt handle(Rectify c, MetaData meta, Risks risks, Plans plans, Bodies bodies, Actions actions) {
        var id = (RiskId) c.id();
        return rectify(c, meta, Risk.rectifying(id, plans, bodies, actions), standing -> risks.rectified(id, standing));
    }

    private Receipt decide(RiskCommand command, MetaData meta, Risks risks, Plans plans, Bodies bodies, Actions actions) {
        return record(command, meta, (now, by) -> {
            var events = Risk.decide(command, now, plans, bodies, actions);
            events.forEach(event -> risks.recorded(command.id(), event));
            return events;
        });
    }

    @Override
    protected Risk evolve(Risk now, Recorded<RiskEvent> record) {
        return Risk.evolve(now, record);
    }
}
