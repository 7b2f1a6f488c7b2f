package constancia.app.lookups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import constancia.command.plans.Plans.KnownPeriod;
import constancia.command.plans.Plans.KnownPlan;
import constancia.kernel.Refused;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.plans.CalendarPeriod;
import constancia.kernel.plans.OutlineKind;
import constancia.kernel.plans.OutlineNode;
import constancia.kernel.plans.PeriodDates;
import constancia.kernel.plans.PlanEvent.*;
import constancia.kernel.plans.PlanId;
import constancia.kernel.plans.PlanKind;
import constancia.kernel.plans.RecommendationResponse;
import constancia.postgres.TestPostgres;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class PlanLookupTest {

    static final PlanId PLAN = new PlanId(new UUID(0, 1));
    static final PlanId OTHER = new PlanId(new UUID(0, 2));
    static final BodyId COUNCIL = new BodyId(new UUID(0, 3));
    static final UUID COMPONENT = new UUID(0, 10);
    static final UUID RECOMMENDATION = new UUID(0, 11);
    static final LocalDate DAY = LocalDate.of(2011, 12, 9);
    static final LocalDate LATER = LocalDate.of(2012, 3, 1);

    PlanLookup plans;

    @BeforeEach
    void defined() {
        var database = TestPostgres.newDatabase();
        Flyway.configure().dataSource(database.url(), database.owner().user(), database.owner().password()).locations("classpath:db/journal")
                .schemas("journal").placeholders(Map.of("app", database.app().user())).load().migrate();
        plans = new PlanLookup(JdbcClient.create(new DriverManagerDataSource(database.url(), database.app().user(), database.app().password())));
        plans.recorded(PLAN, new PlanDefined("PM-2011", "Plan de mejora", PlanKind.IMPROVEMENT_PLAN, COUNCIL,
                List.of(new CalendarPeriod("T1", null, DAY, LATER), new CalendarPeriod("T2", null, null, null)), DAY));
    }

    @Test
    void a_plan_is_known_by_its_id_until_it_is_closed() {
        assertThat(plans.find(PLAN)).contains(new KnownPlan(PLAN, COUNCIL, false));
        assertThat(plans.find(OTHER)).isEmpty();
        plans.recorded(PLAN, new PlanClosed(LATER));
        assertThat(plans.find(PLAN)).contains(new KnownPlan(PLAN, COUNCIL, true));
    }

    @Test
    void two_plans_never_have_the_same_code_however_it_is_written() {
        assertThatThrownBy(() -> plans.recorded(OTHER, new PlanDefined(" pm-2011", "Otro", PlanKind.OTHER, null, List.of(), DAY)))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.code()).isEqualTo("plan-code-taken");
                    assertThat(refused.args()).containsExactly(" pm-2011");
                });
        plans.recorded(OTHER, new PlanDefined("PM-2012", "Otro", PlanKind.OTHER, null, List.of(), DAY));
        assertThat(plans.find(OTHER)).contains(new KnownPlan(OTHER, null, false));
    }

    @Test
    void periods_are_known_with_the_dates_that_hold_since_last() {
        assertThat(plans.period(PLAN, "T1")).contains(new KnownPeriod("T1", DAY, LATER));
        assertThat(plans.period(PLAN, "T2")).contains(new KnownPeriod("T2", null, null));
        assertThat(plans.period(PLAN, "T3")).isEmpty();
        assertThat(plans.period(OTHER, "T1")).isEmpty();
        plans.recorded(PLAN, new PeriodsDated(List.of(new PeriodDates("T2", LATER, LATER)), LATER));
        plans.recorded(PLAN, new PeriodsDated(List.of(new PeriodDates("T2", DAY, DAY)), DAY));
        assertThat(plans.period(PLAN, "T2")).contains(new KnownPeriod("T2", LATER, LATER));
        plans.recorded(PLAN, new PeriodsDated(List.of(new PeriodDates("T2", DAY, LATER)), LATER));
        assertThat(plans.period(PLAN, "T2")).contains(new KnownPeriod("T2", DAY, LATER));
    }

    @Test
    void periods_that_were_added_are_known_like_the_others() {
        plans.recorded(PLAN, new PeriodsAdded(List.of(new CalendarPeriod("T5", null, DAY, DAY), new CalendarPeriod("T6", null, null, null)), DAY));
        assertThat(plans.period(PLAN, "T5")).contains(new KnownPeriod("T5", DAY, DAY));
        assertThat(plans.period(PLAN, "T6")).contains(new KnownPeriod("T6", null, null));
        plans.recorded(PLAN, new PeriodsDated(List.of(new PeriodDates("T6", DAY, LATER)), LATER));
        assertThat(plans.period(PLAN, "T6")).contains(new KnownPeriod("T6", DAY, LATER));
    }

    @Test
    void nodes_are_known_and_which_of_them_are_recommendations() {
        plans.recorded(PLAN, new OutlineNodesAdded(List.of(new OutlineNode(COMPONENT, null, OutlineKind.COMPONENT, null, "Componente", null),
                new OutlineNode(RECOMMENDATION, COMPONENT, OutlineKind.RECOMMENDATION, null, "Recomendación", null)), DAY));
        assertThat(plans.hasNode(PLAN, COMPONENT)).isTrue();
        assertThat(plans.hasNode(PLAN, RECOMMENDATION)).isTrue();
        assertThat(plans.hasNode(OTHER, COMPONENT)).isFalse();
        assertThat(plans.hasRecommendation(PLAN, RECOMMENDATION)).isTrue();
        assertThat(plans.hasRecommendation(PLAN, COMPONENT)).isFalse();
        assertThat(plans.hasRecommendation(OTHER, RECOMMENDATION)).isFalse();
    }

    @Test
    void what_else_happens_to_a_plan_is_no_matter_of_the_lookup() {
        plans.recorded(PLAN, new OutlineNodesAdded(List.of(new OutlineNode(COMPONENT, null, OutlineKind.COMPONENT, null, "Componente", null)), DAY));
        plans.recorded(PLAN, new OutlineNodeMoved(COMPONENT, null, DAY));
        plans.recorded(PLAN, new OutlineNodeRetitled(COMPONENT, null, "Otro", DAY));
        plans.recorded(PLAN, new PlanAdopted(null, DAY));
        plans.recorded(PLAN, new RecommendationAnswered(COMPONENT, RecommendationResponse.ACCEPTED, null, DAY));
        plans.recorded(PLAN, new PlanExtended(LATER, null, DAY));
        assertThat(plans.find(PLAN)).contains(new KnownPlan(PLAN, COUNCIL, false));
        assertThat(plans.hasRecommendation(PLAN, COMPONENT)).isFalse();
    }
}
