package constancia.web.pages;

import constancia.command.Command;
import constancia.command.Rectify;
import constancia.query.history.CutRequest;
import constancia.query.history.Items;
import constancia.query.history.UnknownItem;
import constancia.web.Caller;
import constancia.web.Collections;
import constancia.web.commands.RequestForms;
import constancia.web.commands.Recording;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
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

/** Each command as a short form. A refusal stands at its field, in the words of the rule, and nothing that was written is lost. */
@Controller
final class FormPages {

    private static final String KINDS = "/{collection:actions|agreements|meetings|plans|case-files|institutions|bodies|indicators|risks}";

    private final RequestForms forms;
    private final Recording recording;
    private final Items items;
    private final Offers offers;
    private final References references;
    private final Choices choices;
    private final Suggestions suggestions;
    private final Uploads uploads;
    private final Refusal.Teller refusals;
    private final Meanwhile meanwhile;
    private final Formats formats;

    FormPages(RequestForms forms, Recording recording, Items items, Offers offers, References references, Choices choices, Suggestions suggestions, Uploads uploads, Refusal.Teller refusals, Meanwhile meanwhile,
              Formats formats) {
        this.forms = forms;
        this.recording = recording;
        this.items = items;
        this.offers = offers;
        this.references = references;
        this.choices = choices;
        this.suggestions = suggestions;
        this.uploads = uploads;
        this.refusals = refusals;
        this.meanwhile = meanwhile;
        this.formats = formats;
    }

    @GetMapping(KINDS + "/new")
    String creating(@PathVariable String collection, HttpServletRequest request, Model model) {
        var kind = kind(collection);
        offers.must(Caller.current(), kind, kind.creating(), null);
        return form(kind, kind.creating(), null, null, request.getParameterMap(), Refusal.NONE, request, model);
    }

    @GetMapping(KINDS + "/{id:[0-9a-f-]+}/{command}")
    String command(@PathVariable String collection, @PathVariable UUID id, @PathVariable String command, HttpServletRequest request, Model model) {
        var kind = kind(collection);
        var type = type(kind, command);
        // what one may not know of is told to be nowhere before anything is said of rights
        var item = item(kind, id);
        offers.must(Caller.current(), kind, type, id);
        return form(kind, type, id, item, request.getParameterMap(), Refusal.NONE, request, model);
    }

    @PostMapping(KINDS + "/new")
    String create(@PathVariable String collection, HttpServletRequest request, HttpServletResponse response, Locale locale, Model model) {
        var kind = kind(collection);
        return take(kind, kind.creating(), null, request, response, locale, model);
    }

    @PostMapping(KINDS + "/{id:[0-9a-f-]+}/{command}")
    String give(@PathVariable String collection, @PathVariable UUID id, @PathVariable String command, HttpServletRequest request, HttpServletResponse response,
                Locale locale, Model model) {
        var kind = kind(collection);
        return take(kind, type(kind, command), id, request, response, locale, model);
    }

    private String take(Collections kind, Class<? extends Command> command, @Nullable UUID id, HttpServletRequest request, HttpServletResponse response,
                        Locale locale, Model model) {
        var item = id == null ? null : item(kind, id);
        var filled = request.getParameterMap();
        Refusal refusal;
        try {
            offers.must(Caller.current(), kind, command, id);
            var taken = uploads.take(request, locale);
            filled = taken.filled();
            if (taken.faults().isEmpty()) {
                var fields = forms.fields(command);
                var read = references.read(fields, filled, choices.in(kind, Collections.kebab(command), item, fields, filled, request), request);
                var receipt = recording.record(Caller.current(), kind, command, id, forms.request(command, read), version(request.getParameter("version")));
                return "redirect:/" + kind.path() + "/" + receipt.id() + "?recorded=" + receipt.version();
            }
            refusal = new Refusal(422, taken.faults());
        } catch (RuntimeException e) {
            refusal = refusals.of(e, locale);
        }
        response.setStatus(refusal.status());
        return form(kind, command, id, item, filled, refusal, request, model);
    }

    /** From which the form was drawn. */
    static @Nullable Integer version(@Nullable String version) {
        return version != null && version.matches("\\d{1,9}") ? Integer.valueOf(version) : null;
    }

    private String form(Collections kind, Class<? extends Command> command, @Nullable UUID id, @Nullable Map<String, Object> item, Map<String, String[]> filled, Refusal refusal,
                        HttpServletRequest request, Model model) {
        var fields = forms.fields(command);
        var offered = choices.in(kind, Collections.kebab(command), item, fields, filled, request);
        model.addAttribute("kind", kind);
        model.addAttribute("command", Collections.kebab(command));
        model.addAttribute("id", id);
        model.addAttribute("fields", fields);
        model.addAttribute("choices", offered);
        model.addAttribute("suggestions", suggestions.of(fields, offered.plan(), request));
        model.addAttribute("made", forms.made(command));
        model.addAttribute("files", Uploads.in(fields));
        model.addAttribute("needsGrounds", forms.needsGrounds(command));
        model.addAttribute("filled", new Values(references.told(fields, filled, offered, request), uploads));
        model.addAttribute("faults", refusal.faults());
        model.addAttribute("summary", List.copyOf(refusal.faults().entrySet()));
        model.addAttribute("forbidden", refusal.forbids());
        meanwhile.show(refusal, kind, id, version(request.getParameter("version")), model);
        if (item != null) {
            model.addAttribute("item", item);
            model.addAttribute("name", Called.of(item, formats));
        }
        return "form";
    }

    private Map<String, Object> item(Collections kind, UUID id) {
        return Answered.fields(items.item(Caller.current().reader(), kind.type(), id, CutRequest.NOW).json());
    }

    private static Class<? extends Command> type(Collections kind, String command) {
        return kind.command(command).filter(type -> type != Rectify.class).orElseThrow(UnknownItem::new);
    }

    private static Collections kind(String collection) {
        return Collections.at(collection).orElseThrow(UnknownItem::new);
    }

    /** What a form was filled with, by the places of its fields. */
    public record Values(Map<String, String[]> all, Uploads uploads) {

        public String of(String path) {
            return all.containsKey(path) ? all.get(path)[0] : "";
        }

        /** The documents that were brought already, by their hashes, with their names. */
        public Map<String, String> documents(String path) {
            var brought = new LinkedHashMap<String, String>();
            for (var hash : all.getOrDefault(path, new String[0])) {
                if (hash.matches("[0-9a-f]{64}")) {
                    brought.put(hash, uploads.name(hash));
                }
            }
            return brought;
        }

        public boolean has(String path, String value) {
            return lines(path).contains(value);
        }

        /** What stands there, of several values each. */
        public List<String> lines(String path) {
            return Arrays.stream(all.getOrDefault(path, new String[0])).flatMap(String::lines).filter(line -> !line.isBlank()).toList();
        }

        /** Whether anything is filled in within that place. */
        public boolean any(String path) {
            return all.keySet().stream().anyMatch(name -> name.startsWith(path + "/"));
        }

        /** How many rows of a field of several are shown: those that were filled, and two more to fill. */
        public int rows(String path) {
            int last = all.keySet().stream().filter(name -> name.startsWith(path + "/")).map(name -> name.substring(path.length() + 1).split("/")[0])
                    .filter(number -> number.matches("\\d{1,3}")).mapToInt(Integer::parseInt).max().orElse(-1);
            return Math.min(last + 3, 200);
        }
    }
}
