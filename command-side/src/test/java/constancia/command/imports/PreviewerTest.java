package constancia.command.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import constancia.command.imports.InstitutionMatcher.Known;
import constancia.command.imports.Preview.Becomes;
import constancia.command.imports.Preview.Party;
import constancia.command.imports.Preview.Row;
import constancia.command.imports.Question.Choice;
import constancia.command.imports.Question.Kind;
import constancia.command.imports.Register.Imported;
import constancia.kernel.actions.Role;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreviewerTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 4);
    private static final String WORKBOOK = "plan-de-mejora-2011.xlsx";
    private static final String CSV = "plan-de-mejora-2011.csv";
    static final Map<String, String> ANSWERS = Map.ofEntries(Map.entry("plan", "plan:00067226"), Map.entry("effective-on", "on:2011-12-09"),
            Map.entry("periods", "without-dates"), Map.entry("institution:mjps", "alias:MJSP"), Map.entry("institution:unpfa", "use:UNFPA"),
            Map.entry("institution:u de c", "alias:UdeC"), Map.entry("institution:ocr", "register:international"), Map.entry("joined:14", "join"),
            Map.entry("joined:22", "join"), Map.entry("no-responsible:24", "without"), Map.entry("no-responsible:25", "lead:UdeC"));

    private final FakeRegister register = FakeRegister.ofTheSample();

    @ParameterizedTest
    @ValueSource(strings = {WORKBOOK, CSV})
    void every_row_is_undecided_or_a_new_action_and_what_needs_a_person_is_asked_once(String file) throws IOException {
        var preview = preview(file, Map.of());
        assertThat(preview.rows()).hasSize(28).extracting(Row::row).isEqualTo(IntStream.rangeClosed(1, 28).boxed().toList());
        assertThat(preview.decided()).isFalse();
        assertThat(rowsThatAre(preview, Becomes.NEW_ACTION)).containsExactly(6, 8, 9, 17, 18);
        assertThat(rowsThatAre(preview, Becomes.UNDECIDED)).hasSize(23);
        assertThat(preview.questions()).filteredOn(question -> question.kind() == Kind.INSTITUTION).extracting(Question::name, Question::rows).containsExactly(
                tuple("institution:mjps", List.of(1, 2, 3, 4, 5, 7)), tuple("institution:unpfa", List.of(10, 11, 12, 13, 14, 15, 16)),
                tuple("institution:u de c", List.of(19, 20, 21, 22, 23, 26, 27, 28)), tuple("institution:ocr", List.of(19, 20, 21, 22, 23, 26, 27, 28)));
        assertThat(preview.questions()).filteredOn(question -> question.kind() == Kind.NO_RESPONSIBLE).extracting(Question::rows).containsExactly(List.of(24), List.of(25));
    }

    @Test
    void the_workbook_asks_in_the_order_of_its_rows() throws IOException {
        assertThat(preview(WORKBOOK, Map.of()).questions()).extracting(Question::name).containsExactly("plan", "effective-on", "periods", "institution:mjps",
                "institution:unpfa", "joined:14", "institution:u de c", "institution:ocr", "joined:22", "no-responsible:24", "no-responsible:25");
    }

    @Test
    void each_kind_of_question_has_its_choices() throws IOException {
        var preview = preview(WORKBOOK, Map.of());
        assertThat(question(preview, "plan").choices()).extracting(Choice::word, Choice::kind)
                .containsExactly(tuple("plan:00067226", "new-plan"), tuple("plan:…", "other-plan"));
        assertThat(question(preview, "effective-on").choices()).extracting(Choice::word).containsExactly("on:2026-03-04", "on:…");
        assertThat(question(preview, "periods").args()).containsExactly("T1, T2, T3, T4");
        assertThat(question(preview, "periods").choices()).extracting(Choice::word).containsExactly("without-dates", "year:…");
        assertThat(question(preview, "joined:14").choices()).extracting(Choice::word).containsExactly("join", "leave-out");
        assertThat(question(preview, "joined:22").args()).startsWith("78", "79").endsWith("U de C con apoyo de OCR");
        assertThat(question(preview, "no-responsible:24").choices()).extracting(Choice::word).containsExactly("without", "lead:…", "leave-out");
        var ocr = question(preview, "institution:ocr").choices();
        assertThat(ocr).extracting(Choice::word).contains("alias:…", "use:…", "register:state", "register:international", "leave-out");
        assertThat(ocr).filteredOn(choice -> choice.kind().equals("register")).hasSize(13);
    }

    @ParameterizedTest
    @CsvSource({"mjps,MJSP", "unpfa,UNFPA", "u de c,UdeC"})
    void a_misspelt_name_suggests_the_right_institution_first(String written, String meant) throws IOException {
        assertThat(question(preview(WORKBOOK, Map.of()), "institution:" + written).choices()).extracting(Choice::word)
                .startsWith("alias:" + FakeRegister.id(meant), "use:" + FakeRegister.id(meant));
    }

    @Test
    void a_name_that_two_institutions_have_is_asked_with_both() throws IOException {
        register.institutions.add(new Known(FakeRegister.id("other"), "Otra", null, List.of("AMSS")));
        assertThat(question(preview(WORKBOOK, Map.of()), "institution:amss").choices()).extracting(Choice::word)
                .contains("use:" + FakeRegister.id("AMSS"), "use:" + FakeRegister.id("other"));
    }

    @ParameterizedTest
    @ValueSource(strings = {WORKBOOK, CSV})
    void answered_it_is_decided(String file) throws IOException {
        var preview = preview(file, ANSWERS);
        assertThat(preview.decided()).isTrue();
        assertThat(preview.plan()).isEqualTo("00067226");
        assertThat(rowsThatAre(preview, Becomes.NEW_ACTION)).hasSize(28);
        assertThat(preview.rows().stream().mapToInt(row -> row.source().marks().size()).sum()).isEqualTo(55);
    }

    @Test
    void the_first_named_leads_those_after_con_apoyo_de_support_the_others_share() throws IOException {
        var rows = preview(WORKBOOK, ANSWERS).rows();
        assertThat(rows.get(0).responsible()).extracting(Party::written, Party::role)
                .containsExactly(tuple("MJPS", Role.LEAD), tuple("CONJUVE", Role.CO_RESPONSIBLE), tuple("PNUD", Role.CO_RESPONSIBLE));
        assertThat(rows.get(9).responsible()).extracting(Party::written, Party::role).containsExactly(tuple("AMSS", Role.LEAD), tuple("UNICEF", Role.CO_RESPONSIBLE),
                tuple("UNPFA", Role.CO_RESPONSIBLE), tuple("OPS", Role.CO_RESPONSIBLE), tuple("OIT", Role.CO_RESPONSIBLE));
        assertThat(rows.get(18).responsible()).extracting(Party::written, Party::role, Party::decision).containsExactly(
                tuple("U de C", Role.LEAD, "alias:" + FakeRegister.id("UdeC")), tuple("OCR", Role.SUPPORT, "register:international"));
        assertThat(rows.get(23).responsible()).isEmpty();
        assertThat(rows.get(24).responsible()).extracting(Party::written, Party::role, Party::decision)
                .containsExactly(tuple("UdeC", Role.LEAD, "use:" + FakeRegister.id("UdeC")));
    }

    @ParameterizedTest
    @CsvSource({"institution:mjps,use:NADIE", "institution:mjps,register:ministry", "institution:mjps,alias:", "effective-on,on:2026-03-05", "effective-on,on:2011-02-30",
        "effective-on,on:1899-12-31", "effective-on,2011-12-09", "periods,year:12", "periods,year:", "joined:14,no", "no-responsible:24,lead:",
        "plan,plan:0194d0c2-0000-7000-8000-0000000000c1", "plan,plan:"})
    void an_answer_that_does_not_do_is_passed_over(String question, String choice) throws IOException {
        var preview = preview(WORKBOOK, with(question, choice));
        assertThat(question(preview, question).answer()).isNull();
        assertThat(preview.decided()).isFalse();
    }

    @Test
    void a_plan_has_a_code_of_at_most_sixty_characters() throws IOException {
        assertThat(preview(WORKBOOK, with("plan", "plan: " + "a".repeat(60))).plan()).isEqualTo("a".repeat(60));
        assertThat(preview(WORKBOOK, with("plan", "plan:" + "a".repeat(61))).plan()).isNull();
    }

    @Test
    void a_lead_that_nobody_knows_is_asked_about_in_its_turn() throws IOException {
        var preview = preview(WORKBOOK, with("no-responsible:24", "lead:ISNA"));
        assertThat(question(preview, "institution:isna").rows()).containsExactly(24);
        assertThat(rowsThatAre(preview, Becomes.UNDECIDED)).containsExactly(24);
    }

    @Test
    void a_row_that_is_left_out_asks_no_more() throws IOException {
        var preview = preview(WORKBOOK, with("joined:14", "leave-out", "no-responsible:24", "leave-out"));
        assertThat(rowsThatAre(preview, Becomes.LEFT_OUT)).containsExactly(14, 24);
        assertThat(question(preview, "institution:unpfa").rows()).doesNotContain(14);
        assertThat(preview.decided()).isTrue();
    }

    @Test
    void of_a_plan_on_record_neither_code_nor_periods_are_asked() throws IOException {
        register.code = "00067226";
        assertThat(question(preview(WORKBOOK, Map.of()), "plan").choices()).extracting(Choice::word, Choice::kind)
                .containsExactly(tuple("plan:00067226", "existing-plan"), tuple("plan:…", "other-plan"));
        var given = Previewer.preview(Content.of(Samples.matrix(WORKBOOK)), FakeRegister.PLAN.toString(), Map.of(), register, TODAY);
        assertThat(given.questions()).extracting(Question::name).doesNotContain("plan", "periods").contains("effective-on");
        assertThat(given.plan()).isEqualTo(FakeRegister.PLAN.toString());
    }

    @Test
    void periods_that_the_plan_on_record_lacks_are_said_before_anything_is_confirmed() {
        register.code = "P";
        var matrix = matrix("No.,Acciones principales,T4,T5,T6,Plazo,Responsable\n1,Capacitar,X,X,X,,AMSS\n2,Evaluar,X,,,,AMSS\n3,Cerrar,,X,,15/06/2012,AMSS\n4,Abrir,,X,,,\n");
        var rows = Previewer.preview(Content.of(matrix), "P", Map.of(), register, TODAY).rows();
        assertThat(rows).extracting(Row::becomes).containsExactly(Becomes.REFUSED, Becomes.NEW_ACTION, Becomes.NEW_ACTION, Becomes.REFUSED);
        assertThat(rows.getFirst().source().faults()).containsExactly(new MatrixRow.Fault("unknown-period", List.of("T5")), new MatrixRow.Fault("unknown-period", List.of("T6")));
        assertThat(Previewer.preview(Content.of(matrix), "NUEVO", Map.of("no-responsible:4", "without"), register, TODAY).rows()).extracting(Row::becomes).containsOnly(Becomes.NEW_ACTION);
        assertThat(Previewer.preview(Content.of(matrix), "P", Map.of("no-responsible:4", "leave-out"), register, TODAY).rows().getLast().becomes()).isEqualTo(Becomes.LEFT_OUT);
        register.periods.addAll(List.of("T5", "T6"));
        assertThat(Previewer.preview(Content.of(matrix), "P", Map.of(), register, TODAY).rows().getFirst().becomes()).isEqualTo(Becomes.NEW_ACTION);
    }

    @Test
    void a_changed_row_that_stays_as_it_is_on_record_needs_no_period() {
        register.code = "P";
        var matrix = matrix("No.,Acciones principales,T5,Responsable\n1,Capacitar,X,AMSS\n");
        register.imported.add(new Imported("0", action(1), Fingerprint.Place.of(matrix.rows().getFirst()), "Capacitar"));
        assertThat(Previewer.preview(Content.of(matrix), "P", Map.of(), register, TODAY).rows()).extracting(Row::becomes, Row::questions)
                .containsExactly(tuple(Becomes.REFUSED, List.of("changed:1")));
        assertThat(Previewer.preview(Content.of(matrix), "P", Map.of("changed:1", "keep"), register, TODAY).rows()).extracting(Row::becomes).containsExactly(Becomes.LEFT_OUT);
    }

    @Test
    void milestones_too_need_a_period_of_the_plan_on_record() throws IOException {
        register.code = "P";
        register.periods.addAll(List.of("T5", "T6", "T7"));
        var file = Samples.file("dialogo-guatemala-2011-metas.csv");
        var content = Content.read(OpenedFile.open(Files.readAllBytes(file), "m.csv", Map.of()), null, Map.of(), name -> Optional.empty(), name -> false);
        var refused = Previewer.preview(content, "P", Map.of(), register, TODAY).rows().stream().filter(row -> row.becomes() == Becomes.REFUSED).toList();
        assertThat(refused).hasSize(8).flatExtracting(row -> row.source().faults()).containsOnly(new MatrixRow.Fault("unknown-period", List.of("T8")));
    }

    @Test
    void a_row_that_came_in_before_is_there_already_and_asks_nothing() throws IOException {
        cameIn(Samples.matrix(WORKBOOK));
        for (var file : List.of(WORKBOOK, CSV)) {
            var preview = preview(file, Map.of());
            assertThat(rowsThatAre(preview, Becomes.ALREADY_THERE)).hasSize(28);
            assertThat(preview.rows().get(3).item()).isEqualTo(action(4));
            assertThat(preview.questions()).extracting(Question::kind).containsExactly(Kind.PLAN, Kind.EFFECTIVE_ON);
        }
    }

    @ParameterizedTest
    @CsvSource({"amend,AMENDED_ACTION", "keep,LEFT_OUT", "new,UNDECIDED"})
    void a_row_in_other_words_is_asked_about(String choice, Becomes becomes) throws IOException {
        cameIn(Samples.matrix(CSV));
        var matrix = edited("Realizar", "Llevar a cabo");
        var asked = Previewer.preview(Content.of(matrix), "00067226", Map.of(), register, TODAY);
        var changed = asked.questions().stream().filter(question -> question.kind() == Kind.CHANGED_ROW).toList();
        assertThat(changed).isNotEmpty().allSatisfy(question -> {
            assertThat(question.args().get(1)).isEqualTo(question.args().getFirst().replace("Realizar", "Llevar a cabo"));
            assertThat(question.choices()).extracting(Choice::word).containsExactly("amend", "keep", "new");
        });
        int row = changed.getFirst().rows().getFirst();
        var decided = Previewer.preview(Content.of(matrix), "00067226", Map.of(changed.getFirst().name(), choice), register, TODAY).rows().get(row - 1);
        assertThat(decided.becomes()).isIn(becomes, choice.equals("new") ? Becomes.NEW_ACTION : becomes);
        assertThat(decided.item()).isEqualTo(action(row));
    }

    @Test
    void a_row_in_the_same_words_with_other_marks_is_kept_or_another_action() throws IOException {
        cameIn(Samples.matrix(CSV));
        var changed = Previewer.preview(Content.of(edited("\"\",\"X\",\"X\",\"\",\"MJSP, OPS, PNUD\"", "\"X\",\"X\",\"X\",\"\",\"MJSP, OPS, PNUD\"")), "00067226", Map.of(), register, TODAY)
                .questions().stream().filter(question -> question.name().startsWith("changed:")).toList();
        assertThat(changed).isNotEmpty().allSatisfy(question -> {
            assertThat(question.kind()).isEqualTo(Kind.CHANGED_DETAILS);
            assertThat(question.choices()).extracting(Choice::word).containsExactly("keep", "new");
        });
    }

    @Test
    void of_several_wordings_the_last_that_came_in_counts() throws IOException {
        var matrix = Samples.matrix(CSV);
        cameIn(matrix);
        var first = matrix.rows().getFirst();
        register.imported.set(0, new Imported("0", action(1), Fingerprint.Place.of(first), "Primera redacción"));
        register.imported.add(new Imported("1", action(1), Fingerprint.Place.of(first), "Segunda redacción"));
        assertThat(question(preview(CSV, Map.of()), "changed:1").args()).containsExactly("Segunda redacción", first.text());
    }

    @Test
    void a_row_that_stands_twice_in_the_file_comes_in_once() {
        var matrix = matrix("No.,Acciones principales,T1,Responsable\n1,Capacitar,X,AMSS\n1,Capacitar,X,AMSS\n1,Evaluar,X,AMSS\n");
        register.code = "P";
        var preview = Previewer.preview(Content.of(matrix), "P", Map.of(), register, TODAY);
        assertThat(preview.rows()).extracting(Row::becomes).containsExactly(Becomes.NEW_ACTION, Becomes.LEFT_OUT, Becomes.NEW_ACTION);
    }

    @Test
    void half_of_a_file_that_came_in_is_not_a_change_of_the_other_half() {
        var matrix = matrix("No.,Acciones principales,T1,Responsable\n1,Capacitar,X,AMSS\n1,Evaluar,X,AMSS\n");
        register.code = "P";
        register.imported.add(new Imported(matrix.fingerprints().getFirst(), action(1), Fingerprint.Place.of(matrix.rows().getFirst()), "Capacitar"));
        assertThat(Previewer.preview(Content.of(matrix), "P", Map.of(), register, TODAY).rows()).extracting(Row::becomes)
                .containsExactly(Becomes.ALREADY_THERE, Becomes.NEW_ACTION);
    }

    @Test
    void weeks_and_other_periods_are_not_asked_for_a_year() {
        var matrix = matrix("No.,Acciones principales,T1,T5,Responsable\n1,Capacitar,X,,AMSS\n");
        assertThat(matrix.periods()).extracting(Matrix.Period::code).contains("T5");
        assertThat(Previewer.preview(Content.of(matrix), "P", Map.of(), register, TODAY).questions()).extracting(Question::name).containsExactly("effective-on");
    }

    @Test
    void a_large_file_is_previewed_in_a_moment() {
        var text = new StringBuilder("No.,Acciones principales,T1,Responsable\n");
        for (int i = 1; i <= 5_000; i++) {
            text.append(i).append(",Acción ").append(i).append(",X,\"MJPS, OCR\"\n");
        }
        var matrix = matrix(text.toString());
        register.code = "P";
        cameIn(matrix);
        register.imported.replaceAll(row -> new Imported("old" + row.fingerprint(), row.item(), row.place(), "Otra"));
        assertThat(assertTimeoutPreemptively(Duration.ofSeconds(20),
                () -> Previewer.preview(Content.of(matrix), "P", Map.of(), register, TODAY)).questions()).hasSize(5_000 + 3);
    }

    private Matrix edited(String from, String to) throws IOException {
        var text = Files.readString(Samples.file(CSV));
        assertThat(text).contains(from);
        return matrix(text.replace(from, to));
    }

    static Matrix matrix(String csv) {
        return MatrixReader.read(GridReader.read(csv.getBytes(StandardCharsets.UTF_8), "matriz.csv"));
    }

    private void cameIn(Matrix matrix) {
        register.code = register.code == null ? "00067226" : register.code;
        var fingerprints = matrix.fingerprints();
        for (int i = 0; i < matrix.rows().size(); i++) {
            var row = matrix.rows().get(i);
            register.imported.add(new Imported(fingerprints.get(i), action(i + 1), Fingerprint.Place.of(row), row.text()));
        }
    }

    private static UUID action(int row) {
        return new UUID(1, row);
    }

    private Preview preview(String file, Map<String, String> answers) throws IOException {
        if (file.equals(CSV) && !answers.containsKey("plan")) {
            var given = new HashMap<>(answers);
            given.put("plan", "plan:00067226");
            return Previewer.preview(Content.of(Samples.matrix(file)), null, given, register, TODAY);
        }
        return Previewer.preview(Content.of(Samples.matrix(file)), null, answers, register, TODAY);
    }

    private static Map<String, String> with(String... pairs) {
        var answers = new HashMap<>(ANSWERS);
        for (int i = 0; i < pairs.length; i += 2) {
            answers.put(pairs[i], pairs[i + 1]);
        }
        return answers;
    }

    private static List<Integer> rowsThatAre(Preview preview, Becomes becomes) {
        return preview.rows().stream().filter(row -> row.becomes() == becomes).map(Row::row).toList();
    }

    private static Question question(Preview preview, String name) {
        return preview.questions().stream().filter(question -> question.name().equals(name)).findFirst().orElseThrow();
    }
}
