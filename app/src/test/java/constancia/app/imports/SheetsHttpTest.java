package constancia.app.imports;

import static constancia.app.imports.ImportsScene.count;
import static constancia.app.imports.ImportsScene.sample;
import static constancia.app.imports.ImportsScene.texts;
import static constancia.app.imports.ImportsScene.until;
import static org.assertj.core.api.Assertions.assertThat;

import constancia.app.HttpRegister;
import constancia.postgres.TestPostgres;
import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Every sheet of the samples that has a place in the model, from the file to what is then on record. */
class SheetsHttpTest {

    private static final HttpRegister REGISTER = HttpRegister.on(TestPostgres.newDurableDatabase());
    private static final ImportsScene SCENE = new ImportsScene(REGISTER);
    private static final String ON = "{'question':'effective-on','choice':'on:2015-01-02'}";

    @AfterAll
    static void close() {
        REGISTER.close();
    }

    @Test
    void the_goals_of_the_dialogue_become_milestones_and_its_obstacles_risks() {
        institution("MIFAPRO", "Mi Familia Progresa");
        var preview = SCENE.upload("dialogo-guatemala-2011.xlsx", sample("dialogo-guatemala-2011.xlsx")).is(201).body();
        assertThat(count(preview.get("rows"), "kind")).containsOnly(Map.entry("milestones", 61), Map.entry("risks", 5));
        var id = SCENE.decideAll(preview, "leave-out", ON, "{'question':'plan','choice':'plan:DISG-2011'}");
        var plan = SCENE.done(id, 66);
        var calendar = REGISTER.get("/api/plans/" + plan).is(200).body().get("calendar");
        assertThat(calendar.valueStream().map(period -> period.get("period").asString() + " " + period.get("from").asString() + " " + period.get("until").asString()))
                .containsExactlyInAnyOrder("T5 2010-10-01 2010-12-31", "T6 2011-01-01 2011-03-31", "T7 2011-04-01 2011-06-30", "T8 2011-07-01 2011-09-30");
        until(() -> REGISTER.get("/api/actions?plan=" + plan).is(200).body().get("total").asInt() == 15);
        int milestones = 0;
        for (var action : texts(REGISTER.get("/api/actions?limit=100&plan=" + plan).body().get("items"), "id")) {
            var item = REGISTER.get("/api/actions/" + action).is(200).body();
            milestones += item.get("milestones").size();
            if (item.get("title").asString().contains("MIFAPRO")) {
                assertThat(texts(item.get("milestones"), "title")).hasSize(6).contains("9 Sedes de información regionales instaladas.");
                assertThat(item.at("/commitments/0/institution/acronym").asString()).isEqualTo("MIFAPRO");
            }
        }
        assertThat(milestones).isEqualTo(61);
        until(() -> REGISTER.get("/api/risks?plan=" + plan).is(200).body().get("total").asInt() == 5);

        long before = SCENE.records();
        for (var again : new String[] {"dialogo-guatemala-2011-metas.csv", "dialogo-guatemala-2011-obstaculos.csv"}) {
            assertThat(texts(SCENE.upload(again, sample(again), "DISG-2011").is(201).body().get("rows"), "becomes")).containsOnly("already-there");
        }
        assertThat(SCENE.records()).isEqualTo(before);
    }

    @Test
    void results_come_in_as_delivered_and_none_as_verified() {
        institution("SEGOB", "Secretaría de Gobernabilidad");
        var preview = SCENE.upload("segob-poa-2018.csv", sample("segob-poa-2018.csv")).is(201).body();
        var plan = SCENE.done(SCENE.decideAll(preview, "", ON.replace("2015-01-02", "2018-12-31"), "{'question':'plan','choice':'plan:POA-2018'}",
                "{'question':'results-of','choice':'lead:SEGOB'}"), 105);
        until(() -> REGISTER.get("/api/actions?plan=" + plan + "&status=delivered").is(200).body().get("total").asInt() == 105);
        assertThat(REGISTER.get("/api/actions?plan=" + plan + "&status=fulfilled").body().get("total").asInt()).isZero();
        assertThat(REGISTER.get("/api/plans/" + plan).body().get("kind").asString()).isEqualTo("annual-operating-plan");
        var flagged = REGISTER.get("/api/actions?limit=200&plan=" + plan).body().get("items").valueStream().map(item -> REGISTER.get("/api/actions/" + item.get("id").asString()).body())
                .filter(item -> item.get("number").asString().equals("79")).findFirst().orElseThrow();
        assertThat(flagged.get("detail").asString()).contains("Cantidad: 107");
        assertThat(flagged.at("/commitments/0/finding").isNull()).isTrue();
    }

