package constancia.app.lookups;

import constancia.app.journal.LastWrites;
import constancia.app.journal.LastWrites.Write;
import constancia.command.actions.Actions;
import constancia.kernel.actions.ActionEvent;
import constancia.kernel.actions.ActionEvent.*;
import constancia.kernel.actions.ActionId;
import constancia.kernel.institutions.InstitutionId;
import constancia.kernel.plans.PlanId;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Actions as commands must know them. */
@Component
final class ActionLookup implements Actions {

    private final JdbcClient db;

    ActionLookup(JdbcClient commandDb) {
        this.db = commandDb;
    }

    @Override
    public boolean exists(ActionId action) {
        return db.sql("select 1 from journal.action where id = :id for share").param("id", action.value()).query(Integer.class).optional().isPresent();
    }

    @Override
    public List<ActionId> scheduledByPeriodsOf(PlanId plan) {
        return db.sql("select id from journal.action where plan = :plan and by_periods order by id").param("plan", plan.value())
                .query((row, line) -> new ActionId(row.getObject("id", UUID.class))).list();
    }

    /** Whoever comes second waits for the turn, then fails (40001: it changed after its snapshot) and is decided again. */
    @Override
    public boolean waitsFor(ActionId action, ActionId other) {
        db.sql("update journal.dependency_turn set taken = taken + 1").update();
        return db.sql("""
                with recursive before (action) as (
                    select cast(:action as uuid)
                    union
                    select d.predecessor from journal.action_dependency d join before b on d.action = b.action)
                select exists (select 1 from before where action = :other)""")
                .param("action", action.value()).param("other", other.value()).query(Boolean.class).single();
    }

    @Override
    public List<ActionId> heldBy(InstitutionId institution) {
        return db.sql("select action from journal.holding where institution = :institution order by action").param("institution", institution.value())
                .query((row, line) -> new ActionId(row.getObject("action", UUID.class))).list();
    }

    @Override
    public void recorded(ActionId action, ActionEvent event) {
        switch (event) {
            case ActionProposed e -> {
                LastWrites.add(db, new Write("insert into journal.action (id, plan, by_periods, agreement) values (?, ?, ?, ?)",
                    action.value(), e.plan() == null ? null : e.plan().value(), e.schedule() != null && !e.schedule().periods().isEmpty(),
                    e.agreement() == null ? null : e.agreement().value()));
                held(action, e.responsible().stream().map(Responsible::institution).toList());
            }
            case ResponsibleAssigned e -> held(action, List.of(e.institution()));
            case CommitmentTransferred e -> held(action, List.of(e.to()));
            case ActionScheduled e -> byPeriods(action, !e.schedule().periods().isEmpty());
            case MilestoneAdded e -> byPeriods(action, e.period() != null);
            case MilestoneRescheduled e -> byPeriods(action, e.period() != null);
            case DueDatePassed e -> LastWrites.add(db, Passed.once(action, "due-date", e.dueOn()));
            case DependencyAdded e -> db.sql("insert into journal.action_dependency (action, predecessor) values (:action, :predecessor)")
                    .param("action", action.value()).param("predecessor", e.predecessor().value()).update();
            case DependencyRemoved e -> db.sql("delete from journal.action_dependency where action = :action and predecessor = :predecessor")
                    .param("action", action.value()).param("predecessor", e.predecessor().value()).update();
            case ActionAmended _, CommitmentAccepted _, CommitmentDeclined _, ResponsibleReleased _, ScheduleDated _,
                 ExtensionRequested _, ExtensionGranted _, ExtensionRefused _, MilestoneReached _, MilestoneDropped _, ProgressReported _, ImpedimentReported _,
                 ImpedimentEscalated _, ImpedimentResolved _, DeliveryMarked _, DeliveryVerified _, DeliveryReturned _, ActionCancelled _, ActionReopened _,
                 FundingCommitted _, ExpenditureRecorded _, ActionEscalated _, PoaReferred _, EvidenceAttached _ -> { }
        }
    }

    private void held(ActionId action, List<InstitutionId> institutions) {
        institutions.stream().distinct().forEach(institution -> LastWrites.add(db,
                new Write("insert into journal.holding (institution, action) values (?, ?) on conflict do nothing", institution.value(), action.value())));
    }

    @Override
    public void rectified(ActionId action, List<ActionEvent> standing) {
        db.sql("delete from journal.action_dependency where action = :id").param("id", action.value()).update();
        db.sql("delete from journal.holding where action = :id").param("id", action.value()).update();
        for (var event : standing) {
            if (event instanceof ActionProposed e) {
                db.sql("update journal.action set plan = :plan, by_periods = :byPeriods, agreement = :agreement where id = :id").param("id", action.value())
                        .param("agreement", e.agreement() == null ? null : e.agreement().value()).param("plan", e.plan() == null ? null : e.plan().value()).param("byPeriods", e.schedule() != null && !e.schedule().periods().isEmpty()).update();
                held(action, e.responsible().stream().map(Responsible::institution).toList());
            } else if (!(event instanceof DueDatePassed)) {
                recorded(action, event);
            }
        }
    }

    /** An action that ever went by a period stays on the list: its policy finds nothing to do when it no longer does. */
    private void byPeriods(ActionId action, boolean goes) {
        if (goes) {
            db.sql("update journal.action set by_periods = true where id = :id and not by_periods").param("id", action.value()).update();
        }
    }
}
