package constancia.app.secrets;

import constancia.kernel.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Keys of AES-256-GCM. The first one encrypts; those after it only decrypt what was encrypted before them. */
public final class SecretKeys {

    private static final int KEY_BYTES = 32;
    private static final int ID_BYTES = 4;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    /**
     * A secret as it is kept.
     *
     * @param key  under which it is
     * @param text the nonce, and what only that key opens
     */
    public record Encrypted(String key, byte[] text) {}

    private final Map<String, SecretKeySpec> keys;

    private SecretKeys(Map<String, SecretKeySpec> keys) {
        this.keys = keys;
    }

    /**
     * @param written each in base64, on lines of their own or by commas
     * @throws IllegalArgumentException there is none, one is not of 32 bytes or is there twice
     */
    public static SecretKeys of(String written) {
        var keys = new LinkedHashMap<String, SecretKeySpec>();
        Stream.of(written.strip().split("[\\s,]+")).forEach(one -> {
            var key = Base64.getDecoder().decode(one);
            if (key.length != KEY_BYTES || keys.put(id(key), new SecretKeySpec(key, "AES")) != null) {
                throw new IllegalArgumentException("not a key, or not a new one");
            }
        });
        return new SecretKeys(keys);
    }

    public static boolean areIn(String written) {
        try {
            of(written);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** A new one, as {@link #of} takes it. */
    static String made() {
        var key = new byte[KEY_BYTES];
        RANDOM.nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }

    /** Tells keys apart and nothing about them. */
    private static String id(byte[] key) {
        return HexFormat.of().formatHex(Sha256.of(key), 0, ID_BYTES);
    }

    public Set<String> ids() {
        return keys.keySet();
    }

    /** The key under which secrets are kept from now on. */
    public String newest() {
        return keys.keySet().iterator().next();
    }

    /** @param whose of whom it is: for another it does not open */
    public Encrypted encrypt(byte[] secret, String whose) {
        var nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        var text = run(Cipher.ENCRYPT_MODE, newest(), nonce, secret, whose);
        return new Encrypted(newest(), ByteBuffer.allocate(NONCE_BYTES + text.length).put(nonce).put(text).array());
    }

    /** @throws IllegalStateException its key is not here, or it was changed, or is another's */
    public byte[] decrypt(Encrypted kept, String whose) {
        if (!keys.containsKey(kept.key)) {
            throw new IllegalStateException("The key " + kept.key + " is not here");
        }
        var text = ByteBuffer.wrap(kept.text);
        var nonce = new byte[NONCE_BYTES];
        text.get(nonce);
        var rest = new byte[text.remaining()];
        text.get(rest);
        return run(Cipher.DECRYPT_MODE, kept.key, nonce, rest, whose);
    }

    private byte[] run(int mode, String key, byte[] nonce, byte[] text, String whose) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, keys.get(key), new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(whose.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(text);
        } catch (AEADBadTagException e) {
            throw new IllegalStateException("What is kept of " + whose + " was changed or is another's", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
