package constancia.app.imports;

import constancia.app.journal.AxonCommands;
import constancia.command.Command;
import constancia.command.Forbidden;
import constancia.command.actions.ActionCommand;
import constancia.command.actions.ActionCommand.ProposeAction;
import constancia.command.actions.Neighbours;
import constancia.command.actions.Rehearsal;
import constancia.command.imports.ImportPlan;
import constancia.command.imports.ImportPlan.Step;
import constancia.command.rights.Entitlement;
import constancia.kernel.Invalid;
import constancia.kernel.Provenance;
import constancia.kernel.Refused;
import constancia.web.BadRequest;
import constancia.web.imports.ImportDesk.RefusedRow;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tries everything that an import would do and puts nothing on record. */
@Component
final class ImportRehearsal {

    /** How many rows other than new actions fit into one transaction that lasts a moment. */
    private static final int MOST_OTHERS = 1_000;
    private static final int MOST_REFUSED = 20;

    private final AxonCommands commands;
    private final Entitlement entitlement;
    private final Neighbours neighbours;
    private final CommandForms forms;

    ImportRehearsal(AxonCommands commands, Entitlement entitlement, Neighbours neighbours, CommandForms forms) {
        this.commands = commands;
        this.entitlement = entitlement;
        this.neighbours = neighbours;
        this.forms = forms;
    }

    /** Every row that would be refused; row 0 stands for what must be there before the rows. */
    List<RefusedRow> of(ImportPlan plan, Provenance by) {
        var refused = new ArrayList<RefusedRow>();
        note(refused, refusal(0, () -> {
            plan.groundwork().forEach(forms::check);
            tryAndUndo(plan.groundwork(), by);
        }));
        var rehearsal = new Rehearsal(by, new Expected(neighbours, plan.groundwork()).neighbours());
        if (refused.isEmpty()) {
            plan.groundwork().stream().filter(ProposeAction.class::isInstance).forEach(command -> rehearsal.keep((ProposeAction) command));
        }
        var others = new ArrayList<Step>();
        plan.steps().forEach(step -> note(refused, refusal(step.row(), () -> {
            step.commands().forEach(command -> entitlement.require(command, by));
            step.commands().forEach(forms::check);
            var actions = step.commands().stream().filter(ActionCommand.class::isInstance).map(ActionCommand.class::cast).toList();
            if (actions.size() == step.commands().size() && rehearsal.knows(actions)) {
                rehearsal.of(actions);
            } else {
                others.add(step);
            }
        })));
        if (refused.isEmpty()) {
            others(plan.groundwork(), others, by, refused);
        }
        return refused;
    }

    /** Rows whose rules stand on what the rows above them put on record: all together, and again without each that is refused. */
    private void others(List<Command> groundwork, List<Step> steps, Provenance by, List<RefusedRow> refused) {
        var left = new ArrayList<>(steps);
        if (left.size() > MOST_OTHERS) {
            refused.add(new RefusedRow(left.get(MOST_OTHERS).row(), "too-many-other-rows", List.of(String.valueOf(MOST_OTHERS))));
            return;
        }
        while (!left.isEmpty() && refused.size() < MOST_REFUSED) {
            var at = new Step[1];
            var row = refusal(0, () -> tryAndUndo(by, send -> {
                at[0] = null;
                groundwork.forEach(send);
                for (var step : left) {
                    at[0] = step;
                    step.commands().forEach(send);
                }
            }));
            if (row == null || at[0] == null) {
                note(refused, row);
                return;
            }
            refused.add(new RefusedRow(at[0].row(), row.code(), row.args()));
            left.remove(at[0]);
        }
    }

    private static void note(List<RefusedRow> refused, @Nullable RefusedRow row) {
        if (row != null) {
            refused.add(row);
        }
    }

    /** What refuses that work, or null when nothing does. */
    static @Nullable RefusedRow refusal(int row, Runnable work) {
        try {
            work.run();
            return null;
        } catch (Forbidden e) {
            return refused(row, e.code(), e.args());
        } catch (Refused e) {
            return refused(row, e.code(), e.args());
        } catch (Invalid e) {
            return refused(row, e.code(), e.args());
        } catch (BadRequest e) {
            return refused(row, e.problems().getFirst().code(), e.problems().getFirst().args());
        }
    }

    private static RefusedRow refused(int row, String code, List<Object> args) {
        return new RefusedRow(row, code, args.stream().map(String::valueOf).toList());
    }

    private void tryAndUndo(List<Command> all, Provenance by) {
        tryAndUndo(by, send -> all.forEach(send));
    }

    private void tryAndUndo(Provenance by, Consumer<Consumer<Command>> work) {
        try {
            commands.together(by, send -> {
                work.accept(send);
                throw new Undone();
            });
        } catch (Undone asMeant) {
            return;
        }
    }

    /** Ends a transaction without keeping what was done in it. */
    private static final class Undone extends RuntimeException {
        Undone() {
            super(null, null, false, false);
        }
    }
}
