package constancia.command.indicators;

import static constancia.command.indicators.KnownNeighbours.COMMITTEE;
import static constancia.command.indicators.KnownNeighbours.COUNCIL;
import static constancia.command.indicators.KnownNeighbours.DISSOLVED;
import static constancia.command.indicators.KnownNeighbours.NODE;
import static constancia.command.indicators.KnownNeighbours.PLAN;
import static constancia.command.indicators.KnownNeighbours.id;
import static org.assertj.core.api.Assertions.assertThat;

import constancia.command.Fixtures;
import constancia.command.indicators.IndicatorCommand.*;
import constancia.command.policies.WhenPeriodsDatedDateTargets;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.indicators.CategoryValue;
import constancia.kernel.indicators.Direction;
import constancia.kernel.indicators.IndicatorEvent;
import constancia.kernel.indicators.IndicatorEvent.*;
import constancia.kernel.indicators.IndicatorId;
import constancia.kernel.indicators.IndicatorKind;
import constancia.kernel.indicators.PeriodEnd;
import constancia.kernel.indicators.StartingValue;
import constancia.kernel.plans.PeriodDates;
import constancia.kernel.plans.PlanEvent.PeriodsDated;
import constancia.kernel.plans.PlanEvent.PlanClosed;
import constancia.kernel.plans.PlanId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class IndicatorTest {

    static final IndicatorId ID = new IndicatorId(id(1));
    static final LocalDate DAY = LocalDate.of(2010, 10, 1);
    static final LocalDate LATER = LocalDate.of(2012, 3, 15);
    static final LocalDate END = LocalDate.of(2010, 12, 31);
    static final String SHA256 = IndicatorCommand.SHA256_EXAMPLE;

    final KnownNeighbours known = new KnownNeighbours();
    final Fixtures<IndicatorShell> indicator = Fixtures.of(IndicatorShell.class, known, known.plans, known.bodies);

    final StartingValue baseline = new StartingValue(number("46.4"), DAY.minusYears(1), "EHPM 2009");
    final IndicatorEvent defined = defined(PLAN, NODE, COUNCIL, Direction.DECREASE, baseline);
    final IndicatorEvent plainly = defined(null, null, null, Direction.INCREASE, null);
    final IndicatorEvent measured = new MeasurementRecorded(DAY, number("44"), "EHPM", List.of(), List.of(), DAY);
    final IndicatorEvent retired = new IndicatorRetired(LATER);

    @BeforeEach
    void calendar() {
        known.periods.put("Trimestre 5", Optional.of(END));
        known.periods.put("Trimestre 6", Optional.empty());
    }

    @Nested
    class Define {

        @Test
        void an_indicator_is_defined_with_all_that_the_logframe_says_of_it() {
            indicator.given().when(define(PLAN, NODE, null, Direction.DECREASE, new KnownStart(number("46.40"), DAY.minusYears(1), "EHPM 2009"), "sexo", "municipio"))
                    .records(defined);
            assertThat(known.recorded).containsExactly(defined);
        }

        @Test
        void its_body_is_that_of_the_plan_unless_another_is_named() {
            indicator.given().when(define(PLAN, null, COMMITTEE, null, null, "sexo", "municipio"))
                    .records(defined(PLAN, null, COMMITTEE, Direction.INCREASE, null));
        }

        @Test
        void neither_a_plan_nor_a_body_nor_a_baseline_is_needed_and_more_is_better() {
            indicator.given().when(define(null, null, null, null, null, "sexo", "municipio")).records(plainly);
        }

        @Test
        void without_dimensions_it_is_not_broken_down() {
            indicator.given().when(new DefineIndicator(ID, "Familias", IndicatorKind.PRODUCT, "familias", null, null, null, null, null, null, null, DAY))
                    .records(new IndicatorDefined("Familias", IndicatorKind.PRODUCT, "familias", Direction.INCREASE, null, null, null, null, null, List.of(), DAY));
        }

        @Test
        void it_is_defined_only_once() {
            indicator.given(defined).when(define(null, null, null, null, null)).refuses("already-exists");
            assertThat(known.recorded).isEmpty();
        }

        @Test
        void what_it_names_exists() {
            var unknown = new PlanId(id(99));
            indicator.given().when(define(unknown, null, null, null, null)).isInvalid("plan", "unknown-plan", unknown);
            indicator.given().when(define(PLAN, id(99), null, null, null)).isInvalid("node", "unknown-node", id(99));
            indicator.given().when(define(null, NODE, null, null, null)).isInvalid("node", "indicator-without-plan");
            indicator.given().when(define(null, null, new BodyId(id(99)), null, null)).isInvalid("body", "unknown-body", new BodyId(id(99)));
            indicator.given().when(define(null, null, DISSOLVED, null, null)).isInvalid("body", "body-not-active", DAY);
        }

        @Test
        void its_baseline_was_measured_before_it_holds() {
            indicator.given().when(define(null, null, null, null, new KnownStart(number("1"), DAY.plusDays(1), "EHPM")))
                    .isInvalid("baseline/on", "measured-after-effective", DAY);
        }

        @Test
        void each_dimension_is_named_once() {
            indicator.given().when(define(null, null, null, null, null, "sexo", "municipio", "sexo")).isInvalid("disaggregation/2", "dimension-repeated", "sexo");
        }

        private DefineIndicator define(@Nullable PlanId plan, @Nullable UUID node, @Nullable BodyId body, @Nullable Direction direction,
                                       @Nullable KnownStart baseline, String... dimensions) {
            return new DefineIndicator(ID, "Población en pobreza", IndicatorKind.IMPACT, "%", plan, node, body, baseline, "EHPM", List.of(dimensions), direction, DAY);
        }
    }

    @Nested
    class Aim {

        @Test
        void a_target_is_set_for_a_period_and_has_its_last_day() {
            indicator.given(defined).when(aim("Trimestre 5", null, "40.250", DAY)).records(new TargetSet("Trimestre 5", END, number("40.25"), DAY));
        }

        @Test
        void or_for_one_without_dates() {
            indicator.given(defined).when(aim("Trimestre 6", null, "40", DAY)).records(new TargetSet("Trimestre 6", null, number("40"), DAY));
        }

        @Test
        void or_for_a_day_and_again_and_late() {
            var set = new TargetSet(null, END, number("100"), DAY);
            indicator.given(plainly).when(aim(null, END, "1E+2", DAY)).records(set);
            indicator.given(plainly, set, measured, new TargetSet(null, END, number("90"), LATER)).when(aim(null, END, "100", DAY)).records(set);
        }

        @Test
        void for_one_of_them_and_not_both() {
            indicator.given(defined).when(aim(null, null, "40", DAY)).isInvalid("dueOn", "date-or-period");
            indicator.given(defined).when(aim("Trimestre 5", END, "40", DAY)).isInvalid("dueOn", "date-or-period");
        }

        @Test
        void for_a_period_of_the_plan() {
            indicator.given(defined).when(aim("T1", null, "40", DAY)).isInvalid("period", "unknown-period", "T1");
            indicator.given(plainly).when(aim("Trimestre 5", null, "40", DAY)).isInvalid("period", "indicator-without-plan");
        }

        @Test
        void for_a_day_that_people_mean() {
            var year = LocalDate.of(2200, 1, 1);
            indicator.given(plainly).when(aim(null, year, "40", DAY)).isInvalid("dueOn", "out-of-range", LocalDate.of(1900, 1, 1), year.minusDays(1));
        }

        @Test
        void on_the_better_side_of_the_baseline_or_at_it() {
            indicator.given(defined).when(aim(null, END, "46.5", DAY)).isInvalid("value", "target-behind-baseline", "46.4");
            indicator.given(defined).when(aim(null, END, "46.4", DAY)).records(new TargetSet(null, END, number("46.4"), DAY));
            var more = defined(null, null, null, Direction.INCREASE, baseline);
            indicator.given(more).when(aim(null, END, "46.3", DAY)).isInvalid("value", "target-behind-baseline", "46.4");
            indicator.given(more).when(aim(null, END, "46.5", DAY)).records(new TargetSet(null, END, number("46.5"), DAY));
        }

        @Test
        void not_before_the_indicator_nor_once_it_is_retired() {
            indicator.given(defined).when(aim(null, END, "40", DAY.minusDays(1))).refuses("effective-before-item");
            indicator.given(defined, retired).when(aim(null, END, "40", LATER)).refuses("indicator-retired", LATER);
            indicator.given(defined, retired).when(aim(null, END, "40", LATER.minusDays(1))).records(new TargetSet(null, END, number("40"), LATER.minusDays(1)));
        }

        private SetTarget aim(@Nullable String period, @Nullable LocalDate dueOn, String value, LocalDate on) {
            return new SetTarget(ID, period, dueOn, number(value), on);
        }
    }

    @Nested
    class Measure {

        @Test
        void a_measurement_is_recorded_with_its_source_its_parts_and_its_evidence() {
            indicator.given(defined).when(new RecordMeasurement(ID, END, number("43.70"), "EHPM 2010",
                    List.of(share("sexo", "mujeres"), share("sexo", "hombres"), share("municipio", "mujeres")), List.of(SHA256), LATER))
                    .records(new MeasurementRecorded(END, number("43.7"), "EHPM 2010", List.of(part("sexo", "mujeres"), part("sexo", "hombres"),
                            part("municipio", "mujeres")), List.of(SHA256), LATER));
        }

        @Test
        void the_same_day_may_be_measured_again_and_a_day_before_the_indicator_too() {
            var before = DAY.minusYears(2);
            indicator.given(defined, measured).when(measure(DAY, DAY)).records(measured);
            indicator.given(defined, measured).when(measure(before, DAY)).records(new MeasurementRecorded(before, number("44"), "EHPM", List.of(), List.of(), DAY));
        }

        @Test
        void it_does_not_hold_before_it_was_made() {
            indicator.given(defined).when(measure(DAY.plusDays(1), DAY)).isInvalid("on", "measured-after-effective", DAY);
        }

        @Test
        void it_is_broken_down_by_the_dimensions_of_the_indicator_each_category_once() {
            indicator.given(defined).when(measure(share("sexo", "mujeres"), share("edad", "0-14"))).isInvalid("disaggregated/1/dimension", "unknown-dimension", "edad");
            indicator.given(defined).when(measure(share("sexo", "mujeres"), share("sexo", "mujeres")))
                    .isInvalid("disaggregated/1/category", "category-repeated", "mujeres", "sexo");
        }

        @Test
        void not_before_the_indicator_nor_once_it_is_retired() {
            indicator.given(defined).when(measure(DAY.minusDays(1), DAY.minusDays(1))).refuses("effective-before-item");
            indicator.given(defined, retired).when(measure(DAY, LATER)).refuses("indicator-retired", LATER);
            indicator.given(defined, retired).when(measure(DAY, DAY)).records(measured);
        }

        private RecordMeasurement measure(LocalDate on, LocalDate effectiveOn) {
            return new RecordMeasurement(ID, on, number("44"), "EHPM", null, null, effectiveOn);
        }

        private RecordMeasurement measure(Share... shares) {
            return new RecordMeasurement(ID, DAY, number("44"), "EHPM", List.of(shares), null, DAY);
        }

        private Share share(String dimension, String category) {
            return new Share(dimension, category, number("44.10"));
        }

        private CategoryValue part(String dimension, String category) {
            return new CategoryValue(dimension, category, number("44.1"));
        }
    }

    @Nested
    class Retire {

        @Test
        void an_indicator_is_retired_once() {
            indicator.given(defined, measured).when(new RetireIndicator(ID, LATER)).records(retired);
            indicator.given(defined, retired).when(new RetireIndicator(ID, LATER)).refuses("indicator-retired", LATER);
            indicator.given(defined, retired).when(new RetireIndicator(ID, DAY)).refuses("indicator-retired", LATER);
        }

        @Test
        void and_last() {
            indicator.given(defined, new TargetSet(null, END, number("40"), LATER)).when(new RetireIndicator(ID, DAY)).refuses("effective-before-previous", LATER);
        }
    }

    @Nested
    class Date {

        final IndicatorEvent undated = new TargetSet("Trimestre 6", null, number("40"), DAY);
        final IndicatorEvent dated = new TargetsDated(List.of(new PeriodEnd("Trimestre 6", END)), LATER);

        @Test
        void targets_take_the_dates_that_their_periods_have_now() {
            known.periods.put("Trimestre 6", Optional.of(END));
            indicator.given(defined, undated).when(new DateTargets(ID, LATER)).records(dated);
        }

        @Test
        void asked_again_there_is_nothing_to_do() {
            known.periods.put("Trimestre 6", Optional.of(END));
            indicator.given(defined, undated, dated).when(new DateTargets(ID, LATER)).recordsNothing();
            indicator.given(plainly).when(new DateTargets(ID, LATER)).recordsNothing();
        }

        @Test
        void nor_for_periods_without_dates_or_after_the_retirement() {
            indicator.given(defined, undated).when(new DateTargets(ID, LATER)).recordsNothing();
            known.periods.put("Trimestre 6", Optional.of(END));
            indicator.given(defined, undated, retired).when(new DateTargets(ID, LATER)).recordsNothing();
        }

        @Test
        void they_hold_neither_before_the_indicator_nor_before_the_dates_they_replace() {
            known.periods.put("Trimestre 6", Optional.of(END));
            indicator.given(defined, undated).when(new DateTargets(ID, DAY.minusYears(1)))
                    .records(new TargetsDated(List.of(new PeriodEnd("Trimestre 6", END)), DAY));
            known.periods.put("Trimestre 6", Optional.of(END.plusYears(1)));
            indicator.given(defined, undated, dated).when(new DateTargets(ID, DAY))
                    .records(new TargetsDated(List.of(new PeriodEnd("Trimestre 6", END.plusYears(1))), LATER));
        }

        @Test
        void targets_lose_the_date_that_their_period_no_longer_has() {
            var lost = new TargetsDated(List.of(new PeriodEnd("Trimestre 6", null)), LATER);
            indicator.given(defined, undated, dated).when(new DateTargets(ID, LocalDate.of(1900, 1, 1))).records(lost);
            indicator.given(defined, undated, dated, lost).when(new DateTargets(ID, LocalDate.of(1900, 1, 1))).recordsNothing();
        }

        @Test
        void each_indicator_with_targets_for_periods_of_the_plan_is_to_be_dated() {
            known.withPeriods.add(ID);
            assertThat(WhenPeriodsDatedDateTargets.commands(PLAN, new PeriodsDated(List.of(new PeriodDates("Trimestre 6", DAY, END)), LATER), known))
                    .containsExactly(new DateTargets(ID, LATER));
            assertThat(WhenPeriodsDatedDateTargets.commands(PLAN, new PlanClosed(LATER), known)).isEmpty();
        }
    }

    private static IndicatorEvent defined(@Nullable PlanId plan, @Nullable UUID node, @Nullable BodyId body, Direction direction, @Nullable StartingValue baseline) {
        return new IndicatorDefined("Población en pobreza", IndicatorKind.IMPACT, "%", direction, plan, node, body, baseline, "EHPM", List.of("sexo", "municipio"), DAY);
    }

    private static BigDecimal number(String number) {
        return new BigDecimal(number);
    }
}