    @Test
    void participants_bodies_and_functions_become_seats_bodies_and_rules() {
        var preview = SCENE.upload("consejo-seguridad-2014.xlsx", sample("consejo-seguridad-2014.xlsx")).is(201).body();
        assertThat(count(preview.get("rows"), "kind")).containsOnly(Map.entry("bodies", 7), Map.entry("seats", 32), Map.entry("functions", 31), Map.entry("outline", 12), Map.entry("milestones", 30));
        var council = "{'question':'new-body:consejo nacional de seguridad ciudadana y convivencia','choice':'council:CNSCC'}";
        var id = SCENE.decideAll(preview, "register:state", ON, "{'question':'plan','choice':'plan:CNSCC-2014'}", council, "{'question':'body','choice':'use:CNSCC'}");
        SCENE.done(id, 105);
        var item = REGISTER.get("/api/bodies/" + SCENE.text("select id::text from journal.body where acronym = 'CNSCC'")).is(200).body();
        var roles = count(item.get("seats"), "role");
        assertThat(roles).containsEntry("technical-secretariat", 3).containsEntry("friend", 7).containsEntry("leads", 2).containsEntry("convenes", 1).containsEntry("facilitates", 1)
                .containsEntry("member", 18);
        assertThat(item.get("rules")).hasSize(32);
    }

    @Test
    void logframe_and_axes_become_the_outline_and_municipalities_enter_the_catalogue() {
        var preview = SCENE.upload("comunidades-solidarias-2010.xlsx", sample("comunidades-solidarias-2010.xlsx")).is(201).body();
        assertThat(count(preview.get("rows"), "kind")).containsOnly(Map.entry("territory", 25), Map.entry("outline", 26));
        var plan = SCENE.done(SCENE.decideAll(preview, "", ON, "{'question':'plan','choice':'plan:CS-2010'}", "{'question':'territory-codes','choice':'derive'}"), 51);
        assertThat(REGISTER.get("/api/territories?kind=municipality&limit=100").is(200).body().get("items")).hasSize(25);
        assertThat(REGISTER.get("/api/territories/SV-SS-SANMARTIN").is(200).body().get("name").asString()).isEqualTo("San Martín");
        var again = SCENE.upload("comunidades-solidarias-2010-municipios.csv", sample("comunidades-solidarias-2010-municipios.csv")).is(201).body();
        assertThat(texts(again.get("rows"), "becomes")).containsOnly("already-there");
        var outline = REGISTER.get("/api/plans/" + plan).is(200).body().get("outline");
        assertThat(count(outline, "kind")).containsOnly(Map.entry("goal", 1), Map.entry("purpose", 1), Map.entry("logframe-component", 2), Map.entry("axis", 8), Map.entry("component", 24));
        var texts = new HashMap<String, JsonNode>();
        outline.forEach(node -> texts.put(node.get("id").asString(), node));
        var purpose = outline.valueStream().filter(node -> node.get("kind").asString().equals("purpose")).findFirst().orElseThrow();
        assertThat(texts.get(purpose.get("parent").asString()).get("kind").asString()).isEqualTo("goal");
    }

