package constancia.command.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The institutions named in one cell and the part that each is proposed for. */
public final class Responsibles {

    /** The first named leads; those after "con apoyo de" support; the others are co-responsible. */
    public enum Part { LEAD, CO_RESPONSIBLE, SUPPORT }

    /** A name as written. */
    public record Named(String text, Part part) {
    }

    private static final Pattern SUPPORT = Pattern.compile(
        "\\s*,?\\s*\\bcon\\s+(?:el\\s+)?apoyo\\s+(?:de\\s+(?:las?|los)\\b|del\\b|de\\b)\\s*:?\\s*|\\s*,?\\s*\\bwith\\s+(?:the\\s+)?support\\s+(?:of|from)\\b\\s*",
        Pattern.CASE_INSENSITIVE);

    /** A hyphen separates beside a space or between two acronyms, so that UNICAES-Ilobasco stays whole. */
    private static final Pattern SEPARATOR = Pattern.compile(
        "\\s*[,;\\n]\\s*|\\s*/\\s*(?!(?:as?|os?)\\b)|\\s+[-–—]\\s*|[-–—]\\s+|(?<=\\p{Lu}{2})[-–—](?=\\p{Lu}{2})");

    private static final int LONGEST_RUN = 6;

    private Responsibles() {
    }

    public static List<Named> parse(String cell) {
        return parse(cell, name -> false);
    }

    /** @param known tells whether a text is the whole name of an institution, and so must not be split */
    public static List<Named> parse(String text, Predicate<String> known) {
        String cell = Plain.singleSpaced(text);
        var named = new ArrayList<Named>();
        String[] halves = known.test(cell) ? new String[] {cell} : SUPPORT.split(cell, 2);
        for (int half = 0; half < halves.length; half++) {
            for (String name : names(halves[half], known)) {
                boolean repeated = named.stream().anyMatch(n -> Plain.of(n.text()).equals(Plain.of(name)));
                if (!repeated) {
                    named.add(new Named(name, half > 0 ? Part.SUPPORT : named.isEmpty() ? Part.LEAD : Part.CO_RESPONSIBLE));
                }
            }
        }
        return List.copyOf(named);
    }

    /** The longest run of pieces that is a known name counts as one. */
    private static List<String> names(String text, Predicate<String> known) {
        var pieces = new ArrayList<int[]>();
        int start = 0;
        Matcher separator = SEPARATOR.matcher(text);
        for (; pieces.size() < Limits.NAMES_IN_A_CELL && separator.find(); start = separator.end()) {
            pieces.add(new int[] {start, separator.start()});
        }
        pieces.add(new int[] {start, text.length()});
        var names = new ArrayList<String>();
        for (int i = 0; i < pieces.size(); ) {
            int last = Math.min(pieces.size(), i + LONGEST_RUN) - 1;
            while (last > i && !known.test(tidy(text.substring(pieces.get(i)[0], pieces.get(last)[1])))) {
                last--;
            }
            String name = tidy(text.substring(pieces.get(i)[0], pieces.get(last)[1]));
            if (!name.isEmpty()) {
                names.add(name);
            }
            i = last + 1;
        }
        return names;
    }

    private static String tidy(String name) {
        return Plain.trimmed(name.replace('\n', ' '), " -–—.•*/,;", " -–—:/,;");
    }
}
