package constancia.command.imports;

import static constancia.command.imports.Crafted.row;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import constancia.command.imports.Content.Mapped;
import constancia.command.imports.Mapping.Column;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The check figures of the samples, and that each workbook gives what its careful transcription says. */
class SheetsTest {

    @ParameterizedTest
    @CsvSource({"dialogo-guatemala-2011-metas.csv,milestones,61", "dialogo-guatemala-2011-obstaculos.csv,risks,5", "consejo-seguridad-2014-participantes.csv,seats,32",
        "consejo-seguridad-2014-instancias.csv,bodies,7", "consejo-seguridad-2014-funciones.csv,functions,31", "consejo-seguridad-2014-calendario.csv,milestones,19",
        "consejo-seguridad-2014-metodologia.csv,outline,12", "consejo-seguridad-2014-hitos.csv,milestones,11", "segob-poa-2018.csv,results,105",
        "comunidades-solidarias-2010-municipios.csv,territory,25", "comunidades-solidarias-2010-ejes.csv,outline,22",
        "comunidades-solidarias-2010-marco-logico.csv,outline,4", "instituciones.csv,institutions,85"})
    void every_transcription_is_recognised_with_all_its_rows(String file, String kind, int rows) throws IOException {
        var content = content(file);
        assertThat(content.questions()).isEmpty();
        assertThat(content.tables()).singleElement().satisfies(mapped -> {
            assertThat(mapped.mapping().kind().word()).isEqualTo(kind);
            assertThat(mapped.table().entries()).hasSize(rows);
            assertThat(mapped.table().notices()).extracting(Notice::kind).allMatch(Notice.Kind.COLUMN_IGNORED::equals);
        });
    }

    @Test
    void of_rows_that_are_no_actions_a_file_has_many_and_more_are_refused_as_it_is_read() {
        var rows = IntStream.rangeClosed(1, Limits.OTHER_ROWS).mapToObj(i -> "Propósito,Objetivo " + i + "\n").collect(Collectors.joining());
        assertThat(outline(rows).tables().getFirst().table().entries()).hasSize(20_000);
        assertThatThrownBy(() -> outline(rows + "Propósito,Uno más\n")).isInstanceOfSatisfying(UnreadableFile.class, refused -> {
            assertThat(refused.code()).isEqualTo("too-many-other-rows");
            assertThat(refused.arguments()).containsExactly("20000");
        });
    }

    private static Content outline(String rows) {
        return Content.read(OpenedFile.open(("Nivel,Objetivo\n" + rows).getBytes(StandardCharsets.UTF_8), "marco.csv", Map.of()), null, Map.of(), name -> Optional.empty(), name -> false);
    }

    @ParameterizedTest
    @CsvSource({"dialogo-guatemala-2011.xlsx,Calendario de metas,dialogo-guatemala-2011-metas.csv", "dialogo-guatemala-2011.xlsx,Posibles obstáculos,dialogo-guatemala-2011-obstaculos.csv",
        "consejo-seguridad-2014.xlsx,Participantes,consejo-seguridad-2014-participantes.csv", "consejo-seguridad-2014.xlsx,Roles,consejo-seguridad-2014-funciones.csv",
        "consejo-seguridad-2014.xlsx,Estructura,consejo-seguridad-2014-instancias.csv", "consejo-seguridad-2014.xlsx,Metodología,consejo-seguridad-2014-metodologia.csv",
        "consejo-seguridad-2014.xlsx,Calendario por meta,consejo-seguridad-2014-calendario.csv", "consejo-seguridad-2014.xlsx,Características,consejo-seguridad-2014-hitos.csv",
        "segob-poa-2018.xlsx,POA 2018,segob-poa-2018.csv", "comunidades-solidarias-2010.xlsx,MML,comunidades-solidarias-2010-marco-logico.csv",
        "comunidades-solidarias-2010.xlsx,Cuadro 1 Municipios CSU,comunidades-solidarias-2010-municipios.csv",
        "comunidades-solidarias-2010.xlsx,Ejes y componentes,comunidades-solidarias-2010-ejes.csv"})
    void a_workbook_gives_what_its_transcription_says(String workbook, String sheet, String csv) throws IOException {
        var read = content(workbook).tables().stream().map(Mapped::table).filter(table -> table.sheet().equals(sheet)).findFirst().orElseThrow();
        var truth = content(csv).tables().getFirst().table();
        var shared = truth.headings().stream().map(Plain::heading).filter(heading -> at(read, heading) >= 0).toList();
        assertThat(shared.size()).isGreaterThanOrEqualTo(2);
        assertThat(cells(read, shared)).containsExactlyInAnyOrderElementsOf(cells(truth, shared));
    }

