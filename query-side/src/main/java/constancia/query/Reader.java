package constancia.query;

import constancia.kernel.institutions.InstitutionId;
import org.jspecify.annotations.Nullable;

/** The person or program that asks. Every question takes it first: what may be seen depends on who looks. */
public record Reader(String account, @Nullable InstitutionId institution) {}
