package constancia.command.indicators;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import constancia.command.Receipt;
import constancia.command.Rectify;
import constancia.command.Shell;
import constancia.command.bodies.Bodies;
import constancia.command.indicators.IndicatorCommand.*;
import constancia.command.plans.Plans;
import constancia.kernel.Recorded;
import constancia.kernel.indicators.IndicatorEvent;
import constancia.kernel.indicators.IndicatorId;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;

/** Indicators under Axon. */
@AggregateRoot(type = "indicator")
public class IndicatorShell extends Shell<IndicatorEvent, Indicator> {

    IndicatorShell() {
        super(IndicatorEvent.class, Indicator.UNDEFINED, IndicatorShell::new);
    }

    @CommandHandler @CreationPolicy(CREATE_IF_MISSING)
    Receipt handle(DefineIndicator c, MetaData meta, Indicators indicators, Plans plans, Bodies bodies) { return decide(c, meta, indicators, plans, bodies); }

    @CommandHandler
    Receipt handle(SetTarget c, MetaData meta, Indicators indicators, Plans plans, Bodies bodies) { return decide(c, meta, indicators, plans, bodies); }

    @CommandHandler
    Receipt handle(RecordMeasurement c, MetaData meta, Indicators indicators, Plans plans, Bodies bodies) { return decide(c, meta, indicators, plans, bodies); }

    @CommandHandler
    Receipt handle(RetireIndicator c, MetaData meta, Indicators indicators, Plans plans, Bodies bodies) { return decide(c, meta, indicators, plans, bodies); }

    @CommandHandler
    Receipt handle(DateTargets c, MetaData meta, Indicators indicators, Plans plans, Bodies bodies) { return decide(c, meta, indicators, plans, bodies); }

    @CommandHandler(commandName = Rectify.NAME + "IndicatorId")
    Receipt handle(Rectify c, MetaData meta, Indicators indicators, Plans plans, Bodies bodies) {
        var id = (IndicatorId) c.id();
        return rectify(c, meta, Indicator.rectifying(id, plans, bodies), standing -> indicators.rectified(id, standing));
    }

    private Receipt decide(IndicatorCommand command, MetaData meta, Indicators indicators, Plans plans, Bodies bodies) {
        return record(command, meta, (now, by) -> {
            var events = Indicator.decide(command, now, plans, bodies);
            events.forEach(event -> indicators.recorded(command.id(), event));
            return events;
        });
    }

    @Override
    protected Indicator evolve(Indicator now, Recorded<IndicatorEvent> record) {
        return Indicator.evolve(now, record);
    }
}
