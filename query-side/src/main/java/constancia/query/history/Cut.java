package constancia.query.history;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where an answer cuts the register (contract, section 1).
 *
 * @param upTo the last position that counts, null when everything recorded counts
 * @param asOf the instant that was asked for, if one was
 * @param on   the day at whose end things are told
 */
public record Cut(@Nullable Long upTo, @Nullable Instant asOf, LocalDate on) {}
