package constancia.app.journal;

import java.util.List;

/** What the loss scenarios need of an event store: ours and Axon's stock one are put through the same. */
interface Store extends AutoCloseable {

    /** Appends the first record of a new item in the transaction under way. */
    void append(String name);

    void inTransaction(Runnable work);

    /** What a reader reads now that goes on where it stopped the last time. */
    List<String> readOn();

    @Override
    void close();
}
