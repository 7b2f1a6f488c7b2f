package constancia.query.plans;

import constancia.kernel.Dated;
import constancia.kernel.Latest;
import constancia.kernel.Recorded;
import constancia.kernel.agreements.AgreementId;
import constancia.kernel.plans.CalendarPeriod;
import constancia.kernel.plans.PeriodDates;
import constancia.kernel.plans.PlanEvent;
import constancia.kernel.plans.PlanEvent.*;
import constancia.query.history.Label;
import constancia.query.history.Names;
import constancia.query.history.View;
import constancia.query.plans.PlanFacts.Days;
import constancia.query.plans.PlanFacts.Definition;
import constancia.query.plans.PlanFacts.Extension;
import constancia.query.plans.PlanFacts.Life;
import constancia.query.plans.PlanFacts.Node;
import constancia.query.plans.PlanFacts.Period;
import constancia.query.plans.PlanFacts.Place;
import constancia.query.plans.PlanFacts.Response;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Plans as people see them. */
public final class PlanView implements View<PlanEvent, PlanFacts> {

    @Override
    public String type() {
        return "plan";
    }

    @Override
    public Class<PlanEvent> events() {
        return PlanEvent.class;
    }

    @Override
    public PlanFacts nothing() {
        return PlanFacts.NOTHING;
    }

    @Override
    public PlanFacts evolve(PlanFacts f, Recorded<PlanEvent> record) {
        var life = f.life();
        return switch (record.event()) {
            case PlanDefined e -> new PlanFacts(new Definition(e.code(), e.title(), e.kind(), e.body(), e.effectiveOn()),
                    added(f.calendar(), e.calendar(), record), f.outline(), f.extensions(), f.reportPeriods(), life);
            case PeriodsAdded e -> new PlanFacts(f.definition(), added(f.calendar(), e.periods(), record), f.outline(), f.extensions(), f.reportPeriods(), life);
            case PeriodsDated e -> new PlanFacts(f.definition(), dated(f.calendar(), e), f.outline(), f.extensions(), f.reportPeriods(), life);
            case OutlineNodesAdded e -> outlined(f, added(f.outline(), e, record.n()));
            case OutlineNodeMoved e -> outlined(f, changed(f.outline(), e.node(), node -> new Node(node.id(), node.kind(),
                    node.place().or(new Place(e.parent(), record.n(), 0), e.effectiveOn()), node.code(), node.text(), node.response(), node.assumptions(), node.source())));
            case OutlineNodeRetitled e -> outlined(f, changed(f.outline(), e.node(), node -> new Node(node.id(), node.kind(), node.place(),
                    e.code() == null ? node.code() : node.code().or(e.code(), e.effectiveOn()), node.text().or(e.text(), e.effectiveOn()), node.response(), node.assumptions(), node.source())));
            case RecommendationAnswered e -> outlined(f, changed(f.outline(), e.recommendation(), node -> new Node(node.id(), node.kind(), node.place(),
                    node.code(), node.text(), node.response().or(new Response(e.response(), e.text(), e.effectiveOn()), e.effectiveOn()), node.assumptions(), node.source())));
            case AssumptionsStated e -> outlined(f, changed(f.outline(), e.node(), node -> new Node(node.id(), node.kind(), node.place(), node.code(), node.text(),
                    node.response(), node.assumptions().or(e.assumptions(), e.effectiveOn()), node.source())));
            case PlanAdopted e -> living(f, new Life(e.effectiveOn(), e.agreement(), life.closedOn()));
            case PlanExtended e -> new PlanFacts(f.definition(), f.calendar(), f.outline(),
                    Dated.plus(f.extensions(), new Extension(e.until(), e.agreement(), e.effectiveOn()), record), f.reportPeriods(), life);
            case ReportsExpected e -> new PlanFacts(f.definition(), f.calendar(), f.outline(), f.extensions(),
                    f.reportPeriods().or(e.periods(), e.effectiveOn()), life);
            case PlanClosed e -> living(f, new Life(life.adoptedOn(), life.adoptedBy(), e.effectiveOn()));
        };
    }

    @Override
    public Object answer(PlanFacts f, LocalDate on, Names names) {
        var d = f.definition();
        return new PlanItem(f.status(), d.code(), d.title(), d.kind(), names.body(d.body()), f.periods().stream().map(PlanView::shown).toList(), f.expected(),
                OutlineOrder.of(f.outline().values()).stream().map(PlanView::shown).toList(), f.until(),
                Dated.values(f.extensions()).stream().map(e -> new PlanItem.Extension(e.until(), names.agreement(e.agreement()), e.extendedOn())).toList(),
                f.life().adoptedOn(), names.agreement(f.life().adoptedBy()), f.life().closedOn(), "public");
    }

