package constancia.command.documents;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Names of files as they can be kept and given out again: without folders, and without signs that cannot be seen or that lead elsewhere. */
public final class FileName {

    private static final int LONGEST = 200;
    private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cs}\\p{Cn}\\p{Zl}\\p{Zp}]");
    private static final Pattern LEADS_ELSEWHERE = Pattern.compile("[<>:\"|?*]");
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Zs}]+");
    private static final Pattern EDGES = Pattern.compile("^[. ]+|[. ]+$");

    private FileName() {}

    /** At most 200 signs, the end of the name among them; {@code documento} when nothing is left of it. */
    public static String of(String given) {
        var name = Normalizer.normalize(given, Normalizer.Form.NFC);
        name = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        name = LEADS_ELSEWHERE.matcher(UNSEEN.matcher(name).replaceAll("")).replaceAll("");
        name = EDGES.matcher(BLANKS.matcher(name).replaceAll(" ")).replaceAll("");
        var ending = ending(name);
        var stem = ending.isEmpty() ? name : name.substring(0, name.length() - ending.length() - 1);
        int left = LONGEST - (ending.isEmpty() ? 0 : ending.length() + 1);
        if (stem.codePointCount(0, stem.length()) > left) {
            stem = stem.substring(0, stem.offsetByCodePoints(0, left)).strip();
        }
        return (stem.isEmpty() ? "documento" : stem) + (ending.isEmpty() ? "" : "." + ending);
    }

    /** In lower case; nothing when the name has none, or none that could be one. */
    public static String ending(String name) {
        int dot = name.lastIndexOf('.');
        var ending = dot < 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
        return ending.matches("[a-z0-9]{1,10}") ? ending : "";
    }
}
