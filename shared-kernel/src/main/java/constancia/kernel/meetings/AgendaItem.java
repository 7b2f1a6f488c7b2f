package constancia.kernel.meetings;

import constancia.kernel.institutions.InstitutionId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * @param minutes     the time set aside for it
 * @param carriedFrom the item of the backlog that it takes up
 */
public record AgendaItem(UUID item, String title, @Nullable InstitutionId presenter, @Nullable Integer minutes, @Nullable CarriedFrom carriedFrom) {}
