package constancia.web.pages;

import constancia.kernel.Refused;
import constancia.kernel.institutions.Capacity;
import constancia.kernel.institutions.InstitutionId;
import constancia.web.BadRequest;
import constancia.web.Caller;
import constancia.web.FieldProblem;
import constancia.web.commands.CommandBinder;
import constancia.web.persons.PersonDesk;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.JsonNodeFactory;

/** Who came and who speaks, as the forms of a session say it, in the fields that the commands have. */
@Component
final class Attendance {

    private static final Pattern ROW = Pattern.compile("attendance/(\\d{1,3})/.*");

    private final PersonDesk desk;
    private final CommandBinder binder;
    private final Clock clock;

    Attendance(PersonDesk desk, CommandBinder binder, Clock clock) {
        this.desk = desk;
        this.binder = binder;
        this.clock = clock;
    }

    /**
     * Lines that were not ticked are none; whoever was chosen becomes the person and as what it speaks. Who speaks by
     * delegation and is not in the directory yet is entered there first.
     *
     * @throws BadRequest a person cannot be entered as it was written
     */
    Map<String, String[]> roll(Map<String, String[]> filled) {
        var rows = filled.keySet().stream().map(ROW::matcher).filter(row -> row.matches()).map(row -> row.group(1)).collect(Collectors.toSet());
        var said = new HashMap<>(filled);
        for (var row : rows) {
            var at = "attendance/" + row + "/";
            said.keySet().removeIf(name -> name.startsWith(at));
            var institution = of(filled, at + "institution");
            if (!institution.isEmpty()) {
                said.put(at + "institution", new String[] {institution});
                speaker(filled, at, institution, said);
            } else if (!of(filled, at + "person").isEmpty()) {
                said.put(at + "person", filled.get(at + "person"));
            }
        }
        return said;
    }

    private void speaker(Map<String, String[]> filled, String at, String institution, Map<String, String[]> said) {
        var chosen = of(filled, at + "speaker").split(":");
        if (!of(filled, at + "name").isEmpty()) {
            said.put(at + "person", new String[] {entered(filled, at, institution).toString()});
            said.put(at + "capacity", new String[] {Capacity.DELEGATE.word()});
        } else if (chosen.length == 2) {
            said.put(at + "person", new String[] {chosen[0]});
            said.put(at + "capacity", new String[] {chosen[1]});
        }
    }

    private UUID entered(Map<String, String[]> filled, String at, String institution) {
        Allowed.must("enter-person");
        var id = UUID.fromString(of(filled, at + "new"));
        var body = JsonNodeFactory.instance.objectNode().put("id", id.toString()).put("name", of(filled, at + "name"));
        if (!of(filled, at + "office").isEmpty()) {
            body.put("office", of(filled, at + "office"));
        }
        try {
            var entry = binder.read(PersonDesk.Entry.class, body, LocalDate.now(clock));
            desk.enter(Caller.current().account(), new PersonDesk.Entry(id, entry.name(), entry.office(), new InstitutionId(UUID.fromString(institution)), null, null));
        } catch (BadRequest e) {
            throw new BadRequest(422, e.problems().stream().map(problem -> new FieldProblem(problem.pointer().replaceFirst("^#/", "#/" + at), problem.code(), problem.args())).toList());
        } catch (Refused e) {
            if (!e.code().equals("already-exists")) {
                throw e;
            }
            // sent again: who was entered the first time is that very person
        }
        return id;
    }

    private static String of(Map<String, String[]> filled, String name) {
        return filled.containsKey(name) ? filled.get(name)[0].strip() : "";
    }
}
