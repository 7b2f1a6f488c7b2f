package constancia.kernel.agreements;

import constancia.kernel.Event;
import java.time.LocalDate;

/** What can be on record of an agreement. */
public sealed interface AgreementEvent extends Event {

    record AgreementRecorded(LocalDate effectiveOn) implements AgreementEvent {}
}
