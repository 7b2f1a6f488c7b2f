package constancia.command.bodies;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import constancia.command.Receipt;
import constancia.command.Rectify;
import constancia.command.Rectifying;
import constancia.command.Shell;
import constancia.command.agreements.Agreements;
import constancia.command.bodies.BodyCommand.*;
import constancia.command.institutions.Institutions;
import constancia.kernel.Recorded;
import constancia.kernel.bodies.BodyEvent;
import constancia.kernel.bodies.BodyId;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;

/** Bodies under Axon. */
@AggregateRoot(type = "body")
public class BodyShell extends Shell<BodyEvent, Body> {

    BodyShell() {
        super(BodyEvent.class, Body.NOT_ESTABLISHED, BodyShell::new);
    }

    /** The rules of a body, for those who try commands without putting anything on record. */
    public static Rectifying<BodyEvent, ?> rules(BodyId id, Bodies bodies, Institutions institutions, Agreements agreements) {
        return Body.rectifying(id, bodies, institutions, agreements);
    }

    @CommandHandler @CreationPolicy(CREATE_IF_MISSING)
    Receipt handle(EstablishBody c, MetaData meta, Bodies bodies, Institutions institutions, Agreements agreements) { return decide(c, meta, bodies, institutions, agreements); }

    @CommandHandler
    Receipt handle(SeatInstitution c, MetaData meta, Bodies bodies, Institutions institutions, Agreements agreements) { return decide(c, meta, bodies, institutions, agreements); }

    @CommandHandler
    Receipt handle(VacateSeat c, MetaData meta, Bodies bodies, Institutions institutions, Agreements agreements) { return decide(c, meta, bodies, institutions, agreements); }

    @CommandHandler
    Receipt handle(SetQuorum c, MetaData meta, Bodies bodies, Institutions institutions, Agreements agreements) { return decide(c, meta, bodies, institutions, agreements); }

    @CommandHandler
    Receipt handle(AdoptRules c, MetaData meta, Bodies bodies, Institutions institutions, Agreements agreements) { return decide(c, meta, bodies, institutions, agreements); }

    @CommandHandler
    Receipt handle(SetSeriesTemplate c, MetaData meta, Bodies bodies, Institutions institutions, Agreements agreements) { return decide(c, meta, bodies, institutions, agreements); }

    @CommandHandler
    Receipt handle(DissolveBody c, MetaData meta, Bodies bodies, Institutions institutions, Agreements agreements) { return decide(c, meta, bodies, institutions, agreements); }

    @CommandHandler(commandName = Rectify.NAME + "BodyId")
    Receipt handle(Rectify c, MetaData meta, Bodies bodies, Institutions institutions, Agreements agreements) {
        var id = (BodyId) c.id();
        return rectify(c, meta, Body.rectifying(id, bodies, institutions, agreements), standing -> bodies.rectified(id, standing));
    }

    private Receipt decide(BodyCommand command, MetaData meta, Bodies bodies, Institutions institutions, Agreements agreements) {
        return record(command, meta, (now, by) -> {
            var events = Body.decide(command, now, bodies, institutions, agreements);
            events.forEach(event -> bodies.recorded(command.id(), event));
            return events;
        });
    }

    @Override
    protected Body evolve(Body now, Recorded<BodyEvent> record) {
        return Body.evolve(now, record);
    }
}
