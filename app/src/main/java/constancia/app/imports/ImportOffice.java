package constancia.app.imports;

import constancia.app.imports.ImportStore.Import;
import constancia.command.imports.GridReader;
import constancia.command.imports.ImportPlan;
import constancia.command.imports.ImportPlan.Step;
import constancia.command.imports.InstitutionMatcher;
import constancia.command.imports.Matrix;
import constancia.command.imports.MatrixReader;
import constancia.command.imports.Preview;
import constancia.command.imports.Previewer;
import constancia.command.imports.Question;
import constancia.command.imports.Register.KnownPlan;
import constancia.command.plans.Plans;
import constancia.kernel.Invalid;
import constancia.kernel.Refused;
import constancia.kernel.plans.PlanId;
import constancia.web.imports.ImportDesk;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Previews files, keeps the answers, and hands what was confirmed to the runner. */
@Component
class ImportOffice implements ImportDesk {

    private static final int CODE = 60;

    private final ImportStore store;
    private final ImportRehearsal rehearsal;
    private final ImportRunner runner;
    private final Plans plans;
    private final Supplier<UUID> newId;
    private final Clock clock;

    ImportOffice(ImportStore store, ImportRehearsal rehearsal, ImportRunner runner, Plans plans, Supplier<UUID> newId, Clock clock) {
        this.store = store;
        this.rehearsal = rehearsal;
        this.runner = runner;
        this.plans = plans;
        this.newId = newId;
        this.clock = clock;
    }

    @Override
    public Previewed preview(String account, String fileName, byte[] content, @Nullable String plan) {
        if (plan != null && !Previewer.mayBePlan(plan, store)) {
            throw plan.length() > CODE ? new Invalid("plan", "text-too-long", CODE) : new Invalid("plan", "unknown-plan", plan);
        }
        var preview = Previewer.preview(matrix(content, fileName), plan, Map.of(), store, LocalDate.now(clock));
        var id = newId.get();
        store.keep(id, account, fileName, content, plan);
        return new Previewed(id, preview);
    }

    @Override
    public Previewed look(String account, UUID id) {
        var kept = store.find(account, id);
        return new Previewed(id, preview(kept, matrix(kept), kept.answers()));
    }

    @Override
    public Previewed decide(String account, UUID id, List<Map.Entry<String, String>> answers) {
        var kept = store.find(account, id);
        if (kept.status().equals("running") || kept.status().equals("done")) {
            throw new Refused("import-under-way");
        }
        var all = new HashMap<>(kept.answers());
        answers.forEach(answer -> all.put(answer.getKey(), answer.getValue()));
        var matrix = matrix(kept);
        var preview = preview(kept, matrix, all);
        mustFit(answers, questions(preview(kept, matrix, kept.answers())), questions(preview));
        if (!store.answer(id, all)) {
            throw new Refused("import-under-way");
        }
        return new Previewed(id, preview);
    }

    /** An answer may make a question needless, or be the first that raises it. */
    private static void mustFit(List<Map.Entry<String, String>> answers, Map<String, Question> before, Map<String, Question> after) {
        for (int i = 0; i < answers.size(); i++) {
            var name = answers.get(i).getKey();
            if (!before.containsKey(name) && !after.containsKey(name)) {
                throw new Invalid("answers/" + i + "/question", "unknown-question");
            }
            if (after.containsKey(name) && after.get(name).answer() == null) {
                throw new Invalid("answers/" + i + "/choice", "unknown-choice");
            }
        }
    }

    private static Map<String, Question> questions(Preview preview) {
        return preview.questions().stream().collect(Collectors.toMap(Question::name, question -> question));
    }

    @Override
    public Progress confirm(String account, UUID id) {
        var kept = store.find(account, id);
        if (kept.status().equals("previewed") || kept.status().equals("stopped")) {
            var matrix = matrix(kept);
            var preview = preview(kept, matrix, kept.answers());
            if (!preview.decided()) {
                throw new Refused("import-undecided", preview.questions().stream().filter(question -> question.answer() == null)
                        .map(Question::name).limit(20).collect(Collectors.joining(", ")));
            }
            confirm(kept, matrix, preview);
        }
        return progress(account, id);
    }

    private void confirm(Import kept, Matrix matrix, Preview preview) {
        var known = store.plan(preview.plan());
        var plan = known.map(KnownPlan::id).orElseGet(() -> new PlanId(newId.get()));
        var work = new ImportPlan(matrix, preview, plan, known.map(KnownPlan::code).orElse(preview.plan()), present(), newId);
        var refused = rehearsal.of(work, ImportRunner.by(kept));
        if (refused.isEmpty()) {
            runner.start(kept, plan, Stream.concat(work.groundwork().stream().map(Step::before), work.steps().stream()).toList());
        } else {
            store.refuse(kept, refused);
        }
    }

    private ImportPlan.Present present() {
        return new ImportPlan.Present() {
            @Override
            public boolean plan(PlanId plan) {
                return plans.find(plan).isPresent();
            }

            @Override
            public boolean node(PlanId plan, UUID node) {
                return plans.hasNode(plan, node);
            }
        };
    }

    @Override
    public Progress progress(String account, UUID id) {
        var kept = store.find(account, id);
        return new Progress(id, kept.status(), kept.plan(), kept.total(), store.admitted(id), kept.refused());
    }

    private Preview preview(Import kept, Matrix matrix, Map<String, String> answers) {
        return Previewer.preview(matrix, kept.planGiven(), answers, store, LocalDate.now(clock));
    }

    private Matrix matrix(Import kept) {
        return matrix(kept.content(), kept.fileName());
    }

    private Matrix matrix(byte[] content, String fileName) {
        return MatrixReader.read(GridReader.read(content, fileName), new InstitutionMatcher(store.institutions())::knows);
    }
}
