package constancia.query.tables;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Text as it is searched: without case, accents and extra blanks, on both sides. */
public final class SearchText {

    private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\u00A0]+");
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

    private static String plain(String text) {
        var bare = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
        return BLANKS.matcher(bare).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    }
}
