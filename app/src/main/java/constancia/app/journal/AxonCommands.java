package constancia.app.journal;

import constancia.command.Answer;
import constancia.command.Busy;
import constancia.command.Command;
import constancia.command.Commands;
import constancia.command.IdempotencyKey;
import constancia.command.Receipt;
import constancia.command.Rectify;
import constancia.command.Shell;
import constancia.command.StaleVersion;
import constancia.command.TakesFolio;
import constancia.command.UnknownItem;
import constancia.kernel.Invalid;
import constancia.kernel.Provenance;
import constancia.kernel.Refused;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.axonframework.commandhandling.CommandBus;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.callbacks.FutureCallback;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.messaging.GenericMessage;
import org.axonframework.messaging.unitofwork.DefaultUnitOfWork;
import org.axonframework.modelling.command.AggregateNotFoundException;
import org.jspecify.annotations.Nullable;

/** Commands through Axon's bus, each in a transaction; lost races again, each in a new one, for at most five seconds. */
public final class AxonCommands implements Commands {

    static final String KEPT = "kept";
    static final Duration PATIENCE = Duration.ofSeconds(5);

    private final CommandBus bus;
    private final TransactionManager transactions;
    private final Duration patience;
    private final Turns turns = new Turns();
    /** First come, first served: a pool of connections lets some overtake others again and again. */
    private final Semaphore places;

    /** @param atOnce how many commands are decided at the same time; the others wait their turn */
    public AxonCommands(CommandBus bus, TransactionManager transactions, int atOnce) {
        this(bus, transactions, atOnce, PATIENCE);
    }

    AxonCommands(CommandBus bus, TransactionManager transactions, int atOnce, Duration patience) {
        this.bus = bus;
        this.transactions = transactions;
        this.patience = patience;
        this.places = new Semaphore(atOnce, true);
    }

    @Override
    public Receipt send(Command command, Provenance by, @Nullable Integer ifMatch) {
        return (Receipt) dispatch(command, meta(by, ifMatch));
    }

    @Override
    public Answer send(Command command, Provenance by, @Nullable Integer ifMatch, IdempotencyKey key, Function<Receipt, Answer> answer) {
        var meta = meta(by, ifMatch);
        meta.put(KEPT, new Kept(key, answer));
        try {
            return (Answer) dispatch(command, meta);
        } catch (Refused | Invalid | StaleVersion perhapsLostToItself) {
            // The same request at the same moment may have won the name or the version: then its answer is kept by now.
            return (Answer) dispatch(command, meta);
        }
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

    /**
     * Several commands in one transaction: all or none. {@code work} runs in it and sends them through what it is given;
     * after a lost race it runs again from the start.
     *
     * @throws Busy a race was lost again and again
     */
    public void together(Provenance by, Consumer<Consumer<Command>> work) {
        again((left, first) -> inPlace(left, () -> {
            var unitOfWork = DefaultUnitOfWork.startAndGet(null);
            unitOfWork.attachTransaction(transactions);
            try {
                work.accept(command -> outcome(command, meta(by, null)));
                unitOfWork.commit();
            } catch (RuntimeException e) {
                if (unitOfWork.isActive()) {
                    unitOfWork.rollback(e);
                }
                throw e;
            }
            return null;
        }));
    }

    private Object dispatch(Command command, Map<String, Object> meta) {
        return command instanceof TakesFolio folio
                ? again((left, first) -> turns.take(folio.folioKey(), left, () -> inPlace(left, () -> decided(command, meta, first))))
                : again((left, first) -> inPlace(left, () -> decided(command, meta, first)));
    }

    /** At first on {@link Trust}; again on what the journal says, when that did not hold. */
    private Object decided(Command command, Map<String, Object> meta, boolean first) {
        if (!first) {
            return outcome(command, meta);
        }
        var trust = new Trust();
        var trusting = new HashMap<>(meta);
        trusting.put(Trust.KEY, trust);
        try {
            var outcome = outcome(command, trusting);
            if (trust.holds()) {
                return outcome;
            }
        } catch (Refused | Invalid | StaleVersion | UnknownItem refused) {
            if (trust.holds()) {
                throw refused;
            }
        }
        return outcome(command, meta);
    }

    private <T> T inPlace(long left, Supplier<T> work) {
        try {
            if (!places.tryAcquire(left, TimeUnit.NANOSECONDS)) {
                throw new Busy(new TimeoutException("there was no place for too long"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Busy(e);
        }
        try {
            return work.get();
        } finally {
            places.release();
        }
    }

    private Object outcome(Command command, Map<String, Object> meta) {
        var result = new FutureCallback<Command, Object>();
        var message = new GenericCommandMessage<>(new GenericMessage<>(command, meta), name(command));
        bus.dispatch(message, result);
        var outcome = result.getResult();
        if (!outcome.isExceptional()) {
            return outcome.getPayload();
        }
        throw switch (outcome.exceptionResult()) {
            case AggregateNotFoundException _ -> new UnknownItem(command.id().toString());
            case RuntimeException e -> e;
            case Throwable e -> new IllegalStateException(e);
        };
    }

    private static String name(Command command) {
        return command instanceof Rectify rectify ? Rectify.nameOf(rectify.id()) : command.getClass().getName();
    }

    private interface Attempt<T> {
        /** @param left nanoseconds of patience */
        T go(long left, boolean first);
    }

    private <T> T again(Attempt<T> work) {
        long deadline = System.nanoTime() + patience.toNanos();
        for (int attempt = 1; ; attempt++) {
            try {
                return work.go(deadline - System.nanoTime(), attempt == 1);
            } catch (RuntimeException e) {
                if (!LostRace.is(e)) {
                    throw e;
                }
                if (System.nanoTime() > deadline) {
                    throw new Busy(e);
                }
            }
            LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(1_000_000L << Math.min(attempt, 5)));
        }
    }
}
