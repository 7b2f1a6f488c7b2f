package constancia.web;

import java.util.List;

/** What is wrong with one field of a request. {@code pointer} is a JSON pointer with a leading {@code #}. */
public record FieldProblem(String pointer, String code, List<Object> args) {

    public static FieldProblem of(String pointer, String code, Object... args) {
        return new FieldProblem("#/" + pointer, code, List.of(args));
    }
}
