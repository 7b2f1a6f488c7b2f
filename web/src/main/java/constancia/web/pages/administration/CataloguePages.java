package constancia.web.pages.administration;

import constancia.command.reserve.ClassRulebook;
import constancia.command.reserve.ClassRulebook.NewClassRule;
import constancia.command.territories.Territories;
import constancia.command.territories.Territory;
import constancia.kernel.Word;
import constancia.kernel.rights.Role;
import constancia.kernel.territories.TerritoryKind;
import constancia.web.Caller;
import constancia.web.Messages;
import constancia.web.commands.CommandBinder;
import constancia.web.items.ApiLists;
import constancia.web.pages.Allowed;
import constancia.web.pages.Faults;
import constancia.web.pages.Formats;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import tools.jackson.databind.node.ObjectNode;

/** Entries of the catalogue of territories, and the rules of the classes: what is configuration and no record. */
@Controller
final class CataloguePages {

    private final ApiLists lists;
    private final Territories territories;
    private final ClassRulebook rulebook;
    private final CommandBinder binder;
    private final Messages messages;
    private final Formats formats;

    CataloguePages(ApiLists lists, Territories territories, ClassRulebook rulebook, CommandBinder binder, Messages messages, Formats formats) {
        this.lists = lists;
        this.territories = territories;
        this.rulebook = rulebook;
        this.binder = binder;
        this.messages = messages;
        this.formats = formats;
    }

    @GetMapping("/territories/new")
    String territory(Model model) {
        Allowed.must("put-territories");
        return territory(Map.of(), Map.of(), model);
    }

    private static String territory(Map<String, String[]> filled, Map<String, String> faults, Model model) {
        model.addAttribute("filled", new Filled(filled));
        model.addAttribute("faults", faults);
        model.addAttribute("kinds", Word.all(TerritoryKind.class));
        return "territory";
    }

    /** A code that the catalogue has already is told anew. */
    @PostMapping("/territories/new")
    String put(HttpServletRequest request, HttpServletResponse response, Locale locale, Model model) {
        Allowed.must("put-territories");
        var faults = Faults.of(() -> territories.put(List.of(binder.read(Territory.class, entry(new Filled(request.getParameterMap())), formats.today())), Caller.current().account()),
                response, messages, locale);
        return faults.isEmpty() ? "redirect:/territories" : territory(request.getParameterMap(), faults, model);
    }

    private static ObjectNode entry(Filled filled) {
        var entry = filled.request("code", "name", "kind", "parent");
        if (filled.has("index") || filled.has("source") || filled.has("year")) {
            var priority = entry.putObject("priority").setAll(filled.request("source"));
            number((ObjectNode) priority, "index", filled);
            number((ObjectNode) priority, "year", filled);
        }
        return entry;
    }

    /** What is no number stays as it was written, for the rules to say so. */
    private static void number(ObjectNode body, String name, Filled filled) {
        if (filled.of(name).matches("\\d{1,9}")) {
            body.put(name, Integer.parseInt(filled.of(name)));
        } else if (filled.of(name).matches("\\d{1,9}\\.\\d{1,9}")) {
            body.put(name, new BigDecimal(filled.of(name)));
        } else if (filled.has(name)) {
            body.put(name, filled.of(name));
        }
    }

    @GetMapping("/administration/classes")
    String classes(HttpServletRequest request, Model model) {
        return classes(Map.of(), Map.of(), request, model);
    }

    private String classes(Map<String, String[]> filled, Map<String, String> faults, HttpServletRequest request, Model model) {
        model.addAttribute("rules", lists.ask("classes", request, Map.of("limit", "500", "sort", "-class")).items());
        model.addAttribute("mayChange", Allowed.to("set-class-rule"));
        model.addAttribute("filled", new Filled(filled));
        model.addAttribute("faults", faults);
        model.addAttribute("needs", Word.all(ClassRulebook.ClassNeed.class));
        model.addAttribute("roles", Arrays.stream(Role.values()).filter(role -> role != Role.ADMINISTRATOR).map(Word::word).toList());
        return "classes";
    }

    @PostMapping("/administration/classes")
    String set(HttpServletRequest request, HttpServletResponse response, Locale locale, Model model) {
        Allowed.must("set-class-rule");
        var faults = Faults.of(() -> rulebook.set(binder.read(NewClassRule.class, rule(request.getParameterMap()), formats.today()), formats.today(), Caller.current().account()),
                response, messages, locale);
        return faults.isEmpty() ? "redirect:/administration/classes" : classes(request.getParameterMap(), faults, request, model);
    }

    private static ObjectNode rule(Map<String, String[]> all) {
        var filled = new Filled(all);
        var body = filled.request("class", "since");
        number(body, "years", filled);
        number(body, "extension", filled);
        var needs = body.putArray("needs");
        Arrays.stream(all.getOrDefault("needs", new String[0])).forEach(needs::add);
        var seenBy = body.putArray("seenBy");
        all.keySet().stream().filter(name -> name.startsWith("sees.") && filled.has(name)).sorted()
                .forEach(name -> seenBy.addObject().put("role", name.substring(5)).put("withinScope", filled.of(name).equals("scope")));
        return body;
    }
}
