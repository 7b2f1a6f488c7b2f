package constancia.query.actions;

import constancia.kernel.Dated;
import constancia.kernel.actions.ActionId;
import constancia.kernel.actions.ActionStatus;
import constancia.kernel.actions.Condition;
import constancia.query.history.Names;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The answer that an action's facts give on a day. */
final class ActionAnswer {

    private ActionAnswer() {}

    static ActionItem of(ActionFacts f, LocalDate on, Names names, int near) {
        var origin = Objects.requireNonNull(f.origin());
        var status = f.status(on);
        var texts = f.texts();
        var dueOn = f.scheduling().dueOn();
        return new ActionItem(status, Condition.of(status, f.standings(on), dueOn, f.blocked(), on, near), texts.title().value(), texts.detail().value(),
                names.plan(origin.plan()), texts.node().value(), texts.number().value(), orNone(texts.recommendations().value()),
                Stream.ofNullable(names.agreement(origin.agreement())).toList(),
                f.inOrder().stream().map(c -> commitment(c, dueOn, status == ActionStatus.CANCELLED, on, names)).toList(), f.scheduling().current(),
                baseline(f), percent(f), milestones(f, status, on), extensions(f, names), impediments(f, names), evidence(f, names), funding(f, names),
                orNone(texts.territory().value()), orNone(texts.alignments().value()), texts.means().value(), expenditures(f), Totals.of(f.money()),
                escalations(f, names), predecessors(f, names), names.body(origin.body()),
                "public");
    }

    /** What the lead last reported, if anything. */
    static @Nullable Integer percent(ActionFacts f) {
        var lead = f.lead();
        return lead == null ? null : lead.percent().value();
    }

    private static ActionItem.Commitment commitment(ActionFacts.Commitment c, @Nullable LocalDate dueOn, boolean cancelled, LocalDate on, Names names) {
        var status = c.status(on);
        return new ActionItem.Commitment(c.id(), names.institution(c.institution()), c.dates().role(), status, c.accepted(on), c.percent().value(),
                c.reported().value(), c.dates().deliveredOn(), c.dates().finding(), status.overdue(dueOn, cancelled, on),
                c.recordedLate(dueOn), reports(c), orNone(c.poa().value()),
                c.holders().getLast().since(), formerHolders(c, names));
    }

    private static List<ActionItem.Report> reports(ActionFacts.Commitment c) {
        return c.reports().entrySet().stream().map(entry -> {
            var report = Objects.requireNonNull(entry.getValue().value());
            return new ActionItem.Report(entry.getKey(), report.percent(), report.narrative(), report.on());
        }).sorted(Comparator.comparing(ActionItem.Report::reportedOn).thenComparing(ActionItem.Report::period)).toList();
    }

    private static List<ActionItem.Escalation> escalations(ActionFacts f, Names names) {
        return f.relations().escalations().stream()
                .map(e -> new ActionItem.Escalation(names.body(e.value().body()), e.since(), e.value().by(), e.value().grounds())).toList();
    }

    private static List<ActionItem.Predecessor> predecessors(ActionFacts f, Names names) {
        return f.relations().predecessors().entrySet().stream()
                .sorted(Map.Entry.<ActionId, LocalDate>comparingByValue().thenComparing(entry -> entry.getKey().value()))
                .map(entry -> new ActionItem.Predecessor(names.action(entry.getKey()), entry.getValue())).toList();
    }

    private static List<ActionItem.Holder> formerHolders(ActionFacts.Commitment c, Names names) {
        return IntStream.range(1, c.holders().size()).mapToObj(i -> {
            var former = c.holders().get(i - 1);
            return new ActionItem.Holder(names.institution(former.value()), former.since(), c.holders().get(i).since().minusDays(1));
        }).toList();
    }

    private static ActionItem.@Nullable Baseline baseline(ActionFacts f) {
        var baseline = f.scheduling().baseline();
        return baseline == null ? null : new ActionItem.Baseline(baseline.schedule().periods(), Objects.requireNonNull(baseline.schedule().dueOn()));
    }

    private static List<ActionItem.Milestone> milestones(ActionFacts f, ActionStatus status, LocalDate on) {
        return f.milestones().values().stream().sorted(Comparator.comparing(ActionFacts.Milestone::n)).map(m -> new ActionItem.Milestone(m.id(), m.title(),
                m.reachedOn() != null ? "reached" : m.droppedOn() != null ? "dropped" : "open", m.dueOn().value(), m.movedFrom(), m.period(), m.reachedOn(),
                m.droppedOn(), m.pending() && status.overdue(m.dueOn().value(), on))).toList();
    }

    private static List<ActionItem.Extension> extensions(ActionFacts f, Names names) {
        return f.extensions().values().stream().sorted(Comparator.comparing(ActionFacts.Extension::n)).map(x -> {
            var d = x.decision();
            var institution = names.institution(x.institution());
            return d == null
                    ? new ActionItem.Extension(x.id(), institution, "open", x.requestedOn(), x.askedFor(), x.period(), x.reason(), null, null, null, null, null)
                    : new ActionItem.Extension(x.id(), institution, d.dueOn() == null ? "refused" : "granted", x.requestedOn(), x.askedFor(), x.period(),
                            x.reason(), d.on(), d.dueOn(), d.by(), names.agreement(d.agreement()), d.grounds());
        }).toList();
    }

    private static List<ActionItem.Impediment> impediments(ActionFacts f, Names names) {
        return f.impediments().values().stream().sorted(Comparator.comparing(ActionFacts.Impediment::n)).map(i -> new ActionItem.Impediment(i.id(), i.text(),
                i.resolvedOn() == null ? "open" : "resolved", names.institution(i.liftedBy()), i.reportedOn(),
                Dated.values(i.escalatedTo()).stream().map(names::body).toList(), i.resolvedOn(), i.resolution())).toList();
    }

    private static List<ActionItem.Evidence> evidence(ActionFacts f, Names names) {
        return f.evidence().stream().flatMap(e -> e.value().sha256().stream().map(sha -> new ActionItem.Evidence(sha, e.value().caption(), e.value().of(),
                names.institution(e.value().institution()), e.since()))).toList();
    }

    private static List<ActionItem.Line> funding(ActionFacts f, Names names) {
        return f.money().funding().entrySet().stream().sorted(Map.Entry.comparingByKey()).map(entry -> {
            var line = Objects.requireNonNull(entry.getValue().value());
            return new ActionItem.Line(entry.getKey(), line.source(), names.institution(line.funder()), line.state(), line.amount(), line.currency());
        }).toList();
    }

    private static List<ActionItem.Expenditure> expenditures(ActionFacts f) {
        return f.money().expenditures().stream().map(e -> new ActionItem.Expenditure(e.value().id(), e.value().amount(), e.value().currency(),
                e.value().description(), e.value().funding(), e.value().evidence(), e.since())).toList();
    }

    private static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
