package constancia.kernel.agreements;

import constancia.kernel.institutions.InstitutionId;
import org.jspecify.annotations.Nullable;

/** To whom a pronouncement is addressed: an institution of the register, or one that is not in it, by its name. */
public record Addressee(@Nullable InstitutionId institution, @Nullable String name) {}
