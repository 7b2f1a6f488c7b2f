package constancia.query.actions;

import constancia.kernel.Dated;
import constancia.kernel.Latest;
import constancia.kernel.Recorded;
import constancia.kernel.actions.ActionEvent;
import constancia.kernel.actions.ActionEvent.*;
import constancia.kernel.actions.ActionId;
import constancia.kernel.actions.CommitmentDates;
import constancia.kernel.agreements.AgreementId;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.institutions.InstitutionId;
import constancia.query.actions.ActionFacts.Commitment;
import constancia.query.actions.ActionFacts.Decision;
import constancia.query.actions.ActionFacts.Escalation;
import constancia.query.actions.ActionFacts.Evidence;
import constancia.query.actions.ActionFacts.Expenditure;
import constancia.query.actions.ActionFacts.Extension;
import constancia.query.actions.ActionFacts.Impediment;
import constancia.query.actions.ActionFacts.Line;
import constancia.query.actions.ActionFacts.Milestone;
import constancia.query.actions.ActionFacts.Money;
import constancia.query.actions.ActionFacts.Of;
import constancia.query.actions.ActionFacts.Origin;
import constancia.query.actions.ActionFacts.Relations;
import constancia.query.actions.ActionFacts.Report;
import constancia.query.actions.ActionFacts.Texts;
import constancia.query.history.Label;
import constancia.query.history.Names;
import constancia.query.history.View;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Actions as people see them. */
public final class ActionView implements View<ActionEvent, ActionFacts> {

    /** How many entries a record may hold that are ordered among themselves. */
    private static final int PLACES = 1000;

    private final int near;
    private final ZoneId zone;

    /**
     * @param near how many days before its due date an action is near it
     * @param zone the register's: in it a record has its day
     */
    public ActionView(int near, ZoneId zone) {
        this.near = near;
        this.zone = zone;
    }

    @Override
    public String type() {
        return "action";
    }

    @Override
    public Class<ActionEvent> events() {
        return ActionEvent.class;
    }

    @Override
    public ActionFacts nothing() {
        return ActionFacts.NOTHING;
    }

