package constancia.web.security;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What every page says of a register that is a demonstration: that it is one, by its own clock, and whether it is being filled. */
public interface Demonstration {

    /** @param role a word of the table of rights */
    record Account(String name, String role) {}

    /**
     * @param steps    how many steps the story has, of which {@code told} were told
     * @param trouble  why it was not told to its end, or null
     * @param password of all accounts
     */
    record Told(Instant now, int told, int steps, @Nullable String trouble, String password, List<Account> accounts) {

        public boolean filled() {
            return told == steps;
        }
    }

    Told told();

    /** Of all its accounts. */
    String password();
}
