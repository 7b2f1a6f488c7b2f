package constancia.web.pages.imports;

import constancia.command.imports.Preview;
import constancia.command.imports.UnreadableFile;
import constancia.kernel.Invalid;
import constancia.kernel.Refused;
import constancia.web.Caller;
import constancia.web.Messages;
import constancia.web.imports.ImportDesk;
import constancia.web.imports.ImportWords;
import constancia.web.imports.MappingDesk;
import constancia.web.items.ApiLists;
import constancia.web.pages.Allowed;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** A workbook into the register: what was understood of it, what must be decided, what will come of it, and what came. */
@Controller
final class ImportPages {

    /** A row that the rules refused, where a person finds it. */
    public record RefusedRow(@Nullable String sheet, int line, int row, String why) {}

    private static final int ROWS = 200;

    private final ImportDesk desk;
    private final MappingDesk mappings;
    private final Doubts doubts;
    private final ImportWords words;
    private final Messages messages;
    private final ApiLists lists;

    ImportPages(ImportDesk desk, MappingDesk mappings, Doubts doubts, ImportWords words, Messages messages, ApiLists lists) {
        this.desk = desk;
        this.mappings = mappings;
        this.doubts = doubts;
        this.words = words;
        this.messages = messages;
        this.lists = lists;
    }

    @GetMapping("/imports")
    String list(@RequestParam(required = false) @Nullable String mapping, @RequestParam(required = false) @Nullable String plan, HttpServletRequest request, Model model) {
        Allowed.must("preview-import");
        return list(Map.of(), mapping, plan, request, model);
    }

    private String list(Map<String, String> faults, @Nullable String mapping, @Nullable String plan, HttpServletRequest request, Model model) {
        model.addAttribute("imports", desk.list(account()));
        model.addAttribute("mappings", mappings.list().stream().map(kept -> kept.mapping().name()).toList());
        model.addAttribute("plans", lists.ask("plans", request, Map.of("limit", "500")).items());
        model.addAttribute("faults", faults);
        model.addAttribute("mapping", mapping);
        model.addAttribute("plan", plan);
        return "imports";
    }

    @PostMapping("/imports")
    String upload(@RequestParam(required = false) @Nullable MultipartFile file, @RequestParam(defaultValue = "") String plan, @RequestParam(defaultValue = "") String mapping,
                  HttpServletRequest request, HttpServletResponse response, Locale locale, Model model) throws IOException {
        Allowed.must("preview-import");
        var faults = new HashMap<String, String>();
        if (file == null || file.isEmpty() && (file.getOriginalFilename() == null || file.getOriginalFilename().isEmpty())) {
            faults.put("file", messages.of("required", List.of(), locale));
        } else {
            try {
                var name = file.getOriginalFilename() == null ? "" : file.getOriginalFilename();
                return "redirect:/imports/" + desk.preview(account(), name, file.getBytes(), stated(plan), stated(mapping)).id();
            } catch (UnreadableFile e) {
                faults.put("file", messages.of("unreadable." + e.code(), List.copyOf(e.arguments()), locale));
            } catch (Invalid e) {
                faults.put(e.field(), messages.of(e.code(), e.args(), locale));
            }
        }
        response.setStatus(422);
        return list(faults, mapping, plan, request, model);
    }

    private static @Nullable String stated(String value) {
        return value.isBlank() ? null : value.strip();
    }

    @GetMapping("/imports/{id:[0-9a-f-]+}")
    String look(@PathVariable UUID id, @RequestParam(required = false) @Nullable String view, @RequestParam(required = false) @Nullable String name, @RequestParam(defaultValue = "0") int from,
                HttpServletRequest request, HttpServletResponse response, Locale locale, Model model) {
        Allowed.must("look-at-preview");
        var kept = desk.kept(account(), id);
        model.addAttribute("kept", kept);
        if (kept.status().equals("running")) {
            return "import-running";
        }
        if (request.getHeader("HX-Request") != null) {
            // the page that follows the progress asks: there is none any more, so it is drawn anew
            response.setHeader("HX-Refresh", "true");
        }
        if ("sheet".equals(view)) {
            var painted = desk.painted(account(), id);
            model.addAttribute("painted", SheetPage.of(painted, name, from));
            return about(kept, painted.preview(), "sheet", model);
        }
        var preview = desk.look(account(), id).preview();
        if (kept.status().equals("done")) {
            return rows(kept, preview, from, locale, model);
        }
        if (view == null ? !preview.decided() : "doubts".equals(view)) {
            return doubts(kept, preview, Map.of(), Map.of(), request, model);
        }
        return rows(kept, preview, from, locale, model);
    }

