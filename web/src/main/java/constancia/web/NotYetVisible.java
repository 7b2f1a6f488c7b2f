package constancia.web;

/** The tables do not contain the caller's write yet, after two seconds of waiting: 503, ask again. */
public final class NotYetVisible extends RuntimeException {

    public NotYetVisible() {
        super("not-yet-visible", null, false, false);
    }
}
