package constancia.app.journal;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What the transaction under way was told. It sees to its end what it saw first, and nobody else changes rows that it
 * holds on to: the same question has the same answer until the transaction itself writes. Not for what {@link LastWrites}
 * writes.
 */
public final class Told {

    private final Map<Object, Object> answers = new HashMap<>();

    private Told() {}

    static void begin() {
        TransactionSynchronizationManager.bindResource(Told.class, new Told());
    }

    static void end() {
        TransactionSynchronizationManager.unbindResourceIfPossible(Told.class);
    }

    /** The answer to {@code question}, asked if the transaction was not told it before; outside of transactions, always. */
    @SuppressWarnings("unchecked")
    public static <T> T once(Object question, Supplier<T> ask) {
        var told = ofTransaction();
        return told == null ? ask.get() : (T) told.answers.computeIfAbsent(question, q -> ask.get());
    }

    /** Of many things asked in one question, one that is so. */
    static void remember(Object fact) {
        once(fact, () -> true);
    }

    static boolean knows(Object fact) {
        var told = ofTransaction();
        return told != null && told.answers.containsKey(fact);
    }

    static void forget() {
        var told = ofTransaction();
        if (told != null) {
            told.answers.clear();
        }
    }

    private static @Nullable Told ofTransaction() {
        return (Told) TransactionSynchronizationManager.getResource(Told.class);
    }
}