    @Test
    void a_mapping_is_saved_used_by_its_name_renamed_and_deleted() {
        institution("ENCARGO", "Unidad Encargada");
        var saved = REGISTER.post("/api/mappings", "{'name':'Tareas','kind':'actions','columns':[{'heading':'Tarea','meaning':'text'},"
                + "{'heading':'Encargado','meaning':'responsible'},{'heading':'Entrega','meaning':'due-on'}]}").is(201);
        assertThat(saved.headers()).containsEntry("location", "/api/mappings/" + saved.id());
        REGISTER.post("/api/mappings", "{'name':'tareas','kind':'risks','columns':[{'heading':'A','meaning':'text'}]}").says(409, "mapping-name-taken", "Ya hay una correspondencia guardada como «tareas».");
        REGISTER.post("/api/mappings", "{'name':'Otra','kind':'risks','columns':[{'heading':'A','meaning':'number'}]}").is(422);
        REGISTER.post("/api/mappings", "{'name':'Otra','kind':'nada','columns':[{'heading':'A','meaning':'text'},{'heading':'a','meaning':'text'}]}").is(422);
        REGISTER.post("/api/mappings", "{'name':'Otra','kind':'risks','columns':[],'more':1}").is(400);
        assertThat(texts(REGISTER.get("/api/mappings").is(200).body().get("items"), "name")).containsExactly("Tareas");

        byte[] file = "Tarea;Encargado;Entrega\nDiseñar la guía;ENCARGO;15/06/2012\nCapacitación;ENCARGO;31/02/2012\n".getBytes(Charset.forName("x-MacRoman"));
        REGISTER.upload("/api/imports", "t.csv", file, Map.of("plan", "M", "mapping", "nada"), "es").says(422, "unknown-mapping", "No hay ninguna correspondencia guardada como «nada».");
        var preview = REGISTER.upload("/api/imports", "t.csv", file, Map.of("plan", "M", "mapping", "Tareas"), "es").is(201).body();
        assertThat(texts(preview.get("rows"), "becomes")).containsExactly("new-action", "refused");
        assertThat(preview.at("/rows/1/errors/0/detail").asString()).isEqualTo("La fecha «31/02/2012» no existe. Se lee el día antes que el mes.");
        var id = SCENE.decideAll(preview, "", ON);
        long before = SCENE.records();
        SCENE.confirm(id).is(202);
        var stopped = SCENE.finished(id);
        assertThat(stopped.get("status").asString()).isEqualTo("stopped");
        assertThat(stopped.at("/refused/0/row").asInt()).isEqualTo(2);
        assertThat(stopped.at("/refused/0/code").asString()).isEqualTo("impossible-date");
        assertThat(SCENE.records()).isEqualTo(before);

        byte[] right = "sep=;\nTarea;Encargado;Entrega\nDiseñar la guía;ENCARGO;15 de junio de 2012\n".getBytes(Charset.forName("windows-1252"));
        var good = REGISTER.upload("/api/imports", "t.csv", right, Map.of("plan", "M", "mapping", saved.id()), "es").is(201).body();
        var plan = SCENE.done(SCENE.decideAll(good, "", ON), 1);
        until(() -> REGISTER.get("/api/actions?plan=" + plan).is(200).body().get("total").asInt() == 1);
        var action = REGISTER.get("/api/actions?plan=" + plan).body().at("/items/0/id").asString();
        assertThat(REGISTER.get("/api/actions/" + action).is(200).body().at("/schedule/dueOn").asString()).isEqualTo("2012-06-15");

        var other = REGISTER.post("/api/mappings", "{'name':'Otra','kind':'risks','columns':[{'heading':'A','meaning':'text'}]}").is(201).id();
        REGISTER.patch("/api/mappings/" + other, "{'name':'TAREAS'}").says(409, "mapping-name-taken", "Ya hay una correspondencia guardada como «TAREAS».");
        REGISTER.patch("/api/mappings/" + other, "{'name':' '}").is(422);
        REGISTER.patch("/api/mappings/" + other, "{'name':'Riesgos','kind':'actions'}").is(400);
        assertThat(REGISTER.patch("/api/mappings/" + saved.id(), "{'name':'Tareas del año'}").is(200).body().at("/columns/1/heading").asString()).isEqualTo("Encargado");
        REGISTER.upload("/api/imports", "t.csv", right, Map.of("plan", "M", "mapping", "Tareas"), "en").says(422, "unknown-mapping", "No mapping is saved as «Tareas».");
        REGISTER.upload("/api/imports", "t.csv", right, Map.of("plan", "M", "mapping", "tareas del año"), "es").is(201);
        REGISTER.delete("/api/mappings/" + other).is(204);
        REGISTER.patch("/api/mappings/" + other, "{'name':'Nadie'}").is(404);

        REGISTER.delete("/api/mappings/" + saved.id()).is(204);
        REGISTER.get("/api/mappings/" + saved.id()).is(404);
        REGISTER.delete("/api/mappings/" + saved.id()).is(404);
    }

    private static void institution(String acronym, String name) {
        REGISTER.post("/api/institutions", "{'acronym':'" + acronym + "','name':'" + name + "','kind':'state','effectiveOn':'2005-01-01'}").is(201);
    }
}
