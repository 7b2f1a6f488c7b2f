package constancia.web.pages;

import constancia.command.Command;
import constancia.command.Rectify;
import constancia.kernel.ItemId;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.institutions.InstitutionId;
import constancia.kernel.plans.PlanId;
import constancia.query.history.CutRequest;
import constancia.query.history.Items;
import constancia.query.history.Names;
import constancia.query.history.UnknownItem;
import constancia.web.Caller;
import constancia.web.Collections;
import constancia.web.Messages;
import constancia.web.commands.AsWritten;
import constancia.web.commands.FormField;
import constancia.web.commands.Recording;
import constancia.web.commands.RequestForms;
import constancia.web.items.ApiLists;
import constancia.web.pages.Choices.Choice;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
    private final ApiLists lists;
    private final Suggestions suggestions;
    private final Uploads uploads;
    private final Refusal.Teller refusals;
    private final Formats formats;

    RectifyPages(RectifiableRecords records, RequestForms forms, Recording recording, Items items, ApiLists lists, Suggestions suggestions, Uploads uploads, Refusal.Teller refusals, Formats formats) {
        this.records = records;
        this.forms = forms;
        this.recording = recording;
        this.items = items;
        this.lists = lists;
        this.suggestions = suggestions;
        this.uploads = uploads;
        this.refusals = refusals;
        this.formats = formats;
    }

    @GetMapping(HERE)
    String ask(@PathVariable String collection, @PathVariable UUID id, @RequestParam int record, HttpServletRequest request, Locale locale, Model model) {
        var kind = Collections.at(collection).orElseThrow(UnknownItem::new);
        var command = records.command(kind, id, record).orElseThrow(UnknownItem::new);
        return form(kind, id, record, command, written(command).filled(), Map.of(), request, locale, model);
    }

    @PostMapping(HERE)
    String rectify(@PathVariable String collection, @PathVariable UUID id, @RequestParam int record, HttpServletRequest request, HttpServletResponse response, Locale locale, Model model) {
        var kind = Collections.at(collection).orElseThrow(UnknownItem::new);
        var command = records.command(kind, id, record).orElseThrow(UnknownItem::new);
        var taken = uploads.take(request, locale);
        var filled = taken.filled();
        if (!taken.faults().isEmpty()) {
            response.setStatus(422);
            return form(kind, id, record, command, filled, taken.faults(), request, locale, model);
        }
        var asked = JsonNodeFactory.instance.objectNode().put("record", record);
        if (of(filled, "what").equals("void") || command instanceof Rectify) {
            asked.put("void", true);
        } else {
            asked.set("replacement", written(command).otherwise(filled));
        }
        if (!of(filled, "grounds").isBlank()) {
            asked.put("grounds", of(filled, "grounds"));
        }
        try {
            var version = of(filled, "version");
            var receipt = recording.record(Caller.current(), kind, Rectify.class, id, asked, version.matches("\\d{1,9}") ? Integer.valueOf(version) : null);
            return "redirect:/" + kind.path() + "/" + id + "?step=" + receipt.version() + "&recorded=" + receipt.version() + "#historia";
        } catch (RuntimeException e) {
            var refusal = refusals.of(e, locale);
            response.setStatus(refusal.status());
            var faults = new LinkedHashMap<String, String>();
            refusal.faults().forEach((place, why) -> faults.put(place.startsWith(REPLACEMENT) ? place.substring(REPLACEMENT.length()) : place, why));
            return form(kind, id, record, command, filled, faults, request, locale, model);
        }
    }

    private String form(Collections kind, UUID id, int n, Command command, Map<String, String[]> filled, Map<String, String> faults, HttpServletRequest request, Locale locale,
                        Model model) {
        var reader = Caller.current().reader();
        var item = Answered.fields(items.item(reader, kind.type(), id, CutRequest.NOW).json());
        var fields = command instanceof Rectify ? List.<FormField>of() : forms.fields(command.getClass());
        model.addAttribute("kind", kind);
        model.addAttribute("id", id);
        model.addAttribute("item", item);
        model.addAttribute("name", Called.of(item, formats));
        model.addAttribute("record", items.history(reader, kind.type(), id, Messages.supported(locale)).items().get(n - 1));
        model.addAttribute("replaces", !(command instanceof Rectify));
        model.addAttribute("voids", n > 1);
        model.addAttribute("fields", fields);
        model.addAttribute("suggestions", suggestions.of(fields, request));
        model.addAttribute("files", Uploads.in(fields));
        model.addAttribute("filled", new FormPages.Values(filled, uploads));
        model.addAttribute("persons", persons(item, filled, request));
        model.addAttribute("faults", faults);
        model.addAttribute("summary", List.copyOf(faults.entrySet()));
        return "rectify";
    }

    /** Who may be named where a field asks for a person: those named already and those of the institutions that attend. */
    private List<Choice> persons(Map<String, Object> item, Map<String, String[]> filled, HttpServletRequest request) {
        var named = filled.entrySet().stream().filter(field -> field.getKey().endsWith("person")).map(field -> field.getValue()[0]).filter(id -> !id.isBlank()).distinct();
        var institutions = Answered.maps(item.get("attendance")).stream().map(line -> line.get("institution")).filter(Map.class::isInstance).map(one -> String.valueOf(((Map<?, ?>) one).get("id"))).distinct();
        var known = new LinkedHashMap<String, Choice>();
        Map.of("id", named, "institution", institutions).forEach((filter, values) -> {
            var asked = values.collect(Collectors.joining(","));
            if (!asked.isEmpty() && Allowed.to("persons")) {
                lists.all("persons", request, Map.of(filter, asked)).forEach(person -> known.put(String.valueOf(person.get("id")), new Choice(String.valueOf(person.get("id")),
                        Stream.of("shown", "office").map(person::get).filter(Objects::nonNull).map(Object::toString).collect(Collectors.joining(", ")))));
            }
        });
        return known.values().stream().sorted(Comparator.comparing(Choice::text)).toList();
    }

    private AsWritten written(Command command) {
        var names = items.told(Caller.current().reader(), CutRequest.NOW).names();
        return forms.written(command, id -> called(id, names));
    }

    private static String called(ItemId id, Names names) {
        var known = switch (id) {
            case InstitutionId institution -> Optional.ofNullable(names.institution(institution)).map(Names.InstitutionName::acronym);
            case BodyId body -> Optional.ofNullable(names.body(body)).map(Names.BodyName::acronym);
            case PlanId plan -> Optional.ofNullable(names.plan(plan)).map(Names.PlanName::code);
            default -> Optional.<String>empty();
        };
        return known.orElseGet(() -> id.value().toString());
    }

    private static String of(Map<String, String[]> filled, String name) {
        return filled.containsKey(name) ? filled.get(name)[0] : "";
    }
}
