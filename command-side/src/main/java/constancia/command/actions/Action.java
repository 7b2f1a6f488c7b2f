package constancia.command.actions;

import constancia.command.Rectifying;
import constancia.command.actions.ActionCommand.*;
import constancia.kernel.Dated;
import constancia.kernel.Latest;
import constancia.kernel.Provenance;
import constancia.kernel.Recorded;
import constancia.kernel.Refused;
import constancia.kernel.actions.ActionEvent;
import constancia.kernel.actions.ActionEvent.*;
import constancia.kernel.actions.ActionId;
import constancia.kernel.actions.ActionStatus;
import constancia.kernel.actions.CommitmentDates;
import constancia.kernel.actions.Scheduling;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.institutions.InstitutionId;
import constancia.kernel.plans.PlanId;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An action as its rules see it. Its life, each commitment, milestone, impediment and extension are ordered facets, its
 * schedule is a value; {@code passed} are the due dates that are on record as passed.
 */
record Action(@Nullable Origin origin, Scheduling scheduling, Map<UUID, Commitment> commitments, Map<UUID, Extension> extensions,
              Map<UUID, Milestone> milestones, Map<UUID, Impediment> impediments, Funds funding, Set<LocalDate> passed,
              Relations relations) {

    record Origin(@Nullable PlanId plan, @Nullable BodyId body, Life life) {}

    record Extension(InstitutionId institution, LocalDate requestedOn, LocalDate dueOn, @Nullable LocalDate decidedOn) {}

    /** @param lastOn the day on which it was added or last rescheduled */
    record Milestone(LocalDate lastOn, @Nullable String period, Latest<LocalDate> dueOn, @Nullable LocalDate reachedOn, @Nullable LocalDate droppedOn) {

        private Milestone dated(@Nullable LocalDate to, LocalDate on) {
            return new Milestone(lastOn, period, dueOn.or(to, on), reachedOn, droppedOn);
        }
    }

    record Impediment(LocalDate lastOn, Set<BodyId> escalatedTo, boolean resolved) {}

    /** @param lines the currency of each line of funding */
    record Funds(Map<UUID, String> lines, Set<UUID> expenditures) {

        static final Funds NONE = new Funds(Map.of(), Set.of());

        private Funds with(UUID line, String currency) {
            return new Funds(Action.with(lines, line, currency), expenditures);
        }

        private Funds spent(UUID expenditure) {
            var more = new HashSet<>(expenditures);
            more.add(expenditure);
            return new Funds(lines, Set.copyOf(more));
        }
    }

    /** @param dependencies by the action on which it depends or once did */
    record Relations(Set<BodyId> escalatedTo, Map<ActionId, Dependency> dependencies) {

        static final Relations NONE = new Relations(Set.of(), Map.of());

        private Relations with(BodyId body) {
            var bodies = new HashSet<>(escalatedTo);
            bodies.add(body);
            return new Relations(Set.copyOf(bodies), dependencies);
        }

        private Relations with(ActionId predecessor, Dependency dependency) {
            var all = new HashMap<>(dependencies);
            all.put(predecessor, dependency);
            return new Relations(escalatedTo, Map.copyOf(all));
        }
    }

    record Dependency(LocalDate lastOn, boolean standing) {}

    static final Action UNPROPOSED = new Action(null, Scheduling.NONE, Map.of(), Map.of(), Map.of(), Map.of(), Funds.NONE, Set.of(),
            Relations.NONE);

    static List<ActionEvent> decide(ActionCommand command, Action now, Provenance by, Neighbours neighbours) {
        if (now.origin == null || command instanceof ProposeAction) {
            return Proposing.propose(command, now, by, neighbours);
        }
        if (command instanceof DateSchedule c) {
            return Timing.date(c, now, neighbours);
        }
        if (command instanceof PassDueDate c) {
            return Timing.pass(c, now);
        }
        if (command instanceof FollowSuccession) {
            return Succeeding.follow(now, neighbours);
        }
        if (command.effectiveOn().isBefore(now.life().proposedOn())) {
            throw new Refused("effective-before-item");
        }
        if (now.life().cancelledOn(command.effectiveOn()) && !possibleWhenCancelled(command)) {
            throw new Refused("action-cancelled");
        }
        if (command instanceof AssignResponsible c) {
            return Committing.assign(c, now, by, neighbours);
        }
        if (command instanceof TransferCommitment c) {
            return Succeeding.transfer(c, now, by, neighbours);
        }
        return List.of(switch (command) {
            case ProposeAction _, DateSchedule _, PassDueDate _, FollowSuccession _, AssignResponsible _, TransferCommitment _ -> throw new Refused("already-exists");
            case AmendAction c -> Proposing.amend(c, now, neighbours);
            case AcceptCommitment c -> Committing.accept(c, now);
            case DeclineCommitment c -> Committing.decline(c, now);
            case ReleaseResponsible c -> Committing.release(c, now);
            case ScheduleAction c -> Timing.schedule(c, now, by, neighbours);
            case RequestExtension c -> Extending.request(c, now, neighbours);
            case GrantExtension c -> Extending.grant(c, now, neighbours);
            case RefuseExtension c -> Extending.refuse(c, now, neighbours);
            case AddMilestone c -> Timing.add(c, now, neighbours);
            case RescheduleMilestone c -> Timing.reschedule(c, now, neighbours);
            case ReachMilestone c -> Timing.reach(c, now);
            case DropMilestone c -> Timing.drop(c, now);
            case ReportProgress c -> Delivering.report(c, now, neighbours);
            case ReportImpediment c -> Impeding.report(c, now, neighbours);
            case EscalateImpediment c -> Impeding.escalate(c, now, neighbours);
            case ResolveImpediment c -> Impeding.resolve(c, now);
            case MarkDelivered c -> Delivering.deliver(c, now);
            case VerifyDelivery c -> Delivering.verify(c, now, by, neighbours);
            case ReturnDelivery c -> Delivering.sendBack(c, now, by, neighbours);
            case CancelAction c -> Closing.cancel(c, now);
            case ReopenAction c -> Closing.reopen(c, now);
            case CommitFunding c -> Funding.commit(c, now, neighbours);
            case RecordExpenditure c -> Funding.spend(c, now);
            case EscalateAction c -> Relating.escalate(c, now, neighbours);
            case AddDependency c -> Relating.add(c, now, neighbours);
            case RemoveDependency c -> Relating.remove(c, now);
            case ReferToPoa c -> Relating.refer(c, now);
            case AttachEvidence c -> Closing.attach(c);
        });
    }

    /** How records of the action with that id are rectified; what was taken before a plan was closed, or by accounts as they were, stays so. */
    static Rectifying<ActionEvent, Action> rectifying(ActionId id, Neighbours neighbours) {
        var then = new Neighbours(neighbours.institutions(), neighbours.bodies(), new BeforeClosing(neighbours.plans()), neighbours.agreements(), new AccountsThen(),
                neighbours.territories(), neighbours.actions());
        return new Rectifying<>(ActionEvent.class, UNPROPOSED, Action::evolve, event -> Again.of(id, event),
                (command, now, by) -> decide((ActionCommand) command, now, by, then)) {

            @Override
            protected ActionEvent keeping(ActionEvent said, ActionEvent corrected, ActionEvent decided) {
                return Corrected.of(said, corrected, decided);
            }
        };
    }

    static Action evolve(Action now, Recorded<ActionEvent> record) {
        return switch (record.event()) {
            case ActionProposed e -> now.proposed(e, record);
            case ActionAmended _ -> now;
            case ResponsibleAssigned e -> now.assigned(e.commitment(), e.institution(), record, CommitmentDates.assigned(e.role(), e.effectiveOn(), e.acceptedOn()));
            case CommitmentAccepted e -> now.dates(e.commitment(), dates -> dates.accepted(e.effectiveOn()));
            case CommitmentDeclined e -> now.dates(e.commitment(), dates -> dates.declined(e.effectiveOn()));
            case ResponsibleReleased e -> now.dates(e.commitment(), dates -> dates.released(e.effectiveOn()));
            case ActionScheduled e -> now.with(now.scheduling.set(e.schedule(), record));
            case ScheduleDated e -> now.dated(e, record);
            case ExtensionRequested e -> now.extension(e.extension(), new Extension(e.institution(), e.effectiveOn(), e.dueOn(), null));
            case ExtensionGranted e -> now.with(now.scheduling.moved(e.dueOn(), record)).decided(e.extension(), e.effectiveOn());
            case ExtensionRefused e -> now.decided(e.extension(), e.effectiveOn());
            case MilestoneAdded e -> now.milestone(e.milestone(), new Milestone(e.effectiveOn(), e.period(), Latest.of(e.dueOn(), e.effectiveOn()), null, null));
            case MilestoneRescheduled e -> now.milestone(e.milestone(), new Milestone(e.effectiveOn(), e.period(), Latest.of(e.dueOn(), e.effectiveOn()), null, null));
            case MilestoneReached e -> {
                var m = now.milestones.get(e.milestone());
                yield now.milestone(e.milestone(), new Milestone(m.lastOn, m.period, m.dueOn, e.effectiveOn(), null));
            }
            case MilestoneDropped e -> {
                var m = now.milestones.get(e.milestone());
                yield now.milestone(e.milestone(), new Milestone(m.lastOn, m.period, m.dueOn, null, e.effectiveOn()));
            }
            case ProgressReported e -> now.dates(e.commitment(), dates -> dates.reported(e.effectiveOn()));
            case ImpedimentReported e -> now.impediment(e.impediment(), new Impediment(e.effectiveOn(), Set.of(), false));
            case ImpedimentEscalated e -> {
                var bodies = new HashSet<>(now.impediments.get(e.impediment()).escalatedTo);
                bodies.add(e.body());
                yield now.impediment(e.impediment(), new Impediment(e.effectiveOn(), Set.copyOf(bodies), false));
            }
            case ImpedimentResolved e -> now.impediment(e.impediment(),
                    new Impediment(e.effectiveOn(), now.impediments.get(e.impediment()).escalatedTo, true));
            case DeliveryMarked e -> now.commitment(now.commitments.get(e.commitment()).delivered(e.effectiveOn(), record.by().actor()));
            case DeliveryVerified e -> now.dates(e.commitment(), dates -> dates.found(e.finding(), e.effectiveOn()));
            case DeliveryReturned e -> now.dates(e.commitment(), dates -> dates.sentBack(e.effectiveOn()));
            case ActionCancelled e -> now.with(now.life().turned(e.effectiveOn(), true));
            case ActionReopened e -> now.reopened(e);
            case FundingCommitted e -> now.with(now.funding.with(e.funding(), e.currency()));
            case ExpenditureRecorded e -> now.with(now.funding.spent(e.expenditure()));
            case ActionEscalated e -> now.with(now.relations.with(e.body()));
            case DependencyAdded e -> now.with(now.relations.with(e.predecessor(), new Dependency(e.effectiveOn(), true)));
            case DependencyRemoved e -> now.with(now.relations.with(e.predecessor(), new Dependency(e.effectiveOn(), false)));
            case PoaReferred _, EvidenceAttached _ -> now;
            case CommitmentTransferred e -> now.commitment(now.commitments.get(e.commitment()).heldBy(e.to(), record));
            case DueDatePassed e -> now.passed(e.dueOn());
        };
    }

    Life life() {
        return Objects.requireNonNull(origin).life;
    }

    @Nullable PlanId plan() {
        return Objects.requireNonNull(origin).plan;
    }

    /** As it stands by everything that is on record. */
    ActionStatus status() {
        return ActionStatus.of(life().cancelled(), milestones.values().stream().anyMatch(m -> m.reachedOn != null),
                commitments.values().stream().map(Commitment::standing).toList());
    }

    /** Whether by everything on record a binding commitment is late once that due date is over. */
    boolean owes(LocalDate dueOn) {
        return commitments.values().stream().map(Commitment::standing)
                .anyMatch(one -> one.binding() && one.status().overdue(dueOn, life().cancelled(), LocalDate.MAX));
    }

    /** What can still be put on record of an action that was cancelled on that day; its own life has rules of its own. */
    private static boolean possibleWhenCancelled(ActionCommand command) {
        return switch (command) {
            case CancelAction _, ReopenAction _, AmendAction _, TransferCommitment _, RefuseExtension _, ResolveImpediment _, RecordExpenditure _, RemoveDependency _,
                 AttachEvidence _ -> true;
            case ProposeAction _, AssignResponsible _, AcceptCommitment _, DeclineCommitment _, ReleaseResponsible _, ScheduleAction _, DateSchedule _, PassDueDate _,
                 FollowSuccession _,
                 RequestExtension _, GrantExtension _, AddMilestone _, RescheduleMilestone _, ReachMilestone _, DropMilestone _, ReportProgress _, ReportImpediment _, EscalateImpediment _,
                 MarkDelivered _, VerifyDelivery _, ReturnDelivery _, CommitFunding _, EscalateAction _, AddDependency _, ReferToPoa _ -> false;
        };
    }

    private Action proposed(ActionProposed e, Recorded<ActionEvent> record) {
        var all = new Action(new Origin(e.plan(), e.body(), Life.proposed(e.effectiveOn())),
                e.schedule() == null ? scheduling : scheduling.set(e.schedule(), record), commitments, extensions, milestones, impediments, funding, passed, relations);
        for (var r : e.responsible()) {
            all = all.assigned(r.commitment(), r.institution(), record, CommitmentDates.assigned(r.role(), e.effectiveOn(), r.acceptedOn()));
        }
        return all;
    }

    /** A milestone may have been made void since, or moved to a later day. */
    private Action dated(ScheduleDated e, Recorded<ActionEvent> record) {
        var all = e.schedule() == null ? this : with(scheduling.dated(e.schedule(), record));
        for (var due : e.milestones()) {
            var m = all.milestones.get(due.milestone());
            all = m == null ? all : all.milestone(due.milestone(), m.dated(due.dueOn(), e.effectiveOn()));
        }
        return all;
    }

    private Action reopened(ActionReopened e) {
        if (e.sentBack().isEmpty()) {
            return with(life().turned(e.effectiveOn(), false));
        }
        var all = with(life().reopened(e.effectiveOn()));
        for (var one : e.sentBack()) {
            all = all.dates(one.commitment(), dates -> dates.sentBack(e.effectiveOn()));
        }
        return all;
    }

    private Action with(Life life) {
        return new Action(new Origin(plan(), Objects.requireNonNull(origin).body, life), scheduling, commitments, extensions, milestones, impediments, funding, passed, relations);
    }

    private Action with(Scheduling scheduling) {
        return new Action(origin, scheduling, commitments, extensions, milestones, impediments, funding, passed, relations);
    }

    private Action with(Funds funding) {
        return new Action(origin, scheduling, commitments, extensions, milestones, impediments, funding, passed, relations);
    }

    private Action with(Relations relations) {
        return new Action(origin, scheduling, commitments, extensions, milestones, impediments, funding, passed, relations);
    }

    private Action assigned(UUID id, InstitutionId institution, Recorded<?> record, CommitmentDates dates) {
        return commitment(new Commitment(id, Dated.plus(List.of(), institution, record), dates, null));
    }

    private Action dates(UUID commitment, UnaryOperator<CommitmentDates> change) {
        var one = commitments.get(commitment);
        return commitment(one.with(change.apply(one.dates())));
    }

    private Action commitment(Commitment one) {
        return new Action(origin, scheduling, with(commitments, one.id(), one), extensions, milestones, impediments, funding, passed, relations);
    }

    private Action decided(UUID extension, LocalDate on) {
        var asked = extensions.get(extension);
        return extension(extension, new Extension(asked.institution, asked.requestedOn, asked.dueOn, on));
    }

    private Action extension(UUID id, Extension one) {
        return new Action(origin, scheduling, commitments, with(extensions, id, one), milestones, impediments, funding, passed, relations);
    }

    private Action milestone(UUID id, Milestone one) {
        return new Action(origin, scheduling, commitments, extensions, with(milestones, id, one), impediments, funding, passed, relations);
    }

    private Action impediment(UUID id, Impediment one) {
        return new Action(origin, scheduling, commitments, extensions, milestones, with(impediments, id, one), funding, passed, relations);
    }

    private Action passed(LocalDate dueOn) {
        var more = new HashSet<>(passed);
        more.add(dueOn);
        return new Action(origin, scheduling, commitments, extensions, milestones, impediments, funding, Set.copyOf(more), relations);
    }

    private static <T> Map<UUID, T> with(Map<UUID, T> all, UUID id, T one) {
        var more = new HashMap<>(all);
        more.put(id, one);
        return Map.copyOf(more);
    }
}
