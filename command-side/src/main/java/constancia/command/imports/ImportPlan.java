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
import constancia.command.plans.PlanCommand.AddOutlineNodes;
import constancia.command.plans.PlanCommand.DefinePlan;
import constancia.command.plans.PlanCommand.NamedPeriod;
import constancia.command.plans.PlanCommand.NewNode;
import constancia.kernel.actions.ActionId;
import constancia.kernel.institutions.InstitutionId;
import constancia.kernel.institutions.InstitutionKind;
import constancia.kernel.plans.OutlineKind;
import constancia.kernel.plans.PlanId;
import constancia.kernel.plans.PlanKind;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The commands that carry out a decided preview: first the institutions, the plan and its outline, then a command per
 * row. Nodes of the outline get ids made from the plan and their words, so that the same outline is never made twice.
 */
public final class ImportPlan {

    /** A row and the command it becomes; row 0, and nothing but the command, is what must be there before the rows. */
    public record Step(int row, @Nullable String fingerprint, Fingerprint.@Nullable Place place, @Nullable String text, Command command) {

        public static Step before(Command command) {
            return new Step(0, null, null, null, command);
        }
    }

    /** What the register has already, so that it is not made again. */
    public interface Present {
        boolean plan(PlanId plan);

        boolean node(PlanId plan, UUID node);
    }

    private static final int NODES = 500;

    private final Matrix matrix;
    private final Preview preview;
    private final PlanId plan;
    private final String code;
    private final Supplier<UUID> newId;
    private final LocalDate effectiveOn;
    private final Map<String, InstitutionId> registered = new LinkedHashMap<>();
    private final List<Command> groundwork = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();

    /** @param preview decided: every question has its answer */
    public ImportPlan(Matrix matrix, Preview preview, PlanId plan, String code, Present present, Supplier<UUID> newId) {
        this.matrix = matrix;
        this.preview = preview;
        this.plan = plan;
        this.code = code;
        this.newId = newId;
        this.effectiveOn = LocalDate.parse(Previewer.value(preview.answer(Previewer.EFFECTIVE_ON).orElseThrow()));
        institutions();
        planAndOutline(present);
        rows();
    }

    /** What must be there before the rows. */
    public List<Command> groundwork() {
        return List.copyOf(groundwork);
    }

    /** One command per row that becomes something. */
    public List<Step> steps() {
        return List.copyOf(steps);
    }

    private void planAndOutline(Present present) {
        if (!present.plan(plan)) {
            var calendar = matrix.periods().stream().map(this::period).toList();
            var title = Previewer.title(matrix);
            groundwork.add(new DefinePlan(plan, code, title.isBlank() ? code : shortened(title, 500), PlanKind.IMPROVEMENT_PLAN, null, calendar, effectiveOn));
        }
        var nodes = outline().stream().filter(node -> !present.node(plan, node.id())).toList();
        for (int from = 0; from < nodes.size(); from += NODES) {
            groundwork.add(new AddOutlineNodes(plan, nodes.subList(from, Math.min(nodes.size(), from + NODES)), effectiveOn));
        }
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
                Fingerprint.Place.of(row.source()), row.source().text(), command(row))));
    }

    private static boolean becomesSomething(Row row) {
        return row.becomes() == Becomes.NEW_ACTION || row.becomes() == Becomes.AMENDED_ACTION;
    }

    private Command command(Row row) {
        var source = row.source();
        if (row.becomes() == Becomes.AMENDED_ACTION) {
            return new AmendAction(row.action(), source.text(), null, null, null, null, null, null, null, effectiveOn);
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
        return party.decision().startsWith("register:") ? registered.get(Plain.of(party.written())) : new InstitutionId(UUID.fromString(Previewer.value(party.decision())));
    }

    private void institutions() {
        Set<String> aliases = new HashSet<>();
        preview.rows().stream().filter(row -> row.becomes() == Becomes.NEW_ACTION).flatMap(row -> row.responsible().stream()).forEach(party -> {
            var name = Plain.of(party.written());
            if (party.decision().startsWith("register:") && !registered.containsKey(name)) {
                var id = new InstitutionId(newId.get());
                registered.put(name, id);
                groundwork.add(new RegisterInstitution(id, party.written(), acronym(party.written()), kind(party.decision()), null, null, null, effectiveOn));
            } else if (party.decision().startsWith("alias:") && aliases.add(name)) {
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

    private List<NewNode> outline() {
        var nodes = new LinkedHashMap<UUID, NewNode>();
        matrix.components().stream().filter(component -> !component.key().isBlank()).forEach(component ->
                nodes.put(component(component), new NewNode(component(component), null, OutlineKind.COMPONENT,
                        component.code().isBlank() ? null : component.code(), component.text().isBlank() ? component.code() : shortened(component.text(), 4000))));
        for (var block : matrix.blocks()) {
            var parent = block.component().key().isBlank() ? null : component(block.component());
            block.recommendations().forEach(text -> nodes.putIfAbsent(recommendation(block, text),
                    new NewNode(recommendation(block, text), parent, OutlineKind.RECOMMENDATION, null, shortened(text, 4000))));
        }
        return List.copyOf(nodes.values());
    }

    private UUID component(Matrix.Component component) {
        return node("component", component.key());
    }

    private UUID recommendation(Matrix.Block block, String text) {
        return node("recommendation", block.component().key() + "\n" + Fingerprint.normal(text));
    }

    private UUID node(String kind, String words) {
        return UUID.nameUUIDFromBytes((plan + "\n" + kind + "\n" + words).getBytes(StandardCharsets.UTF_8));
    }

    private static String shortened(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }
}
