package constancia.web.commands;

import java.util.List;
import java.util.stream.Stream;

/**
 * A field of a command as a form shows it.
 *
 * @param name     as the request calls it; the key of its label
 * @param path     its place in the request: {@code agenda/0/title}
 * @param most     the greatest length of a text, else 0
 * @param words    what may be chosen, and {@code family}, under which these words are told; empty for other kinds
 * @param parts    the fields of one row, of a field that holds several rows
 */
public record FormField(String name, String path, Kind kind, boolean required, int most, String family, List<String> words, List<FormField> parts) {

    /** How it is asked for. A part is one of an item: a milestone, a node of a plan's outline. */
    public enum Kind { TEXT, LONG_TEXT, LINES, DATE, MOMENT, NUMBER, AMOUNT, TRUTH, WORD, WORDS, INSTITUTION, BODY, PLAN, AGREEMENT, MEETING, ACTION, CASE_FILE, PERSON, PART, PERIOD, DOCUMENT, DOCUMENTS,
        INSTITUTIONS, AGREEMENTS, ACTIONS, PARTS, PERIODS, ROWS }

    /** The field itself or, of rows, those of their fields that hold a value, each as it stands in the first row. */
    public Stream<FormField> leaves() {
        return kind == Kind.ROWS ? parts.stream().flatMap(FormField::leaves) : Stream.of(this);
    }
}
