package constancia.app.casefiles;

import static org.assertj.core.api.Assertions.assertThat;

import constancia.app.HttpRegister;
import constancia.app.HttpRegister.Reply;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A change of authorities in the Ministry of Education, as the project's matrix of obstacles of 2011 foresaw it. */
class CaseFilesHttpTest {

    static final HttpRegister REGISTER = HttpRegister.shared();
    static final String SHA256 = REGISTER.document("test");
    static final String ASKED = "0194d0c2-0000-7000-8000-0000000000ee";
    static int next;

    final String tag = "EX" + ++next;
    final String ministry = institution("MINEDUC" + tag);
    final String project = institution("PNUD" + tag);
    final String table = REGISTER.post("/api/bodies", "{'name':'Mesa " + tag + "','acronym':'" + tag + "','kind':'table','effectiveOn':'2010-01-01'}").is(201).id();

    @Test
    void a_change_of_authorities_is_followed_from_its_first_sign_to_its_resolution() {
        var convenio = REGISTER.post("/api/agreements", "{'kind':'cooperation-agreement','title':'Convenio','text':'Las instituciones convienen.','parties':"
                + "[{'institution':'MINEDUC" + tag + "','mustSign':true}],'effectiveOn':'2010-06-01'}").is(201);
        var action = REGISTER.post("/api/actions", "{'title':'Trabajar con los mandos medios','effectiveOn':'2010-06-01'}").is(201).id();
        var meeting = REGISTER.post("/api/meetings", "{'body':'" + tag + "','startsAt':'2011-02-10T09:00:00-06:00','effectiveOn':'2011-02-01'}").is(201).id();
        var other = open("Rumores en los medios escritos y hablados");

        var file = REGISTER.post("/api/case-files", "{'title':'Cambios de autoridades en el Ministerio de Educación','detail':'Restablecer los vínculos mediante los acuerdos suscritos.',"
                + "'body':'" + tag + "','coordinator':'PNUD" + tag + "','effectiveOn':'2011-02-01'}").is(201).id();
        post(file, "link-to-case-file", "'agreement':'" + convenio.id() + "','reason':'Vincula a las instituciones, no a las personas.','effectiveOn':'2011-02-02'").is(200);
        post(file, "link-to-case-file", "'action':'" + action + "','effectiveOn':'2011-02-02'").is(200);
        post(file, "link-to-case-file", "'meeting':'" + meeting + "','effectiveOn':'2011-02-10'").is(200);
        post(file, "link-to-case-file", "'document':'" + SHA256 + "','effectiveOn':'2011-02-10'").is(200);
        post(file, "link-to-case-file", "'caseFile':'" + other + "','effectiveOn':'2011-02-10'").is(200);
        post(file, "note-in-case-file", "'kind':'note','text':'Interpelación de autoridades en el Congreso.','effectiveOn':'2011-02-05'").is(200);
        post(file, "note-in-case-file", "'kind':'aide-memoire','text':'El Ministerio mantiene el proyecto en su agenda.','with':['MINEDUC" + tag + "'],"
                + "'heldOn':'2011-02-11','effectiveOn':'2011-02-14'").is(200);
        var waiting = post(file, "await-institution", "'awaiting':'" + ASKED + "','institution':'MINEDUC" + tag + "','text':'Que nombre a su nuevo enlace.','dueOn':'2011-03-01',"
                + "'effectiveOn':'2011-02-14'").is(200);

        var item = item(file);
        assertThat(item.propertyNames()).containsExactly("id", "version", "status", "title", "detail", "body", "coordinator", "formerCoordinators", "links", "notes",
                "awaiting", "resolution", "openedOn", "closedOn", "correspondence", "kind", "parties", "stage", "stages", "class", "reserve", "cut");
        assertThat(item.get("status").asString()).isEqualTo("waiting");
        assertThat(item.at("/body/acronym").asString()).isEqualTo(tag);
        assertThat(item.at("/coordinator/acronym").asString()).isEqualTo("PNUD" + tag);
        assertThat(item.at("/links/0/agreement/folio").asString()).isEqualTo(convenio.text("folio"));
        assertThat(item.at("/links/1/action/title").asString()).isEqualTo("Trabajar con los mandos medios");
        assertThat(item.at("/links/2/meeting/body/acronym").asString()).isEqualTo(tag);
        assertThat(item.at("/links/3/document").asString()).isEqualTo(SHA256);
        assertThat(item.at("/links/4/caseFile/title").asString()).isEqualTo("Rumores en los medios escritos y hablados");
        assertThat(item.at("/notes/1/kind").asString()).isEqualTo("aide-memoire");
        assertThat(item.at("/notes/1/with/0/acronym").asString()).isEqualTo("MINEDUC" + tag);
        assertThat(item.at("/notes/1/heldOn").asString()).isEqualTo("2011-02-11");
        assertThat(item.at("/awaiting/0/overdue").asBoolean()).isTrue();
        assertThat(REGISTER.get("/api/case-files/" + file + "?on=2011-03-01").body().at("/awaiting/0/overdue").asBoolean()).isFalse();
        assertThat(REGISTER.get("/api/case-files/" + file + "?on=2011-02-04").body().get("status").asString()).isEqualTo("open");
        assertThat(ids("/api/case-files?awaiting=MINEDUC" + tag + "&status=waiting&sort=dueOn", waiting)).containsExactly(file);

        post(file, "receive-answer", "'awaiting':'" + ASKED + "','text':'Nombró a su enlace.','effectiveOn':'2011-03-04'").is(200);
        post(file, "resolve-case-file", "'resolution':'Los vínculos quedaron restablecidos.','agreement':'" + convenio.id() + "','effectiveOn':'2011-04-15'").is(200);
        var closed = post(file, "close-case-file", "'effectiveOn':'2011-05-02'").is(200);

        var after = item(file);
        assertThat(after.get("status").asString()).isEqualTo("closed");
        assertThat(after.at("/resolution/agreement/folio").asString()).isEqualTo(convenio.text("folio"));
        assertThat(after.at("/awaiting/0/answeredOn").asString()).isEqualTo("2011-03-04");
        assertThat(after.at("/awaiting/0/overdue").asBoolean()).isFalse();
        assertThat(REGISTER.get("/api/case-files/" + file + "?on=2011-04-20").body().get("status").asString()).isEqualTo("resolved");

        assertThat(ids("/api/case-files?agreement=" + convenio.id(), closed)).containsExactly(file);
        assertThat(ids("/api/case-files?body=" + tag + "&coordinator=PNUD" + tag + "&status=closed&q=mantiene", closed)).containsExactly(file);
        assertThat(ids("/api/case-files?document=" + SHA256 + "&action=" + action + "&meeting=" + meeting + "&caseFile=" + other, closed)).containsExactly(file);
        assertThat(ids("/api/case-files?awaiting=MINEDUC" + tag, closed)).isEmpty();
        for (var holder : List.of("agreements/" + convenio.id(), "actions/" + action, "meetings/" + meeting, "case-files/" + other, "bodies/" + table)) {
            assertThat(ids("/api/" + holder + "/case-files", closed)).as(holder).containsExactly(file);
            REGISTER.get("/api/" + holder.substring(0, holder.indexOf('/')) + "/" + UUID.randomUUID() + "/case-files").is(404);
        }
        REGISTER.get("/api/case-files?status=lost").says(422, "unknown-word", "El valor «lost» no está entre los admitidos: closed, open, resolved, waiting.");
    }

