package constancia.command.imports;

import constancia.command.Command;
import constancia.command.actions.ActionCommand.AmendAction;
import constancia.command.actions.ActionCommand.ProposeAction;
import constancia.command.actions.ActionCommand.Responsible;
import constancia.command.actions.ActionCommand.When;
import constancia.command.imports.Preview.Becomes;
import constancia.command.imports.Preview.Party;
import constancia.command.imports.Preview.Row;
import constancia.command.institutions.InstitutionCommand.AddAlias;
import constancia.command.institutions.InstitutionCommand.RegisterInstitution;
import constancia.command.plans.PlanCommand.DefinePlan;
import constancia.command.plans.PlanCommand.NamedPeriod;
import constancia.command.territories.Territory;
import constancia.kernel.ItemId;
import constancia.kernel.actions.ActionId;
import constancia.kernel.bodies.BodyId;
import constancia.kernel.institutions.InstitutionId;
import constancia.kernel.institutions.InstitutionKind;
import constancia.kernel.plans.OutlineKind;
import constancia.kernel.plans.PlanId;
import constancia.kernel.plans.PlanKind;
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
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The commands that carry out a decided preview: first the institutions, the plan and its outline, then those of each
 * row.
 */
public final class ImportPlan {

    /** A row and the commands it becomes, all in one transaction; row 0, and nothing but commands, is what must be there before the rows. */
    public record Step(int row, @Nullable String fingerprint, Fingerprint.@Nullable Place place, @Nullable String text, List<Command> commands) {

        public Step {
            commands = List.copyOf(commands);
        }

        static Step before(Command command) {
            return new Step(0, null, null, null, List.of(command));
        }

        /** What the row is on record: the item of its first command. */
        public UUID item() {
            return commands.getFirst().id().value();
        }

        /** What its commands are about. */
        public Set<ItemId> items() {
            return commands.stream().map(Command::id).collect(Collectors.toSet());
        }
    }

    /** A row that goes into the catalogue of territories, which has no commands. */
    public record Entry(int row, Territory territory) {}

    /** What the register has already, so that it is not made again. */
    public interface Present {
        boolean plan(PlanId plan);

        boolean node(PlanId plan, UUID node);

        boolean action(ActionId action);

        /** The body with that acronym. */
        BodyId body(String acronym);

        /** Whether the institution has exactly that name, acronym or alias. */
        boolean called(UUID institution, String name);
    }

    private final Content content;
    private final Matrix matrix;
    private final Preview preview;
    private final PlanId plan;
    private final String code;
    private final Supplier<UUID> newId;
    private final LocalDate effectiveOn;
    private final Nodes nodes;
    private final Map<String, InstitutionId> registered = new LinkedHashMap<>();
    private final List<Command> groundwork = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();

    /**
     * @param preview decided: every question has its answer
     * @param plan    {@link Register#NO_PLAN} where nothing in the file belongs to one
     */
    public ImportPlan(Content content, Preview preview, PlanId plan, String code, Present present, Supplier<UUID> newId) {
        this.content = content;
        this.matrix = content.matrix();
        this.preview = preview;
        this.plan = plan;
        this.code = code;
        this.newId = newId;
        this.effectiveOn = LocalDate.parse(Previewer.value(preview.answer(Previewer.EFFECTIVE_ON).orElseThrow()));
        this.nodes = new Nodes(plan, node -> present.node(plan, node));
        institutions();
        outline();
        rows();
        var tables = new TableSteps(preview, plan, content.title().isEmpty() ? code : content.title(), nodes, present, this::institution, newId, effectiveOn);
        tables(tables);
        if (content.ofPlan()) {
            plan(present);
        }
        groundwork.addAll(tables.before());
    }

    /** What must be there before the rows. */
    public List<Command> groundwork() {
        return List.copyOf(groundwork);
    }

    /** One for each row that becomes something. */
    public List<Step> steps() {
        return List.copyOf(steps);
    }

