package constancia.app.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import constancia.app.HttpRegister;
import constancia.app.HttpRegister.Reply;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The council of 2014 deliberates on where to begin: technical team, technical table, council. */
class DeliberationsHttpTest {

    static final HttpRegister REGISTER = HttpRegister.shared();
    static final String QUESTION = "0194d0c2-0000-7000-8000-0000000000d1";
    static final String OTHER = "0194d0c2-0000-7000-8000-0000000000d2";
    static final String ITEM = "0194d0c2-0000-7000-8000-0000000000d3";
    static int next;

    final String tag = "CD" + ++next;
    final String ministry = institution("MJSP" + tag);
    final String mayors = institution("COMURES" + tag);
    final String spain = institution("ES" + tag);
    final String absent = institution("FGR" + tag);
    final String council = body("CNSCC" + tag, "council");
    final String table = body("MT" + tag, "table");

    @Test
    void the_council_takes_up_the_tables_proposal_and_what_persists_goes_into_the_final_report() {
        var tables = held(table);
        post(tables, "put-question", "'deliberation':'" + OTHER + "','question':'¿Qué municipios proponer al Consejo?'").is(200);
        post(tables, "compile-proposal", "'deliberation':'" + OTHER + "','options':['Cincuenta municipios']").is(200);
        assess(tables, OTHER, ministry, "agrees", null).is(200);
        conclude(tables, OTHER, "consensus").is(200);

        var meeting = held(council);
        post(meeting, "put-question", "'deliberation':'" + QUESTION + "','item':'" + ITEM + "','question':'¿Qué municipios deben atenderse primero?','takesUp':{'meeting':'" + tables
                + "','deliberation':'" + OTHER + "'}").is(200);
        position(meeting, mayors, "Los de mayor incidencia.").is(200);
        position(meeting, spain, "Hay experiencias que sirven.").is(200);
        post(meeting, "compile-proposal", "'deliberation':'" + QUESTION + "','options':['Diez municipios, por incidencia','Cincuenta municipios, por etapas']").is(200);
        assess(meeting, QUESTION, ministry, "agrees", null).is(200);
        assess(meeting, QUESTION, mayors, "disagrees", "Diez son pocos.").is(200);
        post(meeting, "put-second-proposal", "'deliberation':'" + QUESTION + "','options':['Veinte municipios']").is(200);
        assess(meeting, QUESTION, ministry, "agrees-with-reservation", "Sujeto a presupuesto.").is(200);
        assess(meeting, QUESTION, mayors, "disagrees", "Siguen siendo pocos.").is(200);
        assess(meeting, QUESTION, spain, "disagrees", "Convendría otra cosa.").is(200);
        conclude(meeting, QUESTION, "unresolved").is(200);
        post(meeting, "close-meeting", "").is(200);

        var told = REGISTER.get("/api/meetings/" + meeting).is(200).body().at("/deliberations/0");
        assertThat(told.propertyNames()).containsExactly("id", "stage", "item", "question", "putOn", "takesUp", "positions", "proposals", "outcome", "concludedOn", "discrepancies",
                "class", "reserve");
        assertThat(told.get("id").asString()).isEqualTo(QUESTION);
        assertThat(told.get("stage").asString()).isEqualTo("concluded");
        assertThat(told.get("item").asString()).isEqualTo(ITEM);
        assertThat(told.at("/takesUp/meeting/id").asString()).isEqualTo(tables);
        assertThat(told.at("/takesUp/meeting/body/acronym").asString()).isEqualTo("MT" + tag);
        assertThat(told.at("/takesUp/deliberation").asString()).isEqualTo(OTHER);
        assertThat(told.get("positions").valueStream().map(one -> one.at("/institution/acronym").asString() + " " + one.get("counts").asBoolean()))
                .containsExactly("COMURES" + tag + " true", "ES" + tag + " false");
        assertThat(told.at("/proposals/0/options").valueStream().map(JsonNode::asString)).containsExactly("Diez municipios, por incidencia", "Cincuenta municipios, por etapas");
        assertThat(told.at("/proposals/1/assessments").valueStream().map(one -> one.get("assessment").asString() + " " + one.get("counts").asBoolean()))
                .containsExactly("agrees-with-reservation true", "disagrees true", "disagrees false");
        assertThat(told.get("outcome").asString()).isEqualTo("unresolved");
        assertThat(told.get("discrepancies").valueStream().map(one -> one.at("/institution/acronym").asString() + ": " + one.get("assessment").asString() + ", " + one.get("text").asString()))
                .containsExactly("MJSP" + tag + ": agrees-with-reservation, Sujeto a presupuesto.", "COMURES" + tag + ": disagrees, Siguen siendo pocos.");

        var history = REGISTER.get("/api/meetings/" + meeting + "/history").is(200).body().get("items");
        assertThat(history.valueStream().map(record -> record.get("type").asString())).containsExactly("MeetingConvened", "MeetingOpened", "QuestionPut", "PositionRecorded",
                "PositionRecorded", "ProposalCompiled", "ProposalAssessed", "ProposalAssessed", "SecondProposalPut", "ProposalAssessed", "ProposalAssessed", "ProposalAssessed",
                "DeliberationConcluded", "MeetingClosed");
        assertThat(history.at("/3/institution/id").asString()).isEqualTo(mayors);
        assertThat(history.at("/7/changes").toString()).contains("/deliberations/" + QUESTION + "/discrepancies");
        assertThat(history.at("/12/changes").toString()).contains("/deliberations/" + QUESTION + "/outcome");
        assertThat(REGISTER.get("/api/meetings/" + meeting + "/history/6").body().at("/deliberations/0/stage").asString()).isEqualTo("proposal");
    }

