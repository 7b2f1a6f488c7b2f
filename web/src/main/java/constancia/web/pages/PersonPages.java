package constancia.web.pages;

import constancia.kernel.bodies.TermStatus;
import constancia.query.persons.PersonsList;
import constancia.web.Caller;
import constancia.web.Messages;
import constancia.web.items.ApiLists;
import constancia.web.persons.PersonDesk;
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

/** The directory of persons: who represents the institutions, with the mandates in force, and how somebody is entered there. */
@Controller
final class PersonPages {

    private static final String PAGE = "50";
    private static final List<String> FILTERS = List.of("q", "institution");

    private final ApiLists lists;
    private final PersonsList persons;
    private final PersonDesk desk;
    private final PersonForm form;
    private final References references;
    private final Offers offers;
    private final KeptFilters kept;
    private final Messages messages;
    private final Formats formats;

    PersonPages(ApiLists lists, PersonsList persons, PersonDesk desk, PersonForm form, References references, Offers offers, KeptFilters kept, Messages messages, Formats formats) {
        this.lists = lists;
        this.persons = persons;
        this.desk = desk;
        this.form = form;
        this.references = references;
        this.offers = offers;
        this.kept = kept;
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
        model.addAttribute("mandates", persons.mandates(Caller.current().reader(), ids, formats.today()).stream().filter(mandate -> mandate.status() == TermStatus.CURRENT)
                .collect(Collectors.groupingBy(mandate -> mandate.person().toString())));
        model.addAttribute("appoints", listing.items().stream().map(person -> person.get("institution")).filter(Objects::nonNull).distinct()
                .filter(institution -> offers.appoints(Caller.current(), UUID.fromString(institution.toString()))).toList());
        model.addAttribute("filled", filled);
        kept.show("persons", filled, Map.of(), Map.of(), model);
        model.addAttribute("mayEnter", Allowed.to("enter-person"));
        model.addAttribute("more", listing.next() == null ? null : ListPages.address("persons", filled, Map.of("cursor", listing.next())));
        return "persons";
    }

    @GetMapping("/persons/new")
    String entering(HttpServletRequest request, Model model) {
        Allowed.must("enter-person");
        return form.show(null, PersonForm.filled(request), Map.of(), Map.of(), request, model);
    }

    @PostMapping("/persons/new")
    String enter(HttpServletRequest request, HttpServletResponse response, Locale locale, Model model) {
        Allowed.must("enter-person");
        var filled = PersonForm.filled(request);
        var faults = Faults.of(() -> desk.enter(Caller.current().account(), form.entry(filled, request)), response, messages, locale);
        return faults.isEmpty() ? "redirect:" + ListPages.address("persons", Map.of("q", filled.get("name"))) : form.show(null, filled, Map.of(), faults, request, model);
    }
}
