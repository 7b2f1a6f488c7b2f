package constancia.query.history;

/** There is no such item, or the reader may not know of it: 404. */
public final class UnknownItem extends RuntimeException {

    public UnknownItem() {
        super("unknown-item", null, false, false);
    }
}
