package constancia.app.imports;

import constancia.app.imports.ImportStore.Import;
import constancia.app.imports.ImportStore.Kept;
import constancia.app.imports.ImportStore.KeptEntry;
import constancia.app.journal.AxonCommands;
import constancia.app.journal.LedgerEventStore;
import constancia.command.Command;
import constancia.command.Creates;
import constancia.command.imports.ImportPlan.Entry;
import constancia.command.imports.ImportPlan.Step;
import constancia.command.territories.Territories;
import constancia.kernel.Provenance;
import constancia.kernel.Provenance.Through;
import constancia.kernel.plans.PlanId;
import constancia.web.imports.ImportDesk.RefusedRow;
import jakarta.annotation.PreDestroy;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Carries confirmed files out in steps, each of them one transaction: what was done is noted with what was appended, so
 * that whoever goes on after a crash, on this node or another, does every row once.
 */
@Component
class ImportRunner {

    private static final Logger LOG = LoggerFactory.getLogger(ImportRunner.class);
    private static final long STEP_NANOS = 700_000_000;
    /** Between so many rows the clock is looked at. */
    private static final int AT_ONCE = 50;
    private static final int LAID_AT_ONCE = 500;

    private final ImportStore store;
    private final AxonCommands commands;
    private final LedgerEventStore events;
    private final Territories territories;
    private final Supplier<UUID> newId;
    private final int rows;
    private final Set<UUID> underWay = ConcurrentHashMap.newKeySet();
    private volatile boolean closing;

    /** @param rows how many commands a transaction takes at most; it takes fewer when they last longer than 700 ms */
    ImportRunner(ImportStore store, AxonCommands commands, LedgerEventStore events, Territories territories, Supplier<UUID> newId, @Value("${constancia.import-step-rows:200}") int rows) {
        this.store = store;
        this.commands = commands;
        this.events = events;
        this.territories = territories;
        this.newId = newId;
        this.rows = rows;
    }

    static Provenance by(Import kept) {
        return new Provenance(kept.account(), null, false, Through.IMPORT, null);
    }

    /** Keeps what is to be done; from now on it will be, whatever happens to this node. */
    void start(Import kept, PlanId plan, List<Entry> entries, List<Step> steps) {
        var attempt = newId.get();
        for (int from = 0; from < entries.size(); from += LAID_AT_ONCE) {
            store.layEntries(kept.id(), attempt, from + 1, entries.subList(from, Math.min(entries.size(), from + LAID_AT_ONCE)));
        }
        for (int from = 0; from < steps.size(); from += LAID_AT_ONCE) {
            store.lay(kept.id(), attempt, entries.size() + from + 1, steps.subList(from, Math.min(steps.size(), from + LAID_AT_ONCE)));
        }
        var ours = new boolean[1];
        commands.together(by(kept), send -> ours[0] = store.start(kept, plan, attempt));
        var needless = ours[0] ? kept.attempt() : attempt;
        if (needless != null) {
            store.forget(kept.id(), needless);
        }
        goOn();
    }

    /** Takes up every import that is under way and that nobody here is carrying out. */
    void goOn() {
        store.running().forEach(kept -> {
            if (underWay.add(kept.id())) {
                Thread.ofPlatform().daemon().name("import-" + kept.id()).start(() -> run(kept));
            }
        });
    }

    @PreDestroy
    void close() {
        closing = true;
    }

    private void run(Import kept) {
        var row = new int[1];
        try {
            var refused = ImportRehearsal.refusal(0, () -> {
                boolean more = true;
                while (more && !closing) {
                    more = step(kept, row);
                }
            });
            if (refused != null) {
                store.stop(kept.id(), List.of(new RefusedRow(row[0], refused.code(), refused.args())));
            }
        } catch (RuntimeException e) {
            if (!closing) {
                LOG.error("The import {} stands still; it goes on later", kept.id(), e);
            }
        } finally {
            underWay.remove(kept.id());
        }
    }

    /** The next rows in one transaction; answers whether more are left for us. */
    private boolean step(Import kept, int[] row) {
        var more = new boolean[1];
        commands.together(by(kept), send -> {
            more[0] = store.claim(kept.id());
            if (!more[0]) {
                return;
            }
            if (catalogued(kept)) {
                return;
            }
            var left = store.left(kept, rows);
            long deadline = System.nanoTime() + STEP_NANOS;
            int until = 0;
            while (until < left.size() && System.nanoTime() < deadline) {
                int from = until;
                until = Math.min(left.size(), from + AT_ONCE);
                carryOut(kept, left.subList(from, until), send, row);
            }
            if (until > 0) {
                store.carriedOut(kept, left.subList(0, until));
            }
            if (until == left.size() && left.size() < rows) {
                store.done(kept.id());
                more[0] = false;
            }
        });
        return more[0];
    }

    /** Puts the next entries into the catalogue, in a transaction of its own: after a crash they are put again, and are the same. */
    private boolean catalogued(Import kept) {
        var entries = store.entriesLeft(kept, rows);
        if (!entries.isEmpty()) {
            territories.put(entries.stream().map(KeptEntry::territory).toList(), kept.account());
            store.entered(kept, entries);
        }
        return !entries.isEmpty();
    }

    private void carryOut(Import kept, List<Kept> some, Consumer<Command> send, int[] row) {
        var rows = some.stream().map(Kept::step).filter(step -> step.fingerprint() != null).toList();
        var admitted = rows.isEmpty() ? Set.of() : store.admit(kept.id(), kept.plan(), rows);
        var next = some.stream().map(Kept::step).filter(step -> step.fingerprint() == null || admitted.contains(step.fingerprint())).toList();
        events.lookAhead(next.stream().flatMap(step -> step.commands().stream()).filter(ImportRunner::creates).map(command -> command.id().value()).toList());
        for (var step : next) {
            row[0] = step.row();
            step.commands().forEach(send);
        }
    }

    private static boolean creates(Command command) {
        return command.getClass().isAnnotationPresent(Creates.class);
    }
}
