package constancia.kernel;

import constancia.kernel.institutions.InstitutionId;
import org.jspecify.annotations.Nullable;

/**
 * Who recorded something, for which institution, through what and on which grounds. Set once at the edge from the
 * account and the request, under the hash with the event.
 *
 * @param actor       account name, or {@code system:<policy>}
 * @param institution the institution for which it was recorded; null when for none
 * @param onBehalf    true when the account is not of that institution (the coordination unit recorded it)
 * @param grounds     1…2,000 characters, required by some commands
 */
public record Provenance(String actor, @Nullable InstitutionId institution, boolean onBehalf, Through through, @Nullable String grounds) {

    public enum Through implements Word { API, WEB, IMPORT, CALENDAR }
}
