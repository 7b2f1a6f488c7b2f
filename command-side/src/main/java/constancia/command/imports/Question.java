package constancia.command.imports;

import constancia.kernel.Word;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something about a file that a person must decide. {@code name} is the same for the same file whenever it is asked;
 * the sentences are in the message bundles as {@code question.<kind>} and {@code choice.<kind of choice>}.
 *
 * @param answer the choice made, or null
 * @param rows   the rows that it is about, by their number in the preview
 */
public record Question(String name, Kind kind, List<String> args, List<Choice> choices, @Nullable String answer, List<Integer> rows) {

    public enum Kind implements Word {
        ENCODING, HIDDEN_SHEET, HIDDEN_ROWS, HIDDEN_COLUMNS, SHEET, PLAN, EFFECTIVE_ON, PERIODS, INSTITUTION, RESULTS_OF, BODY, NEW_BODY, SEAT_ROLE, SIMILAR_INSTITUTION, NAME_UNKNOWN, INSTITUTION_KIND, NO_RESPONSIBLE, JOINED_ROWS, CHANGED_ROW, CHANGED_DETAILS
    }

    /**
     * A possible answer.
     *
     * @param word  what is sent back; where it ends in {@code …} the caller puts a value of its own in that place
     * @param kind  of the sentence that explains it
     */
    public record Choice(String word, String kind, List<String> args) {

        static Choice of(String word, String kind, Object... args) {
            return new Choice(word, kind, Arrays.stream(args).map(String::valueOf).toList());
        }

        boolean takes(String answer) {
            return word.endsWith("…") ? answer.length() >= word.length() && answer.startsWith(word.substring(0, word.length() - 1)) : word.equals(answer);
        }
    }

    /** The question with its answer, if one of these takes it. */
    static Question asked(String name, Kind kind, List<String> args, List<Choice> choices, Map<String, String> answers) {
        var question = new Question(name, kind, args, List.copyOf(choices), null, List.of());
        var answer = answers.get(name);
        return answer != null && question.takes(answer) ? question.answered(answer) : question;
    }

    Question answered(String choice) {
        return new Question(name, kind, args, choices, choice, rows);
    }

    /** One more row, while the preview is being made. */
    void isAbout(int row) {
        if (rows.isEmpty() || rows.getLast() != row) {
            rows.add(row);
        }
    }

    Question copied() {
        return new Question(name, kind, args, choices, answer, List.copyOf(rows));
    }

    boolean takes(String answer) {
        return choices.stream().anyMatch(choice -> choice.takes(answer));
    }
}
