package constancia.kernel.meetings;

import constancia.kernel.institutions.InstitutionId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** @param minutes the time set aside for it */
public record AgendaItem(UUID item, String title, @Nullable InstitutionId presenter, @Nullable Integer minutes) {}
