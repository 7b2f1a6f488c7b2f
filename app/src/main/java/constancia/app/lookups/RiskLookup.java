package constancia.app.lookups;

import constancia.command.risks.Risks;
import constancia.kernel.risks.RiskEvent;
import constancia.kernel.risks.RiskEvent.*;
import constancia.kernel.risks.RiskId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** To what risks belong. */
@Component
final class RiskLookup implements Risks {

    private final JdbcClient db;

    RiskLookup(JdbcClient commandDb) {
        this.db = commandDb;
    }

    @Override
    public void recorded(RiskId risk, RiskEvent event) {
        switch (event) {
            case RiskRegistered e -> write(risk, e, "insert into journal.risk (id, plan, body) values (:id, :plan, :body)");
            case WarningSignReported _, RiskMaterialised _, MeasureActivated _, RiskClosed _ -> { }
        }
    }

    @Override
    public void rectified(RiskId risk, List<RiskEvent> standing) {
        for (var event : standing) {
            if (event instanceof RiskRegistered e) {
                write(risk, e, "update journal.risk set plan = :plan, body = :body where id = :id");
            }
        }
    }

    private void write(RiskId risk, RiskRegistered e, String sql) {
        db.sql(sql).param("id", risk.value()).param("plan", e.plan() == null ? null : e.plan().value())
                .param("body", e.body() == null ? null : e.body().value()).update();
    }
}
