package constancia.kernel.bodies;

import constancia.kernel.Event;
import java.time.LocalDate;

/** What can be on record of a body. */
public sealed interface BodyEvent extends Event {

    record BodyEstablished(LocalDate effectiveOn) implements BodyEvent {}
}
