package constancia.query.meetings;

import java.text.MessageFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/** The lines of a text in one language; its sentences stand in the {@code minutes} bundle. */
final class MinutesLines {

    private static final String INDENT = "   ";

    private final StringBuilder text = new StringBuilder();
    private final ResourceBundle bundle;
    private final Locale locale;

    MinutesLines(Locale locale) {
        this.locale = locale;
        this.bundle = ResourceBundle.getBundle(MinutesLines.class.getPackageName() + ".minutes", locale, MinutesLines.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    void section(String key) {
        text.append('\n');
        add(0, key);
    }

    void add(int depth, String key, Object... gaps) {
        plain(depth, new MessageFormat(word(key), locale).format(Stream.of(gaps).map(String::valueOf).toArray()));
    }

    /** A text of several lines stays under its first one. */
    void plain(int depth, String line) {
        var indent = INDENT.repeat(depth);
        text.append(indent).append(line.replace("\n", "\n" + indent)).append('\n');
    }

    String word(String key) {
        return bundle.getString(key);
    }

    String day(LocalDate day) {
        return DateTimeFormatter.ofPattern(word("day-pattern"), locale).format(day);
    }

    @Override
    public String toString() {
        return text.toString().strip();
    }
}