    @Test
    void a_matter_goes_through_its_stages_in_order() {
        var file = REGISTER.post("/api/case-files", "{'title':'Denuncia','kind':'denuncia','parties':['MINEDUC" + tag + "'],'effectiveOn':'2011-02-01'}").is(201).id();
        post(file, "enter-stage", "'stage':'Recepción','institution':'PNUD" + tag + "','dueOn':'2011-02-05','effectiveOn':'2011-02-02'").is(200);
        refused(file, "enter-stage", "'stage':'Recepción','institution':'PNUD" + tag + "','dueOn':'2011-02-05','effectiveOn':'2011-02-03'", 409, "already-in-stage",
                "El expediente ya está en esa etapa, desde el 2011-02-02.", "The case file is already in that stage, since 2011-02-02.");
        var entered = post(file, "enter-stage", "'stage':'Opinión jurídica " + tag + "','institution':'MINEDUC" + tag + "','dueOn':'2011-03-01','effectiveOn':'2011-02-10'").is(200);
        assertThat(item(file).get("stage").asString()).isEqualTo("Opinión jurídica " + tag);
        assertThat(item(file).at("/stages/1/overdue").asBoolean()).isTrue();
        var then = REGISTER.get("/api/case-files/" + file + "?on=2011-02-07").is(200).body();
        assertThat(then.get("stage").asString()).isEqualTo("Recepción");
        assertThat(then.at("/stages/0/days").asInt()).isEqualTo(5);
        assertThat(then.at("/stages/0/overdue").asBoolean()).isTrue();
        assertThat(then.at("/parties/0/acronym").asString()).isEqualTo("MINEDUC" + tag);
        assertThat(ids("/api/case-files?stageOf=MINEDUC" + tag + "&stageOverdue=true&sort=stageDueOn", entered)).containsExactly(file);
        assertThat(ids("/api/case-files?stage=OPINI%C3%93N%20jur%C3%ADdica%20" + tag, entered)).containsExactly(file);
        assertThat(ids("/api/case-files?party=MINEDUC" + tag, entered)).containsExactly(file);
        assertThat(ids("/api/case-files?stageOf=PNUD" + tag, entered)).isEmpty();
        var history = REGISTER.get("/api/case-files/" + file + "/history").is(200).body().get("items");
        assertThat(history.at("/2/summary").asString()).isEqualTo("El expediente pasó a la etapa «Opinión jurídica " + tag + "», a cargo de MINEDUC" + tag + ", hasta el 2011-03-01.");
        post(file, "rectify", "'record':3,'replacement':{'dueOn':'2999-12-31'},'grounds':'El plazo era otro.'").is(200);
        assertThat(item(file).at("/stages/1/overdue").asBoolean()).isFalse();
    }

