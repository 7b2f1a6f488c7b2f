package constancia.app.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import constancia.app.HttpRegister;
import constancia.app.HttpRegister.Reply;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class MeetingsHttpTest {

    static final HttpRegister REGISTER = HttpRegister.shared();
    static final String PERSON = REGISTER.person("0194d0c2-0000-7000-8000-0000000000cc");
    static final String ITEM = "0194d0c2-0000-7000-8000-0000000000dd";
    static int next;

    final String tag = "CM" + ++next;
    final String ministry = institution("MJSP" + tag);
    final String undp = institution("PNUD" + tag);
    final String spain = institution("ES" + tag);
    final String guest = institution("INJUVE" + tag);
    final String council = REGISTER.post("/api/bodies", "{'name':'Consejo " + tag + "','acronym':'" + tag + "','kind':'council','effectiveOn':'2014-09-01'}").is(201).id();

    @Test
    void a_session_of_the_council_from_its_convening_to_its_closing() {
        seat(ministry, "leads");
        seat(undp, "technical-secretariat");
        seat(spain, "friend");
        REGISTER.post("/api/bodies/" + council + "/seat-institution", "{'person':'" + PERSON + "','role':'member','effectiveOn':'2014-09-01'}").is(200);
        REGISTER.post("/api/bodies/" + council + "/set-quorum", "{'share':'2/3','effectiveOn':'2014-09-01'}").is(200);

        var convened = REGISTER.post("/api/meetings", "{'body':'" + tag + "','startsAt':'2014-09-24T09:00:00-06:00','place':'Casa Presidencial','mode':'in-person',"
                + "'agenda':[{'item':'" + ITEM + "','title':'Propuesta metodológica','presenter':'PNUD" + tag + "','minutes':45},{'title':'Normas de funcionamiento'}],"
                + "'effectiveOn':'2014-09-17'}").is(201);
        var meeting = convened.id();
        post(meeting, "add-agenda-item", "'title':'Diagnóstico compartido','effectiveOn':'2014-09-22'").is(200);
        post(meeting, "postpone-meeting", "'startsAt':'2014-10-01T09:00:00-06:00','effectiveOn':'2014-09-23','grounds':'A petición del Ministro.'").is(200);

        var before = REGISTER.get("/api/meetings/" + meeting).is(200).body();
        assertThat(before.propertyNames()).containsExactly("id", "version", "status", "body", "startsAt", "former", "place", "mode", "series", "agenda",
                "convocation", "attendance", "quorum", "deliberations", "openedOn", "closedOn", "minutes", "text", "class", "reserve", "cut");
        assertThat(before.get("status").asString()).isEqualTo("convened");
        assertThat(before.at("/body/acronym").asString()).isEqualTo(tag);
        assertThat(before.get("startsAt").asString()).isEqualTo("2014-10-01T15:00:00Z");
        assertThat(before.get("former")).hasToString("[\"2014-09-24T15:00:00Z\"]");
        assertThat(before.get("agenda").valueStream().map(item -> item.get("title").asString()))
                .containsExactly("Propuesta metodológica", "Normas de funcionamiento", "Diagnóstico compartido");
        assertThat(before.at("/agenda/0/presenter/id").asString()).isEqualTo(undp);
        assertThat(before.get("quorum").isNull()).isTrue();

        post(meeting, "open-meeting", "'attendance':[{'institution':'MJSP" + tag + "','person':'" + PERSON + "'},{'institution':'ES" + tag + "'},"
                + "{'institution':'INJUVE" + tag + "'},{'person':'" + PERSON + "'}],'effectiveOn':'2014-10-01'").is(200);
        var closed = post(meeting, "close-meeting", "'effectiveOn':'2014-10-01'").is(200);

        var after = REGISTER.get("/api/meetings/" + meeting).is(200).body();
        assertThat(after.get("status").asString()).isEqualTo("closed");
        assertThat(after.get("attendance").valueStream().map(line -> line.get("role").asString())).containsExactly("leads", "friend", "guest", "member");
        assertThat(after.at("/attendance/3/institution").isNull()).isTrue();
        assertThat(after.get("quorum")).hasToString("{\"present\":2,\"required\":2,\"quorate\":true}");
        assertThat(after.get("openedOn").asString()).isEqualTo("2014-10-01");
        assertThat(REGISTER.get("/api/meetings/" + meeting + "?on=2014-09-20").body().get("agenda").size()).isEqualTo(2);

        var history = REGISTER.get("/api/meetings/" + meeting + "/history").is(200).body().get("items");
        assertThat(history.valueStream().map(record -> record.get("type").asString())).containsExactly("MeetingConvened", "AgendaItemAdded",
                "MeetingPostponed", "MeetingOpened", "MeetingClosed");
        assertThat(history.at("/3/summary").asString()).isEqualTo("Se abrió la reunión con 4 asistencias; hubo quórum.");
        assertThat(history.at("/4/changes").toString()).contains("/status", "/closedOn");

        assertThat(ids(REGISTER.list("/api/bodies/" + council + "/meetings", closed))).containsExactly(meeting);
        assertThat(ids(REGISTER.list("/api/meetings?body=" + tag + "&status=closed&from=2014-10-01&until=2014-10-01", closed))).containsExactly(meeting);
        assertThat(ids(REGISTER.list("/api/meetings?body=" + tag + "&until=2014-09-30", closed))).isEmpty();
        assertThat(ids(REGISTER.list("/api/meetings?institution=INJUVE" + tag, closed))).containsExactly(meeting);
        assertThat(ids(REGISTER.list("/api/meetings?institution=PNUD" + tag, closed))).isEmpty();
        REGISTER.get("/api/meetings?status=over").says(422, "unknown-word", "El valor «over» no está entre los admitidos: cancelled, closed, convened, open.");
        REGISTER.get("/api/bodies/" + UUID.randomUUID() + "/meetings").is(404);
    }

    @Test
    void new_meetings_of_a_series_begin_with_its_template_and_their_agenda_stands_under_headings() {
        var template = REGISTER.post("/api/bodies/" + council + "/set-series-template", "{'name':'Reunión mensual','place':'Cancillería','mode':'hybrid','text':'Se ruega confirmar.',"
                + "'agenda':[{'title':'Otros asuntos','section':'Varios'},{'title':'Acuerdos anteriores','section':'Informes','presenter':'PNUD" + tag + "','minutes':30}],'effectiveOn':'2014-10-01'}").is(200);
        assertThat(template.headers()).containsKey("etag");
        var shown = REGISTER.get("/api/bodies/" + council).is(200).body().at("/series/0");
        assertThat(shown.get("name").asString()).isEqualTo("Reunión mensual");
        assertThat(shown.at("/agenda/1/presenter/acronym").asString()).isEqualTo("PNUD" + tag);
        var series = shown.get("id").asString();
        var begins = "'body':'" + tag + "','startsAt':'2014-11-05T09:00:00-06:00','series':'" + series + "'";
        var meeting = REGISTER.post("/api/meetings", "{" + begins + ",'effectiveOn':'2014-10-20'}").is(201).id();
        post(meeting, "add-agenda-item", "'title':'Informe de la mesa','section':'Informes','effectiveOn':'2014-10-21'").is(200);
        post(meeting, "add-agenda-item", "'title':'Apertura','effectiveOn':'2014-10-21'").is(200);
        var item = REGISTER.get("/api/meetings/" + meeting).is(200).body();
        assertThat(item.get("place").asString()).isEqualTo("Cancillería");
        assertThat(item.get("mode").asString()).isEqualTo("hybrid");
        assertThat(item.get("text").asString()).isEqualTo("Se ruega confirmar.");
        assertThat(item.at("/series/ordinal").asInt()).isEqualTo(1);
        assertThat(item.get("agenda").valueStream().map(topic -> topic.get("title").asString())).containsExactly("Apertura", "Otros asuntos", "Acuerdos anteriores", "Informe de la mesa");
        assertThat(item.get("agenda").valueStream().map(topic -> topic.get("section").toString())).containsExactly("null", "\"Varios\"", "\"Informes\"", "\"Informes\"");
        var other = REGISTER.post("/api/meetings", "{" + begins + ",'place':'Casa Presidencial','agenda':[],'effectiveOn':'2014-10-20'}").is(201).id();
        assertThat(REGISTER.get("/api/meetings/" + other).body().get("agenda")).isEmpty();
        assertThat(REGISTER.get("/api/meetings/" + other).body().at("/series/ordinal").asInt()).isEqualTo(2);
        post(meeting, "rectify", "'record':1,'replacement':{'place':'Casa Presidencial'},'grounds':'Cambió de sede.'").is(200);
        assertThat(REGISTER.get("/api/meetings/" + meeting).body().get("agenda").size()).isEqualTo(4);

        var table = REGISTER.post("/api/bodies", "{'name':'Mesa " + tag + "','acronym':'MT-" + tag + "','kind':'table','effectiveOn':'2014-09-01'}").is(201).id();
        refused("/api/bodies/" + table + "/set-series-template", "'series':'" + series + "','name':'Otra','effectiveOn':'2014-11-01'", 409, "series-of-another-body",
                "Esa serie de reuniones es de otra instancia.", "That series of meetings is of another body.");
    }

    @Test
    void the_quorum_is_that_of_the_day_on_which_the_meeting_is_held() {
        seat(ministry, "leads");
        REGISTER.post("/api/bodies/" + council + "/seat-institution", "{'institution':'" + undp + "','role':'member','effectiveOn':'2014-10-02'}").is(200);
        REGISTER.post("/api/bodies/" + council + "/set-quorum", "{'atLeast':2,'effectiveOn':'2014-10-02'}").is(200);
        REGISTER.post("/api/bodies/" + council + "/set-quorum", "{'atLeast':9,'effectiveOn':'2014-12-01'}").is(200);
        REGISTER.post("/api/bodies/" + council + "/set-quorum", "{'atLeast':3,'effectiveOn':'2014-10-02'}").is(200);
        assertThat(quorumOn("2014-10-01")).isEqualTo("{\"present\":1,\"required\":null,\"quorate\":null}");
        assertThat(quorumOn("2014-10-02")).isEqualTo("{\"present\":2,\"required\":3,\"quorate\":false}");
    }

    @Test
    void a_meeting_is_of_a_body_that_is_there_and_starts_at_a_time_that_can_be_meant() {
        refused("/api/meetings", "'body':'NADIE','startsAt':'2014-09-24T15:00:00Z'", 422, "unknown-body", "No hay ninguna instancia registrada como «NADIE».",
                "No body is registered as “NADIE”.");
        refused("/api/meetings", "'body':'" + tag + "','startsAt':'2014-09-24T15:00:00Z','effectiveOn':'2014-08-31'", 422, "body-not-active",
                "El 2014-08-31 esa instancia no estaba constituida o ya se había disuelto.", "On 2014-08-31 that body was not yet established or already dissolved.");
        refused("/api/meetings", "'body':'" + tag + "','startsAt':'+999999999-12-31T23:00:00Z'", 422, "out-of-range",
                "El valor debe estar entre 1900-01-01 y 2200-01-01.", "The value must be between 1900-01-01 and 2200-01-01.");
        refused("/api/meetings", "'body':'" + tag + "','startsAt':'2014-09-24T15:00:00Z','agenda':[{'item':'" + ITEM + "','title':'Uno'},{'item':'" + ITEM + "','title':'Dos'}]", 422,
                "agenda-item-known", "Ya hay un punto de agenda con ese identificador.", "There is already an agenda item under that identifier.");
        var unknown = UUID.randomUUID().toString();
        refused("/api/meetings", "'body':'" + tag + "','startsAt':'2014-09-24T15:00:00Z','agenda':[{'title':'Uno','presenter':'" + unknown + "'}]", 422, "unknown-institution",
                "No hay ninguna institución registrada como «" + unknown + "».", "No institution is registered as “" + unknown + "”.");
    }

    @Test
    void its_course_is_in_order() {
        var meeting = convene("2014-09-17");
        refused(meeting, "close-meeting", "'effectiveOn':'2014-10-01'", 409, "meeting-not-held", "La reunión aún no se ha abierto: no hay nada que cerrar.",
                "The meeting has not been opened yet: there is nothing to close.");
        refused(meeting, "postpone-meeting", "'startsAt':'2014-09-24T09:00:00-06:00','effectiveOn':'2014-09-20','grounds':'Sí'", 409, "same-start",
                "La reunión ya está convocada para ese mismo momento.", "The meeting is already convened for that same time.");
        refused(meeting, "postpone-meeting", "'startsAt':'2014-09-25T09:00:00-06:00','effectiveOn':'2014-09-20'", 422, "grounds-required",
                "Este asiento exige que se expresen sus motivos.", "This record requires that its grounds be stated.");
        refused(meeting, "cancel-meeting", "'effectiveOn':'2014-09-16','grounds':'Sí'", 409, "effective-before-item",
                "La fecha de efecto no puede ser anterior al primer asiento de este registro.", "The effective date cannot be earlier than the first record of this item.");
        post(meeting, "open-meeting", "'attendance':[{'institution':'" + ministry + "'}],'effectiveOn':'2014-10-01'").is(200);
        refused(meeting, "cancel-meeting", "'effectiveOn':'2014-10-01','grounds':'Sí'", 409, "meeting-open", "La reunión ya se abrió.", "The meeting was already opened.");
        refused(meeting, "close-meeting", "'effectiveOn':'2014-09-30'", 409, "effective-before-previous",
                "La fecha de efecto no puede ser anterior al 2014-10-01, la del asiento previo en esta materia.",
                "The effective date cannot be earlier than 2014-10-01, the date of the previous record of this matter.");
        post(meeting, "close-meeting", "'effectiveOn':'2014-10-01'").is(200);
        refused(meeting, "add-agenda-item", "'title':'Tarde','effectiveOn':'2014-10-02'", 409, "meeting-closed", "La reunión ya se cerró.", "The meeting was already closed.");
        var cancelled = convene("2014-09-17");
        post(cancelled, "cancel-meeting", "'effectiveOn':'2014-09-20','grounds':'Sin fecha posible.'").is(200);
        assertThat(REGISTER.get("/api/meetings/" + cancelled).body().get("status").asString()).isEqualTo("cancelled");
        refused(cancelled, "open-meeting", "'attendance':[{'institution':'" + ministry + "'}],'effectiveOn':'2014-10-01'", 409, "meeting-cancelled",
                "La reunión fue cancelada.", "The meeting was cancelled.");
    }

    @Test
    void those_who_came_are_named_once_and_with_seats_that_they_have() {
        seat(ministry, "leads");
        var meeting = convene("2014-09-17");
        refused(meeting, "open-meeting", "'attendance':[],'effectiveOn':'2014-10-01'", 422, "required", "Este dato es obligatorio.", "This value is required.");
        refused(meeting, "open-meeting", "'attendance':[{'role':'member'}],'effectiveOn':'2014-10-01'", 422, "attendee-missing",
                "Indique la institución o la persona que asistió.", "Please name the institution or the person that attended.");
        refused(meeting, "open-meeting", "'attendance':[{'institution':'" + ministry + "'},{'institution':'" + ministry + "'}],'effectiveOn':'2014-10-01'", 422, "attendee-twice",
                "Esa asistencia ya figura en la lista.", "That attendance is already on the list.");
        refused(meeting, "open-meeting", "'attendance':[{'institution':'" + guest + "','role':'member'}],'effectiveOn':'2014-10-01'", 422, "not-seated-as",
                "Ese día no ocupaba en la instancia un escaño con el rol «member». Si no tiene escaño, no indique rol: constará como invitada.",
                "On that day it held no seat of the body in the role “member”. If it has no seat, give no role: it will be recorded as a guest.");
        REGISTER.post("/api/institutions/" + guest + "/deactivate-institution", "{'effectiveOn':'2014-09-30','grounds':'Fusión.'}").is(200);
        refused(meeting, "open-meeting", "'attendance':[{'institution':'" + guest + "'}],'effectiveOn':'2014-10-01'", 422, "institution-not-active",
                "El 2014-10-01 esa institución aún no estaba registrada o ya había dejado de existir.",
                "On 2014-10-01 that institution was not yet registered or no longer existed.");
        REGISTER.post("/api/bodies/" + council + "/dissolve-body", "{'effectiveOn':'2014-10-01','grounds':'Fin.'}").is(200);
        refused(meeting, "open-meeting", "'attendance':[{'institution':'" + ministry + "'}],'effectiveOn':'2014-10-01'", 409, "body-not-active",
                "El 2014-10-01 esa instancia no estaba constituida o ya se había disuelto.", "On 2014-10-01 that body was not yet established or already dissolved.");
        assertThat(REGISTER.get("/api/meetings/" + meeting).body().get("version").asInt()).isEqualTo(1);
    }

    private String quorumOn(String day) {
        var meeting = convene("2014-09-17");
        post(meeting, "open-meeting", "'attendance':[{'institution':'" + ministry + "'},{'institution':'" + undp + "'}],'effectiveOn':'" + day + "'").is(200);
        return REGISTER.get("/api/meetings/" + meeting).body().get("quorum").toString();
    }

    private String convene(String on) {
        return REGISTER.post("/api/meetings", "{'body':'" + tag + "','startsAt':'2014-09-24T09:00:00-06:00','effectiveOn':'" + on + "'}").is(201).id();
    }

    private void seat(String institution, String role) {
        REGISTER.post("/api/bodies/" + council + "/seat-institution", "{'institution':'" + institution + "','role':'" + role + "','effectiveOn':'2014-09-01'}").is(200);
    }

    private static void refused(String meeting, String command, String fields, int status, String code, String spanish, String english) {
        refused("/api/meetings/" + meeting + "/" + command, fields, status, code, spanish, english);
    }

    private static void refused(String path, String fields, int status, String code, String spanish, String english) {
        REGISTER.post(path, "{" + fields + "}", "es").says(status, code, spanish);
        REGISTER.post(path, "{" + fields + "}", "en").says(status, code, english);
    }

    private static Reply post(String meeting, String command, String fields) {
        return REGISTER.post("/api/meetings/" + meeting + "/" + command, "{" + fields + "}");
    }

    private static String institution(String acronym) {
        return REGISTER.post("/api/institutions", "{'name':'Institución " + acronym + "','acronym':'" + acronym + "','kind':'state','effectiveOn':'2010-01-01'}").is(201).id();
    }

    private static List<String> ids(JsonNode page) {
        return page.get("items").valueStream().map(item -> item.get("id").asString()).toList();
    }
}
