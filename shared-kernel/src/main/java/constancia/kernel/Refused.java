package constancia.kernel;

import java.util.List;

/** The rules refuse a command in the present state: 409, a stable code, nothing recorded. */
public final class Refused extends RuntimeException {

    private final String code;
    private final List<Object> args;

    /** @param code stable, in kebab-case, with a sentence in the {@code refusals} bundles; {@code args} fill its gaps */
    public Refused(String code, Object... args) {
        super(code, null, false, false);
        this.code = code;
        this.args = List.of(args);
    }

    public String code() {
        return code;
    }

    public List<Object> args() {
        return args;
    }
}
