package constancia.kernel.agreements;

import constancia.kernel.institutions.InstitutionId;

/** An institution between which an agreement is made, and what of it the agreement waits for. */
public record Party(InstitutionId institution, boolean mustSign, boolean mustRatify) {}