    @Test
    void the_milestones_of_the_dialogue_are_as_many_as_the_check_figures_say() throws IOException {
        var items = items("dialogo-guatemala-2011.xlsx", ImportKind.MILESTONES);
        assertThat(items.stream().collect(Collectors.groupingBy(item -> item.component().text().substring(0, 8), Collectors.counting())))
            .containsOnly(Map.entry("La Gesti", 20L), Map.entry("Estrateg", 18L), Map.entry("Planes d", 10L), Map.entry("PISI Exp", 13L));
        assertThat(items.stream().collect(Collectors.groupingBy(Item::period, Collectors.counting())))
            .containsOnly(Map.entry("T5", 15L), Map.entry("T6", 25L), Map.entry("T7", 13L), Map.entry("T8", 8L));
    }

    @Test
    void the_axes_are_thirteen_urban_and_nine_rural_components() throws IOException {
        assertThat(items("comunidades-solidarias-2010.xlsx", ImportKind.OUTLINE).stream().filter(item -> item.get(Meaning.LEVEL).isEmpty())
            .collect(Collectors.groupingBy(item -> item.entry().cell(0), Collectors.counting()))).containsOnly(Map.entry("Urbano", 13L), Map.entry("Rural", 9L));
    }

    @Test
    void the_functions_are_of_four_holders_and_the_calendar_of_contents_and_products() throws IOException {
        assertThat(items("consejo-seguridad-2014.xlsx", ImportKind.FUNCTIONS).stream().collect(Collectors.groupingBy(item -> item.get(Meaning.HOLDER), Collectors.counting())))
            .containsOnly(Map.entry("Consejo", 8L), Map.entry("Gobierno", 10L), Map.entry("PNUD/OEA/UE", 11L), Map.entry("Otros Países Amigos del Proceso", 2L));
        assertThat(items("consejo-seguridad-2014.xlsx", ImportKind.MILESTONES).stream().collect(Collectors.groupingBy(item -> item.get(Meaning.TYPE), Collectors.counting())))
            .containsOnly(Map.entry("Contenido", 8L), Map.entry("Actividad", 2L), Map.entry("Producto", 9L), Map.entry("Hito", 7L), Map.entry("Objetivo general", 4L));
    }

    @Test
    void agreements_that_results_name_are_kept_with_them() throws IOException {
        var notes = items("segob-poa-2018.csv", ImportKind.RESULTS).stream().map(Item::notes).toList();
        assertThat(notes.stream().filter(note -> note.contains("acuerdo o convenio?: Sí"))).hasSize(5);
        assertThat(notes.stream().filter(note -> note.contains("acuerdo o convenio?: ?"))).hasSize(5);
        assertThat(notes.stream().filter(note -> note.contains("Cantidad: 107"))).hasSize(1);
        assertThat(notes.stream().filter(note -> note.contains("Fecha mencionada: 11-07"))).hasSize(1);
    }

    @Test
    void the_results_that_name_agreements_are_those_of_the_check_figures() throws IOException {
        var items = items("segob-poa-2018.csv", ImportKind.RESULTS);
        assertThat(numbers(items, "acuerdo o convenio?: Sí")).containsExactly("23", "34", "61", "76", "79");
        assertThat(numbers(items, "acuerdo o convenio?: ?")).containsExactly("36", "41", "45", "47", "80");
    }

