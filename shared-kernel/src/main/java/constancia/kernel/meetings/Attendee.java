package constancia.kernel.meetings;

import constancia.kernel.institutions.InstitutionId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who attended: an institution, through {@code person} if it was noted who spoke for it; or, without an institution,
 * a person on its own seat.
 */
public record Attendee(@Nullable InstitutionId institution, @Nullable UUID person, AttendanceRole role) {}
