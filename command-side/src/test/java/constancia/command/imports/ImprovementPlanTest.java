package constancia.command.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import constancia.command.imports.Matrix.Component;
import constancia.command.imports.Matrix.Label;
import constancia.command.imports.Notice.Kind;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImprovementPlanTest {

    private static final String WORKBOOK = "plan-de-mejora-2011.xlsx";
    private static final String CSV = "plan-de-mejora-2011.csv";

    @ParameterizedTest
    @ValueSource(strings = {WORKBOOK, CSV})
    void every_field_of_every_row_is_as_in_the_transcription(String file) throws IOException {
        Matrix matrix = Samples.matrix(file);
        List<CSVRecord> truth = Samples.records(CSV);
        assertThat(matrix.rows()).hasSize(28).hasSameSizeAs(truth);
        for (int i = 0; i < truth.size(); i++) {
            MatrixRow row = matrix.rows().get(i);
            var fields = new java.util.ArrayList<>(List.of(row.component().code(), row.component().text(),
                String.join("\n", matrix.blockOf(row).recommendations()), row.number(), row.text()));
            Stream.of("T1", "T2", "T3", "T4").forEach(t -> fields.add(row.marks().contains(t) ? "X" : ""));
            fields.add(row.responsibleText());
            assertThat(fields).as("row %d", i + 1).containsExactlyElementsOf(truth.get(i).toList());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {WORKBOOK, CSV})
    void the_check_figures_hold(String file) throws IOException {
        Matrix matrix = Samples.matrix(file);
        assertThat(perComponent(matrix)).containsExactly(9L, 7L, 12L);
        assertThat(perBlock(matrix)).containsExactly(5L, 3L, 1L, 6L, 1L, 2L, 7L, 3L);
        assertThat(matrix.blocks().stream().mapToInt(b -> b.recommendations().size()).sum()).isEqualTo(12);
        assertThat(matrix.rows().stream().mapToInt(r -> r.marks().size()).sum()).isEqualTo(55);
        assertThat(matrix.rows()).filteredOn(r -> r.responsibles().isEmpty())
            .extracting(r -> r.component().code(), MatrixRow::number).containsExactly(tuple("2.3", "6"), tuple("2.3", "7"));
        assertThat(matrix.components()).containsExactly(new Component("2.1", "Componente del Nivel Nacional"),
            new Component("2.2", "Componente del Nivel Local"), new Component("2.3", "Modelo de Gestión del PC"));
        assertThat(matrix.periods()).extracting(Matrix.Period::code).containsExactly("T1", "T2", "T3", "T4");
    }

    @Test
    void workbook_and_csv_give_the_same_fingerprints() throws IOException {
        assertThat(fingerprints(WORKBOOK)).isEqualTo(fingerprints(CSV)).doesNotHaveDuplicates();
    }

    @Test
    void rows_cut_by_a_page_break_are_joined_and_said_to_be() throws IOException {
        assertThat(Samples.matrix(WORKBOOK).rows()).filteredOn(r -> r.notices().stream().anyMatch(n -> n.kind() == Kind.JOINED_ROWS))
            .extracting(MatrixRow::firstLine, MatrixRow::lastLine, MatrixRow::responsibleText)
            .containsExactly(tuple(50, 51, "AMSS, UNICEF- UNPFA-OPS- OIT"), tuple(78, 79, "U de C con apoyo de OCR"));
    }

    @Test
    void title_and_labels_are_read_and_the_blank_ones_too() throws IOException {
        Matrix matrix = Samples.matrix(WORKBOOK);
        assertThat(matrix.titles()).hasSize(5).contains("PLAN DE MEJORA");
        assertThat(matrix.title()).hasValueSatisfying(t -> assertThat(t).startsWith("FONDO PARA EL LOGRO DE LOS ODM · "));
        assertThat(matrix.labels()).contains(new Label("Ventana", "Prevención de conflictos y consolidación de la paz"),
            new Label("Código MDG-F", "00067226"), new Label("Fecha de aprobación", ""));
    }

    @Test
    void nothing_else_is_said_about_the_sample() throws IOException {
        Matrix workbook = Samples.matrix(WORKBOOK);
        assertThat(workbook.notices()).extracting(Notice::kind).containsExactly(Kind.PERIODS_WITHOUT_YEAR);
        assertThat(workbook.rows().stream().flatMap(r -> r.notices().stream())).extracting(Notice::kind)
            .containsExactly(Kind.JOINED_ROWS, Kind.JOINED_ROWS, Kind.RESPONSIBLE_MISSING, Kind.RESPONSIBLE_MISSING);
    }

    private static List<Long> perComponent(Matrix matrix) {
        return matrix.components().stream().map(c -> matrix.rows().stream().filter(r -> r.component().equals(c)).count()).toList();
    }

    private static List<Long> perBlock(Matrix matrix) {
        return java.util.stream.IntStream.range(0, matrix.blocks().size())
            .mapToObj(b -> matrix.rows().stream().filter(r -> r.block() == b).count()).toList();
    }

    private static List<String> fingerprints(String file) throws IOException {
        return Samples.matrix(file).fingerprints();
    }
}
