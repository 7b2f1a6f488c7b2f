package constancia.kernel;

import java.util.List;

/** A command was read, but one of its values is out of range or names something that does not exist: 422. */
public final class Invalid extends RuntimeException {

    private final String field;
    private final String code;
    private final List<Object> args;

    /** @param field JSON pointer without the leading slash: {@code percent}, {@code responsible/0/institution} */
    public Invalid(String field, String code, Object... args) {
        super(field + ": " + code, null, false, false);
        this.field = field;
        this.code = code;
        this.args = List.of(args);
    }

    public String field() {
        return field;
    }

    public String code() {
        return code;
    }

    public List<Object> args() {
        return args;
    }
}
