package constancia.web.security;

import constancia.kernel.Word;
import constancia.kernel.rights.Authority;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The tokens of programs. */
public interface TokenDesk {

    /** What a token is good for. */
    enum TokenScope implements Word { READ, WRITE }

    /**
     * A token that is asked for.
     *
     * @param expiresOn the last day on which it is taken; null for thirty days from now
     */
    record Wanted(@Nullable String name, TokenScope scope, @Nullable LocalDate expiresOn) {

        public static final Wanted USUAL = new Wanted(null, TokenScope.WRITE, null);
    }

    /** A new token, shown this once. */
    record Issued(UUID id, String token, Instant expiresAt) {}

    /** A token as its owner sees it later. */
    record KeptToken(UUID id, @Nullable String name, TokenScope scope, Instant createdAt, Instant expiresAt, @Nullable LocalDate lastUsedOn) {}

    /** Who holds a token, with today's roles. */
    record Held(Authority authority, TokenScope scope) {}

    /** @throws constancia.kernel.Invalid it would end before today or after a year */
    Issued issue(String account, Wanted wanted);

    /** Who holds the token, unless it is unknown, withdrawn or expired, or the account disabled. */
    Optional<Held> holder(String token);

    /** Those that are taken today, the newest first. */
    List<KeptToken> of(String account);

    /** From now on it is not taken, on this node at once; answers whether the account had it. */
    boolean revoke(String account, UUID id);
}
