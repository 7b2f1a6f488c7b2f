package constancia.app.safety;

import java.util.List;
import java.util.stream.Collectors;

/** Settings under which the register must not run; the message has every reason, in Spanish and in English. */
public final class UnsafeSettings extends RuntimeException {

    /** What only the database could tell. */
    public static UnsafeSettings because(String spanish, String english) {
        return new UnsafeSettings(List.of(new Unsafe(spanish, english)));
    }

    UnsafeSettings(List<Unsafe> reasons) {
        super(reasons.stream().map(reason -> "- " + reason.spanish() + "\n  " + reason.english()).collect(Collectors.joining("\n")));
    }
}
