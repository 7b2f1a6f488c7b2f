package constancia.kernel.plans;

import constancia.kernel.Event;
import java.time.LocalDate;

/** What can be on record of a plan. */
public sealed interface PlanEvent extends Event {

    record PlanDefined(LocalDate effectiveOn) implements PlanEvent {}
}
