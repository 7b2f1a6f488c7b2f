package constancia.web.security;

import constancia.kernel.ItemId;
import constancia.kernel.Word;
import constancia.kernel.rights.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What administrators do with accounts. Every change is kept with who made it; each takes effect at once on this node and within a second on others. */
public interface AccountOffice {

    enum AccountKind implements Word { PERSON, PROGRAM }

    /** A role to be held, for the whole register unless {@code to} names a part of it. */
    record Holding(Role role, @Nullable ItemId to, @Nullable LocalDate from, @Nullable LocalDate until) {}

    /** A role that is or was held. */
    record HeldRole(UUID id, Role role, @Nullable String boundKind, @Nullable UUID boundTo, LocalDate from, @Nullable LocalDate until, @Nullable Instant endedAt) {}

    record AccountShown(String name, AccountKind kind, @Nullable String displayName, @Nullable UUID person, boolean disabled, boolean secondFactor, Instant createdAt, List<HeldRole> roles) {}

    /** @param grounds why, where whoever did it said so */
    record AccountChange(Instant at, String actor, String change, @Nullable String detail, @Nullable String grounds) {}

    record New(String account, AccountKind kind, @Nullable String displayName, @Nullable UUID person, List<Holding> roles) {}

    /** A one-time link, shown this once. */
    record InvitationLink(UUID id, String account, String link, Instant expiresAt) {}

    record PendingInvitation(UUID id, String account, boolean again, String madeBy, Instant madeAt, Instant expiresAt) {}

    List<AccountShown> all();

    Optional<AccountShown> of(String account);

    /** The oldest first. */
    List<AccountChange> history(String account);

    /** @throws constancia.kernel.Refused {@code account-exists} */
    void make(String actor, New wanted);

    /** Sessions and tokens end with it. @throws constancia.kernel.Refused {@code last-administrator} */
    void disable(String actor, String account);

    void enable(String actor, String account);

    void grant(String actor, String account, Holding holding, @Nullable String grounds);

    /** @throws constancia.kernel.Refused {@code last-administrator}, {@code role-not-held} */
    void end(String actor, String account, Role role, @Nullable ItemId to, @Nullable String grounds);

    void endSessions(String actor, String account);

    void endTokens(String actor, String account);

    /** An account that is made and a link by which somebody gets into it. */
    InvitationLink invite(String actor, New wanted, @Nullable LocalDate expiresOn);

    /** A link by which the owner chooses a new password; when it is used the second factor goes, for the phone may be lost. */
    InvitationLink again(String actor, String account);

    List<PendingInvitation> invitations();

    boolean revoke(String actor, UUID invitation);

    /** Whose link that is, unless it is unknown, used, revoked or over. */
    Optional<String> invited(String link);

    /** Uses up the link for a password. @throws constancia.kernel.Invalid the password may not be chosen; empty when the link is no longer good */
    Optional<String> accept(String link, String password);

    /** Uses up the link for an identity that another system vouches for. */
    Optional<String> accept(String link, String issuer, String subject);
}
