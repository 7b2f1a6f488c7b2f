package constancia.query.risks;

import constancia.kernel.Dated;
import constancia.kernel.Recorded;
import constancia.kernel.risks.MeasureKind;
import constancia.kernel.risks.RiskEvent;
import constancia.kernel.risks.RiskEvent.*;
import constancia.kernel.risks.WarningSign;
import constancia.query.history.Label;
import constancia.query.history.Names;
import constancia.query.history.View;
import constancia.query.risks.RiskFacts.Registration;
import constancia.query.risks.RiskFacts.Report;
import constancia.query.risks.RiskItem.Option;
import constancia.query.risks.RiskItem.Sign;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Risks as people see them. */
public final class RiskView implements View<RiskEvent, RiskFacts> {

    @Override
    public String type() {
        return "risk";
    }

    @Override
    public Class<RiskEvent> events() {
        return RiskEvent.class;
    }

    @Override
    public RiskFacts nothing() {
        return RiskFacts.NOTHING;
    }

    @Override
    public RiskFacts evolve(RiskFacts f, Recorded<RiskEvent> record) {
        return switch (record.event()) {
            case RiskRegistered e -> new RiskFacts(new Registration(e.scenario(), e.plan(), e.body(), e.warningSigns(), e.measures(), e.actions(),
                    e.watches(), e.effectiveOn()), f.reports(), f.activated(), f.proposals(), f.materialisedOn(), f.closedOn());
            case WarningSignReported e -> new RiskFacts(f.registration(), Dated.plus(f.reports(), new Report(e.sign(), e.text(), e.effectiveOn()), record),
                    f.activated(), f.proposals(), f.materialisedOn(), f.closedOn());
            case RiskMaterialised e -> new RiskFacts(f.registration(), f.reports(), f.activated(),
                    e.proposals() == null ? List.of() : e.proposals(), e.effectiveOn(), f.closedOn());
            case MeasureActivated e -> new RiskFacts(f.registration(), f.reports(), with(f.activated(), e.measure(), e.effectiveOn()), f.proposals(), f.materialisedOn(),
                    f.closedOn());
            case RiskClosed e -> new RiskFacts(f.registration(), f.reports(), f.activated(), f.proposals(), f.materialisedOn(), e.effectiveOn());
        };
    }

    @Override
    public Object answer(RiskFacts f, LocalDate on, Names names) {
        var r = f.registration();
        return new RiskItem(f.status(), r.scenario(), names.plan(r.plan()), names.body(r.body()), r.warningSigns().stream().map(sign -> shown(sign, f)).toList(),
                measures(f, MeasureKind.PREVENTIVE), measures(f, MeasureKind.DAMAGE_REDUCTION), measures(f, MeasureKind.ADJUSTMENT),
                r.actions().stream().map(names::action).toList(), r.registeredOn(), f.materialisedOn(), f.closedOn(), r.watches(), "public");
    }

    @Override
    public Label label(RiskFacts f) {
        return new Label(null, f.registration().scenario(), f.registration().body());
    }

    @Override
    public List<Object> summary(RiskEvent event, Names names) {
        return switch (event) {
            case RiskRegistered e -> List.of(e.scenario());
            case WarningSignReported e -> List.of(e.text() == null ? 0 : 1, e.text() == null ? "" : e.text());
            case RiskMaterialised _, MeasureActivated _, RiskClosed _ -> List.of();
        };
    }

    private static Sign shown(WarningSign sign, RiskFacts f) {
        return new Sign(sign.id(), sign.text(), Dated.values(f.reports()).stream().filter(report -> report.sign().equals(sign.id()))
                .map(report -> new RiskItem.Report(report.reportedOn(), report.text())).toList());
    }

    private static List<Option> measures(RiskFacts f, MeasureKind kind) {
        return f.registration().measures().stream().filter(measure -> measure.kind() == kind)
                .map(measure -> new Option(measure.id(), measure.text(), f.proposed(measure), f.activated().get(measure.id()),
                        f.actionFor(measure))).toList();
    }

    private static Map<UUID, LocalDate> with(Map<UUID, LocalDate> all, UUID measure, LocalDate on) {
        var more = new HashMap<>(all);
        more.put(measure, on);
        return Map.copyOf(more);
    }
}
