package constancia.web.pages;

import constancia.command.Command;
import constancia.command.Forbidden;
import constancia.command.Internal;
import constancia.command.Rectify;
import constancia.command.rights.Entitlement;
import constancia.kernel.Provenance;
import constancia.kernel.Provenance.Through;
import constancia.kernel.Rectifications;
import constancia.query.history.Entry;
import constancia.query.history.Journal;
import constancia.query.history.UnknownItem;
import constancia.web.Caller;
import constancia.web.Collections;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Which records a person may rectify, and what they say as they stand. What the register recorded by itself follows from another record. */
@Component
final class RectifiableRecords {

    private final Journal journal;
    private final Entitlement entitlement;

    RectifiableRecords(Journal journal, Entitlement entitlementBeforehand) {
        this.journal = journal;
        this.entitlement = entitlementBeforehand;
    }

    /** The command that the record came from, as it stands; nothing where the caller may not rectify it. */
    Optional<Command> command(Collections kind, UUID id, int n) {
        var caller = Caller.current();
        var entries = journal.of(caller.reader(), kind.type(), id);
        if (n < 1 || n > entries.size() || entries.get(n - 1).withheld()) {
            return Optional.empty();
        }
        var records = entries.stream().map(Entry::record).toList();
        var stands = Rectifications.among(records).content(n).orElse(records.get(n - 1).event());
        return Optional.of(kind.again(kind.id(id), stands)).filter(command -> !command.getClass().isAnnotationPresent(Internal.class)).filter(_ -> may(caller, kind, id, n));
    }

    private boolean may(Caller caller, Collections kind, UUID id, int n) {
        try {
            entitlement.require(new Rectify(kind.id(id), n, null, true, LocalDate.EPOCH), new Provenance(caller.account(), caller.institution(), false, Through.WEB, null));
            return true;
        } catch (Forbidden | constancia.command.UnknownItem | UnknownItem e) {
            return false;
        }
    }
}
