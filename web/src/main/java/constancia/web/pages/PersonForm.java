package constancia.web.pages;

import constancia.query.persons.PersonsList.Row;
import constancia.web.BadRequest;
import constancia.web.FieldProblem;
import constancia.web.commands.CommandBinder;
import constancia.web.commands.FormField.Kind;
import constancia.web.persons.PersonDesk.Entry;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import tools.jackson.databind.node.JsonNodeFactory;

/** The form of a person: the same fields for whoever is new in the directory and for whoever is there already. */
@Component
final class PersonForm {

    private static final List<String> FIELDS = List.of("name", "office", "institution", "email", "phone");

    private final CommandBinder binder;
    private final References references;
    private final Formats formats;

    PersonForm(CommandBinder binder, References references, Formats formats) {
        this.binder = binder;
        this.references = references;
        this.formats = formats;
    }

    /** What was written in each field; empty where nothing was. */
    static Map<String, String> filled(HttpServletRequest request) {
        return fields(request, "");
    }

    /** What the directory held in each field when the form was drawn. */
    static Map<String, String> seen(HttpServletRequest request) {
        return fields(request, "seen-");
    }

    private static Map<String, String> fields(HttpServletRequest request, String before) {
        return FIELDS.stream().collect(Collectors.toMap(field -> field, field -> Objects.requireNonNullElse(request.getParameter(before + field), "").strip()));
    }

    /**
     * What was written, and what somebody else wrote meanwhile where the writer left it as it was.
     *
     * @throws BadRequest with each field that both of them changed, to something different
     */
    static Map<String, String> joined(Map<String, String> filled, Map<String, String> seen, Map<String, String> now) {
        var others = FIELDS.stream().filter(field -> !now.get(field).equals(seen.get(field))).toList();
        var both = others.stream().filter(field -> !filled.get(field).equals(seen.get(field)) && !filled.get(field).equals(now.get(field)))
                .map(field -> now.get(field).isEmpty() ? FieldProblem.of(field, "emptied-meanwhile") : FieldProblem.of(field, "written-meanwhile", now.get(field))).toList();
        if (!both.isEmpty()) {
            throw new BadRequest(422, both);
        }
        var joined = new HashMap<>(filled);
        others.forEach(field -> joined.put(field, now.get(field)));
        return joined;
    }

    /** What the directory holds, as it is written in the fields. */
    Map<String, String> filled(Row person, HttpServletRequest request) {
        return Map.of("name", written(person.name()), "office", written(person.office()), "email", written(person.email()), "phone", written(person.phone()),
                "institution", person.institution() == null ? "" : references.told(Kind.INSTITUTION, person.institution().toString(), request));
    }

    private static String written(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }

    /**
     * A field that is empty says that there is no such thing.
     *
     * @throws BadRequest with every field at fault
     */
    Entry entry(Map<String, String> filled, HttpServletRequest request) {
        var entry = JsonNodeFactory.instance.objectNode();
        FIELDS.stream().filter(field -> !filled.get(field).isEmpty()).forEach(field -> entry.put(field, filled.get(field)));
        var meant = references.meant(Kind.INSTITUTION, filled.get("institution"), null, request);
        if (meant.size() == 1) {
            entry.put("institution", meant.getFirst().id());
        }
        return binder.read(Entry.class, entry, formats.today());
    }

    /**
     * @param person null for whoever is not in the directory yet
     * @param seen   what the directory held when the form was drawn first
     */
    String show(@Nullable Row person, Map<String, String> filled, Map<String, String> seen, Map<String, String> faults, HttpServletRequest request, Model model) {
        model.addAttribute("person", person);
        model.addAttribute("seen", seen);
        model.addAttribute("fields", FIELDS);
        model.addAttribute("filled", filled);
        model.addAttribute("faults", faults);
        model.addAttribute("institutions", references.institutions(request).values().stream().sorted().toList());
        return "person";
    }
}
