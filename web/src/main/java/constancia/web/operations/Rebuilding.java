package constancia.web.operations;

/** Fills the tables behind lists anew from the ledger while readers go on. */
public interface Rebuilding {

    /** Starts it, unless it is under way; returns at once. */
    void rebuild();
}
