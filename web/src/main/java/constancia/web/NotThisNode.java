package constancia.web;

/** The node that was asked does not do this kind of work; another one does: 503. */
public final class NotThisNode extends RuntimeException {

    public NotThisNode() {
        super("not-this-node", null, false, false);
    }
}
