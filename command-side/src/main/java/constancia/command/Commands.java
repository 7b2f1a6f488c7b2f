package constancia.command;

import constancia.kernel.Provenance;
import org.jspecify.annotations.Nullable;

/**
 * The one way to put something on record. Each call is one transaction: everything or nothing. Lost races are tried
 * again for at most five seconds, then {@link Busy}.
 */
public interface Commands {

    /**
     * @param ifMatch the version the caller decided on, or null
     * @throws constancia.kernel.Refused the rules refuse it (409)
     * @throws constancia.kernel.Invalid a value is out of range or names nothing (422)
     * @throws StaleVersion              the item has another version (412)
     * @throws UnknownItem               there is no such item (404)
     * @throws Busy                      a race was lost again and again (503)
     */
    Receipt send(Command command, Provenance by, @Nullable Integer ifMatch);

    /**
     * The same under an idempotency key: a repeat of the same request gets the stored answer and appends nothing.
     *
     * @param answer makes the whole answer from the receipt; stored in the transaction that appends, as its last write
     * @throws KeyReused the key came with another request before (422)
     */
    Answer send(Command command, Provenance by, @Nullable Integer ifMatch, IdempotencyKey key, java.util.function.Function<Receipt, Answer> answer);
}
