package constancia.query.indicators;

import static constancia.query.indicators.IndicatorHistories.*;
import static org.assertj.core.api.Assertions.assertThat;

import constancia.kernel.indicators.Attainment;
import constancia.kernel.indicators.Direction;
import constancia.kernel.indicators.IndicatorEvent;
import constancia.kernel.indicators.IndicatorEvent.*;
import constancia.kernel.indicators.IndicatorKind;
import constancia.kernel.indicators.IndicatorStatus;
import constancia.kernel.indicators.PeriodEnd;
import constancia.kernel.indicators.Target;
import constancia.query.history.Cut;
import constancia.query.history.Fold;
import constancia.query.history.Label;
import constancia.query.history.Names.BodyName;
import constancia.query.history.Names.PlanName;
import constancia.query.history.Summaries;
import constancia.query.indicators.IndicatorItem.Measurement;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class IndicatorViewTest {

    final IndicatorView view = new IndicatorView();

    @Test
    void an_indicator_is_told_with_where_it_stands() {
        var march = new Measurement(MARCH, number("43"), "EHPM 2011", PARTS, List.of());
        var december = new Measurement(DECEMBER, number("45"), "EHPM 2010", List.of(), List.of());
        var fifth = new Target("Trimestre 5", DECEMBER, number("44"));
        var sixth = new Target("Trimestre 6", MARCH, number("42"));
        assertThat(told(MARCH, DEFINITION, SIXTH, LASTLY, FIFTH, DATED, IN_MARCH, IN_DECEMBER)).isEqualTo(new IndicatorItem(IndicatorStatus.ACTIVE,
                "Población en pobreza", IndicatorKind.IMPACT, "%", Direction.DECREASE, new PlanName(PLAN, "CS-2010"), NODE,
                new BodyName(COUNCIL, "CIACS", "Comité Intersectorial"), BASELINE, List.of(fifth, sixth, new Target(null, LocalDate.of(2014, 5, 31), number("36"))),
                List.of(december, march), march, sixth, new Attainment(number("75.0"), false), "Encuesta de hogares", List.of("sexo"), DEFINED, null, "public"));
    }

    @Test
    void the_target_is_that_of_the_day() {
        assertThat(told(DECEMBER, DEFINITION, FIFTH, SIXTH, DATED, IN_MARCH).attainment()).isEqualTo(new Attainment(number("150.0"), true));
        assertThat(told(DECEMBER.plusDays(1), DEFINITION, FIFTH, SIXTH, DATED, IN_MARCH).attainment()).isEqualTo(new Attainment(number("75.0"), false));
    }

    @Test
    void without_a_target_with_a_day_or_a_measurement_nothing_is_attained() {
        assertThat(told(LATER, DEFINITION, IN_MARCH).attainment()).isNull();
        var undated = told(LATER, DEFINITION, SIXTH, IN_MARCH);
        assertThat(undated.target()).isNull();
        assertThat(undated.attainment()).isNull();
        assertThat(undated.targets()).containsExactly(new Target("Trimestre 6", null, number("42")));
        var unmeasured = told(LATER, DEFINITION, FIFTH);
        assertThat(unmeasured.target()).isNotNull();
        assertThat(unmeasured.attainment()).isNull();
        assertThat(unmeasured.latest()).isNull();
    }

    @Test
    void of_a_target_and_of_a_measured_day_the_latest_value_counts() {
        var item = told(LATER.plusDays(1), DEFINITION, FIFTH, IN_MARCH, new MeasurementRecorded(MARCH, number("43.5"), "EHPM, revisada", List.of(), List.of(), LATER.plusDays(1)),
                new MeasurementRecorded(MARCH, number("50"), "Borrador", List.of(), List.of(), LATER.minusDays(1)),
                new TargetSet("Trimestre 5", DECEMBER, number("43"), LATER), new TargetSet("Trimestre 5", DECEMBER, number("41"), DEFINED.plusDays(1)));
        assertThat(item.measurements()).extracting(Measurement::value).containsExactly(number("43.5"));
        assertThat(item.targets()).extracting(Target::value).containsExactly(number("43"));
    }

    @Test
    void a_target_of_a_period_moves_with_it() {
        var moved = new TargetsDated(List.of(new PeriodEnd("Trimestre 6", MARCH.plusMonths(1))), LATER);
        assertThat(told(LATER, DEFINITION, SIXTH, DATED, moved).targets()).extracting(Target::dueOn).containsExactly(MARCH.plusMonths(1));
        assertThat(told(LATER, DEFINITION, SIXTH, moved, DATED).targets()).extracting(Target::dueOn).containsExactly(MARCH.plusMonths(1));
    }

    @Test
    void it_is_seen_as_it_held_on_a_day() {
        var entries = Fold.within(entries(DEFINITION, FIFTH, IN_MARCH, RETIRED), new Cut(null, null, LATER.minusDays(1)));
        var item = (IndicatorItem) view.answer(Fold.of(view, entries), LATER.minusDays(1), NAMES);
        assertThat(item.measurements()).isEmpty();
        assertThat(item.status()).isEqualTo(IndicatorStatus.ACTIVE);
        var after = told(LATER.plusYears(4), DEFINITION, FIFTH, IN_MARCH, RETIRED);
        assertThat(after.status()).isEqualTo(IndicatorStatus.RETIRED);
        assertThat(after.retiredOn()).isEqualTo(LATER.plusYears(3));
    }

    @Test
    void it_is_called_by_its_name() {
        assertThat(view.label(Fold.of(view, entries(DEFINITION)))).isEqualTo(new Label(null, "Población en pobreza", COUNCIL));
    }

    @Test
    void each_record_is_told_in_a_sentence() {
        assertSentence(DEFINITION, "Se definió el indicador «Población en pobreza».", "The indicator “Población en pobreza” was defined.");
        assertSentence(FIFTH, "Se fijó la meta de 44 para el período Trimestre 5.", "The target for the period Trimestre 5 was set to 44.");
        assertSentence(LASTLY, "Se fijó la meta de 36 para el 2014-05-31.", "The target for 2014-05-31 was set to 36.");
        assertSentence(DATED, "La meta del período Trimestre 6 se ajustó a las fechas de su período.", "The target for the period Trimestre 6 was adjusted to the dates of its period.");
        assertSentence(new TargetsDated(List.of(new PeriodEnd("T1", MARCH), new PeriodEnd("T2", LATER)), LATER),
                "Las metas de los períodos T1, T2 se ajustaron a las fechas de sus períodos.", "The targets for the periods T1, T2 were adjusted to the dates of their periods.");
        assertSentence(IN_MARCH, "Se midió 43 al 2011-03-31. Fuente: EHPM 2011.", "43 was measured as of 2011-03-31. Source: EHPM 2011.");
        assertSentence(RETIRED, "Se retiró el indicador.", "The indicator was retired.");
    }

    private void assertSentence(IndicatorEvent event, String spanish, String english) {
        assertThat(new Summaries().of(view, event, NAMES, Locale.of("es"))).isEqualTo(spanish);
        assertThat(new Summaries().of(view, event, NAMES, Locale.ENGLISH)).isEqualTo(english);
    }

    private IndicatorItem told(LocalDate on, IndicatorEvent... events) {
        return (IndicatorItem) view.answer(Fold.of(view, entries(events)), on, NAMES);
    }
}
