package constancia.command.actions;

import constancia.command.actions.Action.Milestone;
import constancia.command.actions.ActionCommand.AddMilestone;
import constancia.command.actions.ActionCommand.DateSchedule;
import constancia.command.actions.ActionCommand.DropMilestone;
import constancia.command.actions.ActionCommand.PassDueDate;
import constancia.command.actions.ActionCommand.ReachMilestone;
import constancia.command.actions.ActionCommand.RescheduleMilestone;
import constancia.command.actions.ActionCommand.ScheduleAction;
import constancia.command.plans.Plans.KnownPeriod;
import constancia.kernel.Invalid;
import constancia.kernel.Provenance;
import constancia.kernel.Refused;
import constancia.kernel.actions.ActionEvent;
import constancia.kernel.actions.ActionEvent.ActionScheduled;
import constancia.kernel.actions.ActionEvent.DueDatePassed;
import constancia.kernel.actions.ActionEvent.MilestoneAdded;
import constancia.kernel.actions.ActionEvent.MilestoneDropped;
import constancia.kernel.actions.ActionEvent.MilestoneDue;
import constancia.kernel.actions.ActionEvent.MilestoneReached;
import constancia.kernel.actions.ActionEvent.MilestoneRescheduled;
import constancia.kernel.actions.ActionEvent.ScheduleDated;
import constancia.kernel.actions.Schedule;
import constancia.kernel.plans.PlanId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** When an action is to be done: its schedule and its milestones. */
final class Timing {

