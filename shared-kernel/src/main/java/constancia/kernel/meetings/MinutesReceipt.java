package constancia.kernel.meetings;

import constancia.kernel.institutions.InstitutionId;
import constancia.kernel.meetings.MeetingEvent.*;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What each of those who attended does with the minutes: a set, for receipts come in as they come. Of an institution, or
 * of a person on its own seat.
 */
public sealed interface MinutesReceipt permits MinutesAcknowledged, MinutesSigned {

    @Nullable InstitutionId institution();

    @Nullable UUID person();

    LocalDate effectiveOn();
}
