package constancia.app.lookups;

import static org.assertj.core.api.Assertions.assertThat;

import constancia.kernel.actions.ActionEvent.*;
import constancia.kernel.actions.ActionId;
import constancia.kernel.actions.Schedule;
import constancia.kernel.plans.PlanEvent.PlanDefined;
import constancia.kernel.plans.PlanId;
import constancia.kernel.plans.PlanKind;
import constancia.postgres.TestPostgres;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class ActionLookupTest {

    static final PlanId PLAN = new PlanId(new UUID(0, 1));
    static final PlanId OTHER = new PlanId(new UUID(0, 2));
    static final ActionId ONE = new ActionId(new UUID(0, 11));
    static final ActionId TWO = new ActionId(new UUID(0, 12));
    static final LocalDate DAY = LocalDate.of(2011, 12, 9);
    static final Schedule MARKS = new Schedule(List.of("T1"), null, null);
    static final Schedule DATES = new Schedule(List.of(), null, DAY);

    ActionLookup actions;

    @BeforeEach
    void planned() {
        var database = TestPostgres.newDatabase();
        Flyway.configure().dataSource(database.url(), database.owner().user(), database.owner().password()).locations("classpath:db/journal")
                .schemas("journal").placeholders(Map.of("app", database.app().user())).load().migrate();
        var db = JdbcClient.create(new DriverManagerDataSource(database.url(), database.app().user(), database.app().password()));
        actions = new ActionLookup(db);
        new PlanLookup(db).recorded(PLAN, new PlanDefined("PM-2011", "Plan de mejora", PlanKind.IMPROVEMENT_PLAN, null, List.of(), DAY));
    }

    @Test
    void an_action_is_known_once_it_is_proposed() {
        assertThat(actions.exists(ONE)).isFalse();
        actions.recorded(ONE, proposed(null, null));
        assertThat(actions.exists(ONE)).isTrue();
    }

    @Test
    void those_that_ever_went_by_a_period_of_the_plan_are_to_be_dated_with_it() {
        actions.recorded(ONE, proposed(PLAN, MARKS));
        actions.recorded(TWO, proposed(PLAN, DATES));
        assertThat(actions.scheduledByPeriodsOf(PLAN)).containsExactly(ONE);
        assertThat(actions.scheduledByPeriodsOf(OTHER)).isEmpty();
        actions.recorded(TWO, new ActionScheduled(MARKS, DAY));
        assertThat(actions.scheduledByPeriodsOf(PLAN)).containsExactly(ONE, TWO);
        actions.recorded(TWO, new ActionScheduled(DATES, DAY));
        assertThat(actions.scheduledByPeriodsOf(PLAN)).containsExactly(ONE, TWO);
    }

    @Test
    void a_milestone_of_a_period_is_enough() {
        actions.recorded(ONE, proposed(PLAN, null));
        actions.recorded(ONE, new MilestoneAdded(new UUID(0, 21), "Diagnóstico", DAY, null, DAY));
        assertThat(actions.scheduledByPeriodsOf(PLAN)).isEmpty();
        actions.recorded(ONE, new MilestoneAdded(new UUID(0, 22), "Informe", null, "T1", DAY));
        assertThat(actions.scheduledByPeriodsOf(PLAN)).containsExactly(ONE);
    }

    @Test
    void so_is_one_that_was_moved_to_a_period() {
        actions.recorded(ONE, proposed(PLAN, null));
        actions.recorded(ONE, new MilestoneRescheduled(new UUID(0, 21), DAY, null, DAY));
        assertThat(actions.scheduledByPeriodsOf(PLAN)).isEmpty();
        actions.recorded(ONE, new MilestoneRescheduled(new UUID(0, 21), null, "T1", DAY));
        assertThat(actions.scheduledByPeriodsOf(PLAN)).containsExactly(ONE);
    }

    @Test
    void an_action_waits_for_all_before_it_until_it_no_longer_depends_on_them() {
        var three = new ActionId(new UUID(0, 13));
        actions.recorded(TWO, new DependencyAdded(ONE, DAY));
        actions.recorded(three, new DependencyAdded(TWO, DAY));
        assertThat(actions.waitsFor(three, ONE)).isTrue();
        assertThat(actions.waitsFor(ONE, three)).isFalse();
        actions.recorded(TWO, new DependencyRemoved(ONE, DAY));
        assertThat(actions.waitsFor(three, ONE)).isFalse();
    }

    static ActionProposed proposed(@Nullable PlanId plan, @Nullable Schedule schedule) {
        return new ActionProposed("Instalar el mecanismo", null, plan, null, null, null, List.of(), null, List.of(), schedule, List.of(), List.of(), null, DAY);
    }
}
