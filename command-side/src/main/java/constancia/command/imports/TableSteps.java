package constancia.command.imports;

import constancia.command.Command;
import constancia.command.actions.ActionCommand.AddMilestone;
import constancia.command.actions.ActionCommand.MarkDelivered;
import constancia.command.actions.ActionCommand.ProposeAction;
import constancia.command.actions.ActionCommand.Responsible;
import constancia.command.bodies.BodyCommand.AdoptRules;
import constancia.command.bodies.BodyCommand.EstablishBody;
import constancia.command.bodies.BodyCommand.SeatInstitution;
import constancia.command.imports.Preview.Row;
import constancia.command.institutions.InstitutionCommand.AddAlias;
import constancia.command.institutions.InstitutionCommand.RegisterInstitution;
import constancia.command.plans.PlanCommand.AddOutlineNodes;
import constancia.command.risks.RiskCommand.RegisterRisk;
import constancia.kernel.actions.ActionId;
import constancia.kernel.actions.Role;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.bodies.BodyKind;
import constancia.kernel.bodies.SeatRole;
import constancia.kernel.institutions.InstitutionId;
import constancia.kernel.institutions.InstitutionKind;
import constancia.kernel.plans.OutlineKind;
import constancia.kernel.plans.PlanId;
import constancia.kernel.risks.RiskId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The commands of the rows of tables, by their kind. What several rows share goes before them. */
final class TableSteps {

    private static final int RULES_TITLE = 500;
    private static final int RULES_TEXT = 20_000;

    private final Preview preview;
    private final PlanId plan;
    private final String title;
    private final Nodes nodes;
    private final ImportPlan.Present present;
    private final Function<Preview.Party, @Nullable InstitutionId> institutions;
    private final Supplier<UUID> newId;
    private final LocalDate on;
    private final Map<ActionId, Command> actions = new LinkedHashMap<>();
    private final Map<String, BodyId> established = new HashMap<>();
    private final Map<Integer, InstitutionId> registered = new HashMap<>();
    private final Set<Called> called = new HashSet<>();
    private final Map<Taken, String> taken = new HashMap<>();
    private @Nullable BodyId body;

    private record Called(InstitutionId institution, String name) {}

    private record Taken(BodyId body, InstitutionId institution, SeatRole role) {}

    /** @param institutions the institution that a party of a row was decided to be, or null */
    TableSteps(Preview preview, PlanId plan, String title, Nodes nodes, ImportPlan.Present present,
               Function<Preview.Party, @Nullable InstitutionId> institutions, Supplier<UUID> newId, LocalDate on) {
        this.preview = preview;
        this.plan = plan;
        this.title = title;
        this.nodes = nodes;
        this.present = present;
        this.institutions = institutions;
        this.newId = newId;
        this.on = on;
    }

    /** The actions that milestones of several rows belong to. */
    List<Command> before() {
        return List.copyOf(actions.values());
    }

    /** Empty where everything that the row says is there already. */
    List<Command> commands(Row row, Item item) {
        return switch (item.kind()) {
            case MILESTONES -> !item.milestone() ? outline(List.of(new Levels.Node(OutlineKind.GOAL, "", item.text())))
                : List.of(new AddMilestone(action(row, item), newId.get(), item.text(), item.dueOn(), item.dueOn() != null || item.period().isEmpty() ? null : item.period(), on));
            case RISKS -> List.of(new RegisterRisk(new RiskId(newId.get()), item.text(), plan, null, item.lines(Meaning.WARNING_SIGNS), item.lines(Meaning.PREVENTIVE),
                item.lines(Meaning.DAMAGE_REDUCTION), item.lines(Meaning.ADJUSTMENTS), null, null, on));
            case OUTLINE -> outline(Levels.of(item));
            case RESULTS -> result(item);
            case INSTITUTIONS -> institution(row, item);
            case BODIES -> body(item);
            case SEATS -> seats(row, item);
            case FUNCTIONS -> List.of(new AdoptRules(body(), ImportPlan.shortened(item.number().isEmpty() ? item.get(Meaning.HOLDER) : item.get(Meaning.HOLDER) + ", " + item.number(), RULES_TITLE),
                item.text(), null, null, on));
            case ACTIONS, TERRITORY -> List.of();
        };
    }

    private List<Command> outline(List<Levels.Node> path) {
        var made = nodes.ofRow(path);
        return made.isEmpty() ? List.of() : List.of(new AddOutlineNodes(plan, made, on));
    }

    /** One action for each partner in each component. */
    private ActionId action(Row row, Item item) {
        var component = item.component();
        var partner = row.responsible().stream().filter(party -> Namesakes.isSame(party.decision())).map(Preview.Party::name).findFirst().orElse(item.get(Meaning.PARTNER));
        var named = Stream.of(component.text(), partner).filter(text -> !text.isEmpty()).toList();
        var name = named.isEmpty() ? title : String.join(" · ", named);
        var id = new ActionId(nodes.id("action", Fingerprint.normal(component.text()) + "\n" + Fingerprint.normal(partner)));
        if (!actions.containsKey(id) && !present.action(id)) {
            var node = component.text().isEmpty() ? null
                : nodes.before(nodes.id("component", Fingerprint.normal(component.text())), null, OutlineKind.COMPONENT, component.code(), component.text());
            var responsible = row.responsible().stream().map(institutions).filter(one -> one != null).map(one -> new Responsible(one, Role.LEAD, null)).toList();
            actions.put(id, new ProposeAction(id, ImportPlan.shortened(name, 2000), null, plan, node, null, List.of(), null, responsible, null, null, null, null, on));
        }
        return id;
    }