    private static final LocalDate FIRST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2199, 12, 31);

    private Timing() {}

    static ActionEvent schedule(ScheduleAction c, Action now, Provenance by, Neighbours neighbours) {
        if (now.scheduling().current() != null && by.grounds() == null) {
            throw new Invalid("grounds", "grounds-required");
        }
        return new ActionScheduled(schedule("", c.periods(), c.from(), c.dueOn(), now.plan(), neighbours), c.effectiveOn());
    }

    /** Gives marks and milestones the dates that their periods have now, or takes them; nothing when they have them already. */
    static List<ActionEvent> date(DateSchedule c, Action now, Neighbours neighbours) {
        var known = now.scheduling().schedule();
        var schedule = known.value() == null || known.value().periods().isEmpty() ? null
                : marked(known.value().periods().stream().map(period -> today(period, now.plan(), neighbours)).toList());
        boolean same = schedule == null || schedule.equals(known.value());
        var milestones = now.milestones().entrySet().stream().flatMap(entry -> {
            var period = entry.getValue().period() == null ? null : today(entry.getValue().period(), now.plan(), neighbours);
            return period == null || Objects.equals(period.until(), entry.getValue().dueOn().value()) ? Stream.empty()
                    : Stream.of(new MilestoneDue(entry.getKey(), period.until()));
        }).sorted(Comparator.comparing(MilestoneDue::milestone)).toList();
        if (same && milestones.isEmpty()) {
            return List.of();
        }
        var notBefore = Stream.concat(milestones.stream().map(due -> now.milestones().get(due.milestone()).dueOn().since()),
                Stream.of(now.life().proposedOn(), same ? c.effectiveOn() : known.since()));
        var on = notBefore.reduce(c.effectiveOn(), (a, b) -> a.isBefore(b) ? b : a);
        return List.of(new ScheduleDated(same ? null : schedule, milestones, on));
    }

    /** The due date in force is over and something still owed: on record once for each due date, since the day after it. */
    static List<ActionEvent> pass(PassDueDate c, Action now) {
        var due = now.scheduling().dueOn();
        if (due == null || !due.isBefore(c.effectiveOn()) || now.passed().contains(due) || !now.owes(due)) {
            return List.of();
        }
        var dayAfter = due.plusDays(1);
        var first = now.life().proposedOn();
        return List.of(new DueDatePassed(due, dayAfter.isBefore(first) ? first : dayAfter));
    }

    static ActionEvent add(AddMilestone c, Action now, Neighbours neighbours) {
        if (now.milestones().containsKey(c.milestone())) {
            throw new Refused("milestone-known");
        }
        if (c.dueOn() != null && c.period() != null) {
            throw new Invalid("dueOn", "date-or-period");
        }
        return new MilestoneAdded(c.milestone(), c.title(), end(c.dueOn(), c.period(), now, neighbours), c.period(), c.effectiveOn());
    }

    static ActionEvent reschedule(RescheduleMilestone c, Action now, Neighbours neighbours) {
        var milestone = pending(c.milestone(), now);
        if ((c.dueOn() == null) == (c.period() == null)) {
            throw new Invalid("dueOn", "date-or-period");
        }
        var dueOn = end(c.dueOn(), c.period(), now, neighbours);
        if (Objects.equals(dueOn, milestone.dueOn().value()) && Objects.equals(c.period(), milestone.period())) {
            throw new Refused("milestone-same-date");
        }
        nothingAfter(milestone.dueOn().since(), c.effectiveOn());
        return new MilestoneRescheduled(c.milestone(), dueOn, c.period(), c.effectiveOn());
    }

    static ActionEvent reach(ReachMilestone c, Action now) {
        nothingAfter(pending(c.milestone(), now).lastOn(), c.effectiveOn());
        return new MilestoneReached(c.milestone(), Named.orNone(c.evidence()), c.effectiveOn());
    }

    static ActionEvent drop(DropMilestone c, Action now) {
        nothingAfter(pending(c.milestone(), now).lastOn(), c.effectiveOn());
        return new MilestoneDropped(c.milestone(), c.effectiveOn());
    }

    /** Neither reached nor dropped. */
    private static Milestone pending(UUID id, Action now) {
        var milestone = now.milestones().get(id);
        if (milestone == null) {
            throw new Invalid("milestone", "unknown-milestone");
        }
        if (milestone.reachedOn() != null) {
            throw new Refused("milestone-reached", milestone.reachedOn());
        }
        if (milestone.droppedOn() != null) {
            throw new Refused("milestone-dropped", milestone.droppedOn());
        }
        return milestone;
    }

    private static void nothingAfter(LocalDate last, LocalDate on) {
        if (on.isBefore(last)) {
            throw new Refused("effective-before-previous", last);
        }
    }

    /** The date, or the last day of the period if it has one. */
    private static @Nullable LocalDate end(@Nullable LocalDate dueOn, @Nullable String period, Action now, Neighbours neighbours) {
        return period == null ? possible("dueOn", dueOn) : period("period", period, now.plan(), neighbours).until();
    }

    /** Marked periods or dates, never both. {@code at} is where the fields stand in the request. */
    static Schedule schedule(String at, @Nullable List<String> periods, @Nullable LocalDate from, @Nullable LocalDate dueOn, @Nullable PlanId plan,
                             Neighbours neighbours) {
        boolean marks = periods != null && !periods.isEmpty();
        if (marks == (dueOn != null)) {
            throw new Invalid(at + "dueOn", "periods-or-dates");
        }
        if (marks && from != null) {
            throw new Invalid(at + "from", "periods-or-dates");
        }
        if (marks) {
            return marked(at, periods, plan, neighbours);
        }
        if (from != null && from.isAfter(dueOn)) {
            throw new Invalid(at + "from", "from-after-due", dueOn);
        }
        return new Schedule(List.of(), possible(at + "from", from), possible(at + "dueOn", dueOn));
    }

    private static Schedule marked(String at, List<String> periods, @Nullable PlanId plan, Neighbours neighbours) {
        var marks = new ArrayList<KnownPeriod>();
        for (int i = 0; i < periods.size(); i++) {
            var mark = period(at + "periods/" + i, periods.get(i), plan, neighbours);
            if (!marks.contains(mark)) {
                marks.add(mark);
            }
        }
        return marked(marks);
    }

    /** Only when all marked periods have dates is it known which one is the last. */
    private static Schedule marked(List<KnownPeriod> marks) {
        var codes = marks.stream().map(KnownPeriod::period).toList();
        return marks.stream().anyMatch(mark -> mark.from() == null || mark.until() == null) ? new Schedule(codes, null, null)
                : new Schedule(codes, marks.stream().map(KnownPeriod::from).min(LocalDate::compareTo).orElseThrow(),
                        marks.stream().map(KnownPeriod::until).max(LocalDate::compareTo).orElseThrow());
    }

    static KnownPeriod period(String field, String period, @Nullable PlanId plan, Neighbours neighbours) {
        return neighbours.plans().period(Named.plan(field, plan), period).orElseThrow(() -> new Invalid(field, "unknown-period", period));
    }

    /** A period that was made void since has no dates. */
    private static KnownPeriod today(String period, @Nullable PlanId plan, Neighbours neighbours) {
        return neighbours.plans().period(Named.plan("", plan), period).orElse(new KnownPeriod(period, null, null));
    }

    /** A date that people mean: beyond these it is a slip of the pen. */
    static @Nullable LocalDate possible(String field, @Nullable LocalDate date) {
        if (date != null && (date.isBefore(FIRST) || date.isAfter(LAST))) {
            throw new Invalid(field, "out-of-range", FIRST, LAST);
        }
        return date;
    }
}