    @Override
    public ActionFacts evolve(ActionFacts f, Recorded<ActionEvent> record) {
        return switch (record.event()) {
            case ActionProposed e -> proposed(f, e, record);
            case ActionAmended e -> with(f, texts(f.texts(), e));
            case ResponsibleAssigned e -> with(f, assigned(e.commitment(), Dated.plus(List.of(), e.institution(), record), record.n() * PLACES,
                    CommitmentDates.assigned(e.role(), e.effectiveOn(), e.acceptedOn())));
            case CommitmentAccepted e -> dates(f, e.commitment(), dates -> dates.accepted(e.effectiveOn()));
            case CommitmentDeclined e -> dates(f, e.commitment(), dates -> dates.declined(e.effectiveOn()));
            case ResponsibleReleased e -> dates(f, e.commitment(), dates -> dates.released(e.effectiveOn()));
            case ActionScheduled e -> with(f, f.scheduling().set(e.schedule(), record));
            case ScheduleDated e -> dated(f, e, record);
            case ExtensionRequested e -> with(f, new Extension(e.extension(), record.n(), e.institution(), e.effectiveOn(), e.dueOn(), e.period(),
                    record.by().grounds(), null));
            case ExtensionGranted e -> decided(with(f, f.scheduling().moved(e.dueOn(), record)), e.extension(),
                    new Decision(e.dueOn(), e.effectiveOn(), record.by().actor(), e.agreement(), record.by().grounds()));
            case ExtensionRefused e -> decided(f, e.extension(),
                    new Decision(null, e.effectiveOn(), record.by().actor(), e.agreement(), record.by().grounds()));
            case MilestoneAdded e -> with(f, Milestone.added(e.milestone(), record.n(), e.title(), e.dueOn(), e.period(), e.effectiveOn()));
            case MilestoneRescheduled e -> with(f, f.milestones().get(e.milestone()).rescheduled(e.dueOn(), e.period(), e.effectiveOn()));
            case MilestoneReached e -> proven(with(f, f.milestones().get(e.milestone()).reached(e.effectiveOn())), e.evidence(), null,
                    record.by().institution(), Of.MILESTONE, record);
            case MilestoneDropped e -> with(f, f.milestones().get(e.milestone()).dropped(e.effectiveOn()));
            case ProgressReported e -> proven(with(f, reported(f.commitments().get(e.commitment()), e, record)), e.evidence(), null, e.institution(),
                    Of.PROGRESS, record);
            case ImpedimentReported e -> with(f, new Impediment(e.impediment(), record.n(), e.text(), e.liftedBy(), e.effectiveOn(), List.of(), null, null));
            case ImpedimentEscalated e -> {
                var i = f.impediments().get(e.impediment());
                yield with(f, new Impediment(i.id(), i.n(), i.text(), i.liftedBy(), i.reportedOn(), Dated.plus(i.escalatedTo(), e.body(), record),
                        i.resolvedOn(), i.resolution()));
            }
            case ImpedimentResolved e -> {
                var i = f.impediments().get(e.impediment());
                yield with(f, new Impediment(i.id(), i.n(), i.text(), i.liftedBy(), i.reportedOn(), i.escalatedTo(), e.effectiveOn(), e.text()));
            }
            case DeliveryMarked e -> proven(with(f, delivered(f.commitments().get(e.commitment()), e, record)), e.evidence(), null, e.institution(),
                    Of.DELIVERY, record);
            case DeliveryVerified e -> proven(dates(f, e.commitment(), dates -> dates.found(e.finding(), e.effectiveOn())), e.evidence(), null,
                    e.institution(), Of.VERIFICATION, record);
            case DeliveryReturned e -> dates(f, e.commitment(), dates -> dates.sentBack(e.effectiveOn()));
            case ActionCancelled _ -> cancelled(f, true);
            case ActionReopened e -> reopened(f, e);
            case FundingCommitted e -> with(f, new Money(with(f.money().funding(), e.funding(),
                    f.money().funding().getOrDefault(e.funding(), Latest.unknown())
                            .or(new Line(e.source(), e.funder(), e.state(), e.amount(), e.currency()), e.effectiveOn())), f.money().expenditures()));
            case ExpenditureRecorded e -> with(f, new Money(f.money().funding(), Dated.plus(f.money().expenditures(),
                    new Expenditure(e.expenditure(), e.amount(), e.currency(), e.description(), e.funding(), e.evidence() == null ? List.of() : e.evidence()), record)));
            case ActionEscalated e -> with(f, new Relations(Dated.plus(f.relations().escalations(),
                    new Escalation(e.body(), record.by().actor(), record.by().grounds()), record), f.relations().predecessors()));
            case DependencyAdded e -> with(f, new Relations(f.relations().escalations(), with(f.relations().predecessors(), e.predecessor(), e.effectiveOn())));
            case DependencyRemoved e -> {
                var fewer = new HashMap<>(f.relations().predecessors());
                fewer.remove(e.predecessor());
                yield with(f, new Relations(f.relations().escalations(), Map.copyOf(fewer)));
            }
            case PoaReferred e -> with(f, referred(f.commitments().get(e.commitment()), e));
            case EvidenceAttached e -> proven(f, e.evidence(), e.caption(), record.by().institution(), Of.ACTION, record);
            case CommitmentTransferred e -> with(f, transferred(f.commitments().get(e.commitment()), e, record));
            case DueDatePassed _ -> f;
        };
    }

    @Override
    public Object answer(ActionFacts f, LocalDate on, Names names) {
        return ActionAnswer.of(f, on, names, near);
    }

    @Override
    public Label label(ActionFacts f) {
        return new Label(f.texts().number().value(), f.texts().title().value(), f.origin().plan());
    }

