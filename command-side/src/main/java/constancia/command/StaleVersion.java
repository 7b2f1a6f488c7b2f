package constancia.command;

/** The caller decided on a version that the item no longer has ({@code If-Match}): 412, before any rule is asked. */
public final class StaleVersion extends RuntimeException {

    private final int current;

    public StaleVersion(int current) {
        super("the item has version " + current, null, false, false);
        this.current = current;
    }

    public int current() {
        return current;
    }
}
