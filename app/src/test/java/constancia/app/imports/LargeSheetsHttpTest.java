package constancia.app.imports;

import static org.assertj.core.api.Assertions.assertThat;

import constancia.app.HttpRegister;
import constancia.postgres.TestPostgres;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Sheets of things other than actions, larger than any transaction could hold. */
class LargeSheetsHttpTest {

    private static final HttpRegister REGISTER = HttpRegister.on(TestPostgres.newDurableDatabase());
    private static final ImportsScene SCENE = new ImportsScene(REGISTER);
    private static final int ROWS = 1_200;
    private static final String ON = "{'question':'effective-on','choice':'on:2015-01-02'}";
    private static final String NO_SUCH_PLAN = "{'question':'plan','choice':'plan:%s'}";

    @AfterAll
    static void close() {
        REGISTER.close();
    }

    @Test
    void milestones_of_one_action_come_in_each_once() {
        var rows = sheet("Tipo,No.,Texto", i -> "Hito," + i + ",Hito número " + i);
        comesIn(rows, "milestones", ROWS + 2, NO_SUCH_PLAN.formatted("HITOS"));
        assertThat(texts("milestones", upload(rows, "HITOS"))).containsOnly("already-there");
    }

    @Test
    void the_outline_of_one_plan_comes_in_each_node_once() {
        comesIn(sheet("Nivel,Objetivo", i -> (i == 1 ? "Fin" : "Propósito") + ",Objetivo número " + i), "outline", ROWS + 1, NO_SUCH_PLAN.formatted("MARCO"));
    }

    @Test
    void institutions_come_in_and_take_their_seats_and_one_seat_too_many_keeps_all_of_them_out() {
        var names = new Random(7).ints(12L * ROWS, 'a', 'z' + 1).mapToObj(Character::toString).collect(Collectors.joining());
        IntFunction<String> name = i -> names.substring(12 * i - 12, 12 * i);
        comesIn(sheet("Sigla,Nombre,Tipo", i -> "," + name.apply(i) + ",Estado"), "institutions", ROWS);

        REGISTER.post("/api/bodies", "{'acronym':'MG','name':'Mesa Grande','kind':'table','effectiveOn':'2014-01-01'}").is(201);
        var seats = sheet("Participante,Sector,Rol", i -> name.apply(i) + ",Estado,Participante");
        long before = SCENE.records();
        var body = "{'question':'body','choice':'use:MG'}";
        var stopped = SCENE.confirm(decided(upload(seats + name.apply(1) + ",Gobierno,Participante\n", ""), body)).is(202).body();
        assertThat(stopped.get("status").asString()).isEqualTo("stopped");
        assertThat(stopped.get("refused")).hasSize(1);
        assertThat(stopped.at("/refused/0/row").asInt()).isEqualTo(ROWS + 1);
        assertThat(stopped.at("/refused/0/code").asString()).isEqualTo("already-seated");
        assertThat(SCENE.records()).isEqualTo(before);
        comesIn(seats, "seats", ROWS, body);
    }

    @Test
    void an_acronym_is_taken_once_in_a_file_be_it_an_institutions_or_a_bodys() {
        long before = SCENE.records();
        var institutions = SCENE.confirm(decided(upload("Sigla,Nombre,Tipo\nUNO,Primera de todas,Estado\nDOS,Otra cosa,Estado\nU.N.O.,Tercera en discordia,Estado\n", ""))).is(202).body();
        assertThat(institutions.get("refused")).hasToString("[{\"row\":3,\"code\":\"acronym-taken\",\"detail\":\"La sigla «U.N.O.» ya es de otra institución o instancia.\"}]");
        var bodies = SCENE.confirm(decided(upload("Instancia,Tipo,Responsabilidad\nConsejo del Agua,Consejo,Deliberar\nMesa de Trabajo,Mesa,Preparar\n", ""),
                "{'question':'new-body:consejo del agua','choice':'council:IGUAL'}", "{'question':'new-body:mesa de trabajo','choice':'table:igual'}")).is(202).body();
        assertThat(bodies.at("/refused/0/row").asInt()).isEqualTo(2);
        assertThat(bodies.at("/refused/0/code").asString()).isEqualTo("acronym-taken");
        assertThat(SCENE.records()).isEqualTo(before);
    }

    private static String sheet(String headings, IntFunction<String> row) {
        return IntStream.rangeClosed(1, ROWS).mapToObj(row).collect(Collectors.joining("\n", headings + "\n", "\n"));
    }

    private static JsonNode upload(String sheet, String plan) {
        return SCENE.upload("hoja.csv", sheet.getBytes(StandardCharsets.UTF_8), plan).is(201).body();
    }

    private static String decided(JsonNode preview, String... answers) {
        var all = IntStream.rangeClosed(0, answers.length).mapToObj(i -> i == 0 ? ON : answers[i - 1]).toArray(String[]::new);
        return SCENE.decideAll(preview, "register:state", all);
    }

    private static List<String> texts(String kind, JsonNode preview) {
        assertThat(ImportsScene.texts(preview.get("rows"), "kind")).hasSize(ROWS).containsOnly(kind);
        return ImportsScene.texts(preview.get("rows"), "becomes");
    }

    /** @param records how many there are more afterwards, with what had to be there before the rows */
    private static void comesIn(String sheet, String kind, int records, String... answers) {
        long before = SCENE.records();
        var preview = upload(sheet, "");
        texts(kind, preview);
        var id = decided(preview, answers);
        SCENE.confirm(id).is(202);
        ImportsScene.until(Duration.ofMinutes(3), () -> !SCENE.progress(id).get("status").asString().equals("running"));
        var done = SCENE.progress(id);
        assertThat(done.get("status").asString()).as(done::toString).isEqualTo("done");
        assertThat(done.get("done").asInt()).isEqualTo(ROWS);
        assertThat(SCENE.records()).isEqualTo(before + records);
    }
}
