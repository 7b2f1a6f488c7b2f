package constancia.web.pages;

import constancia.kernel.Refused;
import constancia.kernel.bodies.TermStatus;
import constancia.query.history.UnknownItem;
import constancia.query.persons.PersonsList;
import constancia.query.persons.PersonsList.Mandate;
import constancia.query.persons.PersonsList.Row;
import constancia.web.BadRequest;
import constancia.web.Caller;
import constancia.web.FieldProblem;
import constancia.web.Messages;
import constancia.web.commands.CommandBinder;
import constancia.web.persons.PersonDesk;
import constancia.web.persons.PersonDesk.Erasure;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
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

/** One person of the directory: who it is and for whom it speaks, how that is changed, and how it is erased for good. */
@Controller
final class PersonPage {

    private final PersonsList persons;
    private final PersonDesk desk;
    private final PersonForm form;
    private final CommandBinder binder;
    private final References references;
    private final Offers offers;
    private final Messages messages;
    private final Formats formats;

    PersonPage(PersonsList persons, PersonDesk desk, PersonForm form, CommandBinder binder, References references, Offers offers, Messages messages, Formats formats) {
        this.persons = persons;
        this.desk = desk;
        this.form = form;
        this.binder = binder;
        this.references = references;
        this.offers = offers;
        this.messages = messages;
        this.formats = formats;
    }

    @GetMapping("/persons/{id}")
    String one(@PathVariable UUID id, HttpServletRequest request, Model model) {
        var person = known(id);
        boolean there = person.erasedOn() == null;
        model.addAttribute("person", person);
        model.addAttribute("institution", person.institution() == null ? null : references.institutions(request).get(person.institution().toString()));
        model.addAttribute("mandates", mandates(id).reversed());
        model.addAttribute("changed", there && request.getParameter("changed") != null);
        model.addAttribute("mayChange", there && Allowed.to("change-person"));
        model.addAttribute("mayErase", there && Allowed.to("erase-person"));
        model.addAttribute("mayAppoint", person.institution() != null && offers.appoints(Caller.current(), person.institution()));
        return "person-one";
    }

    @GetMapping("/persons/{id}/change")
    String changing(@PathVariable UUID id, HttpServletRequest request, Model model) {
        Allowed.must("change-person");
        var person = there(id);
        var filled = form.filled(person, request);
        return form.show(person, filled, filled, Map.of(), request, model);
    }

    @PostMapping("/persons/{id}/change")
    String change(@PathVariable UUID id, HttpServletRequest request, HttpServletResponse response, Locale locale, Model model) {
        Allowed.must("change-person");
        var person = there(id);
        var filled = PersonForm.filled(request);
        var seen = PersonForm.seen(request);
        var now = form.filled(person, request);
        var faults = Faults.of(() -> desk.change(id, form.entry(PersonForm.joined(filled, seen, now), request)), response, messages, locale);
        if (faults.isEmpty()) {
            return "redirect:/persons/{id}?changed";
        }
        // of what a fault tells, the writer has seen how it is now
        seen.replaceAll((field, value) -> faults.containsKey(field) ? now.get(field) : value);
        return form.show(person, filled, seen, faults, request, model);
    }

    @GetMapping("/persons/{id}/erase")
    String erasing(@PathVariable UUID id, Model model) {
        Allowed.must("erase-person");
        return erasing(there(id), "", false, Map.of(), model);
    }

    @PostMapping("/persons/{id}/erase")
    String erase(@PathVariable UUID id, @RequestParam(defaultValue = "") String grounds, @RequestParam(defaultValue = "") String sure, HttpServletResponse response, Locale locale,
                 Model model) {
        Allowed.must("erase-person");
        var person = there(id);
        var faults = Faults.of(() -> desk.erase(Caller.current().account(), id, erasure(grounds.strip(), !sure.isEmpty()).grounds()), response, messages, locale);
        return faults.isEmpty() ? "redirect:/persons/{id}" : erasing(person, grounds, !sure.isEmpty(), faults, model);
    }

    /** What is missing is told at once, not one after the other. */
    private Erasure erasure(String grounds, boolean sure) {
        var missing = new ArrayList<FieldProblem>();
        if (grounds.isEmpty()) {
            missing.add(FieldProblem.of("grounds", "required"));
        }
        if (!sure) {
            missing.add(FieldProblem.of("sure", "erasure-unconfirmed"));
        }
        if (!missing.isEmpty()) {
            throw new BadRequest(422, missing);
        }
        return binder.read(Erasure.class, JsonNodeFactory.instance.objectNode().put("grounds", grounds), formats.today());
    }

    private String erasing(Row person, String grounds, boolean sure, Map<String, String> faults, Model model) {
        model.addAttribute("person", person);
        model.addAttribute("grounds", grounds);
        model.addAttribute("sure", sure);
        model.addAttribute("faults", faults);
        model.addAttribute("speaks", mandates(person.id()).stream().filter(mandate -> mandate.status() == TermStatus.CURRENT).toList());
        return "person-erase";
    }

    private List<Mandate> mandates(UUID person) {
        return persons.mandates(Caller.current().reader(), List.of(person), formats.today());
    }

    private Row known(UUID id) {
        return persons.one(Caller.current().reader(), id).orElseThrow(UnknownItem::new);
    }

    /** Of whom there is something that can be changed or erased. */
    private Row there(UUID id) {
        var person = known(id);
        if (person.erasedOn() != null) {
            throw new Refused("person-erased", formats.date(person.erasedOn()));
        }
        return person;
    }
}