    private String rows(ImportDesk.Kept kept, Preview preview, int from, Locale locale, Model model) {
        int start = Math.clamp(from, 0, preview.rows().size());
        model.addAttribute("understood", Understood.of(preview, start, ROWS, words, messages, locale));
        model.addAttribute("notices", preview.notices().stream().map(notice -> words.notice(notice, locale)).toList());
        model.addAttribute("from", start);
        model.addAttribute("more", start + ROWS < preview.rows().size() ? start + ROWS : null);
        model.addAttribute("refused", desk.progress(account(), kept.id()).refused().stream().map(row -> refused(row, preview, locale)).toList());
        return about(kept, preview, "preview", model);
    }

    private RefusedRow refused(ImportDesk.RefusedRow row, Preview preview, Locale locale) {
        var why = messages.of(row.code(), List.copyOf(row.args()), locale);
        if (row.row() < 1 || row.row() > preview.rows().size()) {
            return new RefusedRow(null, 0, row.row(), why);
        }
        var source = preview.rows().get(row.row() - 1).source();
        return new RefusedRow(source.sheet(), source.firstLine(), row.row(), why);
    }

    private String doubts(ImportDesk.Kept kept, Preview preview, Map<String, String[]> filled, Map<Integer, String> faults, HttpServletRequest request, Model model) {
        model.addAttribute("doubts", doubts.of(preview, filled, faults));
        model.addAttribute("names", Map.of("institutions", lists.ask("institutions", request, Map.of("limit", "500")).items(), "bodies", lists.ask("bodies", request, Map.of("limit", "500")).items(),
                "plans", lists.ask("plans", request, Map.of("limit", "500")).items(), "mappings", mappings.list()));
        model.addAttribute("faults", faults);
        return about(kept, preview, "doubts", model);
    }

    private String about(ImportDesk.Kept kept, Preview preview, String view, Model model) {
        model.addAttribute("kept", kept);
        model.addAttribute("view", view);
        model.addAttribute("rows", preview.rows().size());
        model.addAttribute("open", preview.questions().stream().filter(question -> question.answer() == null).count());
        return "import";
    }

    @PostMapping(path = "/imports/{id:[0-9a-f-]+}", params = "do=decide")
    String decide(@PathVariable UUID id, HttpServletRequest request, HttpServletResponse response, Locale locale, Model model) {
        Allowed.must("decide-import");
        var filled = request.getParameterMap();
        var faults = new HashMap<Integer, String>();
        var missing = new ArrayList<Integer>();
        var given = Doubts.answers(filled, missing);
        missing.forEach(n -> faults.put(n, messages.of("required", List.of(), locale)));
        if (faults.isEmpty()) {
            try {
                var preview = desk.decide(account(), id, given.stream().map(answer -> Map.entry(answer.question(), answer.choice())).toList()).preview();
                return "redirect:/imports/" + id + (preview.decided() ? "?view=preview" : "?view=doubts");
            } catch (Invalid e) {
                var at = e.field().split("/");
                faults.put(given.get(Integer.parseInt(at[1])).n(), messages.of(e.code(), e.args(), locale));
            }
        }
        response.setStatus(422);
        return doubts(desk.kept(account(), id), desk.look(account(), id).preview(), filled, faults, request, model);
    }

    @PostMapping(path = "/imports/{id:[0-9a-f-]+}", params = "do=confirm")
    String confirm(@PathVariable UUID id, HttpServletResponse response, Locale locale, Model model) {
        Allowed.must("confirm-import");
        try {
            desk.confirm(account(), id);
            return "redirect:/imports/" + id;
        } catch (Refused e) {
            response.setStatus(409);
            model.addAttribute("faults", Map.of("", messages.of(e.code(), e.args(), locale)));
            return rows(desk.kept(account(), id), desk.look(account(), id).preview(), 0, locale, model);
        }
    }

    private static String account() {
        return Caller.current().account();
    }
}
