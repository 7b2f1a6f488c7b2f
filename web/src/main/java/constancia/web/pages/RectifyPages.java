package constancia.web.pages;

import constancia.command.Command;
import constancia.command.Rectify;
import constancia.query.history.CutRequest;
import constancia.query.history.Items;
import constancia.query.history.UnknownItem;
import constancia.web.Caller;
import constancia.web.Collections;
import constancia.web.Messages;
import constancia.web.commands.FormField;
import constancia.web.commands.Recording;
import constancia.web.commands.RequestForms;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.node.JsonNodeFactory;

/** A record is rectified: the form that would have made it says what was right, or the record is left void; always with the grounds. */
@Controller
final class RectifyPages {

    private static final String HERE = "/{collection:actions|agreements|meetings|plans|case-files|institutions|bodies|indicators|risks}/{id:[0-9a-f-]+}/rectify";
    private static final String REPLACEMENT = "replacement/";

    private final RectifiableRecords records;
    private final RequestForms forms;
    private final Recording recording;
    private final Items items;
    private final References references;
    private final Choices choices;
    private final Suggestions suggestions;
    private final Uploads uploads;
    private final Refusal.Teller refusals;
    private final Meanwhile meanwhile;
    private final Formats formats;

    RectifyPages(RectifiableRecords records, RequestForms forms, Recording recording, Items items, References references, Choices choices, Suggestions suggestions, Uploads uploads,
                 Refusal.Teller refusals, Meanwhile meanwhile, Formats formats) {
        this.records = records;
        this.forms = forms;
        this.recording = recording;
        this.items = items;
        this.references = references;
        this.choices = choices;
        this.suggestions = suggestions;
        this.uploads = uploads;
        this.refusals = refusals;
        this.meanwhile = meanwhile;
        this.formats = formats;
    }

    @GetMapping(HERE)
    String ask(@PathVariable String collection, @PathVariable UUID id, @RequestParam int record, HttpServletRequest request, Locale locale, Model model) {
        var kind = Collections.at(collection).orElseThrow(UnknownItem::new);
        var command = records.command(kind, id, record).orElseThrow(UnknownItem::new);
        return form(kind, id, record, command, forms.written(command).filled(), Refusal.NONE, request, locale, model);
    }

    @PostMapping(HERE)
    String rectify(@PathVariable String collection, @PathVariable UUID id, @RequestParam int record, HttpServletRequest request, HttpServletResponse response, Locale locale, Model model) {
        var kind = Collections.at(collection).orElseThrow(UnknownItem::new);
        var command = records.command(kind, id, record).orElseThrow(UnknownItem::new);
        var taken = uploads.take(request, locale);
        var filled = taken.filled();
        if (!taken.faults().isEmpty()) {
            response.setStatus(422);
            return form(kind, id, record, command, filled, new Refusal(422, taken.faults()), request, locale, model);
        }
        var asked = JsonNodeFactory.instance.objectNode().put("record", record);
        if (!of(filled, "grounds").isBlank()) {
            asked.put("grounds", of(filled, "grounds"));
        }
        try {
            if (of(filled, "what").equals("void") || command instanceof Rectify) {
                asked.put("void", true);
            } else {
                var fields = forms.fields(command.getClass());
                asked.set("replacement", forms.written(command).otherwise(references.read(fields, filled, offered(kind, item(kind, id), command, fields, filled, request), request)));
            }
            var receipt = recording.record(Caller.current(), kind, Rectify.class, id, asked, FormPages.version(of(filled, "version")));
            return "redirect:/" + kind.path() + "/" + id + "?step=" + receipt.version() + "&recorded=" + receipt.version() + "#historia";
        } catch (RuntimeException e) {
            var refusal = refusals.of(e, locale);
            response.setStatus(refusal.status());
            var faults = new LinkedHashMap<String, String>();
            refusal.faults().forEach((place, why) -> faults.put(place.startsWith(REPLACEMENT) ? place.substring(REPLACEMENT.length()) : place, why));
            return form(kind, id, record, command, filled, new Refusal(refusal.status(), faults), request, locale, model);
        }
    }

    private String form(Collections kind, UUID id, int n, Command command, Map<String, String[]> filled, Refusal refusal, HttpServletRequest request, Locale locale, Model model) {
        var item = item(kind, id);
        var fields = command instanceof Rectify ? List.<FormField>of() : forms.fields(command.getClass());
        var offered = offered(kind, item, command, fields, filled, request);
        model.addAttribute("kind", kind);
        model.addAttribute("id", id);
        model.addAttribute("item", item);
        model.addAttribute("name", Called.of(item, formats));
        model.addAttribute("record", items.history(Caller.current().reader(), kind.type(), id, Messages.supported(locale)).items().get(n - 1));
        model.addAttribute("replaces", !(command instanceof Rectify));
        model.addAttribute("voids", n > 1);
        model.addAttribute("fields", fields);
        model.addAttribute("choices", offered);
        model.addAttribute("suggestions", suggestions.of(fields, offered.plan(), request));
        model.addAttribute("files", Uploads.in(fields));
        model.addAttribute("filled", new FormPages.Values(references.told(fields, filled, offered, request), uploads));
        model.addAttribute("faults", refusal.faults());
        model.addAttribute("summary", List.copyOf(refusal.faults().entrySet()));
        model.addAttribute("forbidden", refusal.forbids());
        meanwhile.show(refusal, kind, id, FormPages.version(of(filled, "version")), model);
        return "rectify";
    }

    private Map<String, Object> item(Collections kind, UUID id) {
        return Answered.fields(items.item(Caller.current().reader(), kind.type(), id, CutRequest.NOW).json());
    }

    private Choices.Form offered(Collections kind, Map<String, Object> item, Command command, List<FormField> fields, Map<String, String[]> filled, HttpServletRequest request) {
        return choices.in(kind, Collections.kebab(command.getClass()), item, fields, filled, request);
    }

    private static String of(Map<String, String[]> filled, String name) {
        return filled.containsKey(name) ? filled.get(name)[0] : "";
    }
}
