package constancia.command.imports;

import static constancia.command.imports.Crafted.row;
import static constancia.command.imports.Crafted.worksheet;
import static constancia.command.imports.HostileFilesTest.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GridReaderTest {

    private static final String SHEET = "xl/worksheets/sheet1.xml";

    @Test
    void numbers_are_texts_as_people_see_them() {
        Grid grid = read("<row r='1'><c r='A1' s='1'><v>67226</v></c><c r='B1'><v>2.5</v></c><c r='C1' s='2'><v>40886</v></c>"
            + "<c r='D1' t='b'><v>1</v></c><c r='E1' t='s'><v>0</v></c><c r='F1' t='e'><v>#N/A</v></c></row>" + row(2, "00067226"));
        assertThat(grid.lines().getFirst().cells()).containsExactly("00067226", "2.5", "2011-12-09", "TRUE", "compartido", "#N/A");
        assertThat(grid.lines().get(1).cells()).containsExactly("00067226");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"mmm-yy|jun-18", "mmm-yy;@|jun-18", "[$-C0A]mmm\\-yy;@|jun-18", "mmmm yyyy|junio 2018", "[$-440A]mmmm\\ &quot;de&quot;\\ yyyy;@|junio 2018",
        "yyyy|2018", "&quot;año de &quot;yyyy|2018", "d-mmm|1-jun", "d&quot; de &quot;mmmm|1 junio", "dddd|viernes", "mmmm|junio", "h:mm|0:00", "[h]:mm|1038048:00",
        "dd/mm/yyyy|2018-06-01", "m/d/yy h:mm|2018-06-01", "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy|2018-06-01", "[$-C0A]d\\ &quot;de&quot;\\ mmmm\\ &quot;de&quot;\\ yyyy;@|2018-06-01",
        "0 &quot;dms&quot;|43252 dms", "0;[Red]-0|43252"})
    void a_day_is_written_in_one_way_and_what_shows_less_than_a_day_stays_what_is_seen(String format, String shown) {
        assertThat(read(number("43252"), format).lines().getFirst().cells()).containsExactly(shown);
    }

    @Test
    void dates_that_count_from_1904_show_the_same() {
        byte[] file = Crafted.sheet("<row r='1'><c r='A1' s='1'><v>41790</v></c></row>").with("xl/styles.xml", styles("mmm-yy"))
            .with("xl/workbook.xml", Crafted.workbook("<sheet name='S' sheetId='1' r:id='r1'/>").replace("<sheets>", "<workbookPr date1904='1'/><sheets>")).bytes();
        assertThat(GridReader.read(file, "m.xlsx").getFirst().lines().getFirst().cells()).containsExactly("jun-18");
    }

    @Test
    void months_over_columns_of_marks_are_periods_of_their_own() {
        String heading = "<row r='1'><c r='A1' t='inlineStr'><is><t>Acciones</t></is></c><c r='B1' s='1'><v>43252</v></c><c r='C1' s='1'><v>43282</v></c>"
            + "<c r='D1' t='inlineStr'><is><t>Responsable</t></is></c></row>";
        var rows = heading + row(2, "Capacitar", "X", null, "PNUD") + row(3, "Evaluar", "X", "X", "PNUD");
        for (var shown : List.of(List.of("mmm-yy", "jun-18", "jul-18"), List.of("mmmm", "junio", "julio"), List.of("d-mmm", "1-jun", "1-jul"), List.of("dd/mm/yyyy", "2018-06-01", "2018-07-01"))) {
            var matrix = MatrixReader.read(List.of(read(rows, shown.getFirst())));
            assertThat(matrix.rows()).extracting(MatrixRow::marks).containsExactly(List.of(shown.get(1)), shown.subList(1, 3));
            assertThat(matrix.rows()).extracting(MatrixRow::dueOn).containsOnlyNulls();
        }
    }

    @Test
    void a_year_or_a_month_in_a_column_of_terms_never_becomes_a_day() {
        String rows = row(1, "No.", "Acción", "Plazo", "Responsable") + row(2, "1", "Capacitar", null, "PNUD").replace("<c r='D2'", "<c r='C2' s='1'><v>43252</v></c><c r='D2'");
        assertThat(MatrixReader.read(List.of(read(rows, "yyyy"))).rows()).singleElement()
            .satisfies(row -> assertThat(row.marks()).containsExactly("2018")).extracting(MatrixRow::dueOn).isNull();
        assertThat(MatrixReader.read(List.of(read(rows, "mmm-yy"))).rows()).singleElement()
            .satisfies(row -> assertThat(row.notices()).extracting(Notice::arguments).containsExactly(List.of("jun-18"))).extracting(MatrixRow::dueOn).isNull();
        assertThat(MatrixReader.read(List.of(read(rows, "d/m/yy"))).rows()).extracting(MatrixRow::dueOn).containsExactly(LocalDate.of(2018, 6, 1));
    }

    @Test
    void a_formula_is_its_stored_result_and_without_one_the_file_is_refused() {
        Grid grid = read("<row r='1'><c r='A1'><f>1+1</f><v>2</v></c><c r='B1' t='str'><f>\"\"</f><v></v></c>"
            + "<c r='C1' t='str'><f>A1</f><v>dos</v></c></row>");
        assertThat(grid.lines().getFirst().cells()).containsExactly("2", "", "dos");
        for (String without : List.of("<f>A1</f>", "<f>A1</f><v/>", "<f>A1</f><v></v>")) {
            assertThatThrownBy(() -> read("<row r='7'><c r='C7'>" + without + "</c></row>"))
                .isInstanceOfSatisfying(UnreadableFile.class, u -> {
                    assertThat(u.code()).isEqualTo("formula-without-result");
                    assertThat(u.arguments()).containsExactly("C7");
                });
        }
    }

    @Test
    void merged_and_hidden_cells_are_told() {
        byte[] file = Crafted.sheet("").with(SHEET, worksheet("<cols><col min='2' max='3' hidden='1'/></cols><sheetData>" + row(1, "a")
            + row(4, "b").replace("<row", "<row hidden='1'") + "</sheetData><mergeCells><mergeCell ref='A1:F2'/></mergeCells>"))
            .with("xl/workbook.xml", Crafted.workbook("<sheet name='Oculta' sheetId='1' state='veryHidden' r:id='r1'/>")).bytes();
        Grid grid = GridReader.read(file, "m.xlsx").getFirst();
        assertThat(grid.name()).isEqualTo("Oculta");
        assertThat(grid.hidden()).isTrue();
        assertThat(grid.hiddenColumns()).containsExactlyInAnyOrder(1, 2);
        assertThat(grid.areas()).containsExactly(new Grid.Area(1, 0, 2, 5));
        assertThat(grid.lines()).extracting(Grid.Line::number, Grid.Line::hidden)
            .containsExactly(org.assertj.core.api.Assertions.tuple(1, false), org.assertj.core.api.Assertions.tuple(4, true));
    }

    @Test
    void rows_and_cells_without_reference_follow_one_another() {
        assertThat(read("<row><c t='inlineStr'><is><t>a</t></is></c><c/><c t='inlineStr'><is><r><t>b</t></r><r><t>c</t></r></is></c></row>"
            + "<row><c t='inlineStr'><is><t>d</t></is></c></row>").lines())
            .containsExactly(new Grid.Line(1, false, List.of("a", "", "bc")), new Grid.Line(2, false, List.of("d")));
    }

    @Test
    void a_sheet_that_claims_a_thousand_million_cells_costs_what_it_holds() {
        byte[] file = Crafted.sheet("").with(SHEET, worksheet("<dimension ref='A1:XFD1048576'/><sheetData>" + row(1, "a")
            + "<row r='1048576'><c r='XFD1048576' s='1'/></row></sheetData><mergeCells><mergeCell ref='A1:XFD1048576'/></mergeCells>")).bytes();
        assertThat(GridReader.read(file, "m.xlsx").getFirst().lines()).hasSize(1);
        assertThat(refusal(file)).isEqualTo("no-table-found");
    }

    @Test
    void more_than_the_limits_is_refused() {
        var rows = new StringBuilder();
        for (int i = 1; i <= Limits.ROWS + Limits.OTHER_LINES + 1; i++) {
            rows.append("<row><c><v>").append(i * 7919).append("</v></c></row>");
        }
        assertThat(refusal(Crafted.sheet(rows.toString()).bytes())).isEqualTo("too-many-rows");
        assertThat(refusal(Crafted.sheet("<row r='1'><c r='GS1'><v>1</v></c></row>").bytes())).isEqualTo("too-many-columns");
        var random = new java.util.Random(3);
        var text = new StringBuilder();
        while (text.length() <= Limits.CELL_CHARACTERS) {
            text.append(Integer.toString(random.nextInt(1 << 30), 36));
        }
        assertThat(refusal(Crafted.sheet(row(1, text.toString())).bytes())).isEqualTo("text-too-long");
        String shared = "<sst xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><si><t>" + text.substring(0, 30_000) + "</t></si></sst>";
        assertThat(refusal(Crafted.sheet(repeated("<row><c t='s'><v>0</v></c></row>", 1_000)).with("xl/sharedStrings.xml", shared).bytes()))
            .isEqualTo("workbook-too-large");
        assertThat(refusal(Crafted.sheet("").with("xl/workbook.xml", Crafted.workbook(
            repeated("<sheet name='S' sheetId='1' r:id='r1'/>", 101))).bytes())).isEqualTo("too-many-sheets");
    }

    @Test
    void workbooks_without_a_table_of_actions_are_refused() {
        assertThat(refusal(Crafted.sheet("").bytes())).isEqualTo("no-table-found");
        assertThat(refusal(Crafted.sheet(row(1, "Plan de mejora") + row(2, "Un texto", "y otro")).bytes())).isEqualTo("no-table-found");
        assertThat(refusal(Crafted.sheet(row(1, "Acciones principales", "T1", "Responsable")).bytes())).isEqualTo("table-without-rows");
        assertThat(refusal(Crafted.sheet("").with("xl/workbook.xml", Crafted.workbook("")).bytes())).isEqualTo("not-a-workbook");
        assertThat(refusal(Crafted.sheet("").with("xl/workbook.xml", "<workbook xmlns='http://purl.oclc.org/ooxml/spreadsheetml/main'/>").bytes()))
            .isEqualTo("strict-workbook-format");
        assertThat(refusal(Crafted.sheet("").with("_rels/.rels",
            Crafted.relationships(Crafted.relationship("r1", "officeDocument", "xl/workbook.bin"))).bytes())).isEqualTo("binary-workbook-format");
    }

    @Test
    void what_lies_outside_the_file_does_not_exist() {
        byte[] file = Crafted.sheet("").with("xl/_rels/workbook.xml.rels", Crafted.relationships(Crafted.relationship("r1", "worksheet",
            "http://127.0.0.1:9/sheet.xml").replace("/>", " TargetMode='External'/>"))).bytes();
        assertThat(refusal(file)).isEqualTo("not-a-workbook");
    }

    private static String repeated(String part, int times) {
        return part.repeat(times);
    }

    private static String number(String number) {
        return "<row r='1'><c r='A1' s='1'><v>" + number + "</v></c></row>";
    }

    /** The second of its styles has that format. */
    private static String styles(String format) {
        return "<styleSheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><numFmts count='1'><numFmt numFmtId='164' formatCode='" + format
            + "'/></numFmts><cellXfs count='2'><xf numFmtId='0'/><xf numFmtId='164'/></cellXfs></styleSheet>";
    }

    private static Grid read(String rows, String format) {
        return GridReader.read(Crafted.sheet(rows).with("xl/styles.xml", styles(format)).bytes(), "m.xlsx").getFirst();
    }

    private static Grid read(String rows) {
        return GridReader.read(Crafted.sheet(rows).bytes(), "m.xlsx").getFirst();
    }
}
