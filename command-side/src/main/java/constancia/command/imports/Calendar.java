package constancia.command.imports;

import constancia.command.imports.MatrixRow.Fault;
import constancia.kernel.plans.PlanId;
import java.util.List;
import java.util.Optional;

/** The calendar to which the periods of a file must belong: that of a plan on record. A new plan takes those that the file has. */
final class Calendar {

    private final Optional<List<String>> periods;

    Calendar(Register register, Optional<PlanId> plan) {
        periods = plan.map(register::periods);
    }

    /** In their order; none where the plan is not on record. */
    List<String> periods() {
        return periods.orElse(List.of());
    }

    /** The row or, if the calendar lacks a period of its schedule, the row with that fault. */
    MatrixRow checked(MatrixRow row) {
        var unknown = row.dueOn() != null || periods.isEmpty() ? List.<Fault>of()
            : row.marks().stream().filter(mark -> !periods.get().contains(mark)).map(mark -> new Fault("unknown-period", List.of(mark))).toList();
        return unknown.isEmpty() ? row : row.refused(unknown);
    }
}