    @Test
    void an_agreement_comes_of_a_deliberation_that_was_concluded_and_not_left_unresolved() {
        var meeting = held(council);
        ask(meeting, QUESTION);
        var agreement = "'kind':'decision','title':'Municipios','text':'Atender diez.','adoption':'consensus','meeting':'" + meeting + "','deliberation':'" + QUESTION + "'";
        refused("/api/agreements", agreement, 409, "deliberation-not-concluded", "El 2014-10-01 esa deliberación aún no había concluido.",
                "On 2014-10-01 that deliberation had not been concluded yet.");
        propose(meeting, QUESTION);
        assess(meeting, QUESTION, mayors, "agrees-with-reservation", "Sin fondos no.").is(200);
        conclude(meeting, QUESTION, "consensus-with-reservations").is(200);
        post(meeting, "close-meeting", "").is(200);
        var recorded = REGISTER.post("/api/agreements", "{" + agreement + ",'effectiveOn':'2014-10-01'}").is(201);
        assertThat(REGISTER.get("/api/agreements/" + recorded.id()).body().get("deliberation").asString()).isEqualTo(QUESTION);

        var stuck = held(council);
        ask(stuck, QUESTION);
        propose(stuck, QUESTION);
        assess(stuck, QUESTION, mayors, "disagrees", "No.").is(200);
        post(stuck, "put-second-proposal", "'deliberation':'" + QUESTION + "','options':['Otra']").is(200);
        assess(stuck, QUESTION, mayors, "disagrees", "No.").is(200);
        conclude(stuck, QUESTION, "unresolved").is(200);
        refused("/api/agreements", agreement.replace(meeting, stuck), 409, "deliberation-unresolved", "Esa deliberación quedó sin resolver: de ella no resulta ningún acuerdo.",
                "That deliberation was left unresolved: no agreement comes of it.");
    }

    @Test
    void a_question_is_put_in_a_meeting_that_is_open() {
        var meeting = convened(council);
        var question = "'question':'¿Qué?'";
        refused(meeting, "put-question", question, 409, "meeting-not-open", "La reunión aún no se ha abierto.", "The meeting has not been opened yet.");
        open(meeting);
        refused(meeting, "put-question", question + ",'effectiveOn':'2014-09-30'", 409, "effective-before-meeting",
                "La fecha de efecto no puede ser anterior al 2014-10-01, día en que se abrió la reunión.",
                "The effective date cannot be earlier than 2014-10-01, the day the meeting was opened.");
        var stranger = UUID.randomUUID().toString();
        refused(meeting, "put-question", question + ",'item':'" + stranger + "'", 422, "unknown-agenda-item", "El punto «" + stranger + "» no está en la agenda de esa reunión.",
                "The item “" + stranger + "” is not on the agenda of that meeting.");
        refused(meeting, "put-question", question + ",'takesUp':{'meeting':'" + meeting + "','deliberation':'" + stranger + "'}", 422, "unknown-deliberation",
                "No consta ninguna deliberación con el identificador «" + stranger + "».", "No deliberation is on record under the identifier “" + stranger + "”.");
        ask(meeting, QUESTION);
        refused(meeting, "put-question", question + ",'deliberation':'" + QUESTION + "'", 409, "deliberation-known",
                "Ya hay en esta reunión una deliberación con ese identificador.", "This meeting already has a deliberation under that identifier.");
        refused(meeting, "put-question", question + ",'takesUp':{'meeting':'" + meeting + "','deliberation':'" + QUESTION + "'}", 409, "deliberation-not-concluded",
                "El 2014-10-01 esa deliberación aún no había concluido.", "On 2014-10-01 that deliberation had not been concluded yet.");
        post(meeting, "close-meeting", "").is(200);
        refused(meeting, "record-position", "'deliberation':'" + QUESTION + "','institution':'" + mayors + "','text':'Tarde.'", 409, "meeting-closed", "La reunión ya se cerró.",
                "The meeting was already closed.");
    }

