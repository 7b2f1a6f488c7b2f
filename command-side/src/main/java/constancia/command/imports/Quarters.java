package constancia.command.imports;

import java.time.LocalDate;
import java.util.List;

/** The quarters T1 to T4 of a calendar year. Other periods (T5, weeks) have no dates that a year alone would give. */
record Quarters(LocalDate from, LocalDate until) {

    static boolean among(List<Matrix.Period> periods) {
        return periods.stream().allMatch(period -> period.code().matches("T[1-4]"));
    }

    static Quarters of(Matrix.Period period, int year) {
        int firstMonth = (period.code().charAt(1) - '1') * 3 + 1;
        var from = LocalDate.of(year, firstMonth, 1);
        return new Quarters(from, from.plusMonths(3).minusDays(1));
    }
}
