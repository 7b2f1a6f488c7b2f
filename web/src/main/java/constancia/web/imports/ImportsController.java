package constancia.web.imports;

import constancia.command.imports.Notice;
import constancia.command.imports.Preview;
import constancia.command.imports.Question;
import constancia.kernel.Invalid;
import constancia.web.BadRequest;
import constancia.web.BoundedBody;
import constancia.web.Caller;
import constancia.web.FieldProblem;
import constancia.web.Messages;
import constancia.web.commands.JsonBodies;
import constancia.web.openapi.Answers;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Files into the register: preview, decide, confirm, follow. */
@RestController
final class ImportsController {

    record Part(String written, @Nullable String role, @Nullable String decision, @Nullable String institution) {}

    record NoticeShown(String code, String detail) {}

    record RowShown(int row, String kind, String sheet, int firstLine, int lastLine, String component, List<String> recommendations, String number, String text,
                    List<String> periods, String responsibleText, List<Part> responsible, String becomes, @Nullable String item, Map<String, String> fields,
                    List<NoticeShown> notices, List<FaultShown> errors, List<String> questions) {}

    record FaultShown(String code, String detail) {}

    record ChoiceShown(String choice, String detail) {}

    record QuestionShown(String question, String kind, String detail, List<ChoiceShown> choices, @Nullable String answer, List<Integer> rows) {}

    record PreviewShown(UUID id, String status, boolean decided, List<RowShown> rows, List<QuestionShown> questions, List<NoticeShown> notices) {}

    record Decision(String question, String choice) {}

    record Decisions(List<Decision> answers) {}

    record RefusedShown(int row, String code, String detail) {}

    record ProgressShown(UUID id, String status, @Nullable UUID plan, int rows, int done, List<RefusedShown> refused) {}

    private final ImportDesk desk;
    private final Messages messages;
    private final ImportWords words;
    private final JsonMapper json;

    ImportsController(ImportDesk desk, Messages messages, ImportWords words, JsonMapper json) {
        this.desk = desk;
        this.messages = messages;
        this.words = words;
        this.json = json;
    }

    @Answers(status = 201)
    @PostMapping(path = "/api/imports", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<PreviewShown> upload(@RequestParam(required = false) @Nullable MultipartFile file, @RequestParam(required = false) @Nullable String plan,
                                        @RequestParam(required = false) @Nullable String mapping, HttpServletRequest request) throws IOException {
        if (file == null) {
            throw new Invalid("file", "required");
        }
        var name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
        var previewed = desk.preview(Caller.current().account(), name, file.getBytes(), stated(plan), stated(mapping));
        return ResponseEntity.created(URI.create("/api/imports/" + previewed.id())).cacheControl(CacheControl.noStore()).body(shown(previewed, Messages.of(request)));
    }

    private static @Nullable String stated(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    @GetMapping("/api/imports/{id}/preview")
    ResponseEntity<PreviewShown> preview(@PathVariable UUID id, HttpServletRequest request) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(shown(desk.look(Caller.current().account(), id), Messages.of(request)));
    }

    @Answers(takes = Decisions.class)
    @PostMapping(path = "/api/imports/{id}/decide", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<PreviewShown> decide(@PathVariable UUID id, HttpServletRequest request) {
        return ResponseEntity.ok(shown(desk.decide(Caller.current().account(), id, answers(BoundedBody.read(request))), Messages.of(request)));
    }

    @Answers(status = 202)
    @PostMapping("/api/imports/{id}/confirm")
    ResponseEntity<ProgressShown> confirm(@PathVariable UUID id, HttpServletRequest request) {
        return ResponseEntity.accepted().body(shown(desk.confirm(Caller.current().account(), id), Messages.of(request)));
    }

    @GetMapping("/api/imports/{id}")
    ResponseEntity<ProgressShown> progress(@PathVariable UUID id, HttpServletRequest request) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(shown(desk.progress(Caller.current().account(), id), Messages.of(request)));
    }

    private List<Map.Entry<String, String>> answers(byte[] body) {
        JsonNode tree;
        try {
            tree = json.readTree(body);
        } catch (JacksonException e) {
            throw JsonBodies.notJson(e);
        }
        if (!tree.path("answers").isArray()) {
            throw new BadRequest(400, List.of(FieldProblem.of("answers", "wrong-type", "array")));
        }
        known(tree, "", Set.of("answers"));
        var answers = new ArrayList<Map.Entry<String, String>>();
        for (var answer : tree.get("answers")) {
            var pointer = "answers/" + answers.size();
            if (!answer.path("question").isString() || !answer.path("choice").isString()) {
                throw new BadRequest(400, List.of(FieldProblem.of(pointer, "wrong-type", "object")));
            }
            known(answer, pointer + "/", Set.of("question", "choice"));
            answers.add(Map.entry(answer.get("question").stringValue(), answer.get("choice").stringValue().strip()));
        }
        return answers;
    }

    private static void known(JsonNode object, String pointer, Set<String> fields) {
        object.propertyNames().stream().filter(name -> !fields.contains(name)).findFirst().ifPresent(name -> {
            throw new BadRequest(400, List.of(FieldProblem.of(pointer + name.replace("~", "~0").replace("/", "~1"), "unknown-field", name)));
        });
    }

    private PreviewShown shown(ImportDesk.Previewed previewed, Locale locale) {
        var preview = previewed.preview();
        return new PreviewShown(previewed.id(), "previewed", preview.decided(), preview.rows().stream().map(row -> shown(row, locale)).toList(),
                preview.questions().stream().map(question -> shown(question, locale)).toList(), notices(preview.notices(), locale));
    }

    private RowShown shown(Preview.Row row, Locale locale) {
        var source = row.source();
        var parts = row.responsible().stream().map(party -> new Part(party.written(), party.role() == null ? null : party.role().word(), party.decision(), party.name())).toList();
        return new RowShown(row.row(), row.kind().word(), source.sheet(), source.firstLine(), source.lastLine(), source.component().key(), row.recommendations(), source.number(),
                source.text(), source.marks(), source.responsibleText(), parts, row.becomes().word(), row.item() == null ? null : row.item().toString(), row.fields(),
                notices(source.notices(), locale), source.faults().stream().map(fault -> new FaultShown(fault.code(), messages.of(fault.code(), List.copyOf(fault.arguments()), locale))).toList(),
                row.questions());
    }

    private QuestionShown shown(Question question, Locale locale) {
        var choices = question.choices().stream().map(choice -> new ChoiceShown(choice.word(), words.choice(choice, locale))).toList();
        return new QuestionShown(question.name(), question.kind().word(), words.question(question, locale), choices, question.answer(), question.rows());
    }

    private List<NoticeShown> notices(List<Notice> notices, Locale locale) {
        return notices.stream().map(notice -> new NoticeShown(notice.code(), words.notice(notice, locale))).toList();
    }

    private ProgressShown shown(ImportDesk.Progress progress, Locale locale) {
        var refused = progress.refused().stream()
                .map(row -> new RefusedShown(row.row(), row.code(), messages.of(row.code(), List.copyOf(row.args()), locale))).toList();
        return new ProgressShown(progress.id(), progress.status(), progress.plan(), progress.rows(), progress.done(), refused);
    }
}
