package constancia.command.plans;

import static org.assertj.core.api.Assertions.assertThat;

import constancia.kernel.plans.CalendarPeriod;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrequencyTest {

    @Test
    void weeks_begin_on_monday_and_bear_the_year_in_which_most_of_them_lies() {
        assertThat(made(Frequency.WEEKLY, day(2014, 12, 22), day(2015, 1, 11))).containsExactly(
                period("Semana 52 2014", day(2014, 12, 22), day(2014, 12, 28)), period("Semana 1 2015", day(2014, 12, 29), day(2015, 1, 4)),
                period("Semana 2 2015", day(2015, 1, 5), day(2015, 1, 11)));
    }

    @Test
    void the_first_begins_and_the_last_ends_with_the_days_that_were_given() {
        assertThat(made(Frequency.MONTHLY, day(2015, 1, 15), day(2015, 3, 10))).containsExactly(
                period("enero 2015", day(2015, 1, 15), day(2015, 1, 31)), period("febrero 2015", day(2015, 2, 1), day(2015, 2, 28)),
                period("marzo 2015", day(2015, 3, 1), day(2015, 3, 10)));
        assertThat(made(Frequency.WEEKLY, day(2015, 1, 14), day(2015, 1, 14))).containsExactly(period("Semana 3 2015", day(2015, 1, 14), day(2015, 1, 14)));
    }

    @Test
    void quarters_half_years_and_years_are_those_of_the_calendar() {
        assertThat(made(Frequency.QUARTERLY, day(2014, 11, 1), day(2015, 6, 30))).containsExactly(period("T4 2014", day(2014, 11, 1), day(2014, 12, 31)),
                period("T1 2015", day(2015, 1, 1), day(2015, 3, 31)), period("T2 2015", day(2015, 4, 1), day(2015, 6, 30)));
        assertThat(made(Frequency.HALF_YEARLY, day(2015, 6, 1), day(2015, 12, 31))).containsExactly(
                period("Semestre 1 2015", day(2015, 6, 1), day(2015, 6, 30)), period("Semestre 2 2015", day(2015, 7, 1), day(2015, 12, 31)));
        assertThat(made(Frequency.YEARLY, day(2015, 2, 1), day(2016, 12, 31))).containsExactly(
                period("2015", day(2015, 2, 1), day(2015, 12, 31)), period("2016", day(2016, 1, 1), day(2016, 12, 31)));
    }

    @Test
    void every_day_lies_in_one_period_and_no_two_are_called_alike() {
        for (var frequency : Frequency.values()) {
            var all = made(frequency, day(2011, 2, 3), day(2014, 9, 17));
            assertThat(all).extracting(CalendarPeriod::period).doesNotHaveDuplicates();
            assertThat(all.getFirst().from()).isEqualTo(day(2011, 2, 3));
            assertThat(all.getLast().until()).isEqualTo(day(2014, 9, 17));
            for (int i = 1; i < all.size(); i++) {
                assertThat(all.get(i).from()).as("%s %s", frequency, all.get(i)).isEqualTo(all.get(i - 1).until().plusDays(1));
            }
        }
    }

    private static List<CalendarPeriod> made(Frequency frequency, LocalDate from, LocalDate until) {
        return frequency.between(from, until).toList();
    }

    private static CalendarPeriod period(String name, LocalDate from, LocalDate until) {
        return new CalendarPeriod(name, null, from, until);
    }

    private static LocalDate day(int year, int month, int day) {
        return LocalDate.of(year, month, day);
    }
}
