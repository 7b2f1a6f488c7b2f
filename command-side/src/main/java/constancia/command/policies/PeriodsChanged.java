package constancia.command.policies;

import constancia.kernel.Event;
import constancia.kernel.Rectified;
import constancia.kernel.plans.PlanEvent;
import constancia.kernel.plans.PlanEvent.PeriodsAdded;
import constancia.kernel.plans.PlanEvent.PeriodsDated;
import java.time.LocalDate;
import java.util.Optional;

/** Tells whether a record of a plan may have changed the dates of its periods. */
final class PeriodsChanged {

    /** Whoever follows never goes further back than what it dates. */
    private static final LocalDate FROM_THE_FIRST = LocalDate.of(1900, 1, 1);

    private PeriodsChanged() {}

    /** The day since when, if it may have; that of a rectification is the day of what it put right. */
    static Optional<LocalDate> since(Event event) {
        return switch (event) {
            // a mark may stand since before its period was made void
            case PeriodsAdded added -> Optional.of(added.effectiveOn());
            case PeriodsDated dated -> Optional.of(dated.effectiveOn());
            case Rectified rectified when rectified.replacement() instanceof Rectified inner -> since(inner);
            case Rectified rectified when rectified.replacement() instanceof PlanEvent right -> Optional.of(right.effectiveOn());
            case Rectified _ -> Optional.of(FROM_THE_FIRST);
            default -> Optional.empty();
        };
    }
}
