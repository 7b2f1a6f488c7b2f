package constancia.command.imports;

import constancia.command.imports.MatrixRow.Fault;
import constancia.kernel.Word;
import constancia.kernel.actions.Role;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a file will become, row by row, and what has to be decided before. Nothing of it is in the register yet.
 *
 * @param plan    id or code of the plan that is meant, or null while that is open
 * @param periods of the actions' marks, in the order of the calendar
 * @param faults  why answers that are among the choices were not taken, by the names of their questions
 */
public record Preview(@Nullable String plan, List<Row> rows, List<Question> questions, List<Notice> notices, List<String> periods, Map<String, Fault> faults) {

    /** {@code NEW}: of the row's kind; the others say it themselves. */
    public enum Becomes implements Word { NEW_ACTION, NEW, ALREADY_THERE, AMENDED_ACTION, LEFT_OUT, REFUSED, UNDECIDED }

    /** One institution named in a row: as written, and the decision made of it ({@code use:…}, {@code register:…}), null while open; no role where it takes a seat. */
    public record Party(String written, @Nullable Role role, @Nullable String decision, @Nullable String name) {}

    /**
     * @param item   what the row already is on record, if it is
     * @param fields what was read under each heading, for rows other than actions
     */
    public record Row(int row, ImportKind kind, MatrixRow source, List<String> recommendations, List<Party> responsible, Becomes becomes, @Nullable UUID item,
                      Map<String, String> fields, List<String> questions) {}

    /** The same with one more notice. */
    Preview saying(Notice notice) {
        return new Preview(plan, rows, questions, Stream.concat(notices.stream(), Stream.of(notice)).toList(), periods, faults);
    }

    public boolean decided() {
        return questions.stream().allMatch(question -> question.answer() != null);
    }

    /** The answer to a question of that name; empty too when nobody asked it. */
    Optional<String> answer(String name) {
        return questions.stream().filter(question -> question.name().equals(name)).findFirst().map(Question::answer);
    }
}
