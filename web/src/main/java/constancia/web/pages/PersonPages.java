package constancia.web.pages;

import constancia.query.persons.PersonsList;
import constancia.web.Caller;
import constancia.web.Collections;
import constancia.web.Messages;
import constancia.web.commands.CommandBinder;
import constancia.web.commands.FormField.Kind;
import constancia.web.items.ApiLists;
import constancia.web.persons.PersonDesk;
import constancia.web.persons.PersonDesk.Entry;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.node.JsonNodeFactory;

/** The directory of persons: who represents the institutions, with the mandates in force, and how somebody is entered there. */
@Controller
final class PersonPages {

    private static final String PAGE = "50";
    private static final List<String> FILTERS = List.of("q", "institution");
    private static final List<String> FIELDS = List.of("name", "office", "institution", "email", "phone");

    private final ApiLists lists;
    private final PersonsList persons;
    private final PersonDesk desk;
    private final CommandBinder binder;
    private final References references;
    private final Offers offers;
    private final Messages messages;
    private final Formats formats;

    PersonPages(ApiLists lists, PersonsList persons, PersonDesk desk, CommandBinder binder, References references, Offers offers, Messages messages, Formats formats) {
        this.lists = lists;
        this.persons = persons;
        this.desk = desk;
        this.binder = binder;
        this.references = references;
        this.offers = offers;
        this.messages = messages;
        this.formats = formats;
    }

    @GetMapping("/persons")
    String list(@RequestParam(required = false) @Nullable String cursor, HttpServletRequest request, Model model) {
        Allowed.must("persons");
        var filled = ListPages.filled(request, FILTERS);
        var asked = new HashMap<>(filled);
        asked.put("limit", PAGE);
        if (cursor != null) {
            asked.put("cursor", cursor);
        }
        var listing = lists.ask("persons", request, asked);
        var ids = listing.items().stream().map(person -> UUID.fromString(String.valueOf(person.get("id")))).toList();
        model.addAttribute("listing", listing);
        model.addAttribute("institutions", references.institutions(request));
        model.addAttribute("mandates", persons.mandates(Caller.current().reader(), ids, formats.today()).stream().collect(Collectors.groupingBy(mandate -> mandate.person().toString())));
        model.addAttribute("appoints", listing.items().stream().map(person -> person.get("institution")).filter(Objects::nonNull).distinct().filter(this::appoints).toList());
        model.addAttribute("filled", filled);
        model.addAttribute("mayEnter", Allowed.to("enter-person"));
        model.addAttribute("more", listing.next() == null ? null : ListPages.address("persons", filled, Map.of("cursor", listing.next())));
        return "persons";
    }

    private boolean appoints(Object institution) {
        return offers.of(Caller.current(), Collections.INSTITUTIONS, UUID.fromString(institution.toString())).stream().anyMatch(offer -> offer.name().equals("appoint-representative"));
    }

    @GetMapping("/persons/new")
    String entering(HttpServletRequest request, Model model) {
        Allowed.must("enter-person");
        return form(request.getParameterMap(), Map.of(), request, model);
    }

    @PostMapping("/persons/new")
    String enter(HttpServletRequest request, HttpServletResponse response, Locale locale, Model model) {
        Allowed.must("enter-person");
        var filled = request.getParameterMap();
        var entry = JsonNodeFactory.instance.objectNode();
        FIELDS.stream().filter(field -> !of(filled, field).isEmpty()).forEach(field -> entry.put(field, of(filled, field)));
        var meant = references.meant(Kind.INSTITUTION, of(filled, "institution"), null, request);
        if (meant.size() == 1) {
            entry.put("institution", meant.getFirst().id());
        }
        var faults = Faults.of(() -> desk.enter(Caller.current().account(), binder.read(Entry.class, entry, formats.today())), response, messages, locale);
        return faults.isEmpty() ? "redirect:" + ListPages.address("persons", Map.of("q", of(filled, "name"))) : form(filled, faults, request, model);
    }

    private String form(Map<String, String[]> filled, Map<String, String> faults, HttpServletRequest request, Model model) {
        model.addAttribute("fields", FIELDS);
        model.addAttribute("filled", FIELDS.stream().collect(Collectors.toMap(field -> field, field -> of(filled, field))));
        model.addAttribute("faults", faults);
        model.addAttribute("institutions", references.institutions(request).values().stream().sorted().toList());
        return "person";
    }

    private static String of(Map<String, String[]> filled, String field) {
        return filled.containsKey(field) ? filled.get(field)[0].strip() : "";
    }
}
