package constancia.app.security;

import com.nulabinc.zxcvbn.Zxcvbn;
import constancia.kernel.Invalid;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Which passwords may be chosen: long ones that nobody else would guess soon. No rules about kinds of characters and no
 * end after some months; what leaked or is common, the account's own name and the names in the register are refused,
 * with what is usually hung on them.
 */
@Component
class PasswordPolicy {

    static final int FEWEST = 12;
    static final int MOST = 200;
    /** Where somebody who knows what is common gets within this many guesses, it is too easy. */
    private static final double GUESSES = 1e8;
    /** Beyond that nothing is looked at: so long a beginning says enough. */
    private static final int LOOKED_AT = 64;

    private final JdbcClient db;
    private final Zxcvbn common = new Zxcvbn();
    private final List<String> spanish = words();

    PasswordPolicy(@Qualifier("workDb") JdbcClient workDb) {
        this.db = workDb;
    }

    /** @throws Invalid it is too short, too long or easy to guess */
    void require(String account, String password) {
        fault(account, password).ifPresent(fault -> {
            throw fault;
        });
    }

    Optional<Invalid> fault(String account, String password) {
        var normal = Passwords.normal(password);
        int length = normal.codePointCount(0, normal.length());
        if (length < FEWEST) {
            return Optional.of(new Invalid("password", "password-too-short", FEWEST));
        }
        if (length > MOST) {
            return Optional.of(new Invalid("password", "password-too-long", MOST));
        }
        var names = new ArrayList<>(spanish);
        names.add(account);
        names.addAll(db.sql("select distinct written from journal.institution_name").query(String.class).list());
        var beginning = normal.substring(0, normal.offsetByCodePoints(0, Math.min(length, LOOKED_AT)));
        return common.measure(beginning, names).getGuesses() < GUESSES ? Optional.of(new Invalid("password", "password-common")) : Optional.empty();
    }

    /** The library's lists are English. */
    private static List<String> words() {
        try (var words = PasswordPolicy.class.getResourceAsStream("common-words-es.txt")) {
            return new String(words.readAllBytes(), StandardCharsets.UTF_8).lines().filter(word -> !word.isBlank()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
