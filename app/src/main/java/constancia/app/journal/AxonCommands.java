package constancia.app.journal;

import constancia.command.Answer;
import constancia.command.Busy;
import constancia.command.Command;
import constancia.command.Commands;
import constancia.command.IdempotencyKey;
import constancia.command.Receipt;
import constancia.command.Shell;
import constancia.command.UnknownItem;
import constancia.kernel.Provenance;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.CommandMessage;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.messaging.MetaData;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.jspecify.annotations.Nullable;

/** Commands through Axon's bus, each in a transaction; lost races again, each in a new one, for at most five seconds. */
public final class AxonCommands implements Commands {

    static final String KEPT = "kept";
    static final Duration PATIENCE = Duration.ofSeconds(5);

    private final CommandBus bus;
    private final Duration patience;

    public AxonCommands(CommandBus bus) {
        this(bus, PATIENCE);
    }

    AxonCommands(CommandBus bus, Duration patience) {
        this.bus = bus;
        this.patience = patience;
    }

    @Override
    public Receipt send(Command command, Provenance by, @Nullable Integer ifMatch) {
        return (Receipt) dispatch(command, meta(by, ifMatch));
    }

    @Override
    public Answer send(Command command, Provenance by, @Nullable Integer ifMatch, IdempotencyKey key, Function<Receipt, Answer> answer) {
        var meta = meta(by, ifMatch);
        meta.put(KEPT, new Kept(key, answer));
        return (Answer) dispatch(command, meta);
    }

    /** What the idempotency interceptor needs of a command that came with a key. */
    record Kept(IdempotencyKey key, Function<Receipt, Answer> answer) {}

    private static Map<String, Object> meta(Provenance by, @Nullable Integer ifMatch) {
        var meta = new HashMap<String, Object>();
        meta.put(Shell.BY, by);
        if (ifMatch != null) {
            meta.put(Shell.IF_MATCH, ifMatch);
        }
        return meta;
    }

    private Object dispatch(Command command, Map<String, Object> meta) {
        long deadline = System.nanoTime() + patience.toNanos();
        for (int attempt = 1; ; attempt++) {
            var result = new FutureCallback<Command, Object>();
            CommandMessage<Command> message = GenericCommandMessage.<Command>asCommandMessage(command).withMetaData(MetaData.from(meta));
            bus.dispatch(message, result);
            var outcome = result.getResult();
            if (!outcome.isExceptional()) {
                return outcome.getPayload();
            }
            var failure = outcome.exceptionResult();
            if (failure instanceof AggregateNotFoundException) {
                throw new UnknownItem(command.id().toString());
            }
            if (!LostRace.is(failure)) {
                throw failure instanceof RuntimeException e ? e : new IllegalStateException(failure);
            }
            if (System.nanoTime() > deadline) {
                throw new Busy(failure);
            }
            LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(1_000_000L << Math.min(attempt, 5)));
        }
    }
}
