package constancia.kernel.actions;

import constancia.kernel.Word;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** How a commitment stands (contract, section 2). */
public enum CommitmentStatus implements Word {
    ASSIGNED, ACCEPTED, IN_PROGRESS, DELIVERED, VERIFIED, DECLINED, RELEASED;

    /** From the dates known at the end of {@code on}; only an acceptance can be dated later than the record that told it. */
    public static CommitmentStatus of(CommitmentDates dates, LocalDate on) {
        if (dates.declinedOn() != null) {
            return DECLINED;
        }
        if (dates.releasedOn() != null) {
            return RELEASED;
        }
        if (dates.deliveredOn() != null) {
            return dates.finding() != null && dates.finding().suffices() ? VERIFIED : DELIVERED;
        }
        if (dates.firstReportOn() != null || dates.sentBackOn() != null) {
            return IN_PROGRESS;
        }
        return dates.acceptedOn() != null && !dates.acceptedOn().isAfter(on) ? ACCEPTED : ASSIGNED;
    }

    /** Declined or released: it no longer stands. */
    public boolean ended() {
        return this == DECLINED || this == RELEASED;
    }

    /** Delivered, whether verified or not. */
    public boolean done() {
        return this == DELIVERED || this == VERIFIED;
    }

    /** Whether on {@code on} it is late. Verified, delivered and ended ones never are, nor those of a cancelled action or without a due date. */
    public boolean overdue(@Nullable LocalDate dueOn, boolean cancelled, LocalDate on) {
        return !cancelled && !done() && !ended() && dueOn != null && dueOn.isBefore(on);
    }
}