    @Test
    void its_history_tells_each_step_and_what_it_changed() {
        var file = open("Ayudas memoria de las reuniones en el Ministerio");
        post(file, "assign-coordinator", "'institution':'" + ministry + "','effectiveOn':'2011-02-03'").is(200);
        post(file, "assign-coordinator", "'institution':'" + project + "','effectiveOn':'2011-02-09'").is(200);
        post(file, "close-case-file", "'effectiveOn':'2011-03-01','grounds':'Sin materia.'").is(200);
        var version = post(file, "reopen-case-file", "'effectiveOn':'2011-09-12','grounds':'Nuevo cambio de autoridades.'").is(200);
        var history = REGISTER.get("/api/case-files/" + file + "/history").is(200).body().get("items");
        assertThat(history.valueStream().map(record -> record.get("type").asString())).containsExactly("CaseFileOpened", "CoordinatorAssigned", "CoordinatorAssigned",
                "CaseFileClosed", "CaseFileReopened");
        assertThat(history.at("/1/summary").asString()).isEqualTo("Se encargó la coordinación del expediente a MINEDUC" + tag + ".");
        assertThat(history.at("/3/grounds").asString()).isEqualTo("Sin materia.");
        assertThat(history.at("/4/changes").toString()).contains("/status", "/closedOn");
        assertThat(REGISTER.get("/api/case-files/" + file + "/history/4").is(200).text("status")).isEqualTo("closed");
        assertThat(REGISTER.get("/api/case-files/" + file + "/diff?from=1&to=3").is(200).body().get("changes").toString()).contains("/coordinator", "/formerCoordinators");
        assertThat(item(file).at("/formerCoordinators/0/institution/id").asString()).isEqualTo(ministry);
        assertThat(version.headers().get("etag")).isEqualTo("\"5\"");
    }

