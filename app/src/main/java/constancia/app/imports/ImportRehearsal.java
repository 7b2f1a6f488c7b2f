package constancia.app.imports;

import constancia.command.Command;
import constancia.command.Creates;
import constancia.command.Forbidden;
import constancia.command.Rehearsal;
import constancia.command.actions.ActionShell;
import constancia.command.actions.Neighbours;
import constancia.command.bodies.BodyShell;
import constancia.command.imports.ImportPlan.Step;
import constancia.command.institutions.InstitutionShell;
import constancia.command.plans.PlanShell;
import constancia.command.rights.Entitlement;
import constancia.command.risks.RiskShell;
import constancia.kernel.Event;
import constancia.kernel.Invalid;
import constancia.kernel.ItemId;
import constancia.kernel.Provenance;
import constancia.kernel.Recorded;
import constancia.kernel.Refused;
import constancia.kernel.actions.ActionId;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.institutions.InstitutionId;
import constancia.kernel.plans.PlanId;
import constancia.kernel.risks.RiskId;
import constancia.web.BadRequest;
import constancia.web.imports.ImportDesk.RefusedRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tries everything that an import would do, each row after those before it, and puts nothing on record. It takes no
 * transaction: one with thousands of rows would last too long.
 */
@Component
final class ImportRehearsal {

    private final Entitlement entitlement;
    private final Neighbours neighbours;
    private final CommandForms forms;
    private final ImportPresent present;

    ImportRehearsal(Entitlement entitlement, Neighbours neighbours, CommandForms forms, ImportPresent present) {
        this.entitlement = entitlement;
        this.neighbours = neighbours;
        this.forms = forms;
        this.present = present;
    }

    /** Every row that would be refused; row 0 stands for what must be there before the rows, and without it none is tried. */
    List<RefusedRow> of(List<Step> steps, Provenance by) {
        var trial = new Trial(by, several(steps));
        var refused = new ArrayList<RefusedRow>();
        for (var step : steps) {
            var row = refusal(step.row(), () -> trial.of(step));
            if (row != null) {
                refused.add(row);
            }
            if (row != null && row.row() == 0) {
                return refused;
            }
        }
        return refused;
    }

    /** What several steps are about. */
    private static Set<ItemId> several(List<Step> steps) {
        var ever = new HashSet<ItemId>();
        var several = new HashSet<ItemId>();
        steps.forEach(step -> several.addAll(step.items().stream().filter(item -> !ever.add(item)).collect(Collectors.toSet())));
        return several;
    }

    /** The items as the steps tried so far leave them; what no later step is about is forgotten at once. */
    private final class Trial {

        private final Provenance by;
        private final Set<ItemId> several;
        private final Expected expected = new Expected(neighbours, present);
        private final Map<ItemId, Rehearsal<?, ?>> items = new HashMap<>();

        Trial(Provenance by, Set<ItemId> several) {
            this.by = by;
            this.several = several;
        }

        void of(Step step) {
            for (var command : step.commands()) {
                entitlement.require(command, by);
                forms.check(command);
                items.computeIfAbsent(command.id(), item -> rehearsal(item, records(command)))
                        .of(command, by).forEach(event -> expected.recorded(command.id(), event));
            }
            step.items().stream().filter(item -> !several.contains(item)).forEach(items::remove);
        }

        private Rehearsal<?, ?> rehearsal(ItemId item, List<Recorded<Event>> records) {
            var others = expected.neighbours();
            return switch (item) {
                case InstitutionId id -> InstitutionShell.rules(id, others.institutions()).rehearsal(records);
                case BodyId id -> BodyShell.rules(id, others.bodies(), others.institutions(), others.agreements()).rehearsal(records);
                case PlanId id -> PlanShell.rules(id, others.bodies(), others.agreements()).rehearsal(records);
                case ActionId id -> ActionShell.rules(id, others).rehearsal(records);
                case RiskId id -> RiskShell.rules(id, others.plans(), others.bodies(), others.actions()).rehearsal(records);
                default -> throw new IllegalStateException("No import is about " + item);
            };
        }
    }

    /** Those of the item that the command is about, which has none yet where it creates it. */
    private List<Recorded<Event>> records(Command command) {
        return command.getClass().isAnnotationPresent(Creates.class) ? List.of() : present.records(command.id());
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
}
