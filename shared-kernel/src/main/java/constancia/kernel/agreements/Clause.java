package constancia.kernel.agreements;

import constancia.kernel.institutions.InstitutionId;
import java.util.List;
import java.util.UUID;

/**
 * What an instrument provides for a case that may come.
 *
 * @param id tells it from the other clauses of the instrument; an addendum that replaces it names it
 */
public record Clause(UUID id, ClauseKind kind, String text, List<Delegate> delegates) {

    /** A person who then decides and acts for an institution. */
    public record Delegate(InstitutionId institution, UUID person) {}
}
