package constancia.app.institutions;

import static org.assertj.core.api.Assertions.assertThat;

import constancia.app.HttpRegister;
import constancia.app.HttpRegister.Reply;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class MandatesHttpTest {

    static final HttpRegister REGISTER = HttpRegister.shared();
    static final String DIRECTOR = REGISTER.person("0194d0c2-0000-7000-8000-0000000000ca");
    static final String LIAISON = REGISTER.person("0194d0c2-0000-7000-8000-0000000000cb");
    static final String MANDATE = "0194d0c2-0000-7000-8000-0000000000ea";
    static final String LIAISONS = "0194d0c2-0000-7000-8000-0000000000eb";
    static int next;

    final String tag = "MD" + ++next;
    final String ministry = institution("MJSP" + tag);
    final String undp = institution("PNUD" + tag);

    @Test
    void a_person_speaks_for_the_ministry_until_authorities_change() {
        appoint("'mandate':'" + MANDATE + "','person':'" + DIRECTOR + "','capacity':'representative','office':'Director de Prevención Social','until':'2099-05-31',"
                + "'effectiveOn':'2014-06-01'").is(200);
        appoint("'mandate':'" + LIAISONS + "','person':'" + LIAISON + "','capacity':'liaison','from':'2014-07-01','effectiveOn':'2014-06-15'").is(200);
        end("'mandate':'" + MANDATE + "','effectiveOn':'2016-02-15','until':'2016-02-29','grounds':'Cambio de autoridades.'").is(200);

        var mandates = REGISTER.get("/api/institutions/" + ministry).is(200).body().get("mandates");
        assertThat(mandates.get(0)).hasToString("{\"id\":\"" + MANDATE + "\",\"person\":\"" + DIRECTOR + "\",\"capacity\":\"representative\","
                + "\"office\":\"Director de Prevención Social\",\"status\":\"ended\",\"from\":\"2014-06-01\",\"until\":\"2099-05-31\",\"endedOn\":\"2016-02-29\"}");
        assertThat(mandates.at("/1/capacity").asString()).isEqualTo("liaison");
        assertThat(statuses("2014-06-20")).containsExactly("current", "to-come");
        assertThat(statuses("2014-07-01")).containsExactly("current", "current");
        assertThat(statuses("2016-02-29")).containsExactly("current", "current");
        assertThat(statuses("2016-03-01")).containsExactly("ended", "current");

        var history = REGISTER.get("/api/institutions/" + ministry + "/history").is(200).body().get("items");
        assertThat(history.at("/2/summary").asString()).isEqualTo("Se nombró a una persona como enlace de la institución.");
        assertThat(history.at("/3/summary").asString()).isEqualTo("Se puso fin al mandato de una persona que hablaba por la institución.");
        assertThat(history.at("/3/grounds").asString()).isEqualTo("Cambio de autoridades.");
        assertThat(history.at("/3/changes").toString()).contains("\"path\":\"/mandates/" + MANDATE + "/endedOn\",\"before\":null,\"after\":\"2016-02-29\"");
    }

    @Test
    void what_is_handed_over_when_the_mandate_ends() {
        appoint("'mandate':'" + MANDATE + "','person':'" + DIRECTOR + "','capacity':'representative','effectiveOn':'2014-06-01'").is(200);
        var owed = action("Capacitar a los comités", "2015-06-30");
        var blocked = action("Instalar la mesa departamental", "2099-06-30");
        command("actions", blocked, "report-impediment", "'text':'No hay fondos.','effectiveOn':'2014-12-01'").is(200);
        var released = action("Publicar el informe", "2015-06-30");
        command("actions", released, "release-responsible", "'institution':'MJSP" + tag + "','effectiveOn':'2015-01-10','grounds':'Lo asume otra.'").is(200);
        var cancelled = action("Organizar el foro", "2015-06-30");
        command("actions", cancelled, "cancel-action", "'effectiveOn':'2015-01-10','grounds':'Ya no procede.'").is(200);
        var convenio = REGISTER.post("/api/agreements", "{'kind':'cooperation-agreement','title':'Convenio de cooperación','text':'Las partes convienen.','parties':[{'institution':'MJSP"
                + tag + "','mustSign':true},{'institution':'PNUD" + tag + "','mustSign':true}],'effectiveOn':'2014-09-01'}").is(201).id();
        command("agreements", convenio, "sign-agreement", "'institution':'MJSP" + tag + "','effectiveOn':'2014-09-05'").is(200);
        REGISTER.post("/api/bodies", "{'name':'Consejo " + tag + "','acronym':'" + tag + "','kind':'council','effectiveOn':'2014-01-01'}").is(201);
        meeting("2014-05-20", "MJSP");
        var attended = meeting("2014-09-24", "MJSP");
        meeting("2014-10-01", "PNUD");
        meeting("2016-04-01", "MJSP");
        var ended = end("'mandate':'" + MANDATE + "','effectiveOn':'2016-02-29','grounds':'Cambio de autoridades.'").is(200);

        var reply = REGISTER.get(dossier("?mandate=" + MANDATE + "&after=" + ended.text("token"))).is(200);
        assertThat(Long.parseLong(reply.headers().get("constancia-position"))).isPositive();
        var handover = reply.body();
        assertThat(handover.propertyNames()).containsExactly("institution", "mandate", "totals", "commitments", "agreements", "meetings", "impediments",
                "extensions", "caseFiles");
        assertThat(handover.at("/institution/acronym").asString()).isEqualTo("MJSP" + tag);
        assertThat(handover.at("/mandate/status").asString()).isEqualTo("ended");
        assertThat(handover.at("/mandate/endedOn").asString()).isEqualTo("2016-02-29");
        assertThat(handover.get("totals")).hasToString("{\"commitments\":2,\"agreements\":1,\"meetings\":1,\"impediments\":1,\"extensions\":0,\"caseFiles\":0}");
        assertThat(texts(handover, "commitments", "/action/id")).containsExactly(owed, blocked);
        assertThat(handover.at("/commitments/0/overdue").asBoolean()).isTrue();
        assertThat(handover.at("/commitments/1/overdue").asBoolean()).isFalse();
        assertThat(handover.at("/agreements/0/id").asString()).isEqualTo(convenio);
        assertThat(handover.at("/agreements/0/status").asString()).isEqualTo("pending-signatures");
        assertThat(handover.at("/agreements/0/signedOn").asString()).isEqualTo("2014-09-05");
        assertThat(texts(handover, "meetings", "/id")).containsExactly(attended);
        assertThat(handover.at("/meetings/0/body/acronym").asString()).isEqualTo(tag);
        assertThat(texts(handover, "impediments", "/action/id")).containsExactly(blocked);
        assertThat(texts(handover, "impediments", "/text")).containsExactly("No hay fondos.");
    }

    @Test
    void a_handover_is_of_a_mandate_of_that_institution() {
        var appointed = appoint("'mandate':'" + MANDATE + "','person':'" + DIRECTOR + "','capacity':'delegate','effectiveOn':'2014-06-01'").is(200);
        REGISTER.get(dossier("?mandate=" + MANDATE + "&after=" + appointed.text("token"))).is(200);
        REGISTER.get(dossier("")).says(422, "required", "Este dato es obligatorio.");
        REGISTER.get(dossier("?mandate=" + LIAISONS)).says(422, "unknown-representative", "No consta ese nombramiento en la institución.");
        REGISTER.get("/api/institutions/" + undp + "/handover?mandate=" + MANDATE).is(422);
        REGISTER.get(dossier("?mandate=nadie")).says(422, "bad-parameter", "El valor «nadie» no procede en este parámetro.");
        REGISTER.get(dossier("?mandate=" + MANDATE + "&on=2015-01-01")).is(400);
        REGISTER.get(dossier("?mandate=" + MANDATE + "&limit=5")).is(400);
        REGISTER.get("/api/institutions/" + UUID.randomUUID() + "/handover?mandate=" + MANDATE).says(404, "unknown-item", "No consta nada con ese identificador.");
        assertThat(REGISTER.anonymous(dossier("?mandate=" + MANDATE)).status()).isEqualTo(401);
    }

    @Test
    void mandates_are_given_and_ended_by_the_rules() {
        var person = "'person':'" + DIRECTOR + "','capacity':'liaison'";
        appoint("'mandate':'" + MANDATE + "'," + person + ",'until':'2016-12-31','effectiveOn':'2014-06-01'").is(200);
        refused("appoint-representative", "'mandate':'" + MANDATE + "'," + person + ",'effectiveOn':'2017-01-01'", 409, "representative-known",
                "Ese nombramiento ya consta.", "That appointment is already on record.");
        refused("appoint-representative", person + ",'effectiveOn':'2016-12-31'", 409, "already-appointed",
                "Esa persona ya tiene un mandato en esa misma calidad (liaison) en esas fechas.", "That person already has a mandate in that same capacity (liaison) on those dates.");
        refused("appoint-representative", person + ",'from':'2017-01-31','effectiveOn':'2017-02-01'", 422, "mandate-before-effective",
                "El mandato no puede comenzar antes del 2017-02-01, día desde el que vale este asiento. Si comenzó antes, indique ese día en «effectiveOn».",
                "The mandate cannot begin before 2017-02-01, the day since when this record holds. If it began earlier, give that day in “effectiveOn”.");
        refused("appoint-representative", person + ",'until':'2016-12-31','effectiveOn':'2017-02-01'", 422, "until-before-from",
                "La fecha de término no puede ser anterior a la de inicio.", "The end date cannot be before the start date.");
        refused("end-mandate", "'mandate':'" + LIAISONS + "'", 422, "unknown-representative", "No consta ese nombramiento en la institución.",
                "That appointment is not on record for the institution.");
        refused("end-mandate", "'mandate':'" + MANDATE + "','until':'2015-01-01','effectiveOn':'2015-02-01'", 422, "until-before-effective",
                "La fecha final no puede ser anterior al 2015-02-01, fecha de efecto de este asiento.",
                "The final date cannot be earlier than 2015-02-01, the effective date of this record.");
        refused("end-mandate", "'mandate':'" + MANDATE + "','effectiveOn':'2014-05-31'", 409, "effective-before-previous",
                "La fecha de efecto no puede ser anterior al 2014-06-01, la del asiento previo en esta materia.",
                "The effective date cannot be earlier than 2014-06-01, the date of the previous record of this matter.");
        refused("end-mandate", "'mandate':'" + MANDATE + "','effectiveOn':'2017-01-01'", 409, "mandate-term-over",
                "Según su nombramiento, ese mandato termina el 2016-12-31: su último día no puede ser posterior.",
                "By its appointment that mandate ends on 2016-12-31: its last day cannot be later.");
        end("'mandate':'" + MANDATE + "','effectiveOn':'2015-06-30'").is(200);
        refused("end-mandate", "'mandate':'" + MANDATE + "','effectiveOn':'2015-07-01'", 409, "mandate-ended", "Ese mandato ya terminó.", "That mandate has already ended.");
        appoint(person + ",'effectiveOn':'2015-07-01'").is(200);
    }

    private void refused(String command, String fields, int status, String code, String spanish, String english) {
        var path = "/api/institutions/" + ministry + "/" + command;
        var before = REGISTER.get("/api/institutions/" + ministry).body().get("version").asInt();
        REGISTER.post(path, "{" + fields + "}").says(status, code, spanish);
        REGISTER.post(path, "{" + fields + "}", "en").says(status, code, english);
        assertThat(REGISTER.get("/api/institutions/" + ministry).body().get("version").asInt()).isEqualTo(before);
    }

    private List<String> statuses(String on) {
        return texts(REGISTER.get("/api/institutions/" + ministry + "?on=" + on).is(200).body(), "mandates", "/status");
    }

    private static List<String> texts(JsonNode item, String list, String pointer) {
        return item.get(list).valueStream().map(line -> line.at(pointer).asString()).toList();
    }

    private String dossier(String query) {
        return "/api/institutions/" + ministry + "/handover" + query;
    }

    private String action(String title, String dueOn) {
        return REGISTER.post("/api/actions", "{'title':'" + title + "','responsible':[{'institution':'MJSP" + tag + "','role':'lead'}],'schedule':{'dueOn':'" + dueOn
                + "'},'effectiveOn':'2014-11-24'}").is(201).id();
    }

    private String meeting(String day, String attending) {
        var id = REGISTER.post("/api/meetings", "{'body':'" + tag + "','startsAt':'" + day + "T09:00:00-06:00','effectiveOn':'" + day + "'}").is(201).id();
        command("meetings", id, "open-meeting", "'attendance':[{'institution':'" + attending + tag + "'}],'effectiveOn':'" + day + "'").is(200);
        return id;
    }

    private Reply appoint(String fields) {
        return command("institutions", ministry, "appoint-representative", fields);
    }

    private Reply end(String fields) {
        return command("institutions", ministry, "end-mandate", fields);
    }

    private static Reply command(String collection, String id, String command, String fields) {
        return REGISTER.post("/api/" + collection + "/" + id + "/" + command, "{" + fields + "}");
    }

    private static String institution(String acronym) {
        return REGISTER.post("/api/institutions", "{'name':'Institución " + acronym + "','acronym':'" + acronym + "','kind':'state','effectiveOn':'2010-01-01'}").is(201).id();
    }
}
