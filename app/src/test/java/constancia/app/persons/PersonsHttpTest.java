package constancia.app.persons;

import static org.assertj.core.api.Assertions.assertThat;

import constancia.app.HttpRegister;
import constancia.kernel.rights.Binding;
import constancia.kernel.rights.Role;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class PersonsHttpTest {

    static final HttpRegister REGISTER = HttpRegister.shared();
    static int next;

    final String tag = "DP" + ++next;
    final String ministry = REGISTER.post("/api/institutions", "{'name':'Ministerio " + tag + "','acronym':'" + tag + "','kind':'state','effectiveOn':'2014-01-01'}").is(201).id();

    @Test
    void a_person_is_entered_found_and_changed() {
        var id = enter("'name':'Ána Núñez " + tag + "','office':'Dirección de Prevención','institution':'" + tag + "','email':'ana@ejemplo.gob.sv','phone':'2222-0000'");
        assertThat(REGISTER.get("/api/persons/" + id).is(200).body().toString()).isEqualTo("{\"id\":\"" + id + "\",\"name\":\"Ána Núñez " + tag
                + "\",\"office\":\"Dirección de Prevención\",\"institution\":\"" + ministry + "\",\"email\":\"ana@ejemplo.gob.sv\",\"phone\":\"2222-0000\",\"erasedOn\":null,\"shown\":\"Ána Núñez "
                + tag + "\"}");
        assertThat(found("q=ana nunez " + tag)).containsExactly(id);
        assertThat(found("q=PREVENCION&institution=" + tag)).containsExactly(id);
        assertThat(found("q=nadie&institution=" + tag)).isEmpty();
        assertThat(REGISTER.get("/api/institutions/" + ministry + "/persons").is(200).body().at("/items/0/id").asString()).isEqualTo(id);

        REGISTER.patch("/api/persons/" + id, "{'office':'Dirección General','phone':null}").is(200);
        var changed = REGISTER.get("/api/persons/" + id).is(200).body();
        assertThat(changed.get("office").asString()).isEqualTo("Dirección General");
        assertThat(changed.get("phone").isNull()).isTrue();
        assertThat(changed.get("email").asString()).isEqualTo("ana@ejemplo.gob.sv");
        assertThat(found("q=prevencion&institution=" + tag)).isEmpty();
    }

    @Test
    void what_does_not_do_is_refused() {
        var id = enter("'name':'Alguien'");
        REGISTER.post("/api/persons", "{'id':'" + id + "','name':'Otra'}").says(409, "already-exists", "Ya existe un registro con ese identificador.");
        REGISTER.post("/api/persons", "{'office':'Sin nombre'}").says(422, "required", "Este dato es obligatorio.");
        assertThat(REGISTER.post("/api/persons", "{'name':'A','dui':'1'}").is(400).text("code")).isEqualTo("unknown-field");
        assertThat(REGISTER.post("/api/persons", "{'name':'A','email':'sin arroba'}").is(422).text("code")).isEqualTo("text-not-in-form");
        assertThat(REGISTER.post("/api/persons", "{'name':'A','institution':'" + UUID.randomUUID() + "'}").is(422).text("code")).isEqualTo("unknown-institution");
        REGISTER.patch("/api/persons/" + id, "{'name':null}").says(422, "required", "Este dato es obligatorio.");
        REGISTER.patch("/api/persons/" + UUID.randomUUID(), "{'phone':'1'}").is(404);
        REGISTER.get("/api/persons/" + UUID.randomUUID()).is(404);
        REGISTER.delete("/api/persons/" + UUID.randomUUID(), "{'grounds':'Lo pidió.'}").is(404);
    }

    @Test
    void commands_name_persons_of_the_directory_that_were_not_erased() {
        var stranger = UUID.randomUUID().toString();
        var refused = appoint(stranger);
        refused.says(422, "unknown-person", "No hay en el directorio ninguna persona con el identificador «" + stranger + "».");
        assertThat(refused.body().at("/errors/0/pointer").asString()).isEqualTo("#/person");

        var id = enter("'name':'Beatriz'");
        appoint(id).is(200);
        REGISTER.delete("/api/persons/" + id, "{'grounds':'Lo pidió.'}").is(204);
        appoint(id).is(422);
        assertThat(mandates()).containsExactly(id);
    }

    @Test
    void a_part_of_a_command_names_one_too() {
        var stranger = UUID.randomUUID().toString();
        var council = REGISTER.post("/api/bodies", "{'name':'Consejo " + tag + "','acronym':'C" + tag + "','kind':'council','effectiveOn':'2014-01-01'}").is(201).id();
        var meeting = REGISTER.post("/api/meetings", "{'body':'" + council + "','startsAt':'2014-10-01T09:00:00-06:00','effectiveOn':'2014-09-24'}").is(201).id();
        var refused = REGISTER.post("/api/meetings/" + meeting + "/open-meeting", "{'attendance':[{'institution':'" + tag + "'},{'person':'" + stranger + "'}],'effectiveOn':'2014-10-01'}");
        assertThat(refused.is(422).body().at("/errors/0/pointer").asString()).isEqualTo("#/attendance/1/person");
        assertThat(refused.text("code")).isEqualTo("unknown-person");
    }

    @Test
    void erasing_leaves_the_day_who_erased_and_why() {
        var id = enter("'name':'Carlos Canario','office':'Alcaldía','email':'carlos@ejemplo.sv'");
        REGISTER.delete("/api/persons/" + id, "{}").says(422, "required", "Este dato es obligatorio.");
        REGISTER.delete("/api/persons/" + id, "{'grounds':'Carlos canário lo pidió.'}").says(422, "grounds-name-person",
                "Los motivos no pueden nombrar a la persona que se suprime, porque se conservan.");
        REGISTER.as("coordina-" + tag, new Binding(Role.COORDINATOR, null)).delete("/api/persons/" + id, "{'grounds':'Lo pidió.'}").is(403);
        REGISTER.delete("/api/persons/" + id, "{'grounds':'Ejerció su derecho de supresión.'}").is(204);

        var today = LocalDate.now(ZoneId.of("America/El_Salvador"));
        assertThat(REGISTER.get("/api/persons/" + id).is(200).body().toString()).isEqualTo("{\"id\":\"" + id + "\",\"name\":null,\"office\":null,\"institution\":null,\"email\":null,"
                + "\"phone\":null,\"erasedOn\":\"" + today + "\",\"shown\":\"persona suprimida el " + today + "\"}");
        assertThat(REGISTER.get("/api/persons/" + id, "en").is(200).text("shown")).isEqualTo("person erased on " + today);
        assertThat(found("q=carlos")).doesNotContain(id);
        assertThat(found("id=" + id)).containsExactly(id);
        assertThat(REGISTER.bean("workDb", JdbcClient.class).sql("select erased_by || ': ' || erased_for from journal.person where id = :id").param("id", UUID.fromString(id))
                .query(String.class).single()).isEqualTo("admin: Ejerció su derecho de supresión.");
        REGISTER.delete("/api/persons/" + id, "{'grounds':'Otra vez.'}").says(409, "person-erased", "Los datos de esta persona se suprimieron el " + today + ".");
        REGISTER.patch("/api/persons/" + id, "{'name':'De nuevo'}").is(409);
    }

    private HttpRegister.Reply appoint(String person) {
        return REGISTER.post("/api/institutions/" + ministry + "/appoint-representative", "{'person':'" + person + "','capacity':'liaison','effectiveOn':'2014-06-01'}");
    }

    private List<String> mandates() {
        return REGISTER.get("/api/institutions/" + ministry).is(200).body().get("mandates").valueStream().map(mandate -> mandate.get("person").asString()).toList();
    }

    private static String enter(String fields) {
        return REGISTER.post("/api/persons", "{" + fields + "}").is(201).id();
    }

    private static List<String> found(String query) {
        return REGISTER.get("/api/persons?limit=500&" + query.replace(" ", "%20")).is(200).body().get("items").valueStream().map(person -> person.get("id").asString()).toList();
    }
}
