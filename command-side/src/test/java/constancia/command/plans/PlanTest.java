package constancia.command.plans;

import static org.assertj.core.api.Assertions.assertThat;

import constancia.command.Fixtures;
import constancia.command.plans.PlanCommand.*;
import constancia.kernel.agreements.AgreementId;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.plans.Assumption;
import constancia.kernel.plans.CalendarPeriod;
import constancia.kernel.plans.OutlineKind;
import constancia.kernel.plans.OutlineNode;
import constancia.kernel.plans.PeriodDates;
import constancia.kernel.plans.PlanEvent;
import constancia.kernel.plans.PlanEvent.*;
import constancia.kernel.plans.PlanId;
import constancia.kernel.plans.PlanKind;
import constancia.kernel.plans.RecommendationResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PlanTest {

    static final PlanId ID = new PlanId(id(1));
    static final BodyId COUNCIL = new BodyId(id(2));
    static final BodyId DISSOLVED = new BodyId(id(3));
    static final BodyId UNKNOWN_BODY = new BodyId(id(4));
    static final AgreementId AGREEMENT = new AgreementId(id(5));
    static final AgreementId UNKNOWN_AGREEMENT = new AgreementId(id(6));
    static final UUID COMPONENT = id(10);
    static final UUID RECOMMENDATION = id(11);
    static final UUID OTHER_COMPONENT = id(12);
    static final UUID UNKNOWN = id(99);
    static final LocalDate DAY = LocalDate.of(2011, 12, 9);
    static final LocalDate LATER = LocalDate.of(2012, 6, 1);
    static final LocalDate BEFORE = LocalDate.of(2011, 12, 8);

    final KnownPlans lookup = new KnownPlans();
    final Fixtures<PlanShell> plan = Fixtures.of(PlanShell.class, lookup, KnownPlans.bodies(COUNCIL, DISSOLVED), KnownPlans.agreements(AGREEMENT));

    final PlanEvent defined = new PlanDefined("PM-2011", "Plan de mejora", PlanKind.IMPROVEMENT_PLAN, COUNCIL, List.of(
            new CalendarPeriod("T1", "Primer trimestre", LocalDate.of(2012, 1, 1), LocalDate.of(2012, 3, 31)),
            new CalendarPeriod("T2", null, null, null)), DAY);
    final PlanEvent outlined = added(DAY, component(COMPONENT), recommendation(RECOMMENDATION, COMPONENT), component(OTHER_COMPONENT));
    final PlanEvent adopted = new PlanAdopted(null, LATER);
    final PlanEvent closed = new PlanClosed(LATER);
    final PlanEvent dated = new PeriodsDated(List.of(new PeriodDates("T2", LocalDate.of(2012, 4, 1), LocalDate.of(2012, 6, 30))), DAY);

    @Nested
    class Define {

        final NamedPeriod undated = new NamedPeriod("T2", null, null, null);

        @Test
        void a_plan_is_defined_with_its_calendar() {
            plan.given().when(define(COUNCIL, new NamedPeriod("T1", "Primer trimestre", LocalDate.of(2012, 1, 1), LocalDate.of(2012, 3, 31)), undated))
                    .records(defined);
            assertThat(lookup.recorded()).containsExactly(defined);
        }

        @Test
        void neither_a_body_nor_periods_are_needed() {
            plan.given().when(define(null)).records(new PlanDefined("PM-2011", "Plan de mejora", PlanKind.IMPROVEMENT_PLAN, null, List.of(), DAY));
        }

        @Test
        void a_period_of_one_day_is_one() {
            plan.given().when(define(null, new NamedPeriod("Día", null, DAY, DAY))).records(new PlanDefined("PM-2011", "Plan de mejora",
                    PlanKind.IMPROVEMENT_PLAN, null, List.of(new CalendarPeriod("Día", null, DAY, DAY)), DAY));
        }

        @Test
        void it_is_defined_only_once() {
            plan.given(defined).when(define(COUNCIL)).refuses("already-exists");
            assertThat(lookup.recorded()).isEmpty();
        }

        @Test
        void each_period_stands_once_in_its_calendar() {
            plan.given().when(define(null, undated, undated)).isInvalid("calendar/1/period", "period-repeated", "T2");
        }

        @Test
        void a_period_has_both_of_its_dates_or_neither() {
            plan.given().when(define(null, undated, new NamedPeriod("T3", null, DAY, null))).isInvalid("calendar/1/until", "required");
            plan.given().when(define(null, new NamedPeriod("T3", null, null, DAY))).isInvalid("calendar/0/from", "required");
        }

        @Test
        void a_period_does_not_end_before_it_begins() {
            plan.given().when(define(null, new NamedPeriod("T3", null, DAY, BEFORE))).isInvalid("calendar/0/until", "until-before-from");
        }

        @Test
        void its_body_is_one_that_was_established() {
            plan.given().when(define(UNKNOWN_BODY)).isInvalid("body", "unknown-body", UNKNOWN_BODY);
        }

        @Test
        void its_body_is_active_on_that_day() {
            plan.given().when(define(DISSOLVED)).isInvalid("body", "body-not-active", DAY);
        }

        private DefinePlan define(@Nullable BodyId body, NamedPeriod... calendar) {
            return new DefinePlan(ID, "PM-2011", "Plan de mejora", PlanKind.IMPROVEMENT_PLAN, body, List.of(calendar), DAY);
        }
    }

    @Nested
    class Date {

        final DatedPeriod second = new DatedPeriod("T2", LocalDate.of(2012, 4, 1), LocalDate.of(2012, 6, 30));

        @Test
        void a_period_gets_its_dates() {
            plan.given(defined).when(date(DAY, second)).records(dated);
        }

        @Test
        void dates_may_be_given_anew_and_late() {
            plan.given(defined, dated, outlined, adopted).when(date(DAY, second)).records(dated);
        }

        @Test
        void some_period_must_be_named() {
            plan.given(defined).when(date(DAY)).isInvalid("periods", "required");
        }

        @Test
        void only_periods_of_the_calendar_get_dates() {
            plan.given(defined).when(date(DAY, second, new DatedPeriod("T5", DAY, DAY))).isInvalid("periods/1/period", "unknown-period", "T5");
        }

        @Test
        void each_of_them_once() {
            plan.given(defined).when(date(DAY, second, second)).isInvalid("periods/1/period", "period-repeated", "T2");
        }

        @Test
        void a_period_does_not_end_before_it_begins() {
            plan.given(defined).when(date(DAY, new DatedPeriod("T2", DAY, BEFORE))).isInvalid("periods/0/until", "until-before-from");
        }

        @Test
        void not_once_the_plan_is_closed_but_late_for_a_day_before() {
            plan.given(defined, closed).when(date(LATER, second)).refuses("already-closed", LATER);
            plan.given(defined, closed).when(date(DAY, second)).records(dated);
        }

        @Test
        void not_before_the_plan_was_defined() {
            plan.given(defined).when(date(BEFORE, second)).refuses("effective-before-item");
        }

        private DatePeriods date(LocalDate on, DatedPeriod... periods) {
            return new DatePeriods(ID, List.of(periods), on);
        }
    }

    @Nested
    class AddToTheCalendar {

        final NamedPeriod third = new NamedPeriod("T3", "Trimestre 3, jul-sep 2012", LocalDate.of(2012, 7, 1), LocalDate.of(2012, 9, 30));
        final PlanEvent added = new PeriodsAdded(List.of(new CalendarPeriod("T3", "Trimestre 3, jul-sep 2012", LocalDate.of(2012, 7, 1), LocalDate.of(2012, 9, 30)),
                new CalendarPeriod("T4", null, null, null)), LATER);

        @Test
        void periods_come_to_those_that_are_there_with_dates_or_without() {
            plan.given(defined, adopted).when(named(LATER, third, undated("T4"))).records(added);
            assertThat(lookup.recorded()).containsExactly(added);
        }

        @Test
        void they_are_dated_reported_against_and_run_the_plan_like_the_others() {
            plan.given(defined, added).when(new DatePeriods(ID, List.of(new DatedPeriod("T4", DAY, DAY)), LATER))
                    .records(new PeriodsDated(List.of(new PeriodDates("T4", DAY, DAY)), LATER));
            plan.given(defined, added).when(new ExpectReports(ID, null, LATER)).records(new ReportsExpected(List.of("T1", "T2", "T3", "T4"), LATER));
            plan.given(defined, dated, new PeriodsAdded(List.of(new CalendarPeriod("T3", null, LATER, LATER.plusYears(1))), LATER))
                    .when(new ExtendPlan(ID, LATER.plusYears(1), null, LATER)).isInvalid("until", "until-not-later", LATER.plusYears(1));
        }

        @Test
        void nothing_is_said_of_them_since_a_day_before_they_came() {
            plan.given(defined, added).when(new DatePeriods(ID, List.of(new DatedPeriod("T4", DAY, DAY)), DAY)).refuses("effective-before-previous", LATER);
            plan.given(defined, added).when(new ExpectReports(ID, List.of("T3"), DAY)).refuses("effective-before-previous", LATER);
            plan.given(defined, added).when(new ExpectReports(ID, null, DAY)).records(new ReportsExpected(List.of("T1", "T2"), DAY));
        }

        @Test
        void each_name_stands_once_in_the_calendar() {
            plan.given(defined).when(named(DAY, third, undated("T1"))).refuses("period-known", "T1");
            plan.given(defined, added).when(named(DAY, undated("T4"))).refuses("period-known", "T4");
            plan.given(defined).when(named(DAY, third, third)).isInvalid("periods/1/period", "period-repeated", "T3");
        }

        @Test
        void dates_are_as_when_the_plan_was_defined() {
            plan.given(defined).when(named(DAY, new NamedPeriod("T3", null, DAY, null))).isInvalid("periods/0/until", "required");
            plan.given(defined).when(named(DAY, third, new NamedPeriod("T4", null, null, DAY))).isInvalid("periods/1/from", "required");
            plan.given(defined).when(named(DAY, new NamedPeriod("T3", null, DAY, BEFORE))).isInvalid("periods/0/until", "until-before-from");
        }

        @Test
        void some_must_be_named_or_made() {
            plan.given(defined).when(named(DAY)).isInvalid("periods", "periods-or-frequency");
            plan.given(defined).when(new AddPeriods(ID, List.of(third), Frequency.MONTHLY, DAY, LATER, DAY)).isInvalid("periods", "periods-or-frequency");
            plan.given(defined).when(new AddPeriods(ID, List.of(third), null, DAY, null, DAY)).isInvalid("frequency", "required");
        }

        @Test
        void periods_are_made_of_a_frequency_and_recorded_by_their_names_and_dates() {
            plan.given(defined).when(every(Frequency.QUARTERLY, LocalDate.of(2012, 7, 1), LocalDate.of(2012, 12, 31))).records(new PeriodsAdded(List.of(
                    new CalendarPeriod("T3 2012", null, LocalDate.of(2012, 7, 1), LocalDate.of(2012, 9, 30)),
                    new CalendarPeriod("T4 2012", null, LocalDate.of(2012, 10, 1), LocalDate.of(2012, 12, 31))), DAY));
        }

        @Test
        void they_reach_from_one_day_to_another_and_are_not_more_than_people_look_at() {
            plan.given(defined).when(every(Frequency.WEEKLY, null, LATER)).isInvalid("from", "required");
            plan.given(defined).when(every(Frequency.WEEKLY, DAY, null)).isInvalid("until", "required");
            plan.given(defined).when(every(Frequency.WEEKLY, DAY, BEFORE)).isInvalid("until", "until-before-from");
            plan.given(defined).when(every(Frequency.MONTHLY, DAY, DAY.plusMonths(200))).isInvalid("until", "too-many-periods", 200);
        }

        @Test
        void not_once_the_plan_is_closed_but_late_for_a_day_before() {
            plan.given(defined, closed).when(named(LATER, third)).refuses("already-closed", LATER);
            plan.given(defined, closed).when(named(DAY, undated("T4"))).records(new PeriodsAdded(List.of(new CalendarPeriod("T4", null, null, null)), DAY));
        }

        private AddPeriods named(LocalDate on, NamedPeriod... periods) {
            return new AddPeriods(ID, List.of(periods), null, null, null, on);
        }

        private AddPeriods every(Frequency frequency, @Nullable LocalDate from, @Nullable LocalDate until) {
            return new AddPeriods(ID, null, frequency, from, until, DAY);
        }

        private NamedPeriod undated(String name) {
            return new NamedPeriod(name, null, null, null);
        }
    }

    @Nested
    class Add {

        @Test
        void nodes_are_added_with_those_that_stand_under_them() {
            plan.given(defined).when(add(DAY, node(COMPONENT, null), recommends(RECOMMENDATION, COMPONENT)))
                    .records(added(DAY, component(COMPONENT), recommendation(RECOMMENDATION, COMPONENT)));
        }

        @Test
        void nodes_are_added_under_those_of_the_plan() {
            plan.given(defined, outlined).when(add(LATER, recommends(id(13), OTHER_COMPONENT)))
                    .records(added(LATER, recommendation(id(13), OTHER_COMPONENT)));
        }

        @Test
        void some_node_must_be_there() {
            plan.given(defined).when(add(DAY)).isInvalid("nodes", "required");
        }

        @Test
        void what_stands_above_a_node_stands_before_it() {
            plan.given(defined).when(add(DAY, recommends(RECOMMENDATION, COMPONENT), node(COMPONENT, null)))
                    .isInvalid("nodes/0/parent", "unknown-node", COMPONENT);
            plan.given(defined, outlined).when(add(DAY, node(id(13), null), node(id(14), UNKNOWN))).isInvalid("nodes/1/parent", "unknown-node", UNKNOWN);
        }

        @Test
        void a_node_does_not_stand_under_itself() {
            plan.given(defined).when(add(DAY, node(COMPONENT, COMPONENT))).isInvalid("nodes/0/parent", "unknown-node", COMPONENT);
        }

        @Test
        void a_node_is_added_once() {
            plan.given(defined, outlined).when(add(DAY, node(COMPONENT, null))).refuses("node-known", COMPONENT);
            plan.given(defined).when(add(DAY, node(COMPONENT, null), node(COMPONENT, null))).isInvalid("nodes/1/id", "node-repeated", COMPONENT);
        }

        @Test
        void not_before_what_it_stands_under() {
            plan.given(defined, added(LATER, component(COMPONENT))).when(add(DAY, recommends(RECOMMENDATION, COMPONENT)))
                    .refuses("effective-before-previous", LATER);
        }

        @Test
        void not_once_the_plan_is_closed() {
            plan.given(defined, closed).when(add(LATER, node(COMPONENT, null))).refuses("already-closed", LATER);
        }

        @Test
        void not_before_the_plan_was_defined() {
            plan.given(defined).when(add(BEFORE, node(COMPONENT, null))).refuses("effective-before-item");
        }

        private AddOutlineNodes add(LocalDate on, NewNode... nodes) {
            return new AddOutlineNodes(ID, List.of(nodes), on);
        }

        private NewNode node(UUID id, @Nullable UUID parent) {
            return new NewNode(id, parent, OutlineKind.COMPONENT, "2.3", "Modelo de gestión del PC", null);
        }

        private NewNode recommends(UUID id, UUID parent) {
            return new NewNode(id, parent, OutlineKind.RECOMMENDATION, null, "Fortalecer el sistema de M&E", "Evaluación, párrafo 112");
        }
    }

    @Nested
    class Move {

        @Test
        void a_node_is_put_under_another() {
            plan.given(defined, outlined).when(move(RECOMMENDATION, OTHER_COMPONENT, DAY)).records(moved(RECOMMENDATION, OTHER_COMPONENT, DAY));
        }

        @Test
        void or_at_the_top() {
            plan.given(defined, outlined).when(move(RECOMMENDATION, null, LATER)).records(moved(RECOMMENDATION, null, LATER));
        }

        @Test
        void a_node_that_went_elsewhere_may_hold_what_held_it() {
            plan.given(defined, outlined, moved(RECOMMENDATION, null, DAY)).when(move(COMPONENT, RECOMMENDATION, DAY))
                    .records(moved(COMPONENT, RECOMMENDATION, DAY));
        }

        @Test
        void never_under_itself() {
            plan.given(defined, outlined).when(move(COMPONENT, COMPONENT, DAY)).refuses("node-under-itself");
        }

        @Test
        void never_under_what_stands_under_it() {
            plan.given(defined, outlined).when(move(COMPONENT, RECOMMENDATION, DAY)).refuses("node-under-itself");
            plan.given(defined, outlined, moved(OTHER_COMPONENT, RECOMMENDATION, DAY)).when(move(COMPONENT, OTHER_COMPONENT, DAY))
                    .refuses("node-under-itself");
        }

        @Test
        void only_nodes_of_the_plan() {
            plan.given(defined, outlined).when(move(UNKNOWN, null, DAY)).isInvalid("node", "unknown-node", UNKNOWN);
            plan.given(defined, outlined).when(move(COMPONENT, UNKNOWN, DAY)).isInvalid("parent", "unknown-node", UNKNOWN);
        }

        @Test
        void moves_follow_one_another() {
            plan.given(defined, outlined, moved(RECOMMENDATION, null, LATER)).when(move(OTHER_COMPONENT, COMPONENT, DAY))
                    .refuses("effective-before-previous", LATER);
        }

        @Test
        void not_before_the_nodes_were_there() {
            var late = added(LATER, component(id(13)));
            plan.given(defined, outlined, late).when(move(id(13), COMPONENT, DAY)).refuses("effective-before-previous", LATER);
            plan.given(defined, outlined, late).when(move(COMPONENT, id(13), DAY)).refuses("effective-before-previous", LATER);
        }

        @Test
        void not_once_the_plan_is_closed() {
            plan.given(defined, outlined, closed).when(move(COMPONENT, null, LATER)).refuses("already-closed", LATER);
        }

        @Test
        void not_before_the_plan_was_defined() {
            plan.given(defined, outlined).when(move(COMPONENT, null, BEFORE)).refuses("effective-before-item");
        }

        private MoveOutlineNode move(UUID node, @Nullable UUID parent, LocalDate on) {
            return new MoveOutlineNode(ID, node, parent, on);
        }

        private OutlineNodeMoved moved(UUID node, @Nullable UUID parent, LocalDate on) {
            return new OutlineNodeMoved(node, parent, on);
        }
    }

    @Nested
    class Retitle {

        @Test
        void a_node_is_worded_anew() {
            plan.given(defined, outlined).when(retitle(COMPONENT, "2.4", DAY)).records(new OutlineNodeRetitled(COMPONENT, "2.4", "Gestión", DAY));
        }

        @Test
        void its_code_need_not_be_said_again() {
            plan.given(defined, outlined).when(retitle(COMPONENT, null, DAY)).records(new OutlineNodeRetitled(COMPONENT, null, "Gestión", DAY));
        }

        @Test
        void only_nodes_of_the_plan() {
            plan.given(defined, outlined).when(retitle(UNKNOWN, null, DAY)).isInvalid("node", "unknown-node", UNKNOWN);
        }

        @Test
        void not_before_it_was_there() {
            plan.given(defined, added(LATER, component(COMPONENT))).when(retitle(COMPONENT, null, DAY)).refuses("effective-before-previous", LATER);
        }

        @Test
        void not_once_the_plan_is_closed() {
            plan.given(defined, outlined, closed).when(retitle(COMPONENT, null, LATER)).refuses("already-closed", LATER);
        }

        @Test
        void not_before_the_plan_was_defined() {
            plan.given(defined, outlined).when(retitle(COMPONENT, null, BEFORE)).refuses("effective-before-item");
        }

        private RetitleOutlineNode retitle(UUID node, @Nullable String code, LocalDate on) {
            return new RetitleOutlineNode(ID, node, code, "Gestión", on);
        }
    }

    @Nested
    class Assume {

        final UUID first = new UUID(9, 1);
        final UUID second = new UUID(9, 2);

        @Test
        void what_is_assumed_of_a_node_is_said_as_a_whole() {
            plan.given(defined, outlined).when(assume(COMPONENT, DAY, first, second))
                    .records(new AssumptionsStated(COMPONENT, List.of(new Assumption(first, "Hay voluntad."), new Assumption(second, "Hay voluntad.")), DAY));
            plan.given(defined, outlined, new AssumptionsStated(COMPONENT, List.of(new Assumption(first, "Hay fondos.")), DAY)).when(assume(COMPONENT, DAY))
                    .records(new AssumptionsStated(COMPONENT, List.of(), DAY));
        }

        @Test
        void of_a_node_that_stands_there_each_assumption_once() {
            plan.given(defined, outlined).when(assume(UNKNOWN, DAY, first)).isInvalid("node", "unknown-node", UNKNOWN);
            plan.given(defined, added(LATER, component(COMPONENT))).when(assume(COMPONENT, DAY, first)).refuses("effective-before-previous", LATER);
            plan.given(defined, outlined).when(assume(COMPONENT, DAY, first, first)).isInvalid("assumptions/1/assumption", "assumption-repeated", first);
            plan.given(defined, outlined, closed).when(assume(COMPONENT, LATER, first)).refuses("already-closed", LATER);
        }

        private static StateAssumptions assume(UUID node, LocalDate on, UUID... assumptions) {
            return new StateAssumptions(ID, node, Stream.of(assumptions).map(one -> new NewAssumption(one, "Hay voluntad.")).toList(), on);
        }
    }

    @Nested
    class Adopt {

        @Test
        void a_plan_is_adopted_by_an_agreement() {
            plan.given(defined).when(new AdoptPlan(ID, AGREEMENT, LATER)).records(new PlanAdopted(AGREEMENT, LATER));
        }

        @Test
        void or_without_one() {
            plan.given(defined).when(new AdoptPlan(ID, null, LATER)).records(adopted);
        }

        @Test
        void the_agreement_is_one_that_was_recorded() {
            plan.given(defined).when(new AdoptPlan(ID, UNKNOWN_AGREEMENT, LATER)).isInvalid("agreement", "unknown-agreement", UNKNOWN_AGREEMENT);
        }

        @Test
        void and_stands_on_that_day() {
            var over = LocalDate.of(2013, 1, 1);
            plan.given(defined).when(new AdoptPlan(ID, AGREEMENT, over)).isInvalid("agreement", "agreement-not-standing", over);
            plan.given(defined).when(new AdoptPlan(ID, AGREEMENT, over.minusDays(1))).records(new PlanAdopted(AGREEMENT, over.minusDays(1)));
        }

        @Test
        void only_once() {
            plan.given(defined, adopted).when(new AdoptPlan(ID, null, LATER)).refuses("already-adopted", LATER);
        }

        @Test
        void not_once_it_is_closed_not_even_late() {
            plan.given(defined, closed).when(new AdoptPlan(ID, null, LATER)).refuses("already-closed", LATER);
            plan.given(defined, closed).when(new AdoptPlan(ID, null, DAY)).refuses("already-closed", LATER);
        }

        @Test
        void not_before_it_was_defined() {
            plan.given(defined).when(new AdoptPlan(ID, null, BEFORE)).refuses("effective-before-item");
        }
    }

    @Nested
    class Respond {

        @Test
        void a_recommendation_is_responded_to() {
            plan.given(defined, outlined).when(respond(RECOMMENDATION, RecommendationResponse.PARTLY_ACCEPTED, "Con apoyo técnico", DAY))
                    .records(new RecommendationAnswered(RECOMMENDATION, RecommendationResponse.PARTLY_ACCEPTED, "Con apoyo técnico", DAY));
        }

        @Test
        void reasons_are_welcome_but_not_required() {
            plan.given(defined, outlined).when(respond(RECOMMENDATION, RecommendationResponse.REJECTED, null, DAY))
                    .records(new RecommendationAnswered(RECOMMENDATION, RecommendationResponse.REJECTED, null, DAY));
        }

        @Test
        void the_response_may_change() {
            var rejected = new RecommendationAnswered(RECOMMENDATION, RecommendationResponse.REJECTED, null, LATER);
            plan.given(defined, outlined, rejected).when(respond(RECOMMENDATION, RecommendationResponse.ACCEPTED, null, LATER))
                    .records(new RecommendationAnswered(RECOMMENDATION, RecommendationResponse.ACCEPTED, null, LATER));
        }

        @Test
        void only_recommendations_of_the_plan() {
            plan.given(defined, outlined).when(respond(UNKNOWN, RecommendationResponse.ACCEPTED, null, DAY))
                    .isInvalid("recommendation", "unknown-recommendation", UNKNOWN);
        }

        @Test
        void only_recommendations() {
            plan.given(defined, outlined).when(respond(COMPONENT, RecommendationResponse.ACCEPTED, null, DAY))
                    .isInvalid("recommendation", "not-a-recommendation");
        }

        @Test
        void not_before_it_was_made() {
            plan.given(defined, added(LATER, component(COMPONENT), recommendation(RECOMMENDATION, COMPONENT)))
                    .when(respond(RECOMMENDATION, RecommendationResponse.ACCEPTED, null, DAY)).refuses("effective-before-previous", LATER);
        }

        @Test
        void not_once_the_plan_is_closed() {
            plan.given(defined, outlined, closed).when(respond(RECOMMENDATION, RecommendationResponse.ACCEPTED, null, LATER)).refuses("already-closed", LATER);
        }

        @Test
        void not_before_the_plan_was_defined() {
            plan.given(defined, outlined).when(respond(RECOMMENDATION, RecommendationResponse.ACCEPTED, null, BEFORE)).refuses("effective-before-item");
        }

        private RespondToRecommendation respond(UUID recommendation, RecommendationResponse response, @Nullable String text, LocalDate on) {
            return new RespondToRecommendation(ID, recommendation, response, text, on);
        }
    }

    @Nested
    class Extend {

        final LocalDate until = LocalDate.of(2013, 8, 31);
        final PlanEvent extended = new PlanExtended(until, AGREEMENT, LATER);

        @Test
        void a_plan_runs_longer() {
            plan.given(defined, dated).when(extend(until, AGREEMENT, LATER)).records(extended);
        }

        @Test
        void even_if_nobody_knows_until_when_it_ran() {
            plan.given(defined).when(extend(DAY, null, LATER)).records(new PlanExtended(DAY, null, LATER));
        }

        @Test
        void longer_than_its_calendar() {
            plan.given(defined, dated).when(extend(LocalDate.of(2012, 6, 30), null, DAY)).isInvalid("until", "until-not-later", LocalDate.of(2012, 6, 30));
            plan.given(defined, dated).when(extend(LocalDate.of(2012, 7, 1), null, DAY)).records(new PlanExtended(LocalDate.of(2012, 7, 1), null, DAY));
        }

        @Test
        void longer_than_it_was_extended() {
            plan.given(defined, extended).when(extend(until, null, LATER)).isInvalid("until", "until-not-later", until);
        }

        @Test
        void extensions_follow_one_another() {
            plan.given(defined, extended).when(extend(until.plusDays(1), null, DAY)).refuses("effective-before-previous", LATER);
        }

        @Test
        void the_agreement_is_one_that_was_recorded() {
            plan.given(defined).when(extend(until, UNKNOWN_AGREEMENT, LATER)).isInvalid("agreement", "unknown-agreement", UNKNOWN_AGREEMENT);
        }

        @Test
        void not_once_it_is_closed() {
            plan.given(defined, closed).when(extend(until, null, LATER)).refuses("already-closed", LATER);
        }

        @Test
        void not_before_it_was_defined() {
            plan.given(defined).when(extend(until, null, BEFORE)).refuses("effective-before-item");
        }

        private ExtendPlan extend(LocalDate until, @Nullable AgreementId agreement, LocalDate on) {
            return new ExtendPlan(ID, until, agreement, on);
        }
    }

    @Nested
    class Expect {

        @Test
        void reports_against_all_periods_of_the_calendar() {
            plan.given(defined).when(new ExpectReports(ID, null, LATER)).records(new ReportsExpected(periods(), LATER));
        }

        @Test
        void or_against_some_or_none() {
            var last = List.of(periods().getLast());
            plan.given(defined).when(new ExpectReports(ID, last, LATER)).records(new ReportsExpected(last, LATER));
            plan.given(defined).when(new ExpectReports(ID, List.of(), DAY)).records(new ReportsExpected(List.of(), DAY));
        }

        @Test
        void each_a_period_of_the_calendar_and_once() {
            plan.given(defined).when(new ExpectReports(ID, List.of("T9"), LATER)).isInvalid("periods/0", "unknown-period", "T9");
            var first = periods().getFirst();
            plan.given(defined).when(new ExpectReports(ID, List.of(first, first), LATER)).isInvalid("periods/1", "period-repeated", first);
        }

        @Test
        void not_once_it_is_closed() {
            plan.given(defined, closed).when(new ExpectReports(ID, null, LATER)).refuses("already-closed", LATER);
        }

        private List<String> periods() {
            return ((PlanDefined) defined).calendar().stream().map(CalendarPeriod::period).toList();
        }
    }

    @Nested
    class Close {

        @Test
        void a_plan_is_closed() {
            plan.given(defined, adopted).when(new ClosePlan(ID, LATER)).records(closed);
        }

        @Test
        void even_one_that_was_never_adopted() {
            plan.given(defined).when(new ClosePlan(ID, LATER)).records(closed);
        }

        @Test
        void only_once() {
            plan.given(defined, closed).when(new ClosePlan(ID, LATER)).refuses("already-closed", LATER);
            plan.given(defined, closed).when(new ClosePlan(ID, DAY)).refuses("already-closed", LATER);
        }

        @Test
        void not_before_what_is_on_record_of_it() {
            plan.given(defined, adopted).when(new ClosePlan(ID, LATER.minusDays(1))).refuses("effective-before-previous", LATER);
            plan.given(defined, added(LATER, component(COMPONENT))).when(new ClosePlan(ID, DAY)).refuses("effective-before-previous", LATER);
        }

        @Test
        void not_before_it_was_defined() {
            plan.given(defined).when(new ClosePlan(ID, BEFORE)).refuses("effective-before-item");
        }
    }

    static UUID id(int number) {
        return new UUID(0x01941f297c007000L, 0x8000000000000000L + number);
    }

    static OutlineNode component(UUID id) {
        return new OutlineNode(id, null, OutlineKind.COMPONENT, "2.3", "Modelo de gestión del PC", null);
    }

    static OutlineNode recommendation(UUID id, UUID parent) {
        return new OutlineNode(id, parent, OutlineKind.RECOMMENDATION, null, "Fortalecer el sistema de M&E", "Evaluación, párrafo 112");
    }

    static OutlineNodesAdded added(LocalDate on, OutlineNode... nodes) {
        return new OutlineNodesAdded(List.of(nodes), on);
    }
}