    @Override
    public Label label(PlanFacts f) {
        return new Label(f.definition().code(), f.definition().title(), f.definition().body());
    }

    @Override
    public List<Object> summary(PlanEvent event, Names names) {
        return switch (event) {
            case PlanDefined e -> List.of(e.title(), e.code());
            case PeriodsAdded e -> List.of(e.periods().stream().map(CalendarPeriod::period).collect(Collectors.joining(", ")), e.periods().size());
            case PeriodsDated e -> List.of(e.periods().stream().map(PeriodDates::period).collect(Collectors.joining(", ")), e.periods().size());
            case OutlineNodesAdded e -> List.of(e.nodes().size());
            case OutlineNodeMoved _ -> List.of();
            case OutlineNodeRetitled e -> List.of(e.text());
            case RecommendationAnswered e -> List.of(e.response().ordinal());
            case AssumptionsStated e -> List.of(e.assumptions().size());
            case PlanAdopted e -> agreed(e.agreement(), names);
            case PlanExtended e -> {
                var agreed = agreed(e.agreement(), names);
                yield List.of(agreed.getFirst(), agreed.getLast(), e.until().toString());
            }
            case ReportsExpected e -> List.of(e.periods().size(), String.join(", ", e.periods()));
            case PlanClosed _ -> List.of();
        };
    }

    /** 1 and the folio, or 0 and nothing. */
    private static List<Object> agreed(@Nullable AgreementId agreement, Names names) {
        var name = names.agreement(agreement);
        return name == null ? List.of(0, "") : List.of(1, name.folio() == null ? name.id().toString() : name.folio());
    }

    private static PlanFacts outlined(PlanFacts f, Map<UUID, Node> outline) {
        return new PlanFacts(f.definition(), f.calendar(), outline, f.extensions(), f.reportPeriods(), f.life());
    }

    private static PlanFacts living(PlanFacts f, Life life) {
        return new PlanFacts(f.definition(), f.calendar(), f.outline(), f.extensions(), f.reportPeriods(), life);
    }

    private static List<Dated<Period>> added(List<Dated<Period>> calendar, List<CalendarPeriod> periods, Recorded<?> record) {
        var all = calendar;
        for (var p : periods) {
            all = Dated.plus(all, new Period(p.period(), p.label(),
                    p.from() == null ? Latest.unknown() : Latest.of(new Days(p.from(), p.until()), record.effectiveOn())), record);
        }
        return all;
    }

    private static List<Dated<Period>> dated(List<Dated<Period>> calendar, PeriodsDated e) {
        var days = e.periods().stream().collect(Collectors.toMap(PeriodDates::period, dates -> new Days(dates.from(), dates.until())));
        return Dated.each(calendar, p -> !days.containsKey(p.period()) ? p
                : new Period(p.period(), p.label(), p.days().or(days.get(p.period()), e.effectiveOn())));
    }

    private static Map<UUID, Node> added(Map<UUID, Node> outline, OutlineNodesAdded e, int n) {
        var all = new HashMap<>(outline);
        for (int i = 0; i < e.nodes().size(); i++) {
            var node = e.nodes().get(i);
            all.put(node.id(), new Node(node.id(), node.kind(), Latest.of(new Place(node.parent(), n, i), e.effectiveOn()),
                    Latest.of(node.code(), e.effectiveOn()), Latest.of(node.text(), e.effectiveOn()), Latest.unknown(), Latest.unknown(), node.source()));
        }
        return Map.copyOf(all);
    }

    private static Map<UUID, Node> changed(Map<UUID, Node> outline, UUID id, UnaryOperator<Node> change) {
        var all = new HashMap<>(outline);
        all.computeIfPresent(id, (key, node) -> change.apply(node));
        return Map.copyOf(all);
    }

    private static PlanItem.Period shown(Period p) {
        var days = p.days().value();
        return new PlanItem.Period(p.period(), p.label(), days == null ? null : days.from(), days == null ? null : days.until());
    }

    private static PlanItem.Node shown(Node node) {
        return new PlanItem.Node(node.id(), node.place().value().parent(), node.kind(), node.code().value(), node.text().value(), node.response().value(), node.assumed(),
                node.source());
    }
}