    @Test
    void what_is_linked_must_be_there_and_only_once() {
        var file = open("Vínculos");
        var unknown = UUID.randomUUID().toString();
        refused(file, "link-to-case-file", "'effectiveOn':'2011-02-02'", 422, "link-exactly-one",
                "Indique qué se vincula: un acuerdo, una acción, una reunión, un documento o un expediente; uno, y solo uno.",
                "Please say what is linked: an agreement, an action, a meeting, a document or a case file; one of them, and only one.");
        refused(file, "link-to-case-file", "'agreement':'" + unknown + "'", 422, "unknown-agreement", "No hay ningún acuerdo con el identificador «" + unknown + "».",
                "There is no agreement with the identifier “" + unknown + "”.");
        refused(file, "link-to-case-file", "'action':'" + unknown + "'", 422, "unknown-action", "No hay ninguna acción con el identificador «" + unknown + "».",
                "There is no action with the identifier “" + unknown + "”.");
        refused(file, "link-to-case-file", "'meeting':'" + unknown + "'", 422, "unknown-meeting", "No hay ninguna reunión con el identificador «" + unknown + "».",
                "There is no meeting with the identifier “" + unknown + "”.");
        refused(file, "link-to-case-file", "'caseFile':'" + unknown + "'", 422, "unknown-case-file", "No hay ningún expediente con el identificador «" + unknown + "».",
                "There is no case file with the identifier “" + unknown + "”.");
        refused(file, "link-to-case-file", "'caseFile':'" + file + "'", 422, "links-itself", "Un expediente no puede vincularse consigo mismo.",
                "A case file cannot be linked to itself.");
        post(file, "link-to-case-file", "'document':'" + SHA256 + "','effectiveOn':'2011-02-02'").is(200);
        refused(file, "link-to-case-file", "'document':'" + SHA256 + "'", 409, "already-in-case-file", "Eso ya está vinculado a este expediente.",
                "That is already linked to this case file.");
        assertThat(item(file).get("version").asInt()).isEqualTo(2);
    }

    @Test
    void an_aide_memoire_says_with_whom_and_when() {
        var file = open("Contactos");
        refused(file, "note-in-case-file", "'kind':'aide-memoire','text':'Sí','heldOn':'2011-02-02'", 422, "required", "Este dato es obligatorio.", "This value is required.");
        refused(file, "note-in-case-file", "'kind':'note','text':'Sí','heldOn':'2011-02-02'", 422, "only-in-aide-memoire",
                "Solo una ayuda memoria lleva las instituciones y la fecha del contacto.", "Only an aide-memoire carries the institutions and the date of a contact.");
        refused(file, "note-in-case-file", "'kind':'aide-memoire','text':'Sí','with':['" + ministry + "'],'heldOn':'2011-02-03','effectiveOn':'2011-02-02'", 422, "held-after-effective",
                "El contacto no puede ser posterior al 2011-02-02, fecha de efecto de este asiento.", "The contact cannot be later than 2011-02-02, the effective date of this record.");
        refused(file, "note-in-case-file", "'kind':'aide-memoire','text':'Sí','with':['" + ministry + "','" + ministry + "'],'heldOn':'2011-02-02'", 422, "contact-named-twice",
                "Esta institución ya figura entre las del contacto.", "This institution is already among those of the contact.");
        refused(file, "note-in-case-file", "'kind':'aide-memoire','text':'Sí','with':['" + ministry + "'],'heldOn':'2009-12-31'", 422, "institution-not-active",
                "El 2009-12-31 esa institución aún no estaba registrada o ya había dejado de existir.", "On 2009-12-31 that institution was not yet registered or no longer existed.");
        assertThat(REGISTER.post("/api/case-files/" + file + "/note-in-case-file", "{'kind':'aide-memoire','text':'Sí','with':['" + ministry + "'],'heldOn':'2999-01-01'}").is(422)
                .body().at("/errors/0/code").asString()).isEqualTo("date-in-future");
    }

