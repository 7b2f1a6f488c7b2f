package constancia.command.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import constancia.command.imports.Grid.Area;
import constancia.command.imports.Notice.Kind;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MergedCellsTest {

    private static final String[] HEADING = {"Acciones", "T1", "T2", "T3", "T4", "Responsable"};

    @Test
    void a_mark_holds_in_every_period_and_every_row_that_its_cell_covers() {
        var matrix = read(List.of(new Area(2, 1, 2, 3), new Area(3, 2, 4, 3)),
            HEADING, line("1. Uno", "X", "", "", "X", "PNUD"), line("2. Dos", "", "X", "", "", "OPS"), line("3. Tres", "X", "", "", "", "OIT"));
        assertThat(matrix.rows()).extracting(MatrixRow::marks).containsExactly(List.of("T1", "T2", "T3", "T4"), List.of("T2", "T3"), List.of("T1", "T2", "T3"));
        assertThat(matrix.rows()).flatExtracting(MatrixRow::notices).extracting(Notice::kind, Notice::line, Notice::arguments).containsExactly(
            tuple(Kind.MERGED_CELLS, 2, List.of("B2:D2")), tuple(Kind.MERGED_CELLS, 3, List.of("C3:D4")), tuple(Kind.MERGED_CELLS, 4, List.of("C3:D4")));
    }

    @Test
    void who_answers_for_several_rows_does_so_for_each_of_them() {
        var matrix = read(List.of(new Area(2, 5, 4, 5)), HEADING, line("1. Uno", "X", "", "", "", "PNUD"), line("2. Dos", "X"), line("3. Tres"), line("4. Cuatro", "X"));
        assertThat(matrix.rows()).extracting(MatrixRow::responsibleText).containsExactly("PNUD", "PNUD", "PNUD", "");
        assertThat(matrix.rows()).extracting(row -> row.notices().stream().map(Notice::kind).toList())
            .containsExactly(List.of(), List.of(Kind.MERGED_CELLS), List.of(Kind.MERGED_CELLS), List.of(Kind.RESPONSIBLE_MISSING));
    }

    @Test
    void a_term_and_a_number_hold_for_several_rows_too() {
        var matrix = read(List.of(new Area(2, 2, 3, 2), new Area(3, 0, 4, 0)), line("No.", "Acción", "Plazo", "Responsable"),
            line("1", "Uno", "15/06/2012", "PNUD"), line("2", "Dos", "", "OPS"), line("", "Tres", "T1", "OIT"));
        assertThat(matrix.rows()).extracting(MatrixRow::number, MatrixRow::text, row -> String.valueOf(row.dueOn()))
            .containsExactly(tuple("1", "Uno", "2012-06-15"), tuple("2", "Dos", "2012-06-15"), tuple("2", "Tres", "null"));
    }

    @Test
    void an_action_over_rows_with_marks_of_their_own_is_one_for_each() {
        var matrix = read(List.of(new Area(2, 0, 3, 0)), HEADING, line("1. Uno", "X", "", "", "", "MJSP"), line("", "", "X", "", "", "PNUD"));
        assertThat(matrix.rows()).extracting(MatrixRow::number, MatrixRow::text, MatrixRow::marks, MatrixRow::responsibleText)
            .containsExactly(tuple("1", "Uno", List.of("T1"), "MJSP"), tuple("1", "Uno", List.of("T2"), "PNUD"));
        assertThat(matrix.rows().get(1).notices()).extracting(Notice::kind).containsExactlyInAnyOrder(Kind.MERGED_CELLS, Kind.REPEATED_NUMBER);
    }

    @Test
    void a_cut_row_is_joined_as_before_and_neither_headings_nor_wide_texts_become_marks() {
        var cut = read(List.of(new Area(2, 5, 3, 5)), HEADING, line("1. Uno", "X", "", "", "", "PNUD"), line("y medio"));
        assertThat(cut.rows()).extracting(MatrixRow::text, MatrixRow::responsibleText).containsExactly(tuple("Uno y medio", "PNUD"));
        var wide = read(List.of(new Area(1, 5, 2, 5), new Area(1, 2, 2, 2), new Area(2, 0, 2, 1)), HEADING, line("1. Uno", "", "", "X"));
        assertThat(wide.rows()).extracting(MatrixRow::marks, MatrixRow::responsibleText).containsExactly(tuple(List.of("T3"), ""));
    }

    @Test
    void milestones_of_a_merged_cell_are_in_each_of_its_periods_and_those_of_a_merged_partner_are_his() {
        var table = PeriodGrid.read(grid(List.of(new Area(3, 0, 4, 0), new Area(3, 1, 3, 2)), line("3.1 Comunicación"), line("Socio", "Trimestre 5", "Trimestre 6"),
            line("MIFAPRO", "Firmar el convenio"), line("", "", "Instalar las sedes"), line("", "Sin socio que la tenga"))).orElseThrow();
        assertThat(table.entries()).extracting(entry -> entry.cell(2), entry -> entry.cell(3), entry -> entry.cell(5)).containsExactly(
            tuple("MIFAPRO", "Trimestre 5", "Firmar el convenio"), tuple("MIFAPRO", "Trimestre 6", "Firmar el convenio"), tuple("MIFAPRO", "Trimestre 6", "Instalar las sedes"));
        assertThat(table.notices()).extracting(Notice::kind, Notice::line, Notice::arguments).containsExactly(
            tuple(Kind.MERGED_CELLS, 3, List.of("B3:C3")), tuple(Kind.MERGED_CELLS, 4, List.of("A3:A4")), tuple(Kind.LINE_SKIPPED, 5, List.of("Sin socio que la tenga")));
    }

    @Test
    void milestones_stand_under_months_as_they_do_under_quarters() {
        var table = PeriodGrid.read(grid(List.of(), line("Socio", "ene-12", "feb-12", "mar-12"), line("MIFAPRO", "Firmar el convenio", "", "Instalar las sedes"))).orElseThrow();
        assertThat(table.entries()).extracting(entry -> entry.cell(3), entry -> entry.cell(5))
            .containsExactly(tuple("ene-12", "Firmar el convenio"), tuple("mar-12", "Instalar las sedes"));
    }

    @Test
    void areas_that_lie_over_one_another_cost_no_time() {
        var lines = IntStream.rangeClosed(1, 10_000).mapToObj(i -> i == 1 ? HEADING : line(i + ". Acción", "X", "", "", "", "PNUD")).toArray(String[][]::new);
        assertThat(assertTimeoutPreemptively(Duration.ofSeconds(20), () -> read(Collections.nCopies(Limits.MERGED_AREAS, new Area(1, 0, 1_048_576, 16_383)), lines)).rows()).hasSize(9_999);
    }

    private static String[] line(String... cells) {
        return cells;
    }

    private static Matrix read(List<Area> areas, String[]... lines) {
        return MatrixReader.read(List.of(grid(areas, lines)));
    }

    private static Grid grid(List<Area> areas, String[]... lines) {
        var written = IntStream.range(0, lines.length).mapToObj(i -> new Grid.Line(i + 1, false, Arrays.asList(lines[i]))).toList();
        return new Grid("Hoja1", false, written, areas, Set.of());
    }
}