    /** The workbook marks every result with a bullet, so a paragraph is known by its area and an item of an item by its number. */
    @ParameterizedTest
    @ValueSource(strings = {"segob-poa-2018.csv", "segob-poa-2018.xlsx"})
    void results_are_bullets_numbered_items_and_paragraphs(String file) throws IOException {
        var items = items(file, ImportKind.RESULTS);
        assertThat(items.stream().collect(Collectors.groupingBy(item -> item.get(Meaning.COMPONENT).startsWith("Área de Monitoreo y Análisis") ? "paragraph"
            : item.text().matches("(?s)\\d\\. .+") ? "numbered" : "bullet", Collectors.counting()))).containsOnly(Map.entry("bullet", 98L), Map.entry("numbered", 3L), Map.entry("paragraph", 4L));
        assertThat(items).filteredOn(item -> item.text().matches("(?s)\\d\\. .+")).extracting(Item::number).containsExactly("85", "86", "87");
        assertThat(items).filteredOn(item -> item.get(Meaning.COMPONENT).endsWith("Presentaciones a la Asamblea Legislativa:")).extracting(Item::number).containsExactly("85", "86", "87");
    }

    @ParameterizedTest
    @CsvSource({"dialogo-guatemala-2011.xlsx,dialogo-guatemala-2011-metas.csv,MILESTONES", "dialogo-guatemala-2011.xlsx,dialogo-guatemala-2011-obstaculos.csv,RISKS",
        "comunidades-solidarias-2010.xlsx,comunidades-solidarias-2010-ejes.csv,OUTLINE", "consejo-seguridad-2014.xlsx,consejo-seguridad-2014-participantes.csv,SEATS"})
    void a_row_is_the_same_in_the_workbook_and_in_the_transcription(String workbook, String csv, ImportKind kind) throws IOException {
        var ofWorkbook = items(workbook, kind).stream().map(Item::fingerprint).toList();
        assertThat(items(csv, kind)).extracting(Item::fingerprint).isSubsetOf(ofWorkbook);
    }

    @Test
    void a_sheet_of_which_nothing_is_known_is_asked_about() throws IOException {
        var file = Samples.file("segob-poa-2018.xlsx");
        var content = content("segob-poa-2018.xlsx");
        assertThat(content.questions()).singleElement().satisfies(question -> {
            assertThat(question.name()).isEqualTo("sheet:Acuerdos y convenios");
            assertThat(question.choices()).extracting(Question.Choice::word).containsExactly("mapping:…", "leave-out");
        });
        var mine = new Mapping("Convenios", ImportKind.RESULTS, List.of(new Column("resultado", Meaning.TEXT), new Column("No. fila", Meaning.NUMBER)));
        var said = Content.read(OpenedFile.open(Files.readAllBytes(file), "m.xlsx", Map.of()), null, Map.of("sheet:Acuerdos y convenios", "mapping:Convenios"),
            name -> Optional.of(mine).filter(mapping -> mapping.name().equals(name)), name -> false);
        assertThat(said.questions().getFirst().answer()).isEqualTo("mapping:Convenios");
        assertThat(said.tables()).extracting(mapped -> mapped.table().entries().size()).containsExactly(105, 10);
        assertThat(said.tables().getLast().items()).extracting(Item::number).containsExactlyInAnyOrder("23", "34", "61", "76", "79", "36", "41", "45", "47", "80");
    }

    @Test
    void a_mapping_says_what_headings_mean_that_nobody_knows() {
        byte[] file = "Tarea;Encargado;Entrega\nCapacitar;PNUD;15/06/2012\nEvaluar;PNUD;31/02/2012\nCerrar;PNUD;2012\n".getBytes(StandardCharsets.UTF_8);
        var mapping = new Mapping("Tareas", ImportKind.ACTIONS, List.of(new Column("tarea", Meaning.TEXT), new Column("Encargado", Meaning.RESPONSIBLE), new Column("Entrega", Meaning.DUE_ON)));
        var opened = OpenedFile.open(file, "t.csv", Map.of());
        assertThatThrownBy(() -> read(opened, null)).isInstanceOf(UnreadableFile.class).hasMessage("no-table-found");
        var rows = read(opened, mapping).matrix().rows();
        assertThat(rows).extracting(MatrixRow::dueOn).extracting(String::valueOf).containsExactly("2012-06-15", "null", "null");
        assertThat(rows.get(1).faults()).extracting(MatrixRow.Fault::code).containsExactly("impossible-date");
        assertThat(rows.get(2).marks()).containsExactly("2012");
        var other = new Mapping("Otra", ImportKind.RISKS, List.of(new Column("Escenario", Meaning.TEXT)));
        assertThatThrownBy(() -> read(opened, other)).isInstanceOf(UnreadableFile.class).hasMessage("mapping-does-not-fit");
    }

