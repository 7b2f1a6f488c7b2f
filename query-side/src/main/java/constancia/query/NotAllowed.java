package constancia.query;

/** None of the reader's roles is for that question: 403. */
public final class NotAllowed extends RuntimeException {

    public NotAllowed() {
        super("forbidden", null, false, false);
    }
}
