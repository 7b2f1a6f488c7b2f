package constancia.kernel.agreements;

import constancia.kernel.institutions.Capacity;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * As what somebody signed or ratified for an institution.
 *
 * @param office      what that person was there
 * @param delegatedBy the person who had delegated the signature
 * @param since       since when the office was held, or the delegation
 */
public record Signer(@Nullable Capacity capacity, @Nullable String office, @Nullable UUID delegatedBy, @Nullable LocalDate since) {}