    @Override
    public List<Object> summary(ActionEvent event, Names names) {
        return switch (event) {
            case ActionProposed e -> List.of(e.title());
            case ActionAmended _ -> List.of();
            case ResponsibleAssigned e -> List.of(name(e.institution(), names), e.role().ordinal());
            case CommitmentAccepted e -> List.of(name(e.institution(), names));
            case CommitmentDeclined e -> List.of(name(e.institution(), names));
            case ResponsibleReleased e -> List.of(name(e.institution(), names));
            case ActionScheduled e -> due(e.schedule().dueOn(), e.schedule().periods());
            case ScheduleDated e -> List.of(e.schedule() == null ? 0 : e.schedule().dueOn() == null ? 2 : 1, e.schedule() == null ? "" : date(e.schedule().dueOn()), e.milestones().size());
            case ExtensionRequested e -> List.of(name(e.institution(), names), date(e.dueOn()));
            case ExtensionGranted e -> List.of(name(e.institution(), names), date(e.dueOn()), agreed(e.agreement()), folio(e.agreement(), names));
            case ExtensionRefused e -> List.of(name(e.institution(), names), agreed(e.agreement()), folio(e.agreement(), names));
            case MilestoneAdded e -> List.of(e.title());
            case MilestoneRescheduled e -> due(e.dueOn(), e.period() == null ? List.of() : List.of(e.period()));
            case MilestoneReached e -> List.of(e.evidence().size());
            case MilestoneDropped _ -> List.of();
            case ProgressReported e -> List.of(name(e.institution(), names), e.percent() == null ? 0 : e.narrative() == null ? 1 : 2,
                    Objects.requireNonNullElse(e.percent(), 0), Objects.requireNonNullElse(e.narrative(), ""));
            case ImpedimentReported e -> List.of(e.text());
            case ImpedimentEscalated e -> List.of(body(e.body(), names));
            case ImpedimentResolved e -> List.of(e.text() == null ? 0 : 1, Objects.requireNonNullElse(e.text(), ""));
            case DeliveryMarked e -> List.of(name(e.institution(), names));
            case DeliveryVerified e -> List.of(name(e.institution(), names), e.finding().ordinal());
            case DeliveryReturned e -> List.of(name(e.institution(), names));
            case ActionCancelled _ -> List.of();
            case ActionReopened e -> List.of(e.sentBack().size(),
                    e.sentBack().stream().map(one -> name(one.institution(), names)).collect(Collectors.joining(", ")));
            case FundingCommitted e -> List.of(e.source() != null ? e.source() : name(e.funder(), names), e.state().ordinal(), money(e.currency(), e.amount()));
            case ExpenditureRecorded e -> List.of(e.description(), money(e.currency(), e.amount()));
            case ActionEscalated e -> List.of(body(e.body(), names));
            case DependencyAdded e -> List.of(action(e.predecessor(), names));
            case DependencyRemoved e -> List.of(action(e.predecessor(), names));
            case PoaReferred e -> List.of(name(e.institution(), names), e.references().size(),
                    e.references().stream().map(r -> r.code() + " (" + r.year() + ")").collect(Collectors.joining(", ")));
            case EvidenceAttached e -> List.of((e.evidence().size() == 1 ? 0 : 1) + (e.caption() == null ? 0 : 2), e.evidence().size(),
                    Objects.requireNonNullElse(e.caption(), ""));
            case CommitmentTransferred e -> List.of(name(e.from(), names), name(e.to(), names));
            case DueDatePassed e -> List.of(date(e.dueOn()));
        };
    }

    private static ActionFacts proposed(ActionFacts f, ActionProposed e, Recorded<ActionEvent> record) {
        var on = e.effectiveOn();
        var t = f.texts();
        var texts = new Texts(t.title().or(e.title(), on), t.detail().or(e.detail(), on), t.node().or(e.node(), on), t.number().or(e.number(), on),
                t.recommendations().or(e.recommendations(), on), t.territory().or(e.territory(), on), t.alignments().or(e.alignments(), on),
                t.means().or(e.means(), on));
        var facts = new ActionFacts(new Origin(e.plan(), e.body(), e.agreement(), on), texts, f.cancelled(),
                e.schedule() == null ? f.scheduling() : f.scheduling().set(e.schedule(), record), f.commitments(), f.milestones(), f.extensions(),
                f.impediments(), f.evidence(), f.money(), f.relations());
        for (int i = 0; i < e.responsible().size(); i++) {
            var r = e.responsible().get(i);
            facts = with(facts, assigned(r.commitment(), Dated.plus(List.of(), r.institution(), record), record.n() * PLACES + i, CommitmentDates.assigned(r.role(), on, r.acceptedOn())));
        }
        return facts;
    }

    private static Texts texts(Texts t, ActionAmended e) {
        var on = e.effectiveOn();
        return new Texts(said(t.title(), e.title(), on), said(t.detail(), e.detail(), on), said(t.node(), e.node(), on), said(t.number(), e.number(), on),
                said(t.recommendations(), e.recommendations(), on), said(t.territory(), e.territory(), on), said(t.alignments(), e.alignments(), on),
                said(t.means(), e.means(), on));
    }

    private static <T> Latest<T> said(Latest<T> now, @Nullable T anew, LocalDate on) {
        return anew == null ? now : now.or(anew, on);
    }

