package constancia.web;

import java.util.List;

/** A request that cannot be taken as it is: 400 when it cannot be read, 422 when its values do not do. Names every field at fault. */
public final class BadRequest extends RuntimeException {

    private final int status;
    private final List<FieldProblem> problems;

    public BadRequest(int status, List<FieldProblem> problems) {
        super(problems.toString(), null, false, false);
        this.status = status;
        this.problems = List.copyOf(problems);
    }

    public int status() {
        return status;
    }

    public List<FieldProblem> problems() {
        return problems;
    }
}
