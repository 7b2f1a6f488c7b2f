package constancia.kernel.meetings;

import constancia.kernel.institutions.InstitutionId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * @param minutes     the time set aside for it
 * @param carriedFrom the item of the backlog that it takes up
 * @param section     the heading under which it stands; without one it stands before all headings
 */
public record AgendaItem(UUID item, String title, @Nullable InstitutionId presenter, @Nullable Integer minutes, @Nullable CarriedFrom carriedFrom,
                         @Nullable String section) {}
