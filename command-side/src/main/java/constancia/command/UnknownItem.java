package constancia.command;

/** There is no item of that kind and id: 404. */
public final class UnknownItem extends RuntimeException {

    public UnknownItem(String id) {
        super(id, null, false, false);
    }
}
