package constancia.web.security;

import java.util.List;
import java.util.Optional;

/** One-time codes of an authenticator (RFC 6238), and those that help when it is lost. */
public interface SecondFactor {

    /** What an authenticator has to be told: as a link to be shown as a QR code, and as letters to be typed. */
    record Secret(String link, String letters) {}

    boolean active(String account);

    /** A new secret, which counts once a code of it was given. */
    Secret begin(String account);

    /** The secret that waits for its first code. */
    Optional<Secret> begun(String account);

    /** Ten codes for when the authenticator is lost, shown this once; empty when the code is not right. */
    Optional<List<String>> confirm(String account, String code);

    void remove(String account);
}
