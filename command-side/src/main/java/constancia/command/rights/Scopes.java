package constancia.command.rights;

import constancia.kernel.ItemId;
import constancia.kernel.casefiles.CaseFileId;
import constancia.kernel.institutions.InstitutionId;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** To which parts of the register items belong, as the lookups know it. */
public interface Scopes {

    /**
     * The plans and bodies to which an item belongs, the bodies above these, and the institutions that have a part in it.
     * A body, a plan and an institution belong to themselves.
     */
    Set<ItemId> of(ItemId item);

    /** Of which institution an answer is awaited. */
    Optional<InstitutionId> awaited(CaseFileId caseFile, UUID awaiting);

    /** With which institution that part of an item is: a letter with who has it, a text under legal review with its reviewer. */
    Optional<InstitutionId> entrusted(ItemId item, UUID part);
}
