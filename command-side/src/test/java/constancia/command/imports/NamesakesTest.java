package constancia.command.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import constancia.command.imports.Likeness.Form;
import constancia.command.imports.Likeness.Why;
import constancia.command.imports.MatrixRow.Fault;
import constancia.command.imports.Preview.Becomes;
import constancia.command.imports.Preview.Party;
import constancia.command.imports.Preview.Row;
import constancia.command.imports.Question.Choice;
import constancia.command.imports.Question.Kind;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names of one file that look alike and are all unknown to the register. */
class NamesakesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 4);
    private static final String MATRIX = "No.,Acciones principales,T1,Responsable\n1,Capacitar,X,Ministerio de Justicia\n2,Evaluar,X,Ministerio de  Justícia y Seguridad\n"
        + "3,Abrir,X,MJSP\n4,Cerrar,X,M.J.S.P.\n5,Medir,X,Fe y Alegría\n";
    private static final String SHORT = "institution:ministerio de justicia";
    private static final String LONG = "institution:ministerio de justicia y seguridad";
    private static final String ACRONYM = "institution:mjsp";

    private final FakeRegister register = FakeRegister.with("PNUD");

    @ParameterizedTest
    @CsvSource({"CNR,C-N-R,SAME_LETTERS,0", "Corte de Cuentas (CCR),CCR,BRACKETS,0", "CCR,Corte de Cuentas (CCR),BRACKETS,0", "MAG,Ministerio de Agricultura y Ganadería,INITIALS,0",
        "Ministerio de Justicia y Seguridad,MJSP,INITIALS,0", "MJPS,MJSP,OTHER_ORDER,0", "SETEPLAN,SEGEPLAN,LETTER,1", "Secretaria de Cultura,Secretaría de Culturas,LETTER,1", "Banco Hipotecario,Banko Hipotekario,LETTERS,2",
        "Alcaldía Municipal,Alcaldía Municipal de Soyapango,WORDS,0"})
    void why_names_look_alike_is_said_whichever_comes_first(String one, String other, Why why, int letters) {
        assertThat(Likeness.of(Form.of(one), Form.of(other))).get().extracting(Likeness::why, Likeness::letters).containsExactly(why, letters);
        assertThat(Likeness.of(Form.of(other), Form.of(one))).get().extracting(Likeness::why, Likeness::letters).containsExactly(why, letters);
    }

    @ParameterizedTest
    @CsvSource({"MJ,Ministerio", "MINED,MARN", "UNO,Otro", "MJ,Ministerio de Justicia y Seguridad", "Fe y Alegría,FAO"})
    void others_do_not_look_alike(String one, String other) {
        assertThat(Likeness.of(Form.of(one), Form.of(other))).isEmpty();
    }

    @Test
    void each_doubt_names_the_others_and_why_and_nothing_is_taken_for_granted() {
        var preview = preview(MATRIX, Map.of());
        assertThat(said(preview, SHORT)).containsExactly(tuple("alias-as:«ministerio de justicia y seguridad»", "Ministerio de Justícia y Seguridad", "words"),
            tuple("same-as:«ministerio de justicia y seguridad»", "Ministerio de Justícia y Seguridad", "words"));
        assertThat(said(preview, LONG)).extracting(tuple -> tuple.toList().get(1)).containsExactly("MJSP", "MJSP", "Ministerio de Justicia", "Ministerio de Justicia");
        assertThat(said(preview, ACRONYM)).extracting(tuple -> tuple.toList().get(2)).containsExactly("initials", "initials");
        assertThat(said(preview, "institution:fe y alegria")).isEmpty();
        assertThat(question(preview, ACRONYM).rows()).as("dots tell no names apart").containsExactly(3, 4);
        assertThat(preview.questions()).filteredOn(question -> question.kind() == Kind.INSTITUTION).hasSize(4).allMatch(question -> question.answer() == null);
        assertThat(preview.rows()).extracting(Row::becomes).containsOnly(Becomes.UNDECIDED);
    }

    @Test
    void one_that_is_registered_decides_for_all_that_are_the_same_and_takes_their_names() {
        var preview = preview(MATRIX, Map.of(LONG, "register:state", ACRONYM, "alias-as:«ministerio de justicia y seguridad»",
            SHORT, "same-as:«ministerio de justicia y seguridad»", "institution:fe y alegria", "leave-out"));
        assertThat(preview.faults()).isEmpty();
        assertThat(preview.rows()).extracting(Row::becomes).containsOnly(Becomes.NEW_ACTION);
        assertThat(preview.rows().get(3).responsible()).extracting(Party::written, Party::decision, Party::name)
            .containsExactly(tuple("M.J.S.P.", "alias-as:«ministerio de justicia y seguridad»", "Ministerio de Justícia y Seguridad"));
    }

    @Test
    void what_is_on_record_or_left_out_is_so_for_the_others_too_through_several_names() {
        var known = FakeRegister.id("PNUD");
        var used = preview(MATRIX, Map.of(SHORT, "alias:PNUD", LONG, "same-as:«ministerio de justicia»", ACRONYM, "alias-as:«ministerio de justicia y seguridad»"));
        assertThat(used.rows()).filteredOn(row -> row.row() < 5).flatExtracting(Row::responsible).extracting(Party::decision)
            .containsExactly("alias:" + known, "use:" + known, "alias:" + known, "alias:" + known);
        var out = preview(MATRIX, Map.of(SHORT, "leave-out", LONG, "same-as:«ministerio de justicia»", ACRONYM, "same-as:«ministerio de justicia y seguridad»"));
        assertThat(out.rows()).filteredOn(row -> row.row() < 5).flatExtracting(Row::responsible).extracting(Party::decision).containsOnly("leave-out");
    }

    @Test
    void names_that_point_to_one_another_or_to_one_that_is_open_are_not_taken() {
        var circle = preview(MATRIX, Map.of(LONG, "same-as:«mjsp»", ACRONYM, "same-as:«ministerio de justicia y seguridad»", SHORT, "same-as:«ministerio de justicia y seguridad»"));
        assertThat(circle.questions()).filteredOn(question -> question.kind() == Kind.INSTITUTION).allMatch(question -> question.answer() == null);
        assertThat(circle.faults()).containsOnlyKeys(LONG, ACRONYM, SHORT);
        assertThat(circle.faults().get(LONG)).isEqualTo(new Fault("same-in-a-circle", List.of("Ministerio de Justícia y Seguridad; MJSP")));
        var open = preview(MATRIX, Map.of(ACRONYM, "same-as:«ministerio de justicia y seguridad»"));
        assertThat(question(open, ACRONYM).answer()).isNull();
        assertThat(open.faults()).containsExactly(Map.entry(ACRONYM, new Fault("same-as-undecided", List.of("Ministerio de Justícia y Seguridad"))));
        var nobody = preview(MATRIX, Map.of(ACRONYM, "same-as:«fe y alegria»", "institution:fe y alegria", "register:church"));
        assertThat(question(nobody, ACRONYM).answer()).as("they do not look alike").isNull();
        assertThat(nobody.faults()).isEmpty();
    }

    @Test
    void a_name_that_is_no_longer_asked_about_decides_nothing() {
        var rows = "No.,Acciones principales,T1,Responsable\n1,Capacitar,X,CNRR\n2,Evaluar,X,CNRS\n";
        var answers = Map.of("institution:cnrr", "register:state", "institution:cnrs", "same-as:«cnrr»");
        assertThat(preview(rows, answers).rows()).extracting(Row::becomes).containsOnly(Becomes.NEW_ACTION);
        var gone = preview(rows.replace("X,CNRR", "X,PNUD"), answers);
        assertThat(gone.rows()).extracting(Row::becomes).containsExactly(Becomes.NEW_ACTION, Becomes.UNDECIDED);
        assertThat(gone.faults()).isEmpty();
    }

    @Test
    void a_row_of_a_list_may_be_the_same_as_one_above_once_that_is_decided() {
        var list = "Sigla,Nombre,Tipo\nCNR,Centro Nacional de Registros,Ministerio\n,Centro Nacional de Registro,Ministerio\nC.N.R.S.,Consejo de Normas,???\n";
        var preview = preview(list, Map.of());
        assertThat(preview.rows()).extracting(Row::becomes).containsExactly(Becomes.NEW, Becomes.UNDECIDED, Becomes.UNDECIDED);
        assertThat(said(preview, "similar:2")).containsExactly(tuple("same-row:1", "CNR (Centro Nacional de Registros)", "letter"));
        assertThat(question(preview, "similar:2").choices()).extracting(Choice::word).containsExactly("new", "same-row:1", "same:…", "leave-out");
        assertThat(preview(list, Map.of("similar:2", "same-row:1")).rows().get(1).becomes()).isEqualTo(Becomes.NEW);
        var open = preview(list + ",C.N.R.S.X,Ministerio\n", Map.of("similar:2", "same-row:1", "similar:3", "new", "similar:4", "same-row:3"));
        assertThat(open.faults()).containsExactly(Map.entry("similar:4", new Fault("same-as-undecided", List.of("C.N.R.S. (Consejo de Normas)"))));
    }

    @Test
    void a_body_may_be_the_same_as_one_above() {
        var list = "Instancia,Tipo,Responsabilidad\nConsejo del Agua,Consejo,Deliberar\nConsejo del  Aqua,Consejo,Preparar\n";
        var above = "new-body:consejo del agua";
        var below = "new-body:consejo del aqua";
        var preview = preview(list, Map.of());
        assertThat(said(preview, above)).isEmpty();
        assertThat(said(preview, below)).containsExactly(tuple("same-as:«consejo del agua»", "Consejo del Agua", "letter"));
        assertThat(preview(list, Map.of(above, "council:CA", below, "same-as:«consejo del agua»")).rows()).extracting(Row::becomes).containsOnly(Becomes.NEW);
        assertThat(preview(list, Map.of(below, "same-as:«consejo del agua»")).faults()).containsExactly(Map.entry(below, new Fault("same-as-undecided", List.of("Consejo del Agua"))));
        register.bodies.add(new Register.KnownBody(FakeRegister.id("CA"), "CA"));
        assertThat(preview(list, Map.of(above, "council:CA", below, "same-as:«consejo del agua»")).rows()).extracting(Row::becomes, Row::item)
            .containsOnly(tuple(Becomes.ALREADY_THERE, FakeRegister.id("CA")));
    }

    @Test
    void as_many_names_as_a_person_could_decide_upon_are_compared_in_a_moment_and_of_more_it_is_said() {
        var names = new Random(3);
        var rows = new HashMap<Integer, String>();
        for (int i = 1; i <= Namesakes.MOST_NAMES; i++) {
            rows.put(i, i + ",Acción " + i + ",X,Alcaldía Municipal de " + names.ints(9, 'a', 'z' + 1).mapToObj(Character::toString).collect(Collectors.joining()));
        }
        var most = rows.values().stream().collect(Collectors.joining("\n", "No.,Acciones principales,T1,Responsable\n", "\n"));
        var preview = assertTimeoutPreemptively(Duration.ofSeconds(30), () -> preview(most, Map.of()));
        assertThat(preview.notices()).extracting(Notice::kind).doesNotContain(Notice.Kind.NAMES_NOT_COMPARED);
        assertThat(preview(most + "1,Otra,X,Una más\n", Map.of()).notices()).extracting(Notice::kind).contains(Notice.Kind.NAMES_NOT_COMPARED);
    }

    private static List<Tuple> said(Preview preview, String question) {
        return question(preview, question).choices().stream().filter(choice -> choice.args().size() == 4)
            .map(choice -> tuple(choice.word(), choice.args().get(1), choice.args().get(2))).toList();
    }

    private Preview preview(String csv, Map<String, String> answers) {
        var content = Content.read(OpenedFile.open(csv.getBytes(StandardCharsets.UTF_8), "hoja.csv", answers), null, answers, name -> Optional.empty(), name -> false);
        return Previewer.preview(content, content.ofPlan() ? "PLAN" : null, answers, register, TODAY);
    }

    private static Question question(Preview preview, String name) {
        return preview.questions().stream().filter(question -> question.name().equals(name)).findFirst().orElseThrow();
    }
}
