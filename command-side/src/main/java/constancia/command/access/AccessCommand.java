package constancia.command.access;

import constancia.command.Command;
import constancia.command.Internal;
import constancia.kernel.access.AccessLogId;
import java.time.LocalDate;

/** What the register asks of its log of reads. */
public sealed interface AccessCommand extends Command {

    @Override
    AccessLogId id();

    /** Puts under the ledger's hash what has been read since the last time. */
    @Internal
    record SealReads(AccessLogId id, LocalDate effectiveOn) implements AccessCommand {}
}
