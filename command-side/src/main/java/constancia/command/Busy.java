package constancia.command;

/** A lost race was retried in vain for five seconds: 503. */
public final class Busy extends RuntimeException {

    public Busy(Throwable last) {
        super("busy", last, false, false);
    }
}
