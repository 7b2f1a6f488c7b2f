package constancia.web.persons;

import constancia.kernel.Invalid;
import constancia.kernel.institutions.InstitutionId;
import constancia.query.history.UnknownItem;
import constancia.query.persons.PersonsList;
import constancia.query.persons.PersonsList.Filter;
import constancia.query.persons.PersonsList.Row;
import constancia.query.tables.Page;
import constancia.web.Caller;
import constancia.web.Filters;
import constancia.web.ListSupport;
import constancia.web.Messages;
import constancia.web.commands.CommandBinder;
import constancia.web.commands.JsonBodies;
import constancia.web.openapi.Answers;
import constancia.web.persons.PersonDesk.Change;
import constancia.web.persons.PersonDesk.Entry;
import constancia.web.persons.PersonDesk.Erasure;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** The directory of persons. */
@RestController
final class PersonsController {

    /** @param shown what stands where the person appears: its name or, once that is erased, since when */
    record PersonShown(UUID id, @Nullable String name, @Nullable String office, @Nullable UUID institution, @Nullable String email, @Nullable String phone,
                       @Nullable LocalDate erasedOn, String shown) {}

    record Entered(UUID id) {}

    private final PersonDesk desk;
    private final PersonsList persons;
    private final ListSupport lists;
    private final CommandBinder binder;
    private final JsonBodies bodies;
    private final Messages messages;
    private final Clock clock;

    PersonsController(PersonDesk desk, PersonsList persons, ListSupport lists, CommandBinder binder, JsonBodies bodies, Messages messages, Clock clock) {
        this.desk = desk;
        this.persons = persons;
        this.lists = lists;
        this.binder = binder;
        this.bodies = bodies;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/api/persons")
    @Filters({"id", "institution", "q"})
    ResponseEntity<Page<PersonShown>> list(HttpServletRequest request) {
        return lists.page(request, params -> shown(persons.page(Caller.current().reader(),
                new Filter(params.ids("id"), params.institutions("institution"), params.text("q")), params.pageRequest("name")), Messages.of(request)));
    }

    @GetMapping("/api/persons/{id}")
    ResponseEntity<PersonShown> one(@PathVariable UUID id, Locale locale) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(look(id, locale));
    }

    @Answers(status = 201, takes = Entry.class)
    @PostMapping("/api/persons")
    ResponseEntity<Entered> enter(HttpServletRequest request) {
        var id = desk.enter(Caller.current().account(), binder.read(Entry.class, bodies.read(request), today()));
        return ResponseEntity.created(URI.create("/api/persons/" + id)).cacheControl(CacheControl.noStore()).body(new Entered(id));
    }

    /** What the request does not name stays as it is; a null takes it away. */
    @Answers(takes = Change.class)
    @PatchMapping("/api/persons/{id}")
    ResponseEntity<PersonShown> change(@PathVariable UUID id, HttpServletRequest request, Locale locale) {
        var was = persons.one(Caller.current().reader(), id).orElseThrow(UnknownItem::new);
        var body = bodies.read(request);
        var change = binder.read(Change.class, body, today());
        if (body.has("name") && change.name() == null) {
            throw new Invalid("name", "required");
        }
        var institution = was.institution() == null ? null : new InstitutionId(was.institution());
        desk.change(id, new Entry(id, changed(body, "name", change.name(), was.name()), changed(body, "office", change.office(), was.office()),
                changed(body, "institution", change.institution(), institution), changed(body, "email", change.email(), was.email()),
                changed(body, "phone", change.phone(), was.phone())));
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(look(id, locale));
    }

    @Answers(status = 204, takes = Erasure.class)
    @DeleteMapping("/api/persons/{id}")
    ResponseEntity<Void> erase(@PathVariable UUID id, HttpServletRequest request) {
        desk.erase(Caller.current().account(), id, binder.read(Erasure.class, bodies.read(request), today()).grounds());
        return ResponseEntity.noContent().build();
    }

    private static <T> @Nullable T changed(ObjectNode body, String field, @Nullable T now, @Nullable T was) {
        return body.has(field) ? now : was;
    }

    private PersonShown look(UUID id, Locale locale) {
        return shown(persons.one(Caller.current().reader(), id).orElseThrow(UnknownItem::new), locale);
    }

    private Page<PersonShown> shown(Page<Row> page, Locale locale) {
        List<PersonShown> items = page.items().stream().map(row -> shown(row, locale)).toList();
        return new Page<>(items, page.next(), page.total(), page.totalAtLeast());
    }

    private PersonShown shown(Row row, Locale locale) {
        var shown = row.name() != null ? row.name() : messages.of("person-erased-on", List.of(String.valueOf(row.erasedOn())), Messages.supported(locale));
        return new PersonShown(row.id(), row.name(), row.office(), row.institution(), row.email(), row.phone(), row.erasedOn(), shown);
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
