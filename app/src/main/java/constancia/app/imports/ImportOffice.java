package constancia.app.imports;

import constancia.app.imports.ImportStore.Import;
import constancia.command.accounts.Authorities;
import constancia.command.imports.Content;
import constancia.command.imports.ImportPlan;
import constancia.command.imports.InstitutionMatcher;
import constancia.command.imports.Mapping;
import constancia.command.imports.MatrixRow.Fault;
import constancia.command.imports.OpenedFile;
import constancia.command.imports.PaintedSheet;
import constancia.command.imports.Preview;
import constancia.command.imports.Preview.Becomes;
import constancia.command.imports.Previewer;
import constancia.command.imports.Question;
import constancia.command.imports.Register;
import constancia.command.imports.Register.KnownPlan;
import constancia.kernel.Invalid;
import constancia.kernel.Refused;
import constancia.kernel.plans.PlanId;
import constancia.kernel.rights.Rights;
import constancia.web.imports.ImportDesk;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Previews files, keeps the answers, and hands what was confirmed to the runner. */
@Component
class ImportOffice implements ImportDesk {

    private static final int CODE = 60;
    private static final Fault NOT_AMONG_THE_CHOICES = new Fault("unknown-choice", List.of());

    private final ImportStore store;
    private final ImportRehearsal rehearsal;
    private final ImportRunner runner;
    private final ImportMappings mappings;
    private final ImportPresent present;
    private final Authorities authorities;
    private final Supplier<UUID> newId;
    private final Clock clock;

    ImportOffice(ImportStore store, ImportRehearsal rehearsal, ImportRunner runner, ImportMappings mappings, ImportPresent present, Authorities authorities,
                 Supplier<UUID> newId, Clock clock) {
        this.store = store;
        this.rehearsal = rehearsal;
        this.runner = runner;
        this.mappings = mappings;
        this.present = present;
        this.authorities = authorities;
        this.newId = newId;
        this.clock = clock;
    }

    @Override
    public Previewed preview(String account, String fileName, byte[] content, @Nullable String plan, @Nullable String mapping) {
        mustBeReadable("file", fileName);
        mustBeReadable("plan", plan);
        mustBeReadable("mapping", mapping);
        if (plan != null && !Previewer.mayBePlan(plan, store)) {
            throw plan.length() > CODE ? new Invalid("plan", "text-too-long", CODE) : new Invalid("plan", "unknown-plan", plan);
        }
        var given = mapping == null ? null : mappings.find(mapping).orElseThrow(() -> new Invalid("mapping", "unknown-mapping", mapping));
        var preview = Previewer.preview(content(content, fileName, given, Map.of()), plan, Map.of(), store, LocalDate.now(clock));
        var id = newId.get();
        store.keep(id, account, fileName, content, plan, given);
        return new Previewed(id, preview);
    }

    /** PostgreSQL keeps no text with such a character in it. */
    private static void mustBeReadable(String field, @Nullable String text) {
        if (text != null && text.indexOf('\0') >= 0) {
            throw new Invalid(field, "text-unreadable");
        }
    }

    @Override
    public Previewed look(String account, UUID id) {
        var kept = store.find(account, id);
        return new Previewed(id, preview(kept, kept.answers()));
    }

    @Override
    public Previewed decide(String account, UUID id, List<Map.Entry<String, String>> answers) {
        var kept = store.find(account, id);
        if (kept.status().equals("running") || kept.status().equals("done")) {
            throw new Refused("import-under-way");
        }
        var all = new HashMap<>(kept.answers());
        answers.forEach(answer -> all.put(answer.getKey(), answer.getValue()));
        var preview = preview(kept, all);
        mustFit(answers, questions(preview(kept, kept.answers())), preview);
        if (!store.answer(id, all)) {
            throw new Refused("import-under-way");
        }
        return new Previewed(id, preview);
    }

