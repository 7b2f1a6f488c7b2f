package constancia.command.imports;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Texts made comparable: what people consider the same name or heading. */
final class Plain {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00A0]+");
    private static final Pattern NOT_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Set<String> SMALL_WORDS = Set.of("de", "del", "la", "las", "el", "los", "y", "e", "en", "para", "of", "the", "and", "for");

    private Plain() {
    }

    /** Without case, accents, dots and extra spaces. */
    static String of(String text) {
        String bare = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        return SPACES.matcher(bare.replace(".", "")).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
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
