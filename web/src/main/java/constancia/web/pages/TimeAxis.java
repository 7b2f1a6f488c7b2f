package constancia.web.pages;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The days that lines of time show, in whole steps, and where each day stands on them, in percent of their width.
 *
 * @param until the first day after it
 */
public record TimeAxis(LocalDate from, LocalDate until, Scale scale) {

    /** How much time one step is. */
    public enum Scale {
        MONTH(1, 64), QUARTER(3, 88), YEAR(12, 112);

        private final int months;
        private final int width;

        Scale(int months, int width) {
            this.months = months;
            this.width = width;
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        private LocalDate begin(LocalDate day) {
            return day.withDayOfMonth(1).withMonth((day.getMonthValue() - 1) / months * months + 1);
        }
    }

    /** Where a step begins. */
    public record Step(LocalDate from, String at) {}

    /** The whole steps that hold both days. */
    static TimeAxis over(LocalDate first, LocalDate last, Scale scale) {
        return new TimeAxis(scale.begin(first), scale.begin(last).plusMonths(scale.months), scale);
    }

    public List<Step> steps() {
        var steps = new ArrayList<Step>();
        for (var day = from; day.isBefore(until); day = day.plusMonths(scale.months)) {
            steps.add(new Step(day, at(day)));
        }
        return steps;
    }

    /** In pixels: zooming is nothing else. */
    public int width() {
        return steps().size() * scale.width;
    }

    public boolean holds(LocalDate day) {
        return !day.isBefore(from) && day.isBefore(until);
    }

    /** Where a day begins; what lies outside stands at the end. */
    public String at(LocalDate day) {
        return percent(share(day));
    }

    /** From the beginning of the first day to the end of the last. */
    String stretch(LocalDate first, LocalDate last) {
        return percent(Math.max(0, share(last.plusDays(1)) - share(first)));
    }

    private double share(LocalDate day) {
        double all = ChronoUnit.DAYS.between(from, until);
        return Math.clamp(ChronoUnit.DAYS.between(from, day) / all, 0, 1);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f%%", share * 100);
    }
}
