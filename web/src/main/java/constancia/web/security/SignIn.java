package constancia.web.security;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Where an account shows that it is itself. Whoever does not get in learns nothing but how long to wait. */
public interface SignIn {

    /**
     * From where somebody tries.
     *
     * @param browser what this browser was given when somebody got in with it, or null
     */
    record Place(String address, @Nullable String browser) {}

    sealed interface Outcome {}

    /** It is the account of that name, whole. */
    record Welcome(String account) implements Outcome {}

    /** The password is right, the code of the second factor is missing. */
    record CodeNeeded(String account) implements Outcome {}

    /** The password is right, and a second factor has to be set up before anything else. */
    record EnrolmentNeeded(String account) implements Outcome {}

    /** Name, password or code are not right; which of them is not told. */
    record Wrong() implements Outcome {}

    /** Nothing was looked at: there were too many attempts. */
    record TooSoon(Duration left) implements Outcome {}

    Outcome password(String account, String password, Place place);

    /** The second step for an account whose password was right. A code is taken once. */
    Outcome code(String account, String code, Place place);

    /** Whether that is the account's password; counted like any other attempt. */
    Outcome again(String account, String password, Place place);
}
