package constancia.command.institutions;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import constancia.command.Receipt;
import constancia.command.Rectify;
import constancia.command.Rectifying;
import constancia.command.Shell;
import constancia.command.institutions.InstitutionCommand.*;
import constancia.kernel.Recorded;
import constancia.kernel.institutions.InstitutionEvent;
import constancia.kernel.institutions.InstitutionId;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;

/** Institutions under Axon. */
@AggregateRoot(type = "institution")
public class InstitutionShell extends Shell<InstitutionEvent, Institution> {

    InstitutionShell() {
        super(InstitutionEvent.class, Institution.UNREGISTERED, InstitutionShell::new);
    }

    /** The rules of an institution, for those who try commands without putting anything on record. */
    public static Rectifying<InstitutionEvent, ?> rules(InstitutionId id, Institutions institutions) {
        return Institution.rectifying(id, institutions);
    }

    @CommandHandler @CreationPolicy(CREATE_IF_MISSING)
    Receipt handle(RegisterInstitution c, MetaData meta, Institutions institutions) { return decide(c, meta, institutions); }

    @CommandHandler
    Receipt handle(AddAlias c, MetaData meta, Institutions institutions) { return decide(c, meta, institutions); }

    @CommandHandler
    Receipt handle(RenameInstitution c, MetaData meta, Institutions institutions) { return decide(c, meta, institutions); }

    @CommandHandler
    Receipt handle(SucceedInstitution c, MetaData meta, Institutions institutions) { return decide(c, meta, institutions); }

    @CommandHandler
    Receipt handle(DeactivateInstitution c, MetaData meta, Institutions institutions) { return decide(c, meta, institutions); }

    @CommandHandler
    Receipt handle(AppointRepresentative c, MetaData meta, Institutions institutions) { return decide(c, meta, institutions); }

    @CommandHandler
    Receipt handle(EndMandate c, MetaData meta, Institutions institutions) { return decide(c, meta, institutions); }

    @CommandHandler(commandName = Rectify.NAME + "InstitutionId")
    Receipt handle(Rectify c, MetaData meta, Institutions institutions) {
        var id = (InstitutionId) c.id();
        return rectify(c, meta, Institution.rectifying(id, institutions), standing -> institutions.rectified(id, standing));
    }

    private Receipt decide(InstitutionCommand command, MetaData meta, Institutions institutions) {
        return record(command, meta, (now, by) -> {
            var events = Institution.decide(command, now, institutions);
            events.forEach(event -> institutions.recorded(command.id(), event));
            return events;
        });
    }

    @Override
    protected Institution evolve(Institution now, Recorded<InstitutionEvent> record) {
        return Institution.evolve(now, record);
    }
}
