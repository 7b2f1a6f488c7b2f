package constancia.command.imports;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Something that the preview says about what was read. The sentences are in the message bundles, as
 * {@code notice.<code>}; {0} is the sheet, {1} the line (0 for none), the arguments follow from {2}.
 */
public record Notice(Kind kind, String sheet, int line, List<String> arguments) {

    /** Everything that may be said about a matrix or about one row. */
    public enum Kind {
        PERSON_NOT_IMPORTED, LINE_SKIPPED, COLUMN_IGNORED, HIDDEN_SHEET, HIDDEN_COLUMN, SHEET_WITHOUT_TABLE,
        PERIODS_WITHOUT_YEAR,
        JOINED_ROWS, MERGED_CELLS, NUMBER_MISSING, REPEATED_NUMBER, REPEATED_ROW, TEXT_MISSING, RESPONSIBLE_MISSING,
        MARK_IS_TEXT, TERM_NOT_UNDERSTOOD, HIDDEN_ROW,
        OLD_ENCODING,
        NAMES_NOT_COMPARED;

        /** The stable word for this notice, in kebab-case. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public Notice {
        arguments = List.copyOf(arguments);
    }

    static Notice of(Kind kind, String sheet, int line, Object... arguments) {
        return new Notice(kind, sheet, line, Arrays.stream(arguments).map(String::valueOf).toList());
    }

    public String code() {
        return kind.code();
    }
}