    @Test
    void a_shape_with_more_strange_headings_than_known_is_only_proposed() {
        byte[] file = "Municipio;Departamento;Alcalde;Partido;Votos\nColón;La Libertad;a;b;1\n".getBytes(StandardCharsets.UTF_8);
        var asked = read(OpenedFile.open(file, "t.csv", Map.of()), null);
        assertThat(asked.tables()).isEmpty();
        assertThat(asked.questions().getFirst().choices()).extracting(Question.Choice::word).containsExactly("as:territory", "mapping:…", "leave-out");
        var taken = Content.read(OpenedFile.open(file, "t.csv", Map.of()), null, Map.of("sheet:t", "as:territory"), name -> Optional.empty(), name -> false);
        assertThat(taken.tables()).hasSize(1);
        assertThat(taken.notices()).extracting(Notice::code).containsExactly("column-ignored", "column-ignored", "column-ignored");
    }

    @Test
    void a_row_that_a_page_break_cut_is_joined_a_heading_again_skipped_and_who_wrote_it_not_kept() {
        byte[] file = Crafted.sheet(row(1, "Funciones del Consejo") + row(2, "Elaborado por: Nombre Inventado") + row(3, "Instancia", "No.", "Función") + row(4, "Consejo", "1", "Revisa los insumos")
            + row(5, "Instancia", "No.", "Función") + row(6, null, null, "técnicos") + row(7, "Consejo", "2", "Presenta propuestas")).bytes();
        var table = read(OpenedFile.open(file, "m.xlsx", Map.of()), null).tables().getFirst().table();
        assertThat(table.titles()).containsExactly("Funciones del Consejo");
        assertThat(table.notices()).extracting(Notice::code).containsExactly("person-not-imported");
        assertThat(table.toString()).doesNotContain("Inventado");
        assertThat(table.entries()).extracting(entry -> entry.cell(2)).containsExactly("Revisa los insumos técnicos", "Presenta propuestas");
    }

    private static Content content(String name) throws IOException {
        return read(OpenedFile.open(Files.readAllBytes(Samples.file(name)), name, Map.of()), null);
    }

    private static Content read(OpenedFile file, Mapping given) {
        return Content.read(file, given, Map.of(), name -> Optional.empty(), name -> false);
    }

    private static List<Item> items(String name, ImportKind kind) throws IOException {
        return content(name).tables().stream().filter(mapped -> mapped.mapping().kind() == kind)
            .flatMap(mapped -> mapped.items().stream()).toList();
    }

    private static List<String> numbers(List<Item> items, String note) {
        return items.stream().filter(item -> item.notes().contains(note)).map(Item::number).toList();
    }

    private static List<List<String>> cells(Table table, List<String> headings) {
        return table.entries().stream().map(entry -> headings.stream().map(heading -> shown(heading, entry.cell(at(table, heading)))).toList()).sorted(Comparator.comparing(List::toString)).toList();
    }

    /** The component that lost its number in the workbook, and items that a cell marks as such. */
    private static String shown(String heading, String cell) {
        return heading.equals("componente") && cell.matches("3\\.3|") ? "" : cell.lines().map(String::strip).collect(Collectors.joining("\n"));
    }

    private static int at(Table table, String heading) {
        return IntStream.range(0, table.headings().size()).filter(i -> Plain.heading(table.headings().get(i)).equals(heading)).findFirst().orElse(-1);
    }
}
