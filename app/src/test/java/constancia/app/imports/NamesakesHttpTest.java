package constancia.app.imports;

import static constancia.app.imports.ImportsScene.texts;
import static constancia.app.imports.ImportsScene.until;
import static org.assertj.core.api.Assertions.assertThat;

import constancia.app.HttpRegister;
import constancia.postgres.TestPostgres;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Files that name one institution in several ways, none of them on record. */
class NamesakesHttpTest {

    private static final HttpRegister REGISTER = HttpRegister.on(TestPostgres.newDurableDatabase());
    private static final ImportsScene SCENE = new ImportsScene(REGISTER);
    private static final String ON = "{'question':'effective-on','choice':'on:2015-01-02'}";
    private static final String LONG = "ministerio de justicia y seguridad";

    @AfterAll
    static void close() {
        REGISTER.close();
    }

    @Test
    void what_is_decided_of_one_name_holds_for_those_that_are_the_same_in_all_rows() {
        var preview = upload("No.,Acciones principales,T1,Responsable\n1,Capacitar,X,Ministerio de Justicia y Seguridad\n2,Evaluar,X,MJSP\n3,Cerrar,X,\"M.J.S.P., Ministerio de  Justícia\"\n", "MJ-2015");
        var id = preview.get("id").asString();
        var asked = preview.get("questions").valueStream().filter(one -> one.get("question").asString().equals("institution:mjsp")).findFirst().orElseThrow();
        assertThat(asked.get("detail").asString()).isEqualTo("«MJSP» no consta en el registro. ¿De qué institución se trata? En este archivo se le parecen: "
                + "«Ministerio de Justicia y Seguridad» (uno se forma con las iniciales del otro). Si son otra institución, decida cada nombre por su lado.");
        assertThat(texts(asked.get("choices"), "detail")).contains("Es la misma que «Ministerio de Justicia y Seguridad», de este archivo (uno se forma con las iniciales del otro); además, «MJSP» queda como nombre alterno.");

        SCENE.decide(id, same("mjsp", LONG)).says(422, "same-as-undecided", "Todavía no está decidido qué es «Ministerio de Justicia y Seguridad». Decídalo antes o en el mismo envío.");
        SCENE.decide(id, same("mjsp", LONG), same(LONG, "mjsp")).says(422, "same-in-a-circle",
                "Estos nombres remiten unos a otros y ninguno dice qué institución es: MJSP; Ministerio de Justicia y Seguridad. Decida uno de ellos por su lado.");
        assertThat(REGISTER.get("/api/imports/" + id + "/preview").is(200).body()).as("none of it was kept").isEqualTo(preview);

        SCENE.decide(id, ON, "{'question':'periods','choice':'without-dates'}", "{'question':'institution:" + LONG + "','choice':'register:state'}",
                "{'question':'institution:mjsp','choice':'alias-as:«" + LONG + "»'}", same("ministerio de justicia", LONG)).is(200);
        SCENE.decide(id, same(LONG, "mjsp")).says(422, "same-in-a-circle", "Estos nombres remiten unos a otros y ninguno dice qué institución es: Ministerio de Justicia y Seguridad; MJSP. Decida uno de ellos por su lado.");
        var plan = SCENE.done(id, 3);
        until(() -> REGISTER.get("/api/actions?plan=" + plan).is(200).body().get("total").asInt() == 3);
        var institutions = REGISTER.get("/api/institutions?q=MJSP").is(200).body().get("items");
        assertThat(texts(institutions, "name")).containsExactly("Ministerio de Justicia y Seguridad");
        var only = institutions.at("/0/id").asString();
        assertThat(REGISTER.get("/api/institutions?q=justicia").body().get("items")).hasSize(1);
        for (var action : texts(REGISTER.get("/api/actions?plan=" + plan).body().get("items"), "id")) {
            var commitments = REGISTER.get("/api/actions/" + action).is(200).body().get("commitments");
            assertThat(commitments.valueStream().map(one -> one.at("/institution/id").asString())).as("named twice in a cell it answers once").containsExactly(only);
        }
    }

