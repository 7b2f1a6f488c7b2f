package constancia.command.imports;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Dates in the forms in which people write them, the day before the month. */
public final class Dates {

    private static final Pattern ISO = Pattern.compile("((?:19|20)\\d\\d)[-/.](\\d{1,2})[-/.](\\d{1,2})(?:[t ]\\d.*)?");
    private static final Pattern NUMBERS = Pattern.compile("(\\d{1,2}) ?[-/.] ?(\\d{1,2}) ?[-/.] ?(\\d{4}|\\d\\d)");
    private static final Pattern WORDS = Pattern.compile("(\\d{1,2})(?:º|°|o|er|st|nd|rd|th)?[ /-]*(?:de )?(\\p{L}{3,10})\\.?,?[ /-]*(?:del? )?(\\d{4}|\\d\\d)");
    private static final Pattern ENGLISH = Pattern.compile("(\\p{L}{3,9})\\.? (\\d{1,2})(?:st|nd|rd|th)?, (\\d{4})");
    private static final Pattern WEEKDAY = Pattern.compile("^(?:lunes|martes|miercoles|jueves|viernes|sabado|domingo),? ");
    private static final List<List<String>> MONTHS = List.of(List.of("enero", "january"), List.of("febrero", "february"), List.of("marzo", "march"),
        List.of("abril", "april"), List.of("mayo", "may"), List.of("junio", "june"), List.of("julio", "july"), List.of("agosto", "august"),
        List.of("septiembre", "setiembre", "september"), List.of("octubre", "october"), List.of("noviembre", "november"), List.of("diciembre", "december"));
    /** A year of two digits from here on is of the last century. */
    private static final int LAST_CENTURY = 70;
    private static final int LONGEST = 60;

    private Dates() {
    }

    static Moment read(String cell) {
        if (cell.length() > LONGEST) {
            return new Moment.Stays(cell);
        }
        String plain = WEEKDAY.matcher(Plain.spaced(cell)).replaceFirst("");
        return Optional.<Moment>empty()
            .or(() -> matched(ISO, plain).flatMap(m -> day(cell, m.group(1), month(Integer.parseInt(m.group(2))), m.group(3))))
            .or(() -> matched(NUMBERS, plain).flatMap(m -> day(cell, m.group(3), month(Integer.parseInt(m.group(2))), m.group(1))))
            .or(() -> matched(WORDS, plain).flatMap(m -> day(cell, m.group(3), month(m.group(2)), m.group(1))))
            .or(() -> matched(ENGLISH, plain).flatMap(m -> day(cell, m.group(3), month(m.group(1)), m.group(2))))
            .orElse(new Moment.Stays(cell));
    }

    /** 1 to 12 for a month's name in Spanish or English or its first letters, at least three. */
    public static OptionalInt month(String name) {
        String plain = Plain.of(name);
        return plain.length() < 3 ? OptionalInt.empty()
            : IntStream.range(0, MONTHS.size()).filter(i -> MONTHS.get(i).stream().anyMatch(month -> month.startsWith(plain))).map(i -> i + 1).findFirst();
    }

    private static OptionalInt month(int number) {
        return OptionalInt.of(number);
    }

    private static Optional<Matcher> matched(Pattern form, String text) {
        return Optional.of(form.matcher(text)).filter(Matcher::matches);
    }

    private static Optional<Moment> day(String written, String year, OptionalInt month, String day) {
        if (month.isEmpty()) {
            return Optional.empty();
        }
        int number = Integer.parseInt(year);
        int whole = year.length() > 2 ? number : number + (number < LAST_CENTURY ? 2000 : 1900);
        try {
            return Optional.of(new Moment.Day(LocalDate.of(whole, month.getAsInt(), Integer.parseInt(day))));
        } catch (DateTimeException noSuchDay) {
            return Optional.of(new Moment.Impossible(written));
        }
    }
}
