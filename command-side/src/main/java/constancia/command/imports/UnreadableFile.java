package constancia.command.imports;

import java.util.List;
import java.util.Locale;

/**
 * A file that cannot be read as a matrix. Carries a stable code and arguments (a cell, a limit);
 * the sentences are in the message bundles, as {@code unreadable.<code>}.
 */
public final class UnreadableFile extends RuntimeException {

    /** Every reason for which a file is refused. */
    public enum Problem {
        EMPTY_FILE, FILE_TOO_LARGE, NOT_A_WORKBOOK, ENCRYPTED_WORKBOOK, OLD_WORKBOOK_FORMAT, OPEN_DOCUMENT_FORMAT,
        BINARY_WORKBOOK_FORMAT, STRICT_WORKBOOK_FORMAT, DAMAGED_WORKBOOK, DAMAGED_CSV, DOCTYPE_REFUSED,
        TOO_MANY_ENTRIES, WORKBOOK_TOO_LARGE, TOO_MANY_SHEETS, TOO_MANY_ROWS, TOO_MANY_OTHER_ROWS, TOO_MANY_COLUMNS, TEXT_TOO_LONG,
        FORMULA_WITHOUT_RESULT, NO_TABLE_FOUND, TABLE_WITHOUT_ROWS, REPEATED_PERIOD, MAPPING_DOES_NOT_FIT;

        /** The stable word for this problem, in kebab-case. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final transient List<String> arguments;
    private final Problem problem;

    public UnreadableFile(Problem problem, Object... arguments) {
        super(problem.code());
        this.problem = problem;
        this.arguments = java.util.Arrays.stream(arguments).map(String::valueOf).toList();
    }

    public Problem problem() {
        return problem;
    }

    public String code() {
        return problem.code();
    }

    /** Values for {0}, {1}… of the sentence. */
    public List<String> arguments() {
        return arguments;
    }
}
