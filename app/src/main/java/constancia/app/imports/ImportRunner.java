package constancia.app.imports;

import constancia.app.imports.ImportStore.Import;
import constancia.app.journal.AxonCommands;
import constancia.command.Command;
import constancia.command.actions.ActionCommand.ProposeAction;
import constancia.command.actions.Neighbours;
import constancia.command.actions.Rehearsal;
import constancia.command.imports.GridReader;
import constancia.command.imports.ImportPlan;
import constancia.command.imports.ImportPlan.Step;
import constancia.command.imports.InstitutionMatcher;
import constancia.command.imports.Matrix;
import constancia.command.imports.MatrixReader;
import constancia.command.imports.Preview;
import constancia.command.imports.Previewer;
import constancia.kernel.Invalid;
import constancia.kernel.Provenance;
import constancia.kernel.Provenance.Through;
import constancia.kernel.Refused;
import constancia.kernel.plans.PlanId;
import constancia.web.imports.ImportDesk.RefusedRow;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Carries confirmed files out: every row is tried before the first is appended; then they go in by steps of at most 200
 * rows, each step one transaction. What a killed process left is finished at the next start, every row once.
 */
@Component
class ImportRunner {

    private static final Logger LOG = LoggerFactory.getLogger(ImportRunner.class);
    private static final int ROWS = 200;
    private static final long STEP_NANOS = 700_000_000;

    private final ImportStore store;
    private final AxonCommands commands;
    private final Neighbours neighbours;
    private final Supplier<UUID> newId;
    private final Clock clock;

    ImportRunner(ImportStore store, AxonCommands commands, Neighbours neighbours, Supplier<UUID> newId, Clock clock) {
        this.store = store;
        this.commands = commands;
        this.neighbours = neighbours;
        this.newId = newId;
        this.clock = clock;
    }

    /** Tries every row. With one refused, nothing is appended and the import is stopped; else it runs from now on. */
    void confirm(Import kept, Matrix matrix, Preview preview) {
        var known = plan(kept, preview);
        var plan = known != null ? known : new PlanId(newId.get());
        var importPlan = new ImportPlan(matrix, preview, plan, code(kept, preview), newId);
        var groundwork = importPlan.groundwork(present());
        var steps = importPlan.steps();
        var refused = rehearse(steps, by(kept), new Expected(neighbours, groundwork));
        if (!refused.isEmpty()) {
            store.status(kept.id(), "stopped", null, steps.size(), refused);
            return;
        }
        store.status(kept.id(), "running", plan, steps.size(), List.of());
        Thread.ofVirtual().name("import-" + kept.id()).start(() -> run(store.find(kept.account(), kept.id())));
    }

    @EventListener(ApplicationReadyEvent.class)
    void goOn() {
        store.running().forEach(kept -> Thread.ofVirtual().name("import-" + kept.id()).start(() -> run(kept)));
    }

    private void run(Import kept) {
        var plan = new PlanId(kept.plan());
        try {
            commands.together(by(kept), send -> {
                if (store.claim(kept.id())) {
                    importPlan(kept, plan).groundwork(present()).forEach(send);
                }
            });
            var importPlan = importPlan(kept, plan);
            importPlan.groundwork(present());
            var left = new ArrayList<>(importPlan.steps());
            while (!left.isEmpty()) {
                left.subList(0, step(kept, plan, left)).clear();
            }
            store.status(kept.id(), "done", plan, kept.total(), List.of());
        } catch (Refused e) {
            store.status(kept.id(), "stopped", plan, kept.total(), List.of(new RefusedRow(0, e.code(), texts(e.args()))));
        } catch (RuntimeException e) {
            LOG.error("The import {} stands still; it goes on at the next start", kept.id(), e);
        }
    }

    /** Carries out the next rows in one transaction, at most 200 and not much longer than 700 ms; answers how many. */
    private int step(Import kept, PlanId plan, List<Step> left) {
        var carriedOut = new int[1];
        commands.together(by(kept), send -> {
            carriedOut[0] = 0;
            store.claim(kept.id());
            long deadline = System.nanoTime() + STEP_NANOS;
            for (var step : left.subList(0, Math.min(ROWS, left.size()))) {
                if (System.nanoTime() > deadline) {
                    break;
                }
                if (store.admit(kept.id(), plan, step)) {
                    send.accept(step.command());
                }
                carriedOut[0]++;
            }
        });
        return carriedOut[0];
    }

    private List<RefusedRow> rehearse(List<Step> steps, Provenance by, Expected expected) {
        var refused = new ArrayList<RefusedRow>();
        for (var step : steps) {
            try {
                if (step.command() instanceof ProposeAction proposal) {
                    Rehearsal.of(proposal, by, expected.neighbours());
                }
            } catch (Refused e) {
                refused.add(new RefusedRow(step.row(), e.code(), texts(e.args())));
            } catch (Invalid e) {
                refused.add(new RefusedRow(step.row(), e.code(), texts(e.args())));
            }
        }
        return refused;
    }

    private ImportPlan importPlan(Import kept, PlanId plan) {
        var known = new InstitutionMatcher(store.institutions());
        var matrix = MatrixReader.read(GridReader.read(kept.content(), kept.fileName()), known::knows);
        var preview = Previewer.preview(matrix, kept.planGiven(), kept.answers(), store, LocalDate.now(clock));
        return new ImportPlan(matrix, preview, plan, code(kept, preview), newId);
    }

    private @Nullable PlanId plan(Import kept, Preview preview) {
        return store.plan(code(kept, preview)).map(known -> known.id()).orElse(null);
    }

    private static String code(Import kept, Preview preview) {
        if (kept.planGiven() != null) {
            return kept.planGiven();
        }
        var answer = preview.question("plan").answer();
        return answer.substring(answer.indexOf(':') + 1);
    }

    private ImportPlan.Present present() {
        return new ImportPlan.Present() {
            @Override
            public boolean plan(PlanId plan) {
                return neighbours.plans().find(plan).isPresent();
            }

            @Override
            public boolean node(PlanId plan, UUID node) {
                return neighbours.plans().hasNode(plan, node);
            }
        };
    }

    private static Provenance by(Import kept) {
        return new Provenance(kept.account(), null, false, Through.IMPORT, null);
    }

    private static List<String> texts(List<Object> args) {
        return args.stream().map(String::valueOf).toList();
    }
}
