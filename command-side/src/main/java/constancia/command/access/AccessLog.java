package constancia.command.access;

import constancia.command.access.AccessCommand.SealReads;
import constancia.kernel.Recorded;
import constancia.kernel.access.AccessEvent;
import constancia.kernel.access.AccessEvent.ReadsSealed;
import java.util.List;

/**
 * The rule of the log of reads: whatever came since the last seal is sealed, once.
 *
 * @param sealed the number of the last entry under a seal
 */
record AccessLog(long sealed) {

    static final AccessLog UNSEALED = new AccessLog(0);

    static List<AccessEvent> decide(AccessCommand command, AccessLog now, Reads reads) {
        return switch (command) {
            case SealReads c -> reads.last().filter(last -> last.n() > now.sealed)
                    .<AccessEvent>map(last -> new ReadsSealed(last.n() - now.sealed, last.n(), last.hash(), c.effectiveOn())).stream().toList();
        };
    }

    static AccessLog evolve(AccessLog now, Recorded<AccessEvent> record) {
        return switch (record.event()) {
            case ReadsSealed e -> new AccessLog(e.upTo());
        };
    }
}
