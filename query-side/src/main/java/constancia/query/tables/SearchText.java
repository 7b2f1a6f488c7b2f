package constancia.query.tables;

import java.text.Normalizer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Text as it is searched: without case, accents and extra blanks, on both sides. */
public final class SearchText {

    private static final Pattern WILD = Pattern.compile("[\\\\%_]");

    private SearchText() {}

    /** What a row is found by; texts that are missing are left out. */
    public static String of(@Nullable String... texts) {
        return of(Stream.of(texts));
    }

    public static String of(Stream<@Nullable String> texts) {
        return texts.filter(text -> text != null).map(SearchText::plain).collect(Collectors.joining(" "));
    }

    /** The pattern of {@code like} that finds it anywhere; signs that are wild there stand for themselves. */
    static String anywhere(String sought) {
        return "%" + WILD.matcher(plain(sought)).replaceAll("\\\\$0") + "%";
    }

    /** Sign by sign and not by expressions: every row is written with it. */
    private static String plain(String text) {
        var plain = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFD).codePoints().filter(sign -> Character.getType(sign) != Character.NON_SPACING_MARK).forEach(sign -> {
            if (!isBlank(sign)) {
                plain.appendCodePoint(Character.toLowerCase(sign));
            } else if (!plain.isEmpty() && plain.charAt(plain.length() - 1) != ' ') {
                plain.append(' ');
            }
        });
        return plain.toString().strip();
    }

    private static boolean isBlank(int sign) {
        return Character.isWhitespace(sign) || Character.isSpaceChar(sign);
    }
}
