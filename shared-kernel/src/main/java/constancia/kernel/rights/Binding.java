package constancia.kernel.rights;

import constancia.kernel.ItemId;
import constancia.kernel.institutions.InstitutionId;
import org.jspecify.annotations.Nullable;

/**
 * A role held in some part of the register.
 *
 * @param to the body, the plan or the institution for which it is held; null for the whole register
 */
public record Binding(Role role, @Nullable ItemId to) {

    public Binding {
        if ((role == Role.LIAISON) != (to instanceof InstitutionId)) {
            throw new IllegalArgumentException("A liaison is one of an institution, and nobody else is");
        }
    }
}
