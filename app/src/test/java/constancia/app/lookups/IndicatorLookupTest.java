package constancia.app.lookups;

import static org.assertj.core.api.Assertions.assertThat;

import constancia.kernel.indicators.Direction;
import constancia.kernel.indicators.IndicatorEvent.*;
import constancia.kernel.indicators.IndicatorId;
import constancia.kernel.indicators.IndicatorKind;
import constancia.kernel.plans.PlanId;
import constancia.postgres.TestPostgres;
import java.math.BigDecimal;
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

class IndicatorLookupTest {

    static final PlanId PLAN = new PlanId(new UUID(0, 1));
    static final IndicatorId ONE = new IndicatorId(new UUID(0, 11));
    static final IndicatorId TWO = new IndicatorId(new UUID(0, 12));
    static final LocalDate DAY = LocalDate.of(2010, 10, 1);

    IndicatorLookup indicators;

    @BeforeEach
    void defined() {
        var database = TestPostgres.newDatabase();
        Flyway.configure().dataSource(database.url(), database.owner().user(), database.owner().password()).locations("classpath:db/journal")
                .schemas("journal").placeholders(Map.of("app", database.app().user())).load().migrate();
        indicators = new IndicatorLookup(JdbcClient.create(new DriverManagerDataSource(database.url(), database.app().user(), database.app().password())));
        indicators.recorded(ONE, defined(PLAN));
        indicators.recorded(TWO, defined(null));
    }

    @Test
    void those_that_ever_had_a_target_for_a_period_of_the_plan_are_to_be_dated_with_it() {
        assertThat(indicators.withPeriodsOf(PLAN)).isEmpty();
        indicators.recorded(ONE, target(null, DAY));
        assertThat(indicators.withPeriodsOf(PLAN)).isEmpty();
        indicators.recorded(ONE, target("T1", null));
        indicators.recorded(ONE, target(null, DAY));
        indicators.recorded(ONE, new MeasurementRecorded(DAY, BigDecimal.ONE, "EHPM", List.of(), List.of(), DAY));
        assertThat(indicators.withPeriodsOf(PLAN)).containsExactly(ONE);
        assertThat(indicators.withPeriodsOf(new PlanId(new UUID(0, 2)))).isEmpty();
    }

    private static IndicatorDefined defined(@Nullable PlanId plan) {
        return new IndicatorDefined("Pobreza", IndicatorKind.IMPACT, "%", Direction.DECREASE, plan, null, null, null, null, List.of(), DAY);
    }

    private static TargetSet target(@Nullable String period, @Nullable LocalDate dueOn) {
        return new TargetSet(period, dueOn, BigDecimal.ONE, DAY);
    }
}
