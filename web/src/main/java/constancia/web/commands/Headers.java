package constancia.web.commands;

import constancia.web.BadRequest;
import constancia.web.FieldProblem;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The headers that commands understand. */
final class Headers {

    private static final Pattern VERSION = Pattern.compile("\"(\\d{1,9})\"");
    private static final Pattern KEY = Pattern.compile("[\\x20-\\x7e]{1,200}");

    private Headers() {}

    /** {@code If-Match: "3"}; {@code *} and nothing mean any version. */
    static @Nullable Integer version(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.strip().equals("*")) {
            return null;
        }
        var matcher = VERSION.matcher(ifMatch.strip());
        if (!matcher.matches()) {
            throw bad("If-Match", "if-match-malformed");
        }
        return Integer.valueOf(matcher.group(1));
    }

    static String key(String key) {
        if (!KEY.matcher(key).matches()) {
            throw bad("Idempotency-Key", "idempotency-key-malformed");
        }
        return key;
    }

    private static BadRequest bad(String header, String code) {
        return new BadRequest(400, List.of(new FieldProblem(header, code, List.of())));
    }
}
