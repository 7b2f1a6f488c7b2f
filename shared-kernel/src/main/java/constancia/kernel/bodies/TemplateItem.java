package constancia.kernel.bodies;

import constancia.kernel.institutions.InstitutionId;
import org.jspecify.annotations.Nullable;

/**
 * An item that each new meeting of a series has on its agenda.
 *
 * @param section the heading under which it stands
 * @param minutes the time set aside for it
 */
public record TemplateItem(String title, @Nullable String section, @Nullable InstitutionId presenter, @Nullable Integer minutes) {}
