package constancia.postgres;

import java.util.List;

/** A PostgreSQL that could lose or change what was acknowledged, or is too old; the message has every reason. */
public final class UnsafeDatabase extends RuntimeException {

    private final List<String> violations;

    UnsafeDatabase(List<String> violations) {
        super(String.join("\n", violations));
        this.violations = List.copyOf(violations);
    }

    /** @throws UnsafeDatabase if there is a violation */
    public static void unlessNone(List<String> violations) {
        if (!violations.isEmpty()) {
            throw new UnsafeDatabase(violations);
        }
    }

    public List<String> violations() {
        return violations;
    }
}
