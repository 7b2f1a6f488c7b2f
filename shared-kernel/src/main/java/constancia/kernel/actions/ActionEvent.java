package constancia.kernel.actions;

import constancia.kernel.Event;
import java.time.LocalDate;

/** What can be on record of an action. */
public sealed interface ActionEvent extends Event {

    record ActionProposed(LocalDate effectiveOn) implements ActionEvent {}
}
