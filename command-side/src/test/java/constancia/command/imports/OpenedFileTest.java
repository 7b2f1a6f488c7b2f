package constancia.command.imports;

import static constancia.command.imports.Crafted.row;
import static constancia.command.imports.Crafted.worksheet;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpenedFileTest {

    private static final String TEXT = "No.;Acción;Institución\n1;Señalar qué está más allá de «lo público»;Alcaldía de Ahuachapán\n";
    private static final List<String> CELLS = List.of("1", "Señalar qué está más allá de «lo público»", "Alcaldía de Ahuachapán");

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16BE", "UTF-16LE", "windows-1252", "x-MacRoman"})
    void the_encoding_is_recognised_and_told_where_it_is_an_old_one(String charset) {
        var mark = charset.startsWith("UTF") ? "\uFEFF" : "";
        var file = OpenedFile.open((mark + TEXT).getBytes(Charset.forName(charset)), "m.csv", Map.of());
        assertThat(file.grids().getFirst().lines().get(1).cells()).isEqualTo(CELLS);
        assertThat(file.questions()).isEmpty();
        assertThat(file.notices()).extracting(Notice::code).isEqualTo(mark.isEmpty() ? List.of("old-encoding") : List.of());
    }

    @Test
    void utf_8_needs_no_mark() {
        assertThat(OpenedFile.open(TEXT.getBytes(StandardCharsets.UTF_8), "m.csv", Map.of()).grids().getFirst().lines().get(1).cells()).isEqualTo(CELLS);
    }

    @Test
    void which_old_encoding_it_is_is_asked_where_the_words_do_not_tell() {
        byte[] content = "No.;Acción\n1;Côte d’Ivoire\n".replace("ó", "o").replace("ô", "o").getBytes(Charset.forName("windows-1252"));
        var question = OpenedFile.open(content, "m.csv", Map.of()).questions().getFirst();
        assertThat(question.name()).isEqualTo("encoding");
        assertThat(question.choices()).extracting(Question.Choice::word).containsExactly("windows-1252", "mac-roman");
        assertThat(question.choices().getFirst().args().getFirst()).contains("d’Ivoire");
        var windows = OpenedFile.open(content, "m.csv", Map.of("encoding", "windows-1252"));
        assertThat(windows.questions().getFirst().answer()).isEqualTo("windows-1252");
        assertThat(windows.grids().getFirst().lines().get(1).cells()).containsExactly("1", "Cote d’Ivoire");
        assertThat(OpenedFile.open(content, "m.csv", Map.of("encoding", "mac-roman")).grids().getFirst().lines().get(1).cells()).containsExactly("1", "Cote díIvoire");
    }

    @Test
    void hidden_rows_and_columns_are_asked_about_and_read_until_somebody_leaves_them_out() {
        var file = workbook("visible");
        var open = OpenedFile.open(file, "m.xlsx", Map.of());
        assertThat(open.questions()).extracting(Question::name).containsExactly("hidden-rows:Plan", "hidden-columns:Plan");
        assertThat(open.questions().getFirst().args()).containsExactly("Plan", "2");
        assertThat(open.questions().getLast().args()).containsExactly("Plan", "B");
        assertThat(texts(open)).containsExactly(List.of("a", "b"), List.of("c"), List.of("d"));
        assertThat(texts(OpenedFile.open(file, "m.xlsx", Map.of("hidden-rows:Plan", "leave-out")))).containsExactly(List.of("a", "b"), List.of("d"));
        assertThat(texts(OpenedFile.open(file, "m.xlsx", Map.of("hidden-columns:Plan", "leave-out")))).containsExactly(List.of("a", ""), List.of("c"), List.of("d"));
        assertThat(texts(OpenedFile.open(file, "m.xlsx", Map.of("hidden-rows:Plan", "read", "hidden-columns:Plan", "read")))).isEqualTo(texts(open));
    }

    @Test
    void a_hidden_sheet_is_asked_about() {
        var file = workbook("veryHidden");
        assertThat(OpenedFile.open(file, "m.xlsx", Map.of()).questions()).extracting(Question::name).startsWith("hidden-sheet:Plan");
        assertThat(OpenedFile.open(file, "m.xlsx", Map.of("hidden-sheet:Plan", "leave-out")).grids()).isEmpty();
    }

    private static List<List<String>> texts(OpenedFile file) {
        return file.grids().getFirst().lines().stream().map(Grid.Line::cells).toList();
    }

    private static byte[] workbook(String state) {
        return Crafted.sheet("").with("xl/worksheets/sheet1.xml", worksheet("<cols><col min='2' max='3' hidden='1'/></cols><sheetData>" + row(1, "a", "b")
                + row(2, "c").replace("<row", "<row hidden='1'") + row(3, "d") + "</sheetData>"))
            .with("xl/workbook.xml", Crafted.workbook("<sheet name='Plan' sheetId='1' state='" + state + "' r:id='r1'/>")).bytes();
    }
}
