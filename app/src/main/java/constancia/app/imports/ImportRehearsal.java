package constancia.app.imports;

import constancia.app.journal.AxonCommands;
import constancia.command.Command;
import constancia.command.actions.ActionCommand.ProposeAction;
import constancia.command.actions.Neighbours;
import constancia.command.actions.Rehearsal;
import constancia.command.imports.ImportPlan;
import constancia.kernel.Invalid;
import constancia.kernel.Provenance;
import constancia.kernel.Refused;
import constancia.web.BadRequest;
import constancia.web.imports.ImportDesk.RefusedRow;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tries everything that an import would do and puts nothing on record. */
@Component
final class ImportRehearsal {

    private final AxonCommands commands;
    private final Neighbours neighbours;
    private final CommandForms forms;

    ImportRehearsal(AxonCommands commands, Neighbours neighbours, CommandForms forms) {
        this.commands = commands;
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
        var expected = new Expected(neighbours, plan.groundwork()).neighbours();
        plan.steps().forEach(step -> note(refused, refusal(step.row(), () -> {
            forms.check(step.command());
            if (step.command() instanceof ProposeAction proposal) {
                Rehearsal.of(proposal, by, expected);
            } else {
                tryAndUndo(List.of(step.command()), by);
            }
        })));
        return refused;
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
        try {
            commands.together(by, send -> {
                all.forEach(send);
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