    private static Commitment assigned(UUID id, List<Dated<InstitutionId>> holders, int place, CommitmentDates dates) {
        return new Commitment(id, holders, place, dates, Latest.unknown(), Latest.unknown(), Map.of(), Latest.unknown(), null, null);
    }

    private static Commitment reported(Commitment c, ProgressReported e, Recorded<?> record) {
        return new Commitment(c.id(), c.holders(), c.place(), c.dates().reported(e.effectiveOn()), said(c.percent(), e.percent(), e.effectiveOn()),
                c.reported().or(e.effectiveOn(), e.effectiveOn()), against(c.reports(), e), c.poa(), ownWord(c, e.institution(), record),
                c.deliveryRecordedOn());
    }

    private static Map<String, Latest<Report>> against(Map<String, Latest<Report>> reports, ProgressReported e) {
        return e.period() == null ? reports : with(reports, e.period(), reports.getOrDefault(e.period(), Latest.unknown())
                .or(new Report(e.percent(), e.narrative(), e.effectiveOn()), e.effectiveOn()));
    }

    private static Commitment referred(Commitment c, PoaReferred e) {
        return new Commitment(c.id(), c.holders(), c.place(), c.dates(), c.percent(), c.reported(), c.reports(), c.poa().or(e.references(), e.effectiveOn()),
                c.ownWordOn(), c.deliveryRecordedOn());
    }

    private Commitment delivered(Commitment c, DeliveryMarked e, Recorded<?> record) {
        return new Commitment(c.id(), c.holders(), c.place(), c.dates().delivered(e.effectiveOn()), c.percent(), c.reported(), c.reports(), c.poa(),
                ownWord(c, e.institution(), record), record.recordedAt() == null ? null : LocalDate.ofInstant(record.recordedAt(), zone));
    }

    private static Commitment transferred(Commitment c, CommitmentTransferred e, Recorded<?> record) {
        return new Commitment(c.id(), Dated.plus(c.holders(), e.to(), record), c.place(), c.dates(), c.percent(), c.reported(), c.reports(), c.poa(),
                c.ownWordOn(), c.deliveryRecordedOn());
    }

    private static @Nullable LocalDate ownWord(Commitment c, InstitutionId institution, Recorded<?> record) {
        boolean own = institution.equals(record.by().institution()) && !record.by().onBehalf();
        return own && (c.ownWordOn() == null || record.effectiveOn().isBefore(c.ownWordOn())) ? record.effectiveOn() : c.ownWordOn();
    }

    /** A milestone may have been made void since, or moved to a later day. */
    private static ActionFacts dated(ActionFacts f, ScheduleDated e, Recorded<ActionEvent> record) {
        var facts = e.schedule() == null ? f : with(f, f.scheduling().dated(e.schedule(), record));
        for (var due : e.milestones()) {
            var m = facts.milestones().get(due.milestone());
            facts = m == null ? facts : with(facts, m.rescheduled(due.dueOn(), m.period(), e.effectiveOn()));
        }
        return facts;
    }

    private static ActionFacts decided(ActionFacts f, UUID extension, Decision decision) {
        var x = f.extensions().get(extension);
        return with(f, new Extension(x.id(), x.n(), x.institution(), x.requestedOn(), x.askedFor(), x.period(), x.reason(), decision));
    }

    private static ActionFacts reopened(ActionFacts f, ActionReopened e) {
        var facts = e.sentBack().isEmpty() ? cancelled(f, false) : f;
        for (var one : e.sentBack()) {
            facts = dates(facts, one.commitment(), dates -> dates.sentBack(e.effectiveOn()));
        }
        return facts;
    }

    private static ActionFacts proven(ActionFacts f, List<String> sha256, @Nullable String caption, @Nullable InstitutionId institution, Of of,
                                      Recorded<?> record) {
        return sha256.isEmpty() ? f : new ActionFacts(f.origin(), f.texts(), f.cancelled(), f.scheduling(), f.commitments(), f.milestones(), f.extensions(),
                f.impediments(), Dated.plus(f.evidence(), new Evidence(sha256, caption, institution, of), record), f.money(), f.relations());
    }

    private static ActionFacts dates(ActionFacts f, UUID commitment, UnaryOperator<CommitmentDates> change) {
        var c = f.commitments().get(commitment);
        return with(f, new Commitment(c.id(), c.holders(), c.place(), change.apply(c.dates()), c.percent(), c.reported(), c.reports(), c.poa(),
                c.ownWordOn(), c.deliveryRecordedOn()));
    }

