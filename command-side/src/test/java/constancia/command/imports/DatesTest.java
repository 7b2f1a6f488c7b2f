package constancia.command.imports;

import static org.assertj.core.api.Assertions.assertThat;

import constancia.command.imports.Moment.Day;
import constancia.command.imports.Moment.Impossible;
import constancia.command.imports.Moment.Stays;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {

    @ParameterizedTest
    @ValueSource(strings = {"9/12/2011", "09-12-2011", "9.12.2011", "9/12/11", "2011-12-09", "2011/12/9", "2011-12-09T10:30", "9 de diciembre de 2011",
        "9 de Diciembre del 2011", "viernes 9 de diciembre de 2011", "Viernes, 9 de diciembre, 2011", "9 dic. 2011", "9-dic-11", "9º de diciembre de 2011",
        "December 9, 2011", "9 December 2011", "  9 / 12 / 2011 ", "09\u00A0de\u00A0diciembre de 2011"})
    void the_day_comes_first_unless_the_month_is_a_word_or_the_year_leads(String written) {
        assertThat(Dates.read(written)).isEqualTo(new Day(LocalDate.of(2011, 12, 9)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2012", "T1", "Trimestre 5", "Semana 4 y 5", "junio 2012", "julio de 2018", "junio 18", "11-07", "julio 19", "2014-2018", "2016/2017",
        "Noviembre 2014 en adelante", "De septiembre a noviembre 2014", "2 semanas", "12 mayores 2011", "por definir", ""})
    void what_is_not_a_whole_date_stays_what_it_is(String written) {
        assertThat(Dates.read(written)).isEqualTo(new Stays(written));
    }

    @ParameterizedTest
    @ValueSource(strings = {"31/02/2012", "29/02/2011", "31 de junio de 2012", "12/15/2012", "2012-13-01", "0/5/2012"})
    void a_date_that_no_calendar_has_is_told_apart(String written) {
        assertThat(Dates.read(written)).isEqualTo(new Impossible(written));
    }

    @Test
    void a_leap_day_is_a_day() {
        assertThat(Dates.read("29/2/2012")).isEqualTo(new Day(LocalDate.of(2012, 2, 29)));
    }

    @ParameterizedTest
    @CsvSource({"T1,T1", "1T,T1", "1er trimestre,T1", "Primer trimestre,T1", "I Trimestre,T1", "Trimestre III,T3", "3.er Trim.,T3", "IV trimestre 2012,T4", "Q2,T2",
        "Segundo semestre,SEM2", "Semana 7,S7", "2012,2012"})
    void periods_are_known_as_people_write_them(String written, String code) {
        assertThat(Words.period(written)).contains(code);
    }

    @ParameterizedTest
    @CsvSource({"Junio,Junio", "jun-18,jun-18", "Jun. 2018,Jun. 2018", "julio de 2018,julio de 2018", "1-jul,1-jul", "2012-01-01,2012-01-01", "1/2/2012,1/2/2012", "Trimestre 2,T2", "2012,2012"})
    void a_month_or_a_day_over_marks_is_a_period_under_its_own_words(String written, String code) {
        assertThat(Periods.heading(written)).contains(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Actividades", "12 meses", "Mes", "antes de junio", "Marco lógico", "18"})
    void other_headings_are_no_periods(String written) {
        assertThat(Periods.heading(written)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Trimestres", "Segundo informe", "I", "Primera fase", "11-07", "2012-01-01"})
    void what_is_no_period_is_not_taken_for_one(String written) {
        assertThat(Words.period(written)).isEmpty();
    }
}
