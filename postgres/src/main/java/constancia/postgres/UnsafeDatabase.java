package constancia.postgres;

import java.util.List;

/** A PostgreSQL that could lose what was acknowledged, or is too old; the message has every reason. */
public final class UnsafeDatabase extends RuntimeException {

    private final List<String> violations;

    UnsafeDatabase(List<String> violations) {
        super(String.join("\n", violations));
        this.violations = List.copyOf(violations);
    }

    public List<String> violations() {
        return violations;
    }
}
