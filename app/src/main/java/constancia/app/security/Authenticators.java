package constancia.app.security;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import constancia.app.secrets.SecretKeys.Encrypted;
import constancia.web.security.SecondFactor;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Second factors by RFC 6238: six digits every thirty seconds, one step early or late, each taken once. */
@Component
class Authenticators implements SecondFactor {

    private static final int SECRET_BYTES = 20;
    private static final int RECOVERY_CODES = 10;
    private static final int RECOVERY_BYTES = 10;
    private static final long DRIFT = 1;

    private final JdbcClient db;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final AccountLog log;
    private final SecondFactorKeys keys;
    private final SecureRandom random = new SecureRandom();
    private final TimeBasedOneTimePasswordGenerator codes = new TimeBasedOneTimePasswordGenerator();

    Authenticators(@Qualifier("workDb") JdbcClient workDb, @Qualifier("workTransaction") TransactionTemplate workTransaction, @Qualifier("wallClock") Clock clock, AccountLog log,
                   SecondFactorKeys keys) {
        this.db = workDb;
        this.transaction = workTransaction;
        this.clock = clock;
        this.log = log;
        this.keys = keys;
    }

    @Override
    public boolean active(String account) {
        return db.sql("select 1 from journal.second_factor where account = :account and confirmed_at is not null").param("account", account)
                .query(Integer.class).optional().isPresent();
    }

    @Override
    public Secret begin(String account) {
        var secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        var encrypted = keys.encrypt(secret, account);
        db.sql("""
                insert into journal.second_factor (account, secret, key, begun_at) values (:account, :secret, :key, :now)
                on conflict (account) do update set secret = excluded.secret, key = excluded.key, begun_at = excluded.begun_at where second_factor.confirmed_at is null""")
                .param("account", account).param("secret", encrypted.text()).param("key", encrypted.key()).param("now", now()).update();
        return begun(account).orElseThrow();
    }

    @Override
    public Optional<Secret> begun(String account) {
        return secret(account, "confirmed_at is null").map(secret -> {
            var letters = new Base32().encodeToString(secret);
            return new Secret("otpauth://totp/Constancia:" + URLEncoder.encode(account, StandardCharsets.UTF_8) + "?secret=" + letters + "&issuer=Constancia", letters);
        });
    }

    @Override
    public Optional<List<String>> confirm(String account, String code) {
        return transaction.execute(status -> {
            if (!taken(account, code)) {
                return Optional.empty();
            }
            db.sql("update journal.second_factor set confirmed_at = :now where account = :account").param("now", now()).param("account", account).update();
            db.sql("delete from journal.recovery_code where account = :account").param("account", account).update();
            var recovery = new ArrayList<String>();
            for (int i = 0; i < RECOVERY_CODES; i++) {
                var bytes = new byte[RECOVERY_BYTES];
                random.nextBytes(bytes);
                var letters = new Base32().encodeToString(bytes).toLowerCase();
                recovery.add(letters.replaceAll("(.{4})(?=.)", "$1-"));
                db.sql("insert into journal.recovery_code (account, code_hash) values (:account, :hash)")
                        .param("account", account).param("hash", hash(account, letters)).update();
            }
            log.keep(account, account, "second-factor-added", null);
            return Optional.of(List.copyOf(recovery));
        });
    }

    @Override
    public void remove(String account) {
        remove(account, account);
    }

    void remove(String account, String actor) {
        transaction.executeWithoutResult(status -> {
            db.sql("delete from journal.recovery_code where account = :account").param("account", account).update();
            if (db.sql("delete from journal.second_factor where account = :account and confirmed_at is not null").param("account", account).update() > 0) {
                log.keep(account, actor, "second-factor-removed", null);
            }
        });
    }

    /** Whether it is a code of the authenticator's or a recovery code that was not taken before. It is taken by this. */
    boolean take(String account, String code) {
        var plain = code.replaceAll("[\\s-]", "").toLowerCase();
        return plain.length() == codes.getPasswordLength() ? active(account) && taken(account, plain)
                : db.sql("update journal.recovery_code set used_at = :now where account = :account and code_hash = :hash and used_at is null")
                        .param("now", now()).param("account", account).param("hash", hash(account, plain)).update() == 1;
    }

    private boolean taken(String account, String code) {
        var plain = code.replaceAll("\\s", "");
        var secret = secret(account, "true");
        if (secret.isEmpty()) {
            return false;
        }
        long step = clock.instant().getEpochSecond() / codes.getTimeStep().toSeconds();
        for (long each = step - DRIFT; each <= step + DRIFT; each++) {
            if (MessageDigest.isEqual(at(secret.get(), each).getBytes(StandardCharsets.UTF_8), plain.getBytes(StandardCharsets.UTF_8))) {
                return db.sql("update journal.second_factor set last_step = :step where account = :account and last_step < :step")
                        .param("step", each).param("account", account).update() == 1;
            }
        }
        return false;
    }

    private Optional<byte[]> secret(String account, String which) {
        return db.sql("select key, secret from journal.second_factor where account = :account and " + which).param("account", account)
                .query((row, line) -> keys.decrypt(new Encrypted(row.getString(1), row.getBytes(2)), account)).optional();
    }

    private String at(byte[] secret, long step) {
        try {
            return codes.generateOneTimePasswordString(new SecretKeySpec(secret, codes.getAlgorithm()), Instant.ofEpochSecond(step * codes.getTimeStep().toSeconds()));
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] hash(String account, String code) {
        return Hashes.of("recovery " + account + " " + code);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
