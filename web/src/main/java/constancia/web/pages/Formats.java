package constancia.web.pages;

import constancia.query.history.Items.HistoryRecord;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Days, moments and numbers as people here write them, in the reader's language. Templates call it {@code f}. */
@Component("f")
public final class Formats {

    /** Spanish of El Salvador writes 1,234.5; Spanish alone would write 1.234,5. */
    static final Locale SPANISH = Locale.of("es", "SV");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T.*");
    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("dd/MM/uuuu");
    private static final DateTimeFormatter SHORT_MONTH = DateTimeFormatter.ofPattern("MM/uuuu");
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm");

    private static final long DAYS_TOLD = 90;
    private static final long MONTHS_OF_A_YEAR = 12;
    /** Of actions, commitments and case files: nothing is due any more. */
    private static final Set<String> SETTLED = Set.of("delivered", "verified", "fulfilled", "cancelled", "declined", "released", "resolved", "closed");

    private final MessageSource messages;
    private final Clock clock;

    Formats(MessageSource messages, Clock clock) {
        this.messages = messages;
        this.clock = clock;
    }

    private static Locale locale() {
        return LocaleContextHolder.getLocale().getLanguage().equals("en") ? Locale.ENGLISH : SPANISH;
    }

    /** {@code 30/06/2015}; empty for null. */
    public String date(@Nullable Object day) {
        var date = day(day);
        return date == null ? day == null ? "" : day.toString() : SHORT.format(date);
    }

    /** {@code martes 30 de junio de 2015}. */
    public String longDate(@Nullable Object day) {
        var date = day(day);
        return date == null ? "" : DateTimeFormatter.ofPattern(locale() == Locale.ENGLISH ? "EEEE d MMMM uuuu" : "EEEE d 'de' MMMM 'de' uuuu", locale()).format(date);
    }

    /** {@code junio de 2015}. */
    public String month(YearMonth month) {
        return DateTimeFormatter.ofPattern(locale() == Locale.ENGLISH ? "MMMM uuuu" : "MMMM 'de' uuuu", locale()).format(month);
    }

    /** {@code 06/2015}, as one writes it in a field. */
    public String shortMonth(YearMonth month) {
        return SHORT_MONTH.format(month);
    }

    /** {@code martes}. */
    public String weekday(LocalDate day) {
        return day.getDayOfWeek().getDisplayName(TextStyle.FULL, locale());
    }

    /** {@code mar}. */
    public String shortWeekday(LocalDate day) {
        return day.getDayOfWeek().getDisplayName(TextStyle.SHORT, locale());
    }

    /** {@code 02/04/2015 10:42}, in the register's zone. */
    public String moment(@Nullable Object instant) {
        var at = instant(instant);
        return at == null ? instant == null ? "" : instant.toString() : MINUTE.withZone(zone()).format(at);
    }

    /** {@code 1,234.5}. */
    public String number(@Nullable Object number) {
        return number == null ? "" : NumberFormat.getInstance(locale()).format(number instanceof Number n ? n : new java.math.BigDecimal(number.toString()));
    }

    /** {@code US$1,234.50}; other currencies by their code. */
    public String money(Object amount, String currency) {
        var format = NumberFormat.getInstance(locale());
        format.setMinimumFractionDigits(2);
        format.setMaximumFractionDigits(2);
        return (currency.equals("USD") ? "US$" : currency + " ") + format.format(amount instanceof Number n ? n : new java.math.BigDecimal(amount.toString()));
    }

    /** The step of a line of time that begins on that day: {@code ene 15}, {@code T1 2015}, {@code 2015}. */
    public String step(LocalDate from, String scale) {
        return switch (scale) {
            case "month" -> DateTimeFormatter.ofPattern("MMM uu", locale()).format(from);
            case "quarter" -> messages.getMessage("timeline.quarter", new Object[] {(from.getMonthValue() + 2) / 3, String.valueOf(from.getYear())}, locale());
            default -> String.valueOf(from.getYear());
        };
    }

    /** How far a day is from today: {@code hace 12 días}, {@code en 3 meses}, {@code hoy}; to the day while that matters. */
    public String distance(@Nullable Object day) {
        var date = day(day);
        if (date == null) {
            return "";
        }
        long days = ChronoUnit.DAYS.between(today(), date);
        long months = ChronoUnit.MONTHS.between(today(), date);
        var unit = Math.abs(days) <= DAYS_TOLD ? "days" : Math.abs(months) < 2 * MONTHS_OF_A_YEAR ? "months" : "years";
        long far = Math.abs(unit.equals("days") ? days : unit.equals("months") ? months : months / MONTHS_OF_A_YEAR);
        return messages.getMessage(days == 0 ? "distance.today" : "distance." + (days < 0 ? "ago." : "ahead.") + unit, new Object[] {far}, locale());
    }

    /** The same of a due date, as long as anything is due. */
    public String left(@Nullable Object due, @Nullable Object status) {
        return SETTLED.contains(String.valueOf(status)) ? "" : distance(due);
    }

    /** When an action is due, or was, and when it was at first. */
    public String due(@Nullable Object due, @Nullable Object first, @Nullable Object status) {
        var left = left(due, status);
        var key = due == null ? "undated" : (left.isEmpty() ? "was" : "is") + (first == null || first.equals(due) ? "" : "-moved");
        return messages.getMessage("sentence.action." + key, new Object[] {date(due), left, date(first)}, locale());
    }

    /** The word of an enumeration, under the name of that enumeration: {@code ActionStatus}. */
    public String word(String family, @Nullable Object word) {
        return word == null ? "" : messages.getMessage("word." + family + "." + word, null, locale());
    }

    /** Anything else that stands in an answer, as it is best shown. */
    public String any(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Boolean truth -> messages.getMessage(truth ? "yes" : "no", null, locale());
            case Number number -> number(number);
            case String text when DAY.matcher(text).matches() -> date(text);
            case String text when MOMENT.matcher(text).matches() -> moment(text);
            default -> value.toString();
        };
    }

    /** A sentence of the register, with its days as people write them. */
    public String told(String sentence) {
        return DAY.matcher(sentence).replaceAll(day -> date(day.group()));
    }

    /** What is said after a command: that it is on record, as what, and under which number. */
    public String recorded(HistoryRecord record) {
        return messages.getMessage(record.position() == null ? "recorded" : "recorded.numbered",
                new Object[] {told(record.summary()), record.position() == null ? "" : number(record.position())}, locale());
    }

    /** The hour that it is, {@code 10:42}. */
    public String hour() {
        return DateTimeFormatter.ofPattern("HH:mm").withZone(zone()).format(clock.instant());
    }

    public LocalDate today() {
        return LocalDate.now(clock);
    }

    ZoneId zone() {
        return clock.getZone();
    }

    private @Nullable LocalDate day(@Nullable Object value) {
        try {
            return value == null ? null : value instanceof LocalDate date ? date : LocalDate.parse(value.toString().substring(0, 10));
        } catch (DateTimeException | IndexOutOfBoundsException e) {
            return null;
        }
    }

    private static @Nullable Instant instant(@Nullable Object value) {
        try {
            return value == null ? null : value instanceof Instant at ? at : OffsetDateTime.parse(value.toString()).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
