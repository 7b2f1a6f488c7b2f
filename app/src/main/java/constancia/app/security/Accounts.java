package constancia.app.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import constancia.command.accounts.Authorities;
import constancia.kernel.ItemId;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.institutions.InstitutionId;
import constancia.kernel.plans.PlanId;
import constancia.kernel.rights.Authority;
import constancia.kernel.rights.Binding;
import constancia.kernel.rights.Role;
import constancia.web.security.TokenDesk;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/** Accounts and their tokens. Passwords are kept as Argon2id, tokens as SHA-256; neither can be read back. */
@Component
public class Accounts implements TokenDesk, Authorities, constancia.command.accounts.Accounts {

    private static final Duration VALID = Duration.ofDays(30);
    private static final int TOKEN_BYTES = 32;

    private record Known(String account, Instant expiresAt) {}

    private final JdbcClient db;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Argon2PasswordEncoder passwords = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    /** A token withdrawn on another node is still taken here for so long. */
    private final Cache<String, Known> known = Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(Duration.ofSeconds(10)).build();
    /** So is a role. */
    private final Cache<String, Authority> authorities = Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(Duration.ofSeconds(10)).build();

    Accounts(@Qualifier("workDb") JdbcClient workDb, Clock clock) {
        this.db = workDb;
        this.clock = clock;
    }

    /** Makes the account of an administrator unless there is an account of that name; answers whether it was made. */
    public boolean createAdministrator(String name, String password) {
        return db.sql("""
                with made as (insert into journal.account (name, password_hash) values (:name, :hash) on conflict do nothing returning name)
                insert into journal.role_binding (id, account, role, from_on, granted_by)
                select gen_random_uuid(), name, 'administrator', :today, 'system:roles' from made""")
                .param("name", name).param("hash", passwords.encode(password)).param("today", LocalDate.now(clock)).update() == 1;
    }

    public boolean exists(String name) {
        return db.sql("select 1 from journal.account where name = :name").param("name", name).query(Integer.class).optional().isPresent();
    }

    @Override
    public boolean sole(String actor) {
        return db.sql("select count(*) = 1 and bool_and(name = :name) from journal.account").param("name", actor).query(Boolean.class).single();
    }

    /** A password of 24 random characters. */
    public String newPassword() {
        return random(18);
    }

    @Override
    public boolean matches(String account, String password) {
        var hash = db.sql("select password_hash from journal.account where name = :name").param("name", account).query(String.class).optional();
        boolean matches = passwords.matches(password, hash.orElseGet(this::someHash));
        return hash.isPresent() && matches;
    }

    @Override
    public Issued issue(String account) {
        var token = random(TOKEN_BYTES);
        var expires = clock.instant().plus(VALID);
        db.sql("insert into journal.api_token (token_hash, account, expires_at) values (:hash, :account, :expires)")
                .param("hash", sha256(token)).param("account", account).param("expires", expires.atOffset(ZoneOffset.UTC)).update();
        return new Issued(token, expires);
    }

    @Override
    public Optional<Authority> holder(String token) {
        var holder = known.get(token, this::find);
        return holder == null || !holder.expiresAt.isAfter(clock.instant()) ? Optional.empty() : Optional.of(of(holder.account));
    }

    @Override
    public boolean isLiaison(String actor, InstitutionId institution) {
        return of(actor).isLiaisonOf(institution);
    }

    @Override
    public Authority of(String actor) {
        return authorities.get(actor, name -> new Authority(name, bindings(name)));
    }

    private Set<Binding> bindings(String account) {
        return db.sql("""
                select role, bound_kind, bound_to from journal.role_binding
                where account = :account and from_on <= :today and (until_on is null or until_on >= :today) and ended_at is null""")
                .param("account", account).param("today", LocalDate.now(clock))
                .query((row, line) -> new Binding(Role.valueOf(row.getString("role").toUpperCase(Locale.ROOT).replace('-', '_')),
                        boundTo(row.getString("bound_kind"), row.getObject("bound_to", UUID.class)))).set();
    }

    private static @Nullable ItemId boundTo(@Nullable String kind, UUID id) {
        return switch (kind) {
            case null -> null;
            case "body" -> new BodyId(id);
            case "plan" -> new PlanId(id);
            case "institution" -> new InstitutionId(id);
            default -> throw new IllegalStateException("A role is bound to something of the kind " + kind);
        };
    }

    private Known find(String token) {
        return db.sql("select account, expires_at from journal.api_token where token_hash = :hash").param("hash", sha256(token))
                .query((row, line) -> new Known(row.getString(1), row.getObject(2, OffsetDateTime.class).toInstant())).optional().orElse(null);
    }

    /** An unknown name costs as much time as a known one. */
    private String someHash() {
        return unknownHash;
    }

    private final String unknownHash = passwords.encode(random(18));

    private String random(int bytes) {
        var value = new byte[bytes];
        random.nextBytes(value);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(value);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