    @Test
    void it_waits_for_institutions_that_there_are_and_for_each_answer_once() {
        var file = open("Respuestas");
        refused(file, "await-institution", "'institution':'" + ministry + "','text':'Sí','dueOn':'2011-02-01','effectiveOn':'2011-02-02'", 422, "due-before-effective",
                "La fecha límite no puede ser anterior al 2011-02-02, fecha de efecto de este asiento.", "The due date cannot be earlier than 2011-02-02, the effective date of this record.");
        refused(file, "receive-answer", "'awaiting':'" + ASKED + "'", 422, "unknown-awaiting", "El expediente no espera ninguna respuesta con ese identificador.",
                "The case file awaits no answer under that identifier.");
        post(file, "await-institution", "'awaiting':'" + ASKED + "','institution':'" + ministry + "','text':'Sí','effectiveOn':'2011-02-02'").is(200);
        refused(file, "await-institution", "'awaiting':'" + ASKED + "','institution':'" + ministry + "','text':'Sí'", 409, "awaiting-known",
                "Ya hay una respuesta pendiente con ese identificador en el expediente.", "There is already an awaited answer under that identifier in the case file.");
        post(file, "receive-answer", "'awaiting':'" + ASKED + "','effectiveOn':'2011-02-03'").is(200);
        refused(file, "receive-answer", "'awaiting':'" + ASKED + "'", 409, "already-answered", "Esa respuesta ya se recibió, el 2011-02-03.",
                "That answer was already received, on 2011-02-03.");
    }

    @Test
    void its_life_is_in_order() {
        var file = REGISTER.post("/api/case-files", "{'title':'Vida','coordinator':'" + project + "','effectiveOn':'2011-02-01'}").is(201).id();
        refused(file, "assign-coordinator", "'institution':'" + project + "'", 409, "already-coordinator", "Esa institución ya coordina el expediente.",
                "That institution already coordinates the case file.");
        refused(file, "reopen-case-file", "'grounds':'Sí'", 409, "case-file-open", "El expediente no está resuelto ni cerrado: no hay nada que reabrir.",
                "The case file is neither resolved nor closed: there is nothing to reopen.");
        refused(file, "close-case-file", "'effectiveOn':'2011-03-01'", 422, "grounds-required", "Este asiento exige que se expresen sus motivos.",
                "This record requires that its grounds be stated.");
        post(file, "resolve-case-file", "'resolution':'Resuelto.','effectiveOn':'2011-03-01'").is(200);
        refused(file, "await-institution", "'institution':'" + ministry + "','text':'Sí'", 409, "case-file-resolved", "El expediente está resuelto desde el 2011-03-01.",
                "The case file has been resolved since 2011-03-01.");
        post(file, "close-case-file", "'effectiveOn':'2011-03-02'").is(200);
        refused(file, "note-in-case-file", "'kind':'note','text':'Tarde'", 409, "case-file-closed", "El expediente está cerrado desde el 2011-03-02.",
                "The case file has been closed since 2011-03-02.");
        refused(file, "reopen-case-file", "'effectiveOn':'2011-03-01','grounds':'Sí'", 409, "effective-before-previous",
                "La fecha de efecto no puede ser anterior al 2011-03-02, la del asiento previo en esta materia.",
                "The effective date cannot be earlier than 2011-03-02, the date of the previous record of this matter.");
        refused(file, "reopen-case-file", "'effectiveOn':'2011-03-03'", 422, "grounds-required", "Este asiento exige que se expresen sus motivos.",
                "This record requires that its grounds be stated.");
        assertThat(item(file).get("version").asInt()).isEqualTo(3);
    }

    @Test
    void it_is_opened_in_a_body_that_is_there() {
        refused("/api/case-files", "'title':'Sí','body':'" + tag + "','effectiveOn':'2009-12-31'", 422, "body-not-active",
                "El 2009-12-31 esa instancia no estaba constituida o ya se había disuelto.", "On 2009-12-31 that body was not yet established or already dissolved.");
        refused("/api/case-files", "'title':'Sí','coordinator':'NADIE'", 422, "unknown-institution", "No hay ninguna institución registrada como «NADIE».",
                "No institution is registered as “NADIE”.");
    }

