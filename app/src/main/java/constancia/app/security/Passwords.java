package constancia.app.security;

import constancia.command.Busy;
import java.text.Normalizer;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/** Passwords as Argon2id (19 MiB, two passes), so many at a time as there are processors: each takes memory and time. */
@Component
class Passwords {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int KIBIBYTES = 19 * 1024;
    private static final int PASSES = 2;
    private static final long WAIT_SECONDS = 5;

    private final Argon2PasswordEncoder argon2 = new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, 1, KIBIBYTES, PASSES);
    private final Semaphore turns = new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()), true);
    /** An unknown name costs as much time as a known one. */
    private final String ofNobody = argon2.encode(UUID.randomUUID().toString());

    String encode(String password) {
        return inTurn(() -> argon2.encode(normal(password)));
    }

    /** @param hash null when there is no such account or it has no password; as long is taken to say no */
    boolean matches(String password, @Nullable String hash) {
        boolean matches = inTurn(() -> argon2.matches(normal(password), hash == null ? ofNobody : hash));
        return hash != null && matches;
    }

    /** Whether it was made with other settings than today's. */
    boolean outdated(String hash) {
        return argon2.upgradeEncoding(hash);
    }

    /** The same letters are the same password, however a keyboard composes them. */
    static String normal(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }

    private interface Work<T> {
        T run();
    }

    private <T> T inTurn(Work<T> work) {
        try {
            if (!turns.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw new Busy(new TimeoutException());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Busy(e);
        }
        try {
            return work.run();
        } finally {
            turns.release();
        }
    }
}
