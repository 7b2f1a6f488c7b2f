package constancia.command.imports;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Texts made comparable: what people consider the same name or heading. */
final class Plain {

    private static final Pattern BLANKS = Pattern.compile("[ \\t\\u00A0]+");
    private static final Pattern LINE_BREAKS = Pattern.compile(" ?(?:[\\n\\r]+ ?)+");
    private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");
    private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Set<String> SMALL_WORDS = Set.of("de", "del", "la", "las", "el", "los", "y", "e", "en", "para", "of", "the", "and", "for");

    private Plain() {
    }

    /** Without case, accents, dots and extra spaces. */
    static String of(String text) {
        String apart = Normalizer.normalize(text, Normalizer.Form.NFD);
        var plain = new StringBuilder(apart.length());
        for (int i = 0; i < apart.length(); i++) {
            char c = apart.charAt(i);
            boolean blank = Character.isWhitespace(c) || c == '\u00A0';
            if (blank && !plain.isEmpty() && plain.charAt(plain.length() - 1) != ' ') {
                plain.append(' ');
            } else if (!blank && c != '.' && Character.getType(c) != Character.NON_SPACING_MARK) {
                plain.append(c);
            }
        }
        return plain.toString().strip().toLowerCase(Locale.ROOT);
    }

    /** Without case, accents and extra spaces, dots kept. */
    static String spaced(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("").replaceAll("[\\s\\u00A0]+", " ").strip().toLowerCase(Locale.ROOT);
    }

    /** Without these characters at either end. (As a regular expression, this is slow for a long run of them.) */
    static String trimmed(String text, String start, String end) {
        int from = 0;
        int to = text.length();
        while (from < to && start.indexOf(text.charAt(from)) >= 0) {
            from++;
        }
        while (to > from && end.indexOf(text.charAt(to - 1)) >= 0) {
            to--;
        }
        return text.substring(from, to);
    }

    /** One blank or one line break instead of each run of them. */
    static String singleSpaced(String text) {
        return LINE_BREAKS.matcher(BLANKS.matcher(text).replaceAll(" ")).replaceAll("\n").strip();
    }

    /** Letters and digits alone. */
    static String letters(String text) {
        return NOT_WORD.matcher(of(text)).replaceAll("");
    }

    /** A heading's words, with all punctuation as spaces: "Responsable(s):" is "responsable s". */
    static String heading(String text) {
        return NOT_WORD.matcher(of(text)).replaceAll(" ").strip();
    }

    /** The words that tell names apart. */
    static List<String> words(String text) {
        return Stream.of(NOT_WORD.split(of(text))).filter(w -> !w.isEmpty() && !SMALL_WORDS.contains(w)).distinct().toList();
    }
}
