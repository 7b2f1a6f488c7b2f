package constancia.command;

import java.util.List;

/** The account may not do that: 403. The code is stable; people read the sentence that belongs to it. */
public final class Forbidden extends RuntimeException {

    private final String code;
    private final transient List<Object> args;

    public Forbidden(String code, Object... args) {
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
