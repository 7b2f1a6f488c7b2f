package constancia.command.imports;

import static constancia.command.imports.Crafted.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import constancia.command.imports.Matrix.Block;
import constancia.command.imports.Matrix.Component;
import constancia.command.imports.Notice.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MatrixReaderTest {

    private static final String[] HEADING = {"Acciones principales", "T1", "T2", "Responsable"};

    @Test
    void a_person_in_the_title_block_is_told_but_never_repeated() {
        Matrix matrix = read(line("Evaluador/a", "Nombre Inventado"), line("Elaborado por: Otra Persona"), line("Ventana", "Paz"),
            line(HEADING), line("1. Uno", "X"));
        assertThat(matrix.notices()).extracting(Notice::kind, Notice::line, Notice::arguments).startsWith(
            tuple(Kind.PERSON_NOT_IMPORTED, 1, List.of("Evaluador/a")), tuple(Kind.PERSON_NOT_IMPORTED, 2, List.of("Elaborado por")));
        assertThat(matrix.toString()).doesNotContain("Inventado").doesNotContain("Otra Persona");
        assertThat(matrix.labels()).containsExactly(new Matrix.Label("Ventana", "Paz"));
    }

    @Test
    void a_person_below_a_table_is_not_joined_to_the_last_action() {
        Matrix matrix = read(line("Evaluadora Nombre Inventado", "consultora"), line(HEADING), line("1. Uno", "X", "", "PNUD"),
            line("Elaborado por:", "", "", "Otra Persona"), line("Revisado por: Nombre Tercero"), line("2. Contacto con las escuelas", "X"));
        assertThat(matrix.rows()).extracting(MatrixRow::text, MatrixRow::responsibleText)
            .containsExactly(tuple("Uno", "PNUD"), tuple("Contacto con las escuelas", ""));
        assertThat(matrix.notices()).filteredOn(n -> n.kind() == Kind.PERSON_NOT_IMPORTED).extracting(Notice::line, n -> n.arguments().getFirst())
            .containsExactly(tuple(1, "Evaluadora"), tuple(4, "Elaborado por"), tuple(5, "Revisado por"));
        assertThat(matrix.toString()).doesNotContain("Inventado").doesNotContain("Otra Persona").doesNotContain("Tercero");
    }

    @Test
    void the_name_of_the_evaluator_in_the_merged_workbook_is_not_imported_either() {
        byte[] file = Crafted.sheet("").with("xl/worksheets/sheet1.xml", Crafted.worksheet("<sheetData>" + row(1, "PLAN DE MEJORA")
            + row(3, "Evaluador/a", "Nombre Inventado") + row(4, HEADING) + row(5, "1. Uno", "X")
            + "</sheetData><mergeCells><mergeCell ref='B3:D3'/></mergeCells>")).bytes();
        assertThat(MatrixReader.read(GridReader.read(file, "m.xlsx")).toString()).contains("PLAN DE MEJORA").doesNotContain("Inventado");
    }

    @Test
    void a_heading_repeated_after_a_page_break_goes_on_with_the_same_block() {
        Matrix matrix = read(line("Recomendación: Medir"), line(HEADING), line("1. Uno", "X"), line(HEADING), line("y medio", "", "", "PNUD"), line("2. Dos", "", "X"));
        assertThat(matrix.blocks()).containsExactly(new Block(Component.NONE, List.of("Medir")));
        assertThat(matrix.rows()).extracting(MatrixRow::text, MatrixRow::firstLine, MatrixRow::lastLine)
            .containsExactly(tuple("Uno y medio", 3, 5), tuple("Dos", 6, 6));
    }

    @Test
    void a_recommendation_without_actions_is_a_block_too() {
        Matrix matrix = read(line("1.1 Componente único"), line("Recomendación: Primera"), line("Respuesta de la gestión del programa"),
            line("Recomendación 2: Segunda"), line(HEADING), line("1. Uno", "X"), line("Recomendación: Última"));
        assertThat(matrix.blocks()).extracting(Block::recommendations).containsExactly(List.of("Primera"), List.of("Segunda"), List.of("Última"));
        assertThat(matrix.rows()).extracting(MatrixRow::block).containsExactly(1);
    }

    @Test
    void notes_below_a_table_are_skipped_and_said_to_be() {
        Matrix matrix = read(line(HEADING), line("1. Uno", "X"), line(), line("Fuente: elaboración propia"));
        assertThat(matrix.rows()).singleElement().extracting(MatrixRow::text).isEqualTo("Uno");
        assertThat(matrix.notices()).filteredOn(n -> n.kind() == Kind.LINE_SKIPPED).extracting(Notice::line).containsExactly(4);
    }

    @Test
    void tables_without_numbers_have_one_action_per_row() {
        Matrix matrix = read(line("Acciones", "Trimestre 5 (Oct-Dic 2010)", "Trimestre 6 (Ene-Mar 2011)", "Socio"),
            line("Firmar el convenio", "x", "", "SEGEPLAN"), line("Publicar", "-", "30%", ""), line("Difundir"));
        assertThat(matrix.rows()).extracting(MatrixRow::text, MatrixRow::number, MatrixRow::marks)
            .containsExactly(tuple("Firmar el convenio", "", List.of("T5")), tuple("Publicar", "", List.of("T6")), tuple("Difundir", "", List.of()));
        assertThat(matrix.periods()).extracting(Matrix.Period::label).containsExactly("Trimestre 5 (Oct-Dic 2010)", "Trimestre 6 (Ene-Mar 2011)");
        assertThat(kinds(matrix.rows().get(1))).containsExactly(Kind.MARK_IS_TEXT, Kind.RESPONSIBLE_MISSING);
        assertThat(matrix.notices()).isEmpty();
    }

    @Test
    void a_term_in_words_gives_periods_or_a_question() {
        Matrix matrix = read(line("No.", "Acción", "Plazo", "Responsable"), line("1", "Uno", "T1 y T3", "PNUD"), line("2", "Dos", "antes de junio", "PNUD"));
        assertThat(matrix.rows()).extracting(MatrixRow::marks).containsExactly(List.of("T1", "T3"), List.of());
        assertThat(kinds(matrix.rows().get(1))).containsExactly(Kind.TERM_NOT_UNDERSTOOD);
    }

    @Test
    void the_same_period_in_two_years_needs_the_years() {
        Matrix matrix = read(line("Acciones", "2012", "", "2013", "", "Responsable"), line("", "T1", "T2", "T1", "T2"), line("1. Uno", "X", "", "", "X"));
        assertThat(matrix.periods()).extracting(Matrix.Period::code).containsExactly("T1-2012", "T2-2012", "T1-2013", "T2-2013");
        assertThat(matrix.rows().getFirst().marks()).containsExactly("T1-2012", "T2-2013");
        assertThatThrownBy(() -> read(line("Acciones", "T1", "T1", "Responsable"), line("1. Uno")))
            .isInstanceOfSatisfying(UnreadableFile.class, u -> assertThat(u.code()).isEqualTo("repeated-period"));
    }

    @Test
    void months_under_years_are_told_apart_by_their_years() {
        Matrix matrix = read(line("Acciones", "2012", "", "2013", "", "Responsable"), line("", "Ene", "Feb", "Ene", "Feb"), line("1. Uno", "X", "", "", "X"));
        assertThat(matrix.rows().getFirst().marks()).containsExactly("Ene-2012", "Feb-2013");
        assertThat(read(line("Acciones", "ene-12", "feb-12", "Responsable"), line("1. Uno", "X", "X", "PNUD")).notices()).isEmpty();
    }

    @Test
    void blank_places_of_a_plain_table_mean_as_above() {
        Matrix matrix = read(line("Componente", "Nombre del componente", "Recomendación", "No.", "Acciones principales", "T1", "Responsable"),
            line("1", "Gestión", "A", "1", "Uno", "X", "PNUD"), line("", "", "", "2", "Dos", "X", "PNUD"),
            line("1", "Gestión", "B", "1", "Tres", "X", "PNUD"), line("2", "Local", "", "1", "Cuatro", "X", "PNUD"));
        assertThat(matrix.rows()).extracting(MatrixRow::block).containsExactly(0, 0, 1, 2);
        assertThat(matrix.blocks()).containsExactly(new Block(new Component("1", "Gestión"), List.of("A")),
            new Block(new Component("1", "Gestión"), List.of("B")), new Block(new Component("2", "Local"), List.of()));
    }

    @Test
    void what_is_odd_in_a_row_is_said_of_the_row() {
        Matrix matrix = read(line("No.", "Acción", "T1", "Responsable", "Presupuesto"), line("1", "Uno", "X", "PNUD", "5"), line("1", "Dos", "X", "PNUD"),
            line("1", "Uno", "X", "PNUD"), line("", "Tres", "X", "PNUD"), line("5", "", "X", "PNUD"));
        assertThat(matrix.rows()).extracting(MatrixReaderTest::kinds).containsExactly(List.of(), List.of(Kind.REPEATED_NUMBER),
            List.of(Kind.REPEATED_ROW), List.of(Kind.NUMBER_MISSING), List.of(Kind.TEXT_MISSING));
        assertThat(matrix.notices()).extracting(Notice::kind, Notice::arguments)
            .contains(tuple(Kind.COLUMN_IGNORED, List.of("Presupuesto")), tuple(Kind.PERIODS_WITHOUT_YEAR, List.of("T1")));
    }

    @Test
    void numbers_come_off_the_text_and_quantities_do_not() {
        Matrix matrix = read(line(HEADING), line("1) Uno", "X"), line("2.-Dos", "X"), line("3. 350 jóvenes", "X"), line("1.1. Cuatro", "X"),
            line("a) Cinco", "X"), line("350 jóvenes participan", "X"), line("e-learning", "X"), line("1.5 millones", "X"));
        assertThat(matrix.rows()).extracting(MatrixRow::number, MatrixRow::text).containsExactly(tuple("1", "Uno"), tuple("2", "Dos"),
            tuple("3", "350 jóvenes"), tuple("1.1", "Cuatro"), tuple("a", "Cinco"), tuple("", "350 jóvenes participan"),
            tuple("", "e-learning"), tuple("", "1.5 millones"));
    }

    @Test
    void hidden_things_are_read_and_said_to_be_hidden() {
        Grid hidden = new Grid("Oculta", true, List.of(new Grid.Line(1, false, List.of(HEADING)),
            new Grid.Line(2, true, List.of("1. Uno", "X", "", "PNUD"))), List.of(), Set.of(3));
        Matrix matrix = MatrixReader.read(List.of(new Grid("Portada", false, List.of(new Grid.Line(1, false, List.of("Plan"))), List.of(), Set.of()), hidden));
        assertThat(matrix.notices()).extracting(Notice::kind)
            .containsExactly(Kind.SHEET_WITHOUT_TABLE, Kind.HIDDEN_COLUMN, Kind.HIDDEN_SHEET, Kind.PERIODS_WITHOUT_YEAR);
        assertThat(kinds(matrix.rows().getFirst())).containsExactly(Kind.HIDDEN_ROW);
        assertThat(matrix.titles()).containsExactly("Plan");
    }

    private static List<Kind> kinds(MatrixRow row) {
        return row.notices().stream().map(Notice::kind).filter(k -> k != Kind.RESPONSIBLE_MISSING || row.marks().equals(List.of("T6"))).toList();
    }

    private static String[] line(String... cells) {
        return cells;
    }

    private static Matrix read(String[]... lines) {
        var written = new ArrayList<Grid.Line>();
        for (int i = 0; i < lines.length; i++) {
            if (lines[i].length > 0) {
                written.add(new Grid.Line(i + 1, false, Arrays.asList(lines[i])));
            }
        }
        return MatrixReader.read(List.of(new Grid("Hoja1", false, written, List.of(), Set.of())));
    }
}
