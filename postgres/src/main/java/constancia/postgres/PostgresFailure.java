package constancia.postgres;

/** The embedded PostgreSQL could not be started or stopped; the message says why in one plain sentence. */
public final class PostgresFailure extends RuntimeException {

    PostgresFailure(String message) {
        super(message);
    }

    PostgresFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
