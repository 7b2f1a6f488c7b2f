package constancia.command.access;

import static org.axonframework.modelling.command.AggregateCreationPolicy.CREATE_IF_MISSING;

import constancia.command.Receipt;
import constancia.command.Shell;
import constancia.command.access.AccessCommand.SealReads;
import constancia.kernel.Recorded;
import constancia.kernel.access.AccessEvent;
import org.axonframework.commandhandling.CommandHandler;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateRoot;
import org.axonframework.modelling.command.CreationPolicy;

/** The log of reads under Axon. */
@AggregateRoot(type = "access-log")
public class AccessLogShell extends Shell<AccessEvent, AccessLog> {

    AccessLogShell() {
        super(AccessEvent.class, AccessLog.UNSEALED, AccessLogShell::new);
    }

    @CommandHandler @CreationPolicy(CREATE_IF_MISSING)
    Receipt handle(SealReads c, MetaData meta, Reads reads) {
        return record(c, meta, (now, by) -> AccessLog.decide(c, now, reads));
    }

    @Override
    protected AccessLog evolve(AccessLog now, Recorded<AccessEvent> record) {
        return AccessLog.evolve(now, record);
    }
}
