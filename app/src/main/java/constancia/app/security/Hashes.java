package constancia.app.security;

import constancia.kernel.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;

/** Secrets that nobody can guess, and the hashes under which they are kept. */
final class Hashes {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Hashes() {}

    static byte[] of(String text) {
        return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** So many random bytes, as letters that can stand in a link. */
    static String secret(int bytes) {
        var value = new byte[bytes];
        RANDOM.nextBytes(value);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(value);
    }
}
