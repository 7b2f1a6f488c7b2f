package constancia.web.pages.imports;

import constancia.command.imports.ImportKind;
import constancia.command.imports.Meaning;
import constancia.command.imports.PaintedSheet;
import constancia.kernel.Refused;
import constancia.kernel.Word;
import constancia.web.BadRequest;
import constancia.web.Caller;
import constancia.web.Messages;
import constancia.web.imports.ImportDesk;
import constancia.web.imports.MappingBody;
import constancia.web.imports.MappingDesk;
import constancia.web.pages.Allowed;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
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
import tools.jackson.databind.json.JsonMapper;

/** What the columns of a unit's sheets hold, kept under a name: listed, made from a sheet or by hand, called otherwise, let go. */
@Controller
final class MappingPages {

    /** A column as the form has it. */
    public record Column(String heading, String meaning) {}

    private static final int EMPTY_ROWS = 4;

    private final MappingDesk desk;
    private final ImportDesk imports;
    private final Messages messages;
    private final JsonMapper json;

    MappingPages(MappingDesk desk, ImportDesk imports, Messages messages, JsonMapper json) {
        this.desk = desk;
        this.imports = imports;
        this.messages = messages;
        this.json = json;
    }

    @GetMapping("/imports/mappings")
    String list(Model model) {
        return list(null, "", Map.of(), model);
    }

    /** @param renamed which of them was to be called otherwise, in vain */
    private String list(@Nullable UUID renamed, String name, Map<String, String> faults, Model model) {
        Allowed.must("mappings");
        model.addAttribute("renamed", renamed);
        model.addAttribute("name", name);
        model.addAttribute("faults", faults);
        model.addAttribute("mappings", desk.list());
        model.addAttribute("mayChange", Allowed.to("save-mapping"));
        return "mappings";
    }

    /** @param from an import one of whose sheets has those columns */
    @GetMapping("/imports/mappings/new")
    String creating(@RequestParam(required = false) @Nullable UUID from, @RequestParam(defaultValue = "") String sheet, Model model) {
        Allowed.must("save-mapping");
        return form("", "", from == null ? List.of() : headings(from, sheet), from, Map.of(), model);
    }

    /** The line with most texts, of the first lines of the sheet: its headings, if it has any. */
    private List<Column> headings(UUID from, String sheet) {
        return imports.painted(Caller.current().account(), from).sheets().stream().filter(painted -> painted.name().equals(sheet)).findFirst()
                .flatMap(painted -> painted.lines().stream().limit(60).max(Comparator.comparing(line -> line.cells().stream().filter(cell -> !cell.isEmpty()).count())))
                .map(PaintedSheet.Line::cells).orElse(List.of()).stream().filter(cell -> !cell.isBlank()).distinct().map(cell -> new Column(cell, "")).toList();
    }

    @PostMapping("/imports/mappings/new")
    String create(@RequestParam(defaultValue = "") String name, @RequestParam(defaultValue = "") String kind, @RequestParam(required = false) @Nullable UUID from,
                  HttpServletRequest request, HttpServletResponse response, Locale locale, Model model) {
        Allowed.must("save-mapping");
        var columns = columns(request.getParameterMap());
        var faults = new LinkedHashMap<String, String>();
        try {
            var body = Map.of("name", name, "kind", kind, "columns", columns.stream().filter(column -> !column.heading.isBlank() && !column.meaning.isEmpty()).toList());
            desk.save(Caller.current().account(), MappingBody.read(json, json.writeValueAsBytes(body)));
            return from == null ? "redirect:/imports/mappings" : "redirect:/imports/" + from + "?view=doubts";
        } catch (BadRequest e) {
            e.problems().forEach(problem -> faults.putIfAbsent(problem.pointer().replaceFirst("^#/?", ""), messages.of(problem.code(), problem.args(), locale)));
            response.setStatus(422);
        } catch (Refused e) {
            faults.put("name", messages.of(e.code(), e.args(), locale));
            response.setStatus(409);
        }
        return form(name, kind, columns, from, faults, model);
    }

    private static List<Column> columns(Map<String, String[]> filled) {
        var columns = new ArrayList<Column>();
        for (int i = 0; filled.containsKey("heading." + i) && filled.containsKey("meaning." + i); i++) {
            if (!filled.get("heading." + i)[0].isBlank()) {
                columns.add(new Column(filled.get("heading." + i)[0].strip(), filled.get("meaning." + i)[0]));
            }
        }
        return columns;
    }

    private static String form(String name, String kind, List<Column> columns, @Nullable UUID from, Map<String, String> faults, Model model) {
        var rows = new ArrayList<>(columns);
        for (int i = 0; i < EMPTY_ROWS; i++) {
            rows.add(new Column("", ""));
        }
        model.addAttribute("name", name);
        model.addAttribute("kind", kind);
        model.addAttribute("columns", rows);
        model.addAttribute("from", from);
        model.addAttribute("faults", faults);
        model.addAttribute("kinds", Word.all(ImportKind.class));
        model.addAttribute("meanings", Word.all(Meaning.class));
        return "mapping";
    }

    @PostMapping("/imports/mappings/{id}/rename")
    String rename(@PathVariable UUID id, @RequestParam(defaultValue = "") String name, HttpServletResponse response, Locale locale, Model model) {
        Allowed.must("rename-mapping");
        try {
            desk.rename(id, MappingBody.readName(json, json.writeValueAsBytes(Map.of("name", name))));
            return "redirect:/imports/mappings";
        } catch (BadRequest e) {
            response.setStatus(422);
            var problem = e.problems().getFirst();
            return list(id, name, Map.of("name", messages.of(problem.code(), problem.args(), locale)), model);
        } catch (Refused e) {
            response.setStatus(409);
            return list(id, name, Map.of("name", messages.of(e.code(), e.args(), locale)), model);
        }
    }

    @PostMapping("/imports/mappings/{id}/delete")
    String delete(@PathVariable UUID id) {
        Allowed.must("delete-mapping");
        desk.delete(id);
        return "redirect:/imports/mappings";
    }
}