    @Test
    void letters_are_traced_from_office_to_office() {
        var file = open("Enlace del Ministerio");
        var letter = "'correspondence':'" + ASKED + "',";
        var record = letter + "'direction':'incoming','institution':'MINEDUC" + tag + "','reference':'MINEDUC-12/2011','subject':'Nombra a su enlace','heldBy':'PNUD" + tag
                + "','dueOn':'2011-02-20','effectiveOn':'2011-02-10'";
        var received = post(file, "record-correspondence", record).is(200);
        var late = REGISTER.list("/api/correspondence?overdue=true&heldBy=PNUD" + tag, received).at("/items/0");
        assertThat(late.at("/caseFile/title").asString()).isEqualTo("Enlace del Ministerio");
        assertThat(late.get("daysHeld").asInt()).isPositive();
        assertThat(REGISTER.list("/api/case-files/" + file + "/correspondence?direction=outgoing", received).get("total").asInt()).isZero();
        refused(file, "record-correspondence", record, 409, "correspondence-known", "Ya hay correspondencia con ese identificador en el expediente.",
                "There is already correspondence under that identifier in the case file.");
        refused(file, "forward-correspondence", letter + "'to':'PNUD" + tag + "','effectiveOn':'2011-02-12'", 409, "correspondence-held",
                "Esa institución ya la tiene, desde el 2011-02-10.", "That institution has it already, since 2011-02-10.");
        refused(file, "forward-correspondence", "'correspondence':'" + file + "','to':'PNUD" + tag + "','effectiveOn':'2011-02-12'", 422, "unknown-correspondence",
                "El expediente no tiene correspondencia con el identificador «" + file + "».", "The case file has no correspondence under the identifier “" + file + "”.");
        post(file, "forward-correspondence", letter + "'to':'MINEDUC" + tag + "','text':'Para que aclare el cargo.','effectiveOn':'2011-02-15'").is(200);
        assertThat(item(file).at("/correspondence/0/route/0/days").asInt()).isEqualTo(5);
        var settled = post(file, "settle-correspondence", letter + "'text':'Aclarado por nota del 18.','effectiveOn':'2011-02-18'").is(200);
        refused(file, "settle-correspondence", letter + "'effectiveOn':'2011-02-19'", 409, "correspondence-settled", "Esa correspondencia se dio por atendida el 2011-02-18.",
                "That correspondence was settled on 2011-02-18.");
        assertThat(REGISTER.list("/api/correspondence?settled=true&institution=MINEDUC" + tag, settled).at("/items/0/id").asString()).isEqualTo(ASKED);
        var history = REGISTER.get("/api/case-files/" + file + "/history").is(200).body().get("items");
        assertThat(history.at("/1/summary").asString()).isEqualTo("Se recibió de MINEDUC" + tag + " la correspondencia MINEDUC-12/2011: «Nombra a su enlace».");
        assertThat(history.at("/3/summary").asString()).isEqualTo("La correspondencia se dio por atendida: Aclarado por nota del 18.");
    }

    private static String open(String title) {
        return REGISTER.post("/api/case-files", "{'title':'" + title + "','effectiveOn':'2011-02-01'}").is(201).id();
    }

    private static JsonNode item(String file) {
        return REGISTER.get("/api/case-files/" + file).is(200).body();
    }

    private static void refused(String file, String command, String fields, int status, String code, String spanish, String english) {
        refused("/api/case-files/" + file + "/" + command, fields, status, code, spanish, english);
    }

    private static void refused(String path, String fields, int status, String code, String spanish, String english) {
        REGISTER.post(path, "{" + fields + "}", "es").says(status, code, spanish);
        REGISTER.post(path, "{" + fields + "}", "en").says(status, code, english);
    }

    private static Reply post(String file, String command, String fields) {
        return REGISTER.post("/api/case-files/" + file + "/" + command, "{" + fields + "}");
    }

    private static String institution(String acronym) {
        return REGISTER.post("/api/institutions", "{'name':'Institución " + acronym + "','acronym':'" + acronym + "','kind':'state','effectiveOn':'2010-01-01'}").is(201).id();
    }

    private static List<String> ids(String list, Reply after) {
        return REGISTER.list(list, after).get("items").valueStream().map(item -> item.get("id").asString()).toList();
    }
}
