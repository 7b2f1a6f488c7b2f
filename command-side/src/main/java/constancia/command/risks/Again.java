package constancia.command.risks;

import constancia.command.risks.RiskCommand.*;
import constancia.kernel.risks.Measure;
import constancia.kernel.risks.MeasureKind;
import constancia.kernel.risks.RiskEvent;
import constancia.kernel.risks.RiskEvent.*;
import constancia.kernel.risks.RiskId;
import constancia.kernel.risks.WarningSign;
import java.util.List;

/** The command that a record of a risk came from, were it given again: the inverse of deciding. */
public final class Again {

    private Again() {}

    public static RiskCommand of(RiskId id, RiskEvent event) {
        var on = event.effectiveOn();
        return switch (event) {
            case RiskRegistered e -> new RegisterRisk(id, e.scenario(), e.plan(), e.body(), e.warningSigns().stream().map(WarningSign::text).toList(),
                    texts(e, MeasureKind.PREVENTIVE), texts(e, MeasureKind.DAMAGE_REDUCTION), texts(e, MeasureKind.ADJUSTMENT), e.actions(),
                    e.watches() == null ? null : new Watching(e.watches().node(), e.watches().assumption()), on);
            case WarningSignReported e -> new ReportWarningSign(id, e.sign(), e.text(), on);
            case RiskMaterialised _ -> new DeclareMaterialised(id, on);
            case MeasureActivated e -> new ActivateMeasure(id, e.measure(), on);
            case RiskClosed _ -> new CloseRisk(id, on);
        };
    }

    private static List<String> texts(RiskRegistered e, MeasureKind kind) {
        return e.measures().stream().filter(measure -> measure.kind() == kind).map(Measure::text).toList();
    }
}
