package constancia.app.journal;

import constancia.kernel.institutions.InstitutionEvent.AliasAdded;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.TrackingToken;

/** Journal, sequencer and ledger. */
final class OurStore implements Store {

    private final TestJournal journal;
    private TrackingToken read;

    OurStore(TestJournal journal) {
        this.journal = journal;
    }

    @Override
    public void append(String name) {
        journal.append(UUID.randomUUID(), 0, name);
    }

    @Override
    public void inTransaction(Runnable work) {
        journal.command.executeWithoutResult(status -> work.run());
    }

    @Override
    public List<String> readOn() {
        journal.number();
        var names = new ArrayList<String>();
        try (var stream = journal.ledger.openStream(read)) {
            while (stream.hasNextAvailable(0, TimeUnit.MILLISECONDS)) {
                var message = stream.nextAvailable();
                read = message.trackingToken();
                names.add(((AliasAdded) message.getPayload()).alias());
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return names;
    }

    @Override
    public void close() {
        journal.close();
    }
}
