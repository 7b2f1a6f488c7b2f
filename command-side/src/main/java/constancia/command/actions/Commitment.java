package constancia.command.actions;

import constancia.kernel.Dated;
import constancia.kernel.Recorded;
import constancia.kernel.Refused;
import constancia.kernel.actions.CommitmentDates;
import constancia.kernel.actions.CommitmentStatus;
import constancia.kernel.actions.Standing;
import constancia.kernel.institutions.InstitutionId;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One institution's part in an action.
 *
 * @param holders     to whom it was assigned and, since they took its place, its successors: a value of its own beside the dates
 * @param deliveredBy the account that recorded the last delivery
 */
record Commitment(UUID id, List<Dated<InstitutionId>> holders, CommitmentDates dates, @Nullable String deliveredBy) {

    /** The id of an institution's {@code ordinal}-th commitment in an action, the same whoever computes it. */
    static UUID idOf(Object action, InstitutionId institution, long ordinal) {
        return UUID.nameUUIDFromBytes((action + "/" + institution + "/" + ordinal).getBytes(StandardCharsets.UTF_8));
    }

    Commitment with(CommitmentDates dates) {
        return new Commitment(id, holders, dates, deliveredBy);
    }

    Commitment delivered(LocalDate on, String account) {
        return new Commitment(id, holders, dates.delivered(on), account);
    }

    Commitment heldBy(InstitutionId institution, Recorded<?> record) {
        return new Commitment(id, Dated.plus(holders, institution, record), dates, deliveredBy);
    }

    /** To whom it was assigned. */
    InstitutionId first() {
        return holders.getFirst().value();
    }

    /** Who holds it by everything that is on record. */
    InstitutionId holder() {
        return holders.getLast().value();
    }

    InstitutionId holder(LocalDate on) {
        return Dated.on(holders, on);
    }

    boolean everHeldBy(InstitutionId institution) {
        return holders.stream().anyMatch(entry -> entry.value().equals(institution));
    }

    /** As it stands by everything that is on record. */
    CommitmentStatus status() {
        return CommitmentStatus.of(dates, LocalDate.MAX);
    }

    Standing standing() {
        return new Standing(dates.role(), status());
    }

    boolean ended() {
        return dates.endedOn() != null;
    }

    /** Whether it stands, or still stood after that day. */
    boolean standsAfter(LocalDate on) {
        var ended = dates.endedOn();
        return ended == null || ended.isAfter(on);
    }

    /** A commitment is one ordered facet: nothing of it is effective before its last record. */
    Commitment nothingAfter(LocalDate on) {
        if (on.isBefore(dates.lastOn())) {
            throw new Refused("effective-before-previous", dates.lastOn());
        }
        return this;
    }
}
