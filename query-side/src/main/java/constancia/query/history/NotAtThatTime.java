package constancia.query.history;

/** The item exists, but at the cut it was not yet known or not yet in being: 404. */
public final class NotAtThatTime extends RuntimeException {

    public NotAtThatTime() {
        super("not-at-that-time", null, false, false);
    }
}