    @Test
    void the_steps_follow_each_other() {
        var meeting = held(council);
        var of = "'deliberation':'" + QUESTION + "'";
        refused(meeting, "compile-proposal", of + ",'options':['Una']", 422, "unknown-deliberation", "No consta ninguna deliberación con el identificador «" + QUESTION + "».",
                "No deliberation is on record under the identifier “" + QUESTION + "”.");
        ask(meeting, QUESTION);
        refused(meeting, "record-position", of + ",'institution':'" + absent + "','text':'Yo.'", 409, "not-present",
                "La institución no figura entre las que asistieron a la reunión: no puede intervenir en ella.",
                "The institution is not among those that attended the meeting: it cannot speak in it.");
        refused(meeting, "conclude-deliberation", of + ",'outcome':'consensus'", 409, "no-proposal", "Aún no se ha recopilado ninguna propuesta.", "No proposal has been compiled yet.");
        refused(meeting, "compile-proposal", of + ",'options':['Una','Una']", 422, "option-twice", "Esta opción ya figura en la propuesta.", "This option is already in the proposal.");
        refused(meeting, "compile-proposal", of + ",'options':[]", 422, "required", "Este dato es obligatorio.", "This value is required.");
        propose(meeting, QUESTION);
        refused(meeting, "record-position", of + ",'institution':'" + mayors + "','text':'Tarde.'", 409, "proposal-compiled", "La propuesta ya se recopiló: ahora corresponde valorarla.",
                "The proposal has already been compiled: what follows is its assessment.");
        refused(meeting, "assess-proposal", of + ",'institution':'" + mayors + "','assessment':'disagrees'", 422, "assessment-needs-text",
                "Una reserva o un desacuerdo debe decir en qué consiste.", "A reservation or a disagreement must say what it consists of.");
        refused(meeting, "conclude-deliberation", of + ",'outcome':'consensus'", 409, "nobody-assessed", "Ningún integrante ha valorado la propuesta: aún no se puede concluir.",
                "No member has assessed the proposal: it cannot be concluded yet.");
        refused(meeting, "put-second-proposal", of + ",'options':['Otra']", 409, "no-discrepancies", "No persisten discrepancias: no procede una segunda propuesta.",
                "No discrepancies persist: there is no place for a second proposal.");
        assess(meeting, QUESTION, mayors, "disagrees", "No.").is(200);
        refused(meeting, "conclude-deliberation", of + ",'outcome':'unresolved'", 409, "second-proposal-missing",
                "Persisten desacuerdos: antes de concluir hay que formular una segunda propuesta.", "Disagreements persist: a second proposal must be put before concluding.");
        post(meeting, "put-second-proposal", of + ",'options':['Otra']").is(200);
        refused(meeting, "put-second-proposal", of + ",'options':['Una más']", 409, "no-third-proposal", "Ya se formuló una segunda propuesta: no procede una tercera.",
                "A second proposal was already put: there is no place for a third.");
        assess(meeting, QUESTION, mayors, "agrees-with-reservation", "Sin fondos no.").is(200);
        refused(meeting, "conclude-deliberation", of + ",'outcome':'consensus'", 409, "outcome-not-as-assessed", "Las valoraciones dan otro resultado: «consensus-with-reservations».",
                "The assessments give another outcome: “consensus-with-reservations”.");
        conclude(meeting, QUESTION, "consensus-with-reservations").is(200);
        refused(meeting, "assess-proposal", of + ",'institution':'" + mayors + "','assessment':'agrees'", 409, "deliberation-concluded", "La deliberación concluyó el 2014-10-01.",
                "The deliberation was concluded on 2014-10-01.");
    }

