package constancia.app.rights;

import constancia.command.Rectify;
import constancia.command.rights.Records;
import constancia.kernel.Rectifications;
import constancia.query.Reader;
import constancia.query.history.Entry;
import constancia.query.history.Journal;
import constancia.query.history.UnknownItem;
import constancia.web.Collections;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The records that rectifications name. */
@Component
final class RecordsInJournal implements Records {

    private final Journal journal;

    RecordsInJournal(Journal journal) {
        this.journal = journal;
    }

    @Override
    public Optional<Made> behind(Rectify rectify) {
        var collection = Collections.of(rectify.id());
        var entries = journal.of(Reader.REGISTER, collection.type(), rectify.id().value());
        if (rectify.record() > entries.size()) {
            return Optional.empty();
        }
        if (entries.get(rectify.record() - 1).withheld()) {
            throw new UnknownItem();
        }
        var records = entries.stream().filter(entry -> !entry.withheld()).map(Entry::record).toList();
        var record = entries.get(rectify.record() - 1).record();
        var stands = Rectifications.among(records).content(rectify.record()).orElse(record.event());
        var command = collection.again(rectify.id(), stands);
        return Optional.of(new Made(command, rectify.replacement() == null ? null : rectify.replacement().over(command), record.by()));
    }
}