    /** All of it in the order in which it is carried out. */
    public List<Step> all() {
        return Stream.concat(groundwork.stream().map(Step::before), steps.stream()).toList();
    }

    /** What goes into the catalogue of territories, which has no records: the rows that a preview calls new. */
    public List<Entry> territories(Register register) {
        var places = new Places(register.territories());
        var entries = new ArrayList<Entry>();
        TableRows.items(content.tables(), (item, before) -> {
            var row = preview.rows().get(matrix.rows().size() + before);
            if (item.kind() == ImportKind.TERRITORY && row.becomes() == Becomes.NEW) {
                entries.add(new Entry(row.row(), places.entry(item)));
            }
        });
        return entries;
    }

    private void plan(Present present) {
        if (!present.plan(plan)) {
            var title = content.title();
            groundwork.add(new DefinePlan(plan, code, title.isBlank() ? code : shortened(title, 500), kind(), null, calendar(), effectiveOn));
        }
        groundwork.addAll(nodes.commands(effectiveOn));
    }

    private PlanKind kind() {
        if (!matrix.rows().isEmpty()) {
            return PlanKind.IMPROVEMENT_PLAN;
        }
        boolean results = content.tables().stream().anyMatch(mapped -> mapped.mapping().kind() == ImportKind.RESULTS);
        return results ? PlanKind.ANNUAL_OPERATING_PLAN : PlanKind.OTHER;
    }

    /** The periods of the file, each once; with dates where it states months and year, or where somebody gave the year. */
    private List<NamedPeriod> calendar() {
        var periods = new LinkedHashMap<String, NamedPeriod>();
        matrix.periods().stream().map(this::period).forEach(period -> periods.put(period.period(), period));
        TableRows.items(content.tables(), (item, before) -> {
            if (item.kind() == ImportKind.MILESTONES && !item.period().isEmpty() && item.dueOn() == null) {
                var named = item.named();
                var months = Periods.months(named.label());
                periods.putIfAbsent(named.code(), new NamedPeriod(named.code(), shortened(named.label(), 200), months.map(Periods.Months::from).orElse(null),
                        months.map(Periods.Months::until).orElse(null)));
            }
        });
        return List.copyOf(periods.values());
    }

    private void tables(TableSteps tables) {
        int actions = matrix.rows().size();
        TableRows.items(content.tables(), (item, before) -> {
            var row = preview.rows().get(actions + before);
            var commands = row.becomes() == Becomes.NEW ? tables.commands(row, item) : List.<Command>of();
            if (!commands.isEmpty()) {
                steps.add(new Step(row.row(), item.fingerprint(), TableRows.place(item), item.text(), commands));
            }
        });
    }

    private NamedPeriod period(Matrix.Period period) {
        var label = period.label().isBlank() ? null : period.label();
        var answer = preview.answer(Previewer.PERIODS).orElse("without-dates");
        if (!answer.startsWith("year:")) {
            return new NamedPeriod(period.code(), label, null, null);
        }
        var quarter = Quarters.of(period, Integer.parseInt(Previewer.value(answer)));
        return new NamedPeriod(period.code(), label, quarter.from(), quarter.until());
    }

    private void rows() {
        var fingerprints = matrix.fingerprints();
        preview.rows().stream().filter(ImportPlan::becomesSomething).forEach(row -> steps.add(new Step(row.row(), fingerprints.get(row.row() - 1),
                Fingerprint.Place.of(row.source()), row.source().text(), List.of(command(row)))));
    }

    private static boolean becomesSomething(Row row) {
        return row.becomes() == Becomes.NEW_ACTION || row.becomes() == Becomes.AMENDED_ACTION;
    }