    @Test
    void without_quorum_the_meeting_may_be_held_but_decides_nothing() {
        REGISTER.post("/api/bodies/" + council + "/set-quorum", "{'atLeast':3,'effectiveOn':'2014-09-01'}").is(200);
        var meeting = held(council);
        ask(meeting, QUESTION);
        propose(meeting, QUESTION);
        assess(meeting, QUESTION, mayors, "agrees", null).is(200);
        refused(meeting, "conclude-deliberation", "'deliberation':'" + QUESTION + "','outcome':'consensus'", 409, "meeting-not-quorate",
                "La reunión no tiene quórum: puede celebrarse, pero no decide.", "The meeting has no quorum: it may be held, but it decides nothing.");
        post(meeting, "close-meeting", "").is(200);
        assertThat(REGISTER.get("/api/meetings/" + meeting).body().at("/deliberations/0/outcome").isNull()).isTrue();
    }

    private void ask(String meeting, String deliberation) {
        post(meeting, "put-question", "'deliberation':'" + deliberation + "','question':'¿Qué municipios primero?'").is(200);
    }

    private void propose(String meeting, String deliberation) {
        post(meeting, "compile-proposal", "'deliberation':'" + deliberation + "','options':['Diez municipios']").is(200);
    }

    private static Reply position(String meeting, String institution, String text) {
        return post(meeting, "record-position", "'deliberation':'" + QUESTION + "','institution':'" + institution + "','text':'" + text + "'");
    }

    private static Reply assess(String meeting, String deliberation, String institution, String assessment, String text) {
        return post(meeting, "assess-proposal", "'deliberation':'" + deliberation + "','institution':'" + institution + "','assessment':'" + assessment + "'"
                + (text == null ? "" : ",'text':'" + text + "'"));
    }

    private static Reply conclude(String meeting, String deliberation, String outcome) {
        return post(meeting, "conclude-deliberation", "'deliberation':'" + deliberation + "','outcome':'" + outcome + "'");
    }

    private String held(String body) {
        var meeting = convened(body);
        open(meeting);
        return meeting;
    }

    private String convened(String body) {
        return REGISTER.post("/api/meetings", "{'body':'" + body + "','startsAt':'2014-10-01T09:00:00-06:00','agenda':[{'item':'" + ITEM
                + "','title':'Plan de intervenciones prioritarias'}],'effectiveOn':'2014-09-17'}").is(201).id();
    }

    private void open(String meeting) {
        post(meeting, "open-meeting", "'attendance':[{'institution':'" + ministry + "'},{'institution':'" + mayors + "'},{'institution':'" + spain + "'}]").is(200);
    }

    private static Reply post(String meeting, String command, String fields) {
        return REGISTER.post("/api/meetings/" + meeting + "/" + command, "{" + on(fields) + "}");
    }

    private static void refused(String meeting, String command, String fields, int status, String code, String spanish, String english) {
        refused("/api/meetings/" + meeting + "/" + command, fields, status, code, spanish, english);
    }

    /** And nothing was appended. */
    private static void refused(String path, String fields, int status, String code, String spanish, String english) {
        var item = path.startsWith("/api/meetings/") ? path.substring(0, path.lastIndexOf('/')) : null;
        int before = item == null ? 0 : version(item);
        REGISTER.post(path, "{" + on(fields) + "}", "es").says(status, code, spanish);
        REGISTER.post(path, "{" + on(fields) + "}", "en").says(status, code, english);
        assertThat(item == null ? 0 : version(item)).isEqualTo(before);
    }

    private static int version(String item) {
        return REGISTER.get(item).body().get("version").asInt();
    }

    private static String on(String fields) {
        return fields.contains("effectiveOn") ? fields : fields + (fields.isEmpty() ? "" : ",") + "'effectiveOn':'2014-10-01'";
    }

    private String body(String acronym, String kind) {
        var body = REGISTER.post("/api/bodies", "{'name':'Instancia " + acronym + "','acronym':'" + acronym + "','kind':'" + kind + "','effectiveOn':'2014-09-01'}").is(201).id();
        seat(body, ministry, "facilitates");
        seat(body, mayors, "member");
        seat(body, spain, "friend");
        return body;
    }

    private static void seat(String body, String institution, String role) {
        REGISTER.post("/api/bodies/" + body + "/seat-institution", "{'institution':'" + institution + "','role':'" + role + "','effectiveOn':'2014-09-01'}").is(200);
    }

    private static String institution(String acronym) {
        return REGISTER.post("/api/institutions", "{'name':'Institución " + acronym + "','acronym':'" + acronym + "','kind':'state','effectiveOn':'2010-01-01'}").is(201).id();
    }
}
