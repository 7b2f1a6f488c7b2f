package constancia.command.imports;

import static constancia.command.imports.HostileFilesTest.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvFileTest {

    private static final String COMMAS = "No.,Acción,Responsable\r\n1,\"Diseñar,\r\nvalidar\",\"MJSP; PNUD; OPS; OIT\"\r\n\r\n007,Otra,\r\n";
    private static final List<Grid.Line> EXPECTED = List.of(new Grid.Line(1, false, List.of("No.", "Acción", "Responsable")),
        new Grid.Line(2, false, List.of("1", "Diseñar,\nvalidar", "MJSP; PNUD; OPS; OIT")), new Grid.Line(4, false, List.of("007", "Otra")));

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1252"})
    void both_encodings_are_read(String charset) {
        assertThat(lines(COMMAS.getBytes(Charset.forName(charset)))).isEqualTo(EXPECTED);
    }

    @Test
    void a_byte_order_mark_is_not_part_of_the_first_cell() {
        assertThat(lines(("\uFEFF" + COMMAS).getBytes(StandardCharsets.UTF_8))).isEqualTo(EXPECTED);
        assertThat(lines(("\uFEFF" + COMMAS).getBytes(StandardCharsets.UTF_16LE))).isEqualTo(EXPECTED);
    }

    @Test
    void semicolons_are_recognised_even_where_commas_are_more() {
        String text = "No.;Acción;Responsable\n1;Uno, dos, tres, cuatro;MJSP, PNUD\n2;Seis;OPS, OIT, UNFPA\n";
        assertThat(lines(text.getBytes(StandardCharsets.UTF_8)).get(1).cells()).containsExactly("1", "Uno, dos, tres, cuatro", "MJSP, PNUD");
    }

    @Test
    void a_sep_line_decides_and_still_counts_as_a_row() {
        assertThat(lines("sep=;\r\na,b,c;d,e,f\r\n".getBytes(StandardCharsets.UTF_8)))
            .containsExactly(new Grid.Line(2, false, List.of("a,b,c", "d,e,f")));
    }

    @Test
    void lines_may_end_as_on_an_old_mac() {
        assertThat(lines(COMMAS.replace("\r\n", "\r").getBytes(StandardCharsets.UTF_8))).isEqualTo(EXPECTED);
        assertThat(lines("sep=;\ra,b;c\rd;e\r".getBytes(StandardCharsets.UTF_8)))
            .containsExactly(new Grid.Line(2, false, List.of("a,b", "c")), new Grid.Line(3, false, List.of("d", "e")));
        assertThat(lines("No.;Acción\r1;Uno, dos\r2;Tres\r3;Cuatro, cinco, seis\r".getBytes(StandardCharsets.UTF_8)).get(1).cells()).containsExactly("1", "Uno, dos");
    }

    @Test
    void the_grid_takes_the_name_of_the_file() {
        assertThat(GridReader.read("a,b".getBytes(), "C:\\datos\\plan.csv").getFirst().name()).isEqualTo("plan");
    }

    @Test
    void hostile_texts_are_refused() {
        assertThat(refusal("a,\"sin cerrar".getBytes(), "m.csv")).isEqualTo("damaged-csv");
        assertThat(refusal("a\n\"b\"c,d\n".getBytes(), "m.csv")).isEqualTo("damaged-csv");
        assertThat(refusal(",".repeat(15_000_000).getBytes(), "m.csv")).isEqualTo("too-many-columns");
        assertThat(refusal(("a\"b\n" + "\"\n\",,,,".repeat(2_000_000)).getBytes(), "m.csv")).isEqualTo("too-many-columns");
        assertThat(refusal("\n".repeat(15_000_000).concat("a").getBytes(), "m.csv")).isIn("too-many-rows", "empty-file");
        assertThat(refusal("a,b\n".repeat(60_000).getBytes(), "m.csv")).isEqualTo("too-many-rows");
        assertThat(refusal(("a," + "b".repeat(40_000)).getBytes(), "m.csv")).isEqualTo("text-too-long");
        assertThat(refusal("  \n \n".getBytes(), "m.csv")).isEqualTo("empty-file");
        assertThat(refusal("a\u0000,b".getBytes(), "m.csv")).isEqualTo("not-a-workbook");
    }

    private static List<Grid.Line> lines(byte[] content) {
        return GridReader.read(content, "m.csv").getFirst().lines();
    }
}