    /** An answer may make a question needless, or be the first that raises it. */
    private static void mustFit(List<Map.Entry<String, String>> answers, Map<String, Question> before, Preview preview) {
        var after = questions(preview);
        for (int i = 0; i < answers.size(); i++) {
            var name = answers.get(i).getKey();
            if (!before.containsKey(name) && !after.containsKey(name)) {
                throw new Invalid("answers/" + i + "/question", "unknown-question");
            }
            if (after.containsKey(name) && after.get(name).answer() == null) {
                var why = preview.faults().getOrDefault(name, NOT_AMONG_THE_CHOICES);
                throw new Invalid("answers/" + i + "/choice", why.code(), why.arguments().toArray());
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
            var content = content(kept, kept.answers());
            var preview = Previewer.preview(content, kept.planGiven(), kept.answers(), store, LocalDate.now(clock));
            if (!preview.decided()) {
                throw new Refused("import-undecided", preview.questions().stream().filter(question -> question.answer() == null)
                        .map(Question::name).limit(20).collect(Collectors.joining(", ")));
            }
            confirm(kept, content, preview);
        }
        return progress(account, id);
    }

    private void confirm(Import kept, Content content, Preview preview) {
        var faults = faults(preview);
        if (!faults.isEmpty()) {
            store.refuse(kept, faults);
            return;
        }
        var known = content.ofPlan() ? store.plan(preview.plan()) : Optional.of(new KnownPlan(Register.NO_PLAN, ""));
        var plan = known.map(KnownPlan::id).orElseGet(() -> new PlanId(newId.get()));
        var work = new ImportPlan(content, preview, plan, known.map(KnownPlan::code).orElse(preview.plan()), present, newId);
        var entries = work.territories(store);
        var refused = entries.isEmpty() || mayPutTerritories(kept.account()) ? rehearsal.of(work.all(), ImportRunner.by(kept))
                : List.of(new RefusedRow(0, "forbidden", List.of()));
        if (refused.isEmpty()) {
            runner.start(kept, plan, entries, work.all());
        } else {
            store.refuse(kept, refused);
        }
    }

    private boolean mayPutTerritories(String account) {
        return Rights.table().question("put-territories").anywhere(authorities.of(account));
    }

    private static List<RefusedRow> faults(Preview preview) {
        return preview.rows().stream().filter(row -> row.becomes() == Becomes.REFUSED)
                .map(row -> new RefusedRow(row.row(), row.source().faults().getFirst().code(), row.source().faults().getFirst().arguments())).toList();
    }

    @Override
    public Progress progress(String account, UUID id) {
        var kept = store.find(account, id);
        return new Progress(id, kept.status(), Register.NO_PLAN.value().equals(kept.plan()) ? null : kept.plan(), kept.total(), store.admitted(id), kept.refused());
    }

    @Override
    public List<Kept> list(String account) {
        return store.list(account);
    }

    @Override
    public Kept kept(String account, UUID id) {
        return store.kept(account, id);
    }

    @Override
    public Painted painted(String account, UUID id) {
        var kept = store.find(account, id);
        var bytes = store.content(id);
        var content = content(bytes, kept.fileName(), kept.mapping(), kept.answers());
        var preview = Previewer.preview(content, kept.planGiven(), kept.answers(), store, LocalDate.now(clock));
        return new Painted(preview, PaintedSheet.of(OpenedFile.whole(bytes, kept.fileName(), kept.answers()), content, preview));
    }

    private Preview preview(Import kept, Map<String, String> answers) {
        return Previewer.preview(content(kept, answers), kept.planGiven(), answers, store, LocalDate.now(clock));
    }

    private Content content(Import kept, Map<String, String> answers) {
        return content(store.content(kept.id()), kept.fileName(), kept.mapping(), answers);
    }

    private Content content(byte[] content, String fileName, @Nullable Mapping mapping, Map<String, String> answers) {
        return Content.read(OpenedFile.open(content, fileName, answers), mapping, answers, mappings::find, new InstitutionMatcher(store.institutions())::knows);
    }
}
