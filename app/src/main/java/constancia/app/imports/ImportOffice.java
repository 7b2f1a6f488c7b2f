package constancia.app.imports;

import constancia.app.imports.ImportStore.Import;
import constancia.command.imports.GridReader;
import constancia.command.imports.Matrix;
import constancia.command.imports.MatrixReader;
import constancia.command.imports.Preview;
import constancia.command.imports.Previewer;
import constancia.command.imports.Question;
import constancia.kernel.Invalid;
import constancia.kernel.Refused;
import constancia.web.imports.ImportDesk;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Previews files, keeps the answers, and hands what was confirmed to the runner. */
@Component
class ImportOffice implements ImportDesk {

    private final ImportStore store;
    private final ImportRunner runner;
    private final Supplier<UUID> newId;
    private final Clock clock;

    ImportOffice(ImportStore store, ImportRunner runner, Supplier<UUID> newId, Clock clock) {
        this.store = store;
        this.runner = runner;
        this.newId = newId;
        this.clock = clock;
    }

    @Override
    public Previewed preview(String account, String fileName, byte[] content, @Nullable String plan) {
        var preview = Previewer.preview(matrix(content, fileName), plan, Map.of(), store, LocalDate.now(clock));
        var id = newId.get();
        store.keep(id, account, fileName, content, plan);
        return new Previewed(id, preview);
    }

    @Override
    public Previewed look(String account, UUID id) {
        return new Previewed(id, preview(store.find(account, id)));
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
        var questions = preview.questions().stream().collect(Collectors.toMap(Question::name, question -> question));
        for (int i = 0; i < answers.size(); i++) {
            var question = questions.get(answers.get(i).getKey());
            if (question == null) {
                throw new Invalid("answers/" + i + "/question", "unknown-question");
            }
            if (question.answer() == null) {
                throw new Invalid("answers/" + i + "/choice", "unknown-choice");
            }
        }
        store.answer(id, all);
        return new Previewed(id, preview);
    }

    @Override
    public Progress confirm(String account, UUID id) {
        var kept = store.find(account, id);
        if (kept.status().equals("previewed") || kept.status().equals("stopped")) {
            var preview = preview(kept);
            if (!preview.decided()) {
                throw new Refused("import-undecided", preview.questions().stream().filter(question -> question.answer() == null)
                        .map(Question::name).limit(20).collect(Collectors.joining(", ")));
            }
            runner.confirm(kept, matrix(kept.content(), kept.fileName()), preview);
        }
        return progress(account, id);
    }

    @Override
    public Progress progress(String account, UUID id) {
        var kept = store.find(account, id);
        return new Progress(id, kept.status(), kept.plan(), kept.total(), store.admitted(id), kept.refused());
    }

    private Preview preview(Import kept) {
        return preview(kept, kept.answers());
    }

    private Preview preview(Import kept, Map<String, String> answers) {
        return Previewer.preview(matrix(kept.content(), kept.fileName()), kept.planGiven(), answers, store, LocalDate.now(clock));
    }

    private Matrix matrix(byte[] content, String fileName) {
        var known = new constancia.command.imports.InstitutionMatcher(store.institutions());
        return MatrixReader.read(GridReader.read(content, fileName), known::knows);
    }
}
