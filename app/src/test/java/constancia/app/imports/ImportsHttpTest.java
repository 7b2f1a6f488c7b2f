package constancia.app.imports;

import static constancia.app.imports.ImportsScene.ANSWERS;
import static constancia.app.imports.ImportsScene.CSV;
import static constancia.app.imports.ImportsScene.JOINED;
import static constancia.app.imports.ImportsScene.NEW_PLAN;
import static constancia.app.imports.ImportsScene.WORKBOOK;
import static constancia.app.imports.ImportsScene.sample;
import static constancia.app.imports.ImportsScene.texts;
import static constancia.app.imports.ImportsScene.until;
import static org.assertj.core.api.Assertions.assertThat;

import constancia.app.HttpRegister;
import constancia.postgres.TestPostgres;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import tools.jackson.databind.JsonNode;

/** The story of one matrix: each test goes on where the one before it ended. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ImportsHttpTest {

    private static final HttpRegister REGISTER = HttpRegister.on(TestPostgres.newDurableDatabase());
    private static final ImportsScene SCENE = new ImportsScene(REGISTER).withInstitutions();
    private static final String OF_THE_LOCAL_LEVEL = "AMSS lead, UNICEF co-responsible, UNFPA co-responsible, OPS co-responsible, OIT co-responsible";
    /** Who answers for an action and how, by what the file says. */
    private static final Map<String, String> PARTS = Map.of("MJPS, CONJUVE, PNUD", "MJSP lead, CONJUVE co-responsible, PNUD co-responsible",
            "MJSP, OPS, PNUD", "MJSP lead, OPS co-responsible, PNUD co-responsible", "MJPS, PNUD", "MJSP lead, PNUD co-responsible",
            "CONJUVE, PNUD/OPS", "CONJUVE lead, PNUD co-responsible, OPS co-responsible", "AMSS, UNICEF- UNPFA-OPS- OIT", OF_THE_LOCAL_LEVEL,
            "AMSS, UNICEF- UNPFA-OPS- OIT, PNUD", OF_THE_LOCAL_LEVEL + ", PNUD co-responsible", "UdeC", "UdeC lead",
            "U de C con apoyo de OCR", "UdeC lead, OCR support");
    private static String plan;

    @AfterAll
    static void close() {
        REGISTER.close();
    }

    @Test
    @Order(1)
    void the_preview_says_what_rows_become_and_nothing_comes_in_before_all_is_decided() {
        long before = SCENE.records();
        var preview = SCENE.upload(WORKBOOK, sample(WORKBOOK)).is(201);
        assertThat(preview.headers()).containsEntry("location", "/api/imports/" + preview.id());
        assertThat(preview.text("status")).isEqualTo("previewed");
        assertThat(preview.body().get("rows")).hasSize(28);
        assertThat(texts(preview.body().get("questions"), "question")).containsExactly("plan", "effective-on", "periods", "institution:mjps", "institution:unpfa",
                "joined:14", "institution:u de c", "institution:ocr", "joined:22", "no-responsible:24", "no-responsible:25");
        assertThat(preview.body().at("/questions/3/detail").asString()).isEqualTo("«MJPS» no consta en el registro. ¿De qué institución se trata?");
        assertThat(preview.body().at("/questions/3/choices/0/detail").asString())
                .isEqualTo("Es MJSP (Institución MJSP); además, «MJPS» queda como nombre alterno.");
        assertThat(texts(preview.body().at("/questions/7/choices"), "detail")).contains("Se inscribe «OCR» como institución nueva, de tipo organismo internacional.");

        SCENE.confirm(preview.id()).says(409, "import-undecided", "Quedan preguntas por responder: plan, effective-on, periods, institution:mjps, institution:unpfa, "
                + "joined:14, institution:u de c, institution:ocr, joined:22, no-responsible:24, no-responsible:25.");
        assertThat(SCENE.decide(preview.id(), NEW_PLAN).is(200).body().get("decided").asBoolean()).isFalse();
        REGISTER.post("/api/imports/" + preview.id() + "/confirm", "", "en").is(409);
        var decided = SCENE.decide(preview.id(), ANSWERS, JOINED).is(200).body();
        assertThat(decided.get("decided").asBoolean()).isTrue();
        assertThat(texts(decided.get("rows"), "becomes")).containsOnly("new-action");
        assertThat(REGISTER.get("/api/imports/" + preview.id() + "/preview").is(200).body()).isEqualTo(decided);
        assertThat(SCENE.records()).isEqualTo(before);

        assertThat(SCENE.confirm(preview.id()).is(202).body().get("rows").asInt()).isEqualTo(28);
        var done = SCENE.finished(preview.id());
        assertThat(done.get("status").asString()).isEqualTo("done");
        assertThat(done.get("done").asInt()).isEqualTo(28);
        assertThat(done.get("refused")).isEmpty();
        plan = done.get("plan").asString();
        // One new institution, three aliases, the plan, its outline and the rows.
        assertThat(SCENE.records()).isEqualTo(before + 1 + 3 + 1 + 1 + 28);

        SCENE.decide(preview.id(), ANSWERS).says(409, "import-under-way", "La importación ya se confirmó.");
        assertThat(SCENE.confirm(preview.id()).is(202).body()).isEqualTo(done);
        assertThat(SCENE.records()).isEqualTo(before + 34);
    }

    @Test
    @Order(2)
    void the_register_then_has_every_field_of_every_row() throws IOException {
        var item = REGISTER.get("/api/plans/" + plan).is(200).body();
        assertThat(item.get("code").asString()).isEqualTo("00067226");
        assertThat(item.get("title").asString()).startsWith("FONDO PARA EL LOGRO DE LOS ODM · ");
        assertThat(item.get("calendar").valueStream().map(period -> period.get("period").asString() + period.get("from"))).containsExactly("T1null", "T2null", "T3null", "T4null");
        var outline = new HashMap<String, JsonNode>();
        item.get("outline").forEach(node -> outline.put(node.get("id").asString(), node));
        assertThat(outline.values().stream().filter(node -> node.get("kind").asString().equals("component"))).hasSize(3);
        assertThat(outline.values().stream().filter(node -> node.get("kind").asString().equals("recommendation"))).hasSize(12);

        var actions = actions();
        var truth = records(new String(sample(CSV), StandardCharsets.UTF_8));
        assertThat(actions).hasSize(28).hasSameSizeAs(truth);
        var perComponent = new HashMap<String, Integer>();
        for (var row : truth) {
            var action = actions.get(row.get("Acciones principales"));
            var node = outline.get(action.get("node").asString());
            var marks = Stream.of("T1", "T2", "T3", "T4").filter(period -> row.get(period).equals("X")).toList();
            assertThat(action.get("number").asString()).isEqualTo(row.get("No."));
            assertThat(node.get("code").asString()).isEqualTo(row.get("Componente"));
            assertThat(node.get("text").asString()).isEqualTo(row.get("Nombre del componente"));
            assertThat(action.get("recommendations").valueStream().map(id -> outline.get(id.asString()).get("text").asString()))
                    .containsExactlyElementsOf(row.get("Recomendación").lines().map(String::strip).toList());
            assertThat(action.at("/schedule/periods").valueStream().map(JsonNode::asString)).containsExactlyElementsOf(marks);
            assertThat(action.at("/schedule/dueOn").isMissingNode() || action.at("/schedule/dueOn").isNull()).isTrue();
            assertThat(action.get("commitments").valueStream().map(c -> c.at("/institution/acronym").asString() + " " + c.get("role").asString()).toList())
                    .as(row.get("Responsable")).isEqualTo(parts(row));
            assertThat(action.get("status").asString()).isEqualTo("proposed");
            perComponent.merge(row.get("Componente"), 1, Integer::sum);
        }
        assertThat(perComponent).containsOnly(Map.entry("2.1", 9), Map.entry("2.2", 7), Map.entry("2.3", 12));
        assertThat(actions.values().stream().mapToInt(action -> action.at("/schedule/periods").size()).sum()).isEqualTo(55);
        assertThat(overdue()).isZero();
    }

    @Test
    @Order(3)
    void the_records_say_that_they_came_through_an_import_and_who_confirmed_it() {
        var action = actions().values().iterator().next().get("id").asString();
        var record = REGISTER.get("/api/actions/" + action + "/history").is(200).body().at("/items/0");
        assertThat(record.get("through").asString()).isEqualTo("import");
        assertThat(record.get("actor").asString()).isEqualTo("admin");
        assertThat(record.get("effectiveOn").asString()).isEqualTo("2011-12-09");
        var institutions = REGISTER.get("/api/institutions?q=MJPS").is(200).body().get("items");
        assertThat(texts(institutions, "acronym")).containsExactly("MJSP");
    }

    @Test
    @Order(4)
    void once_the_periods_have_dates_what_nobody_delivered_is_overdue() {
        REGISTER.post("/api/plans/" + plan + "/date-periods", "{'periods':[{'period':'T1','from':'2012-01-01','until':'2012-03-31'},"
                + "{'period':'T2','from':'2012-04-01','until':'2012-06-30'},{'period':'T3','from':'2012-07-01','until':'2012-09-30'},"
                + "{'period':'T4','from':'2012-10-01','until':'2012-12-31'}],'effectiveOn':'2012-01-02'}").is(200);
        until(() -> overdue() == 27);
        until(() -> SCENE.number("select count(*) from journal.event where type = 'ScheduleDated'") == 28);
        var ends = Map.of("T1", "2012-03-31", "T2", "2012-06-30", "T3", "2012-09-30", "T4", "2012-12-31");
        actions().values().forEach(action -> {
            var periods = action.at("/schedule/periods");
            assertThat(action.at("/schedule/dueOn").asString()).isEqualTo(ends.get(periods.get(periods.size() - 1).asString()));
        });
    }

    @Test
    @Order(5)
    void the_same_rows_again_add_nothing_from_the_workbook_or_the_table() {
        long before = SCENE.records();
        var again = SCENE.upload(WORKBOOK, sample(WORKBOOK)).is(201);
        assertThat(texts(again.body().get("rows"), "becomes")).hasSize(28).containsOnly("already-there");
        assertThat(texts(again.body().get("questions"), "question")).containsExactly("plan", "effective-on");
        SCENE.decide(again.id(), "{'question':'plan','choice':'plan:00067226'},{'question':'effective-on','choice':'on:2011-12-09'}").is(200);
        SCENE.confirm(again.id()).is(202);
        assertThat(SCENE.finished(again.id()).get("status").asString()).isEqualTo("done");

        var table = SCENE.upload(CSV, sample(CSV), "00067226").is(201);
        assertThat(texts(table.body().get("rows"), "becomes")).hasSize(28).containsOnly("already-there");
        assertThat(texts(SCENE.upload(CSV, sample(CSV), plan).is(201).body().get("rows"), "becomes")).containsOnly("already-there");
        SCENE.decide(table.id(), "{'question':'effective-on','choice':'on:2011-12-09'}").is(200);
        SCENE.confirm(table.id()).is(202);
        assertThat(SCENE.finished(table.id()).get("rows").asInt()).isZero();
        assertThat(SCENE.records()).isEqualTo(before);
    }

    @Test
    @Order(6)
    void one_row_in_other_words_amends_exactly_that_action() throws IOException {
        long before = SCENE.records();
        var text = new String(sample(CSV), StandardCharsets.UTF_8);
        var old = records(text).get(6).get("Acciones principales");
        var changed = text.replace(old, "Redacción nueva de la acción.");
        var preview = SCENE.upload("corregida.csv", changed.getBytes(StandardCharsets.UTF_8), "00067226").is(201);
        assertThat(texts(preview.body().get("questions"), "question")).containsExactly("effective-on", "changed:7");
        assertThat(preview.body().at("/questions/1/detail").asString()).contains(old, "Redacción nueva de la acción.");
        SCENE.decide(preview.id(), "{'question':'effective-on','choice':'on:2012-01-20'},{'question':'changed:7','choice':'amend'}").is(200);
        SCENE.confirm(preview.id()).is(202);
        assertThat(SCENE.finished(preview.id()).get("done").asInt()).isEqualTo(1);
        assertThat(SCENE.records()).isEqualTo(before + 1);
        var action = preview.body().at("/rows/6/item").asString();
        var item = REGISTER.get("/api/actions/" + action).body();
        assertThat(item.get("title").asString()).isEqualTo("Redacción nueva de la acción.");
        assertThat(item.get("commitments")).hasSize(2);
        var last = REGISTER.get("/api/actions/" + action + "/history").body().get("items");
        assertThat(last.get(last.size() - 1).get("changes")).hasSize(1);
        assertThat(last.get(last.size() - 1).get("through").asString()).isEqualTo("import");
        assertThat(texts(SCENE.upload("corregida.csv", changed.getBytes(StandardCharsets.UTF_8), "00067226").is(201).body().get("rows"), "becomes")).containsOnly("already-there");
    }

    @Test
    @Order(7)
    void a_plan_that_the_request_names_and_nobody_knows_is_made() {
        var preview = SCENE.upload("nuevo.csv", ImportsScene.csv("1,Capacitar,X,AMSS\n"), "PN-2026").is(201);
        assertThat(texts(preview.body().get("questions"), "question")).containsExactly("effective-on", "periods");
        SCENE.decide(preview.id(), "{'question':'effective-on','choice':'on:2026-01-05'},{'question':'periods','choice':'year:2026'}").is(200);
        SCENE.confirm(preview.id()).is(202);
        var item = REGISTER.get("/api/plans/" + SCENE.finished(preview.id()).get("plan").asString()).is(200).body();
        assertThat(item.get("code").asString()).isEqualTo("PN-2026");
        assertThat(item.at("/calendar/0")).hasToString("{\"period\":\"T1\",\"label\":\"T1\",\"from\":\"2026-01-01\",\"until\":\"2026-03-31\"}");
    }

    private static List<String> parts(CSVRecord row) {
        if (row.get("Responsable").isEmpty()) {
            return row.get("No.").equals("7") ? List.of("UdeC lead") : List.of();
        }
        return List.of(PARTS.get(row.get("Responsable")).split(", "));
    }

    private static long overdue() {
        return REGISTER.get("/api/actions?plan=" + plan + "&condition=overdue").is(200).body().get("total").asLong();
    }

    /** The actions of the plan by their text. */
    private static Map<String, JsonNode> actions() {
        until(() -> REGISTER.get("/api/actions?plan=" + plan).is(200).body().get("total").asInt() == 28);
        var actions = new HashMap<String, JsonNode>();
        for (var id : texts(REGISTER.get("/api/actions?limit=100&plan=" + plan).body().get("items"), "id")) {
            var item = REGISTER.get("/api/actions/" + id).is(200).body();
            actions.put(item.get("title").asString(), item);
        }
        return actions;
    }

    private static List<CSVRecord> records(String csv) throws IOException {
        return CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get().parse(new StringReader(csv)).getRecords();
    }
}
