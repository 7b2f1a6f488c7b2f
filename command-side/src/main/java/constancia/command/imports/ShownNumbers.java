package constancia.command.imports;

import java.time.LocalTime;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.DateUtil;

/**
 * Numbers as the sheet shows them; days as 2011-12-09, because 9/12/11 is read in two ways. A date of which the cell shows
 * less (a year, a month, a day without its year) is what it shows, in Spanish.
 */
final class ShownNumbers extends DataFormatter {

    /** The longest format that Excel accepts. */
    private static final int LONGEST_FORMAT = 255;
    /** What a format says beside its letters: a text, a character as it stands, a colour, a language. */
    private static final Pattern ASIDE = Pattern.compile("\"[^\"]*\"?|\\[[^\\]]*]?|[\\\\_*].");
    private static final Pattern DAY = Pattern.compile("(?<!d)dd?(?!d)");
    /** POI takes a format with a text in it for no date's: then it is given the format without. */
    private static final int NO_INDEX = -1;

    private record Format(int index, String code) {
    }

    /**
     * How a date's cell shows it.
     *
     * @param whole day, month and year
     */
    private record Date(Format shown, boolean whole) {
    }

    private final DataFormatter parts = new DataFormatter(Locale.of("es"));
    private final Map<Format, Optional<Date>> dates = new HashMap<>();
    private final boolean from1904;

    ShownNumbers(boolean from1904) {
        super(Locale.ROOT);
        this.from1904 = from1904;
    }

    @Override
    public String formatRawCellContents(double value, int index, String format) {
        String code = format == null || format.length() > LONGEST_FORMAT ? "General" : format;
        var date = dates.computeIfAbsent(new Format(index, code), ShownNumbers::date);
        if (date.isEmpty() || !DateUtil.isValidExcelDate(value)) {
            return super.formatRawCellContents(value, index, code, from1904);
        }
        return date.get().whole ? day(value) : parts.formatRawCellContents(value, date.get().shown.index, date.get().shown.code, from1904);
    }

    private static Optional<Date> date(Format format) {
        String bare = bare(format.code);
        boolean whole = bare.contains("y") && bare.contains("m") && DAY.matcher(bare).find();
        if (DateUtil.isADateFormat(format.index, format.code)) {
            return Optional.of(new Date(format, whole));
        }
        return DateUtil.isADateFormat(NO_INDEX, bare) ? Optional.of(new Date(new Format(NO_INDEX, bare), whole)) : Optional.empty();
    }

    /** The letters of its first section and what stands between them: "mmmm yyyy" for {@code [$-C0A]mmmm\ "de"\ yyyy;@}. */
    private static String bare(String format) {
        String letters = ASIDE.matcher(format).replaceAll(aside -> Matcher.quoteReplacement(between(aside.group())));
        return letters.split(";", 2)[0].replaceAll(" +", " ").strip().toLowerCase(Locale.ROOT);
    }

    private static String between(String aside) {
        boolean kept = "\"\\".indexOf(aside.charAt(0)) >= 0 && aside.chars().noneMatch(Character::isLetterOrDigit);
        return kept ? aside.replaceAll("[\"\\\\]", "") : " ";
    }

    private String day(double value) {
        var at = DateUtil.getLocalDateTime(value, from1904, true);
        if (at == null) {
            return super.formatRawCellContents(value, 0, "General");
        }
        return at.toLocalTime().equals(LocalTime.MIDNIGHT) ? at.toLocalDate().toString() : at.toString();
    }
}
