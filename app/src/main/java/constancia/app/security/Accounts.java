package constancia.app.security;

import constancia.web.security.TokenDesk;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Optional;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.ZoneOffset;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/** Accounts and their tokens. Passwords are kept as Argon2id, tokens as SHA-256; neither can be read back. */
@Component
public class Accounts implements TokenDesk, constancia.command.accounts.Accounts {

    private static final Duration VALID = Duration.ofDays(30);
    private static final int TOKEN_BYTES = 32;

    private record Known(String account, Instant expiresAt) {}

    private final JdbcClient db;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Argon2PasswordEncoder passwords = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    /** A token withdrawn on another node is still taken here for so long. */
    private final Cache<String, Known> known = Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(Duration.ofSeconds(10)).build();

    Accounts(@Qualifier("workDb") JdbcClient workDb, Clock clock) {
        this.db = workDb;
        this.clock = clock;
    }

    /** Makes the account unless it exists; answers whether it was made. */
    public boolean create(String name, String password) {
        return db.sql("insert into journal.account (name, password_hash) values (:name, :hash) on conflict do nothing")
                .param("name", name).param("hash", passwords.encode(password)).update() == 1;
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
    public Optional<String> holder(String token) {
        var holder = known.get(token, this::find);
        return holder == null || !holder.expiresAt.isAfter(clock.instant()) ? Optional.empty() : Optional.of(holder.account);
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
