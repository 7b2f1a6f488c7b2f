package constancia.kernel.meetings;

import constancia.kernel.institutions.Capacity;
import constancia.kernel.institutions.InstitutionId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who attended: an institution, through {@code person} if it was noted who spoke for it; or, without an institution,
 * a person on its own seat.
 *
 * @param capacity as what that person spoke for the institution, if it was noted
 */
public record Attendee(@Nullable InstitutionId institution, @Nullable UUID person, AttendanceRole role, @Nullable Capacity capacity) {}