    /** Reported as delivered by whose results they are; whether it is so is for others to verify. */
    private List<Command> result(Item item) {
        var id = new ActionId(newId.get());
        var whose = new InstitutionId(UUID.fromString(Previewer.value(preview.answer(Asked.RESULTS_OF).orElseThrow())));
        var notes = item.notes();
        return List.of(new ProposeAction(id, item.text(), notes.isEmpty() ? null : notes, plan, nodes.before(Levels.of(item)), item.number().isEmpty() ? null : item.number(),
            List.of(), null, List.of(new Responsible(whose, Role.LEAD, null)), null, null, null, null, on), new MarkDelivered(id, whose, null, null, on));
    }

    private List<Command> institution(Row row, Item item) {
        var read = InstitutionRow.of(item, preview.answer(Asked.NAME + row.row()).map(Previewer::value).orElse(null));
        var similar = preview.answer(Asked.SIMILAR + row.row()).orElse("new");
        if (similar.startsWith("same:")) {
            var same = new InstitutionId(UUID.fromString(Previewer.value(similar)));
            return aliases(same, read.forms().stream().filter(form -> !present.called(same.value(), form)));
        }
        if (similar.startsWith(Asked.SAME_ROW)) {
            return aliases(registered.get(Integer.valueOf(Previewer.value(similar))), read.forms().stream());
        }
        var id = new InstitutionId(newId.get());
        registered.put(row.row(), id);
        read.forms().forEach(form -> called.add(new Called(id, Plain.of(form))));
        var kind = InstitutionKinds.of(item.get(Meaning.KIND))
            .or(() -> preview.answer(Asked.KIND + Plain.of(item.get(Meaning.KIND))).map(word -> InstitutionKind.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_')))).orElseThrow();
        var country = item.get(Meaning.COUNTRY);
        return List.of(new RegisterInstitution(id, read.name(), read.acronym().isEmpty() ? null : read.acronym(), kind,
            country.matches("[A-Z]{2}") ? country : null, read.aliases(), null, on));
    }

    /** Those of these names that the institution is not called yet. */
    private List<Command> aliases(InstitutionId institution, Stream<String> names) {
        return names.filter(name -> called.add(new Called(institution, Plain.of(name)))).<Command>map(name -> new AddAlias(institution, name, on)).toList();
    }

    private List<Command> body(Item item) {
        var answer = preview.answer(Asked.NEW_BODY + Plain.of(item.get(Meaning.NAME))).orElseThrow();
        if (Namesakes.isSame(answer)) {
            var same = Previewer.value(preview.answer(Asked.NEW_BODY + Namesakes.of(answer)).orElseThrow());
            return rules(established.get(Plain.letters(same)), item);
        }
        var id = new BodyId(newId.get());
        var acronym = Previewer.value(answer);
        established.put(Plain.letters(acronym), id);
        var kind = BodyKind.valueOf(answer.substring(0, answer.indexOf(':')).toUpperCase(Locale.ROOT));
        return Stream.concat(Stream.of(new EstablishBody(id, item.get(Meaning.NAME), acronym, kind, null, on)), rules(id, item).stream()).toList();
    }

    private List<Command> rules(BodyId id, Item item) {
        var duties = Stream.of(item.get(Meaning.MEMBERS), item.get(Meaning.DUTIES)).filter(text -> !text.isEmpty()).toList();
        return duties.isEmpty() ? List.of()
            : List.of(new AdoptRules(id, ImportPlan.shortened(item.get(Meaning.NAME), RULES_TITLE), ImportPlan.shortened(String.join("\n", duties), RULES_TEXT), null, null, on));
    }

    /** A seat for each role that is written, and one alone for two names of the same institution. */
    private List<Command> seats(Row row, Item item) {
        var institution = institutions.apply(row.responsible().getFirst());
        var name = Plain.of(item.get(Meaning.NAME));
        var roles = SeatRoles.of(item.get(Meaning.ROLE), item.get(Meaning.KIND));
        var seated = roles.isEmpty() ? List.of(SeatRole.valueOf(preview.answer(Asked.SEAT_ROLE + Plain.of(item.get(Meaning.ROLE))).orElseThrow().toUpperCase(Locale.ROOT).replace('-', '_')))
            : roles;
        return seated.stream().filter(role -> taken.computeIfAbsent(new Taken(body(), institution, role), seat -> name).equals(name)).<Command>map(role -> new SeatInstitution(body(), newId.get(), institution, null, role, null, null, on)).toList();
    }

    /** The one that the sheets of its seats and functions belong to: found once, after all that the file establishes. */
    private BodyId body() {
        if (body == null) {
            var acronym = Previewer.value(preview.answer(Asked.BODY).orElseThrow());
            var made = established.get(Plain.letters(acronym));
            body = made != null ? made : present.body(acronym);
        }
        return body;
    }
}
