package constancia.app.lookups;

import constancia.command.indicators.Indicators;
import constancia.kernel.indicators.IndicatorEvent;
import constancia.kernel.indicators.IndicatorEvent.*;
import constancia.kernel.indicators.IndicatorId;
import constancia.kernel.plans.PlanId;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Indicators as commands must know them. */
@Component
final class IndicatorLookup implements Indicators {

    private final JdbcClient db;

    IndicatorLookup(JdbcClient commandDb) {
        this.db = commandDb;
    }

    @Override
    public List<IndicatorId> withPeriodsOf(PlanId plan) {
        return db.sql("select id from journal.indicator where plan = :plan and by_periods order by id").param("plan", plan.value())
                .query((row, line) -> new IndicatorId(row.getObject("id", UUID.class))).list();
    }

    @Override
    public void recorded(IndicatorId indicator, IndicatorEvent event) {
        switch (event) {
            case IndicatorDefined e -> db.sql("insert into journal.indicator (id, plan, body, by_periods) values (:id, :plan, :body, false)")
                    .param("id", indicator.value()).param("plan", e.plan() == null ? null : e.plan().value()).param("body", e.body() == null ? null : e.body().value()).update();
            case TargetSet e -> byPeriods(indicator, e.period() != null);
            case TargetsDated _, MeasurementRecorded _, IndicatorRetired _ -> { }
        }
    }

    @Override
    public void rectified(IndicatorId indicator, List<IndicatorEvent> standing) {
        for (var event : standing) {
            if (event instanceof IndicatorDefined e) {
                db.sql("update journal.indicator set plan = :plan, body = :body, by_periods = false where id = :id").param("id", indicator.value())
                        .param("plan", e.plan() == null ? null : e.plan().value()).param("body", e.body() == null ? null : e.body().value()).update();
            } else {
                recorded(indicator, event);
            }
        }
    }

    private void byPeriods(IndicatorId indicator, boolean goes) {
        if (goes) {
            db.sql("update journal.indicator set by_periods = true where id = :id and not by_periods").param("id", indicator.value()).update();
        }
    }
}
