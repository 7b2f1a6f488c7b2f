package constancia.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenDatesTest {

    private static final LocalDate TODAY = LocalDate.of(2015, 6, 15);

    @ParameterizedTest
    @ValueSource(strings = {"30/6/2015", "30/06/2015", "30-06-2015", "30.6.2015", "2015-06-30", " 30 jun 2015 ", "30 Jun. 2015", "30  de  junio de 2015", "30 de junio del 2015", "30 June 2015", "+15"})
    void one_day_is_written_in_many_ways(String written) {
        assertThat(WrittenDates.iso(written, TODAY)).isEqualTo("2015-06-30");
    }

    @ParameterizedTest
    @CsvSource({"hoy, 2015-06-15", "Hoy, 2015-06-15", "today, 2015-06-15", "+0, 2015-06-15", "-15, 2015-05-31", "1 ene 2016, 2016-01-01", "1 jan 2016, 2016-01-01", "3 ago 2016, 2016-08-03", "15 de setiembre de 2016, 2016-09-15", "24 diciembre 2016, 2016-12-24"})
    void days_count_from_today_and_months_have_names(String written, String iso) {
        assertThat(WrittenDates.iso(written, TODAY)).isEqualTo(iso);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "mañana", "15", "+15 días", "+99999", "31/06/2015", "29-02-2015", "31 jun 2015", "30 ju 2015", "30 junior 2015", "30 jun", "jun 2015", "T3", "30/30/2015"})
    void what_is_no_day_stays_as_it_was_written(String written) {
        assertThat(WrittenDates.iso(written, TODAY)).isEqualTo(written);
    }

    @Test
    void a_day_may_have_hours_and_minutes() {
        assertThat(WrittenDates.minute("30/6/2015, 9:30")).contains(LocalDateTime.of(2015, 6, 30, 9, 30));
        assertThat(WrittenDates.minute("30/06/2015  09:30")).contains(LocalDateTime.of(2015, 6, 30, 9, 30));
        assertThat(WrittenDates.minute("31/06/2015 9:30")).isEmpty();
        assertThat(WrittenDates.minute("30/06/2015")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hoy", "+15"})
    void without_a_day_of_today_these_are_words(String written) {
        assertThat(WrittenDates.iso(written)).isEqualTo(written);
    }
}
