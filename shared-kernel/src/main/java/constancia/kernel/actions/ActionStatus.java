package constancia.kernel.actions;

import constancia.kernel.Word;
import java.time.LocalDate;
import java.util.Collection;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** How an action stands: the first that holds (contract, section 2). */
public enum ActionStatus implements Word {
    PROPOSED, COMMITTED, IN_PROGRESS, DELIVERED, FULFILLED, CANCELLED;

    public static ActionStatus of(boolean cancelled, boolean milestoneReached, Collection<Standing> commitments) {
        if (cancelled) {
            return CANCELLED;
        }
        var binding = commitments.stream().filter(Standing::binding).toList();
        boolean complete = !binding.isEmpty() && !leadVacant(commitments);
        if (complete && binding.stream().allMatch(c -> c.status() == CommitmentStatus.VERIFIED)) {
            return FULFILLED;
        }
        if (complete && binding.stream().allMatch(c -> c.status().done())) {
            return DELIVERED;
        }
        if (milestoneReached || binding.stream().anyMatch(c -> c.status().done() || c.status() == CommitmentStatus.IN_PROGRESS)) {
            return IN_PROGRESS;
        }
        return binding.stream().anyMatch(c -> c.role() == Role.LEAD && c.status() == CommitmentStatus.ACCEPTED) ? COMMITTED : PROPOSED;
    }

    /** Whether a milestone that is neither reached nor dropped is late on {@code on}; what is delivered, fulfilled or cancelled waits for none. */
    public boolean overdue(@Nullable LocalDate milestoneDueOn, LocalDate on) {
        return this != CANCELLED && !done() && milestoneDueOn != null && milestoneDueOn.isBefore(on);
    }

    /** Delivered or fulfilled. */
    public boolean done() {
        return this == DELIVERED || this == FULFILLED;
    }

    /** A lead declined or was released and nobody followed. An action that never had a lead has none vacant. */
    private static boolean leadVacant(Collection<Standing> commitments) {
        Predicate<Standing> lead = c -> c.role() == Role.LEAD;
        return commitments.stream().anyMatch(lead) && commitments.stream().filter(lead).noneMatch(Standing::binding);
    }
}