    private static ActionFacts with(ActionFacts f, Texts texts) {
        return new ActionFacts(f.origin(), texts, f.cancelled(), f.scheduling(), f.commitments(), f.milestones(), f.extensions(), f.impediments(),
                f.evidence(), f.money(), f.relations());
    }

    private static ActionFacts cancelled(ActionFacts f, boolean cancelled) {
        return new ActionFacts(f.origin(), f.texts(), cancelled, f.scheduling(), f.commitments(), f.milestones(), f.extensions(), f.impediments(),
                f.evidence(), f.money(), f.relations());
    }

    private static ActionFacts with(ActionFacts f, constancia.kernel.actions.Scheduling scheduling) {
        return new ActionFacts(f.origin(), f.texts(), f.cancelled(), scheduling, f.commitments(), f.milestones(), f.extensions(), f.impediments(),
                f.evidence(), f.money(), f.relations());
    }

    private static ActionFacts with(ActionFacts f, Commitment c) {
        return new ActionFacts(f.origin(), f.texts(), f.cancelled(), f.scheduling(), with(f.commitments(), c.id(), c), f.milestones(), f.extensions(),
                f.impediments(), f.evidence(), f.money(), f.relations());
    }

    private static ActionFacts with(ActionFacts f, Milestone m) {
        return new ActionFacts(f.origin(), f.texts(), f.cancelled(), f.scheduling(), f.commitments(), with(f.milestones(), m.id(), m), f.extensions(),
                f.impediments(), f.evidence(), f.money(), f.relations());
    }

    private static ActionFacts with(ActionFacts f, Extension x) {
        return new ActionFacts(f.origin(), f.texts(), f.cancelled(), f.scheduling(), f.commitments(), f.milestones(), with(f.extensions(), x.id(), x),
                f.impediments(), f.evidence(), f.money(), f.relations());
    }

    private static ActionFacts with(ActionFacts f, Impediment i) {
        return new ActionFacts(f.origin(), f.texts(), f.cancelled(), f.scheduling(), f.commitments(), f.milestones(), f.extensions(),
                with(f.impediments(), i.id(), i), f.evidence(), f.money(), f.relations());
    }

    private static ActionFacts with(ActionFacts f, Relations relations) {
        return new ActionFacts(f.origin(), f.texts(), f.cancelled(), f.scheduling(), f.commitments(), f.milestones(), f.extensions(), f.impediments(),
                f.evidence(), f.money(), relations);
    }

    private static ActionFacts with(ActionFacts f, Money money) {
        return new ActionFacts(f.origin(), f.texts(), f.cancelled(), f.scheduling(), f.commitments(), f.milestones(), f.extensions(), f.impediments(),
                f.evidence(), money, f.relations());
    }

    private static <K, T> Map<K, T> with(Map<K, T> all, K id, T one) {
        var more = new HashMap<>(all);
        more.put(id, one);
        return Map.copyOf(more);
    }

    private static String name(@Nullable InstitutionId id, Names names) {
        var name = names.institution(id);
        return name == null ? "" : name.acronym() != null ? name.acronym() : name.name() != null ? name.name() : name.id().toString();
    }

    private static String body(BodyId id, Names names) {
        var body = names.body(id);
        return body == null || body.name() == null ? id.toString() : body.name();
    }

    private static String action(ActionId id, Names names) {
        var action = names.action(id);
        return action == null || action.title() == null ? id.toString() : action.title();
    }

    private static String date(@Nullable LocalDate date) {
        return date == null ? "" : date.toString();
    }

    /** 0 and the marks while there is no due date, else 1 and the date. */
    private static List<Object> due(@Nullable LocalDate dueOn, List<String> periods) {
        return dueOn == null ? List.of(0, String.join(", ", periods)) : List.of(1, date(dueOn));
    }

    private static String money(String currency, BigDecimal amount) {
        return currency + " " + String.format(Locale.ROOT, "%,." + Math.max(0, amount.scale()) + "f", amount);
    }

    private static int agreed(@Nullable AgreementId agreement) {
        return agreement == null ? 0 : 1;
    }

    private static String folio(@Nullable AgreementId agreement, Names names) {
        var name = names.agreement(agreement);
        return name == null ? "" : name.folio() != null ? name.folio() : name.id().toString();
    }
}