    @Test
    void partners_of_milestones_and_participants_are_compared_too_and_take_one_action_and_one_seat() {
        var milestones = upload("Componente,Socio,Trimestre,Meta / hito\nA,Fondo Vial,Trimestre 1,Primero\nA,Fondo Vial,Trimestre 1,Segundo\nA,Fondo Viall,Trimestre 1,Tercero\n", "FV-2015");
        assertThat(texts(milestones.get("questions"), "question")).contains("institution:fondo vial", "institution:fondo viall");
        var plan = SCENE.done(SCENE.decideAll(milestones, "", ON, "{'question':'institution:fondo vial','choice':'register:state'}", same("fondo viall", "fondo vial")), 3);
        until(() -> REGISTER.get("/api/actions?plan=" + plan).is(200).body().get("total").asInt() == 1);

        var body = REGISTER.post("/api/bodies", "{'acronym':'MV','name':'Mesa Vial','kind':'table','effectiveOn':'2014-01-01'}").is(201).id();
        var seats = upload("Participante,Rol\nCruz Azul,Participante\nCrus Azul,Participante\nCruz Azull,Observador\n", "");
        SCENE.confirm(SCENE.decideAll(seats, "", ON, "{'question':'body','choice':'use:MV'}", "{'question':'institution:cruz azul','choice':'register:civil-society'}",
                same("crus azul", "cruz azul"), same("cruz azull", "crus azul"))).is(202);
        until(() -> REGISTER.get("/api/bodies/" + body).is(200).body().get("seats").size() == 2);
        assertThat(SCENE.finished(seats.get("id").asString()).get("status").asString()).isEqualTo("done");
        assertThat(REGISTER.get("/api/institutions?q=azul").is(200).body().get("items")).hasSize(1);
    }

    @Test
    void a_row_of_a_list_gives_its_names_to_the_one_above_and_a_body_its_duties() {
        var list = upload("Sigla,Nombre,Tipo\nCAN,Consejo de Aguas Nacionales,Ministerio\nCANA,Consejo de Agua Nacional,Ministerio\nC.A.N.,Consejo Nacional de Aguas,Ministerio\n", "");
        var id = list.get("id").asString();
        SCENE.decide(id, ON, "{'question':'similar:2','choice':'same-row:1'}", "{'question':'similar:3','choice':'same-row:1'}").is(200);
        SCENE.confirm(id).is(202);
        assertThat(SCENE.finished(id).get("status").asString()).isEqualTo("done");
        until(() -> REGISTER.get("/api/institutions?q=CANA").is(200).body().get("items").size() == 1);
        var institution = REGISTER.get("/api/institutions/" + REGISTER.get("/api/institutions?q=CANA").body().at("/items/0/id").asString()).is(200).body();
        assertThat(institution.get("acronym").asString()).isEqualTo("CAN");
        assertThat(institution.get("aliases").valueStream().map(JsonNode::asString)).containsExactlyInAnyOrder("CANA", "Consejo de Agua Nacional", "Consejo Nacional de Aguas");

        var bodies = upload("Instancia,Tipo,Responsabilidad\nConsejo del Maíz,Consejo,Deliberar\nConsejo de Maiz,Consejo,Preparar\n", "");
        SCENE.confirm(SCENE.decideAll(bodies, "", ON, "{'question':'new-body:consejo del maiz','choice':'council:CM'}",
                "{'question':'new-body:consejo de maiz','choice':'same-as:«consejo del maiz»'}")).is(202);
        assertThat(SCENE.finished(bodies.get("id").asString()).get("done").asInt()).isEqualTo(2);
        until(() -> REGISTER.get("/api/bodies?q=Maíz").is(200).body().get("items").size() == 1);
        assertThat(SCENE.number("select count(*) from journal.event where type = 'RulesAdopted'")).isEqualTo(2);
    }

    private static String same(String name, String other) {
        return "{'question':'institution:" + name + "','choice':'same-as:«" + other + "»'}";
    }

    private static JsonNode upload(String rows, String plan) {
        return SCENE.upload("hoja.csv", rows.getBytes(StandardCharsets.UTF_8), plan).is(201).body();
    }
}