    private Command command(Row row) {
        var source = row.source();
        if (row.becomes() == Becomes.AMENDED_ACTION) {
            return new AmendAction(new ActionId(row.item()), source.text(), null, null, null, null, null, null, null, effectiveOn);
        }
        var number = source.number().isBlank() ? null : source.number();
        var block = matrix.blockOf(source);
        var recommendations = block.recommendations().stream().map(text -> recommendation(block, text)).toList();
        return new ProposeAction(new ActionId(newId.get()), source.text(), null, plan, source.component().key().isBlank() ? null : component(source.component()),
                number, recommendations, null, responsible(row), when(source),
                null, null, null, effectiveOn);
    }

    /** A day that is stated goes before the periods beside it. */
    private static @Nullable When when(MatrixRow source) {
        return source.dueOn() != null ? new When(null, null, source.dueOn()) : source.marks().isEmpty() ? null : new When(source.marks(), null, null);
    }

    private List<Responsible> responsible(Row row) {
        var responsible = new ArrayList<Responsible>();
        Set<InstitutionId> named = new HashSet<>();
        for (var party : row.responsible()) {
            var institution = institution(party);
            if (institution != null && named.add(institution)) {
                responsible.add(new Responsible(institution, party.role(), null));
            }
        }
        return responsible;
    }

    private @Nullable InstitutionId institution(Party party) {
        if (party.decision().equals("leave-out")) {
            return null;
        }
        if (Namesakes.isSame(party.decision())) {
            return registered.get(Namesakes.of(party.decision()));
        }
        return party.decision().startsWith("register:") ? registered.get(Plain.of(party.written())) : new InstitutionId(UUID.fromString(Previewer.value(party.decision())));
    }

    private void institutions() {
        var parties = preview.rows().stream().filter(row -> row.becomes() == Becomes.NEW_ACTION || row.becomes() == Becomes.NEW).flatMap(row -> row.responsible().stream()).toList();
        var aliases = new HashMap<String, Map<String, String>>();
        parties.stream().filter(party -> Namesakes.isAlias(party.decision())).forEach(party ->
                aliases.computeIfAbsent(Namesakes.of(party.decision()), name -> new LinkedHashMap<>()).putIfAbsent(Plain.of(party.written()), party.written()));
        Set<String> added = new HashSet<>();
        parties.forEach(party -> {
            var name = Plain.of(party.written());
            if (party.decision().startsWith("register:") && !registered.containsKey(name)) {
                var id = new InstitutionId(newId.get());
                registered.put(name, id);
                var also = aliases.containsKey(name) ? List.copyOf(aliases.get(name).values()) : null;
                groundwork.add(new RegisterInstitution(id, party.written(), acronym(party.written()), kind(party.decision()), null, also, null, effectiveOn));
            } else if (party.decision().startsWith("alias:") && added.add(name)) {
                groundwork.add(new AddAlias(new InstitutionId(UUID.fromString(Previewer.value(party.decision()))), party.written(), effectiveOn));
            }
        });
    }

    private static InstitutionKind kind(String decision) {
        return InstitutionKind.valueOf(Previewer.value(decision).toUpperCase(Locale.ROOT).replace('-', '_'));
    }

    private static @Nullable String acronym(String written) {
        return written.length() <= 30 && !written.contains(" ") && written.chars().filter(Character::isUpperCase).count() >= 2 ? written : null;
    }

    private void outline() {
        matrix.components().stream().filter(component -> !component.key().isBlank()).forEach(component ->
                nodes.before(component(component), null, OutlineKind.COMPONENT, component.code(), component.text().isBlank() ? component.code() : component.text()));
        for (var block : matrix.blocks()) {
            var parent = block.component().key().isBlank() ? null : component(block.component());
            block.recommendations().forEach(text -> nodes.before(recommendation(block, text), parent, OutlineKind.RECOMMENDATION, "", text));
        }
    }

    private UUID component(Matrix.Component component) {
        return nodes.id("component", component.key());
    }

    private UUID recommendation(Matrix.Block block, String text) {
        return nodes.id("recommendation", block.component().key() + "\n" + Fingerprint.normal(text));
    }

    static String shortened(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }
}
