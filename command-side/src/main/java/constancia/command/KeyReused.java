package constancia.command;

/** An idempotency key came again with another request: 422. */
public final class KeyReused extends RuntimeException {

    public KeyReused() {
        super("idempotency-key-reused", null, false, false);
    }
}
