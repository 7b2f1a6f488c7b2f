package constancia.command.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import constancia.command.Command;
import constancia.command.actions.ActionCommand.AmendAction;
import constancia.command.actions.ActionCommand.ProposeAction;
import constancia.command.actions.ActionCommand.Responsible;
import constancia.command.imports.ImportPlan.Step;
import constancia.command.imports.Register.Imported;
import constancia.command.institutions.InstitutionCommand.AddAlias;
import constancia.command.institutions.InstitutionCommand.RegisterInstitution;
import constancia.command.plans.PlanCommand.AddOutlineNodes;
import constancia.command.plans.PlanCommand.DefinePlan;
import constancia.command.plans.PlanCommand.NamedPeriod;
import constancia.command.plans.PlanCommand.NewNode;
import constancia.kernel.actions.ActionId;
import constancia.kernel.actions.Role;
import constancia.kernel.institutions.InstitutionId;
import constancia.kernel.institutions.InstitutionKind;
import constancia.kernel.plans.OutlineKind;
import constancia.kernel.plans.PlanId;
import constancia.kernel.plans.PlanKind;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class ImportPlanTest {

    private static final LocalDate DAY = LocalDate.of(2011, 12, 9);

    private final FakeRegister register = FakeRegister.ofTheSample();
    private final Set<UUID> present = new HashSet<>();
    private int ids;

    @Test
    void institutions_come_first_then_the_plan_then_its_outline() throws IOException {
        var groundwork = sample(Map.of()).groundwork();
        assertThat(groundwork).extracting(command -> (Object) command.getClass())
                .containsExactlyInAnyOrder(AddAlias.class, AddAlias.class, RegisterInstitution.class, DefinePlan.class, AddOutlineNodes.class)
                .endsWith(DefinePlan.class, AddOutlineNodes.class);
        assertThat(groundwork).extracting(Command::effectiveOn).containsOnly(DAY);
        assertThat(of(AddAlias.class, groundwork)).extracting(AddAlias::id, AddAlias::alias)
                .containsExactly(tuple(institution("MJSP"), "MJPS"), tuple(institution("UdeC"), "U de C"));
        assertThat(of(RegisterInstitution.class, groundwork)).extracting(RegisterInstitution::name, RegisterInstitution::acronym, RegisterInstitution::kind)
                .containsExactly(tuple("OCR", "OCR", InstitutionKind.INTERNATIONAL));
    }

    @Test
    void the_plan_has_the_quarters_without_dates_or_with_those_of_the_year() throws IOException {
        var plan = of(DefinePlan.class, sample(Map.of()).groundwork()).getFirst();
        assertThat(plan).extracting(DefinePlan::id, DefinePlan::code, DefinePlan::kind).containsExactly(FakeRegister.PLAN, "00067226", PlanKind.IMPROVEMENT_PLAN);
        assertThat(plan.title()).startsWith("FONDO PARA EL LOGRO DE LOS ODM · ");
        assertThat(plan.calendar()).extracting(NamedPeriod::period, NamedPeriod::from, NamedPeriod::until)
                .containsExactly(tuple("T1", null, null), tuple("T2", null, null), tuple("T3", null, null), tuple("T4", null, null));
        assertThat(of(DefinePlan.class, sample(Map.of("periods", "year:2012")).groundwork()).getFirst().calendar())
                .extracting(NamedPeriod::period, NamedPeriod::from, NamedPeriod::until).containsExactly(
                        tuple("T1", LocalDate.of(2012, 1, 1), LocalDate.of(2012, 3, 31)), tuple("T2", LocalDate.of(2012, 4, 1), LocalDate.of(2012, 6, 30)),
                        tuple("T3", LocalDate.of(2012, 7, 1), LocalDate.of(2012, 9, 30)), tuple("T4", LocalDate.of(2012, 10, 1), LocalDate.of(2012, 12, 31)));
    }

    @Test
    void the_outline_has_three_components_with_twelve_recommendations_and_the_same_ids_each_time() throws IOException {
        var nodes = nodes(sample(Map.of()));
        assertThat(nodes).filteredOn(node -> node.kind() == OutlineKind.COMPONENT).extracting(NewNode::code, NewNode::text).containsExactly(
                tuple("2.1", "Componente del Nivel Nacional"), tuple("2.2", "Componente del Nivel Local"), tuple("2.3", "Modelo de Gestión del PC"));
        assertThat(nodes).filteredOn(node -> node.kind() == OutlineKind.RECOMMENDATION).hasSize(12)
                .allMatch(node -> nodes.stream().anyMatch(parent -> parent.id().equals(node.parent()) && parent.kind() == OutlineKind.COMPONENT));
        assertThat(nodes(sample(Map.of()))).isEqualTo(nodes);
        assertThat(nodes(plan(Samples.matrix("plan-de-mejora-2011.csv"), Map.of(), FakeRegister.PLAN)))
                .extracting(NewNode::id).containsExactlyElementsOf(nodes.stream().map(NewNode::id).toList());
        assertThat(nodes(plan(Samples.matrix("plan-de-mejora-2011.xlsx"), Map.of(), new PlanId(new UUID(0, 7)))))
                .extracting(NewNode::id).doesNotContainAnyElementsOf(nodes.stream().map(NewNode::id).toList());
    }

    @Test
    void what_is_there_is_not_made_again() throws IOException {
        var nodes = nodes(sample(Map.of()));
        present.add(FakeRegister.PLAN.value());
        present.add(nodes.getFirst().id());
        assertThat(of(DefinePlan.class, sample(Map.of()).groundwork())).isEmpty();
        assertThat(nodes(sample(Map.of()))).isEqualTo(nodes.subList(1, nodes.size()));
        nodes.forEach(node -> present.add(node.id()));
        assertThat(of(AddOutlineNodes.class, sample(Map.of()).groundwork())).isEmpty();
    }

    @Test
    void each_row_is_an_action_under_its_component_with_its_marks_and_recommendations() throws IOException {
        var matrix = Samples.matrix("plan-de-mejora-2011.xlsx");
        var plan = sample(Map.of());
        var nodes = new HashMap<UUID, NewNode>();
        nodes(plan).forEach(node -> nodes.put(node.id(), node));
        assertThat(plan.steps()).hasSize(28).extracting(Step::fingerprint).containsExactlyElementsOf(matrix.fingerprints());
        for (var step : plan.steps()) {
            var source = matrix.rows().get(step.row() - 1);
            var action = (ProposeAction) step.commands().getFirst();
            assertThat(action.title()).isEqualTo(source.text()).isEqualTo(step.text());
            assertThat(action.number()).isEqualTo(source.number());
            assertThat(action.plan()).isEqualTo(FakeRegister.PLAN);
            assertThat(action.schedule().periods()).isEqualTo(source.marks());
            assertThat(action.schedule().dueOn()).isNull();
            assertThat(action.effectiveOn()).isEqualTo(DAY);
            assertThat(nodes.get(action.node()).code()).isEqualTo(source.component().code());
            assertThat(action.recommendations()).extracting(id -> Fingerprint.normal(nodes.get(id).text()))
                    .containsExactlyElementsOf(matrix.blockOf(source).recommendations().stream().map(Fingerprint::normal).toList());
        }
    }

    @Test
    void the_institutions_of_a_row_are_those_that_were_decided() throws IOException {
        var plan = sample(Map.of());
        var ocr = of(RegisterInstitution.class, plan.groundwork()).getFirst().id();
        assertThat(responsible(plan, 1)).containsExactly(tuple(institution("MJSP"), Role.LEAD), tuple(institution("CONJUVE"), Role.CO_RESPONSIBLE),
                tuple(institution("PNUD"), Role.CO_RESPONSIBLE));
        assertThat(responsible(plan, 10)).contains(tuple(institution("UNFPA"), Role.CO_RESPONSIBLE)).hasSize(5);
        assertThat(responsible(plan, 19)).containsExactly(tuple(institution("UdeC"), Role.LEAD), tuple(ocr, Role.SUPPORT));
        assertThat(responsible(plan, 24)).isEmpty();
        assertThat(responsible(plan, 25)).containsExactly(tuple(institution("UdeC"), Role.LEAD));
    }

    @Test
    void an_institution_left_out_is_not_responsible_and_one_named_twice_is_so_once() throws IOException {
        var plan = sample(Map.of("institution:ocr", "leave-out", "institution:mjps", "use:PNUD"));
        assertThat(responsible(plan, 19)).containsExactly(tuple(institution("UdeC"), Role.LEAD));
        assertThat(responsible(plan, 1)).containsExactly(tuple(institution("PNUD"), Role.LEAD), tuple(institution("CONJUVE"), Role.CO_RESPONSIBLE));
        assertThat(of(RegisterInstitution.class, plan.groundwork())).isEmpty();
    }

    @Test
    void rows_left_out_become_nothing_and_bring_no_institution_along() throws IOException {
        var plan = sample(Map.of("joined:14", "leave-out", "no-responsible:24", "leave-out"));
        assertThat(plan.steps()).hasSize(26).extracting(Step::row).doesNotContain(14, 24);
        var lone = PreviewerTest.matrix("No.,Acciones principales,T1,Responsable\n1,Capacitar,X,\n");
        assertThat(plan(lone, Map.of("no-responsible:1", "leave-out", "plan", "plan:P"), FakeRegister.PLAN).steps()).isEmpty();
    }

    @Test
    void an_amended_row_changes_the_words_of_its_action_and_registers_nobody() {
        var matrix = PreviewerTest.matrix("No.,Acciones principales,T1,Responsable\n1,Capacitar a las juntas,X,NUEVA\n");
        var action = new ActionId(new UUID(1, 1));
        register.code = "P";
        register.imported.add(new Imported("0", action.value(), Fingerprint.Place.of(matrix.rows().getFirst()), "Capacitar"));
        present.add(FakeRegister.PLAN.value());
        var plan = plan(matrix, Map.of("changed:1", "amend", "plan", "plan:P"), FakeRegister.PLAN);
        assertThat(plan.groundwork()).isEmpty();
        assertThat(plan.steps()).extracting(step -> step.commands().getFirst())
                .containsExactly(new AmendAction(action, "Capacitar a las juntas", null, null, null, null, null, null, null, DAY));
    }

    private ImportPlan sample(Map<String, String> answers) throws IOException {
        return plan(Samples.matrix("plan-de-mejora-2011.xlsx"), answers, FakeRegister.PLAN);
    }

    private ImportPlan plan(Matrix matrix, Map<String, String> more, PlanId plan) {
        var answers = new HashMap<>(PreviewerTest.ANSWERS);
        answers.putAll(more);
        var preview = Previewer.preview(Content.of(matrix), null, answers, register, LocalDate.of(2026, 3, 4));
        assertThat(preview.decided()).isTrue();
        return new ImportPlan(Content.of(matrix), preview, plan, preview.plan(), new PresentInTest() {
            @Override
            public boolean plan(PlanId plan) {
                return present.contains(plan.value());
            }

            @Override
            public boolean node(PlanId plan, UUID node) {
                return present.contains(node);
            }
        }, () -> new UUID(5, ++ids));
    }

    private static List<Tuple> responsible(ImportPlan plan, int row) {
        return ((ProposeAction) plan.steps().get(row - 1).commands().getFirst()).responsible().stream().map((Responsible r) -> tuple(r.institution(), r.role())).toList();
    }

    private static InstitutionId institution(String acronym) {
        return new InstitutionId(FakeRegister.id(acronym));
    }

    private static List<NewNode> nodes(ImportPlan plan) {
        return of(AddOutlineNodes.class, plan.groundwork()).getFirst().nodes();
    }

    private static <T extends Command> List<T> of(Class<T> type, List<Command> commands) {
        return commands.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
