package constancia.web.pages.imports;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that a person must decide about a file, once for all its rows.
 *
 * @param lines   where it comes up, as a link leads there: none when it is about the whole file
 * @param decided the choice made, in words; null while it is open
 * @param fault   what is wrong with what was just answered
 */
public record Doubt(int n, String name, String kind, String sentence, List<Option> options, List<Place> lines, @Nullable String decided, @Nullable String fault) {

    /** A line of a sheet. */
    public record Place(String sheet, int line) {}

    /**
     * One way to decide.
     *
     * @param value   what the form sends; {@code …} at its end stands for what is written beside it
     * @param picks   what is picked beside it, if anything
     * @param list    of names that are offered for what is written; null where nothing is written
     * @param written what stands in the field beside it
     */
    public record Option(String value, String label, List<Pick> picks, @Nullable String list, boolean chosen, String written) {

        /** Whether something has to be written beside it. */
        public boolean writes() {
            return list != null;
        }
    }

    public record Pick(String value, String label, boolean chosen) {}

    /** Whether it is about the whole file. */
    public boolean whole() {
        return lines.isEmpty();
    }
}
