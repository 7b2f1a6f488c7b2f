package constancia.app.risks;

import static org.assertj.core.api.Assertions.assertThat;

import constancia.app.HttpRegister;
import constancia.app.HttpRegister.Reply;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A scenario of crisis of the dialogue in Guatemala, with the words of its table. */
class RisksHttpTest {

    static final HttpRegister REGISTER = HttpRegister.shared();
    static final String UNKNOWN = "0194d0c2-0000-7000-8000-0000000000ff";
    static final String NONE = "'warningSigns':[],'preventive':[],'damageReduction':[],'adjustments':[]";
    static int next;

    final int number = ++next;
    final String body = REGISTER.post("/api/bodies", "{'name':'Mesa de diálogo','acronym':'RD" + number + "','kind':'table','effectiveOn':'2010-01-01'}").is(201).id();
    final String plan = REGISTER.post("/api/plans", "{'code':'RD-" + number + "','title':'Diálogo','kind':'other','body':'RD" + number
            + "','calendar':[],'effectiveOn':'2010-11-24'}").is(201).id();
    final String action = REGISTER.post("/api/actions", "{'title':'Suscribir convenios con las instituciones','effectiveOn':'2011-01-01'}").is(201).id();
    final Reply registered = REGISTER.post("/api/risks", "{'scenario':'Cambios de autoridades en el Ministerio de Educación " + number + "','plan':'RD-" + number
            + "','warningSigns':['Rumores en los medios escritos y hablados','Interpelación de autoridades en el congreso'],"
            + "'preventive':['Trabajar con los mandos medios'],'damageReduction':['Trabajar con el nivel local','Restablecer los vínculos mediante los acuerdos suscritos'],"
            + "'adjustments':['Trasladar las actividades de diálogo a nivel local'],'actions':['" + action + "'],'effectiveOn':'2011-01-10'}").is(201);
    final String risk = registered.id();
    final JsonNode first = item("");

    @Test
    void what_a_plan_assumes_is_watched_by_a_risk() {
        var tree = REGISTER.post("/api/plans", "{'code':'ML-" + number + "','title':'Marco lógico','kind':'other','calendar':[],'effectiveOn':'2010-06-01'}").is(201).id();
        var purpose = "018f0000-0000-7000-8000-00000000f001";
        var assumed = "018f0000-0000-7000-8000-00000000f002";
        REGISTER.post("/api/plans/" + tree + "/add-outline-nodes", "{'nodes':[{'id':'" + purpose + "','kind':'purpose','text':'Salir de la pobreza'}],'effectiveOn':'2010-06-01'}").is(200);
        var stated = "{'node':'" + purpose + "','assumptions':[{'assumption':'" + assumed + "','text':'La economía crece.'}],'effectiveOn':'2010-06-01'}";
        REGISTER.post("/api/plans/" + tree + "/state-assumptions", stated).is(200);
        assertThat(REGISTER.get("/api/plans/" + tree).is(200).body().at("/outline/0/assumptions/0/text").asString()).isEqualTo("La economía crece.");
        var empty = "'warningSigns':[],'preventive':[],'damageReduction':[],'adjustments':[],'effectiveOn':'2011-01-10'";
        var watching = REGISTER.post("/api/risks", "{'scenario':'Recesión','plan':'ML-" + number + "','watches':{'node':'" + purpose + "','assumption':'" + assumed + "'}," + empty + "}").is(201);
        assertThat(REGISTER.get("/api/risks/" + watching.id()).body().get("watches")).hasToString("{\"node\":\"" + purpose + "\",\"assumption\":\"" + assumed + "\"}");
        assertThat(REGISTER.list("/api/risks?node=" + purpose + "&plan=ML-" + number, watching).at("/items/0/scenario").asString()).isEqualTo("Recesión");
        assertThat(REGISTER.list("/api/plans/" + tree + "/outline", watching).at("/items/0/risks/0/id").asString()).isEqualTo(watching.id());
        REGISTER.post("/api/plans/" + tree + "/state-assumptions", stated.replace("}]", "},{'assumption':'" + assumed + "','text':'Otra vez.'}]"))
                .says(422, "assumption-repeated", "El supuesto con el identificador «" + assumed + "» figura dos veces.");
        REGISTER.post("/api/risks", "{'scenario':'Otro','plan':'ML-" + number + "','watches':{'node':'" + purpose + "','assumption':'" + purpose + "'}," + empty + "}")
                .says(422, "unknown-assumption", "De ese elemento del plan no consta ningún supuesto con el identificador «" + purpose + "».");
        REGISTER.post("/api/risks", "{'scenario':'Otro','watches':{'node':'" + purpose + "'}," + empty + "}")
                .says(422, "risk-without-plan", "El riesgo no pertenece a ningún plan; este dato se toma del plan.");
    }

    @Test
    void a_risk_from_its_first_sign_to_its_closing() {
        assertThat(registered.headers()).containsEntry("location", "/api/risks/" + risk).containsEntry("etag", "\"1\"");
        assertThat(first.propertyNames()).containsExactly("id", "version", "status", "scenario", "plan", "body", "warningSigns", "preventive", "damageReduction", "adjustments",
                "actions", "registeredOn", "materialisedOn", "closedOn", "watches", "class", "cut");
        assertThat(first.get("status").asString()).isEqualTo("watched");
        assertThat(first.at("/body/acronym").asString()).as("that of the plan").isEqualTo("RD" + number);
        assertThat(first.at("/actions/0")).hasToString("{\"id\":\"" + action + "\",\"title\":\"Suscribir convenios con las instituciones\"}");
        post("report-warning-sign", "'sign':'" + sign() + "','text':'Dos diarios anuncian la salida del ministro','effectiveOn':'2011-02-01'").is(200);
        assertThat(item("").get("status").asString()).isEqualTo("signalled");
        assertThat(item("").at("/warningSigns/0/reports")).hasToString("[{\"reportedOn\":\"2011-02-01\",\"text\":\"Dos diarios anuncian la salida del ministro\"}]");
        post("activate-measure", "'measure':'" + id("preventive") + "','effectiveOn':'2011-02-02'").is(200);
        var came = post("declare-materialised", "'effectiveOn':'2011-03-01','grounds':'Fue nombrada otra ministra.'").is(200);
        assertThat(proposed()).containsExactly(true, true);
        var row = REGISTER.list("/api/risks?plan=RD-" + number, came).at("/items/0");
        assertThat(row.get("status").asString()).isEqualTo("materialised");
        assertThat(row.get("proposed").asInt()).isEqualTo(2);
        post("activate-measure", "'measure':'" + id("damageReduction") + "','effectiveOn':'2011-03-02'").is(200);
        assertThat(proposed()).containsExactly(false, true);
        assertThat(item("").at("/damageReduction/0/activatedOn").asString()).isEqualTo("2011-03-02");
        post("close-risk", "'effectiveOn':'2011-06-01','grounds':'Se restablecieron los vínculos.'").is(200);
        assertThat(item("").get("status").asString()).isEqualTo("closed");
        assertThat(item("?on=2011-03-01").get("status").asString()).isEqualTo("materialised");
        var history = REGISTER.get("/api/risks/" + risk + "/history").is(200).body().get("items");
        assertThat(history.valueStream().map(record -> record.get("summary").asString())).containsExactly(
                "Se registró el riesgo «Cambios de autoridades en el Ministerio de Educación " + number + "».",
                "Se observó un signo de alerta: Dos diarios anuncian la salida del ministro", "Se activó una medida.", "El riesgo se materializó.", "Se activó una medida.",
                "Se cerró el riesgo.");
        assertThat(history.at("/3/grounds").asString()).isEqualTo("Fue nombrada otra ministra.");
    }

    @Test
    void risks_are_listed_by_plan_body_status_and_words() {
        var last = REGISTER.post("/api/risks", "{'scenario':'Desastre natural " + number + "','body':'RD" + number + "'," + NONE + ",'effectiveOn':'2011-01-10'}").is(201);
        assertThat(ids(REGISTER.list("/api/risks?body=RD" + number, last))).containsExactly(risk, last.id());
        assertThat(ids(REGISTER.list("/api/risks?body=RD" + number + "&sort=-scenario", last))).containsExactly(last.id(), risk);
        assertThat(ids(REGISTER.list("/api/risks?plan=RD-" + number, last))).containsExactly(risk);
        assertThat(ids(REGISTER.list("/api/risks?body=RD" + number + "&q=desastre", last))).containsExactly(last.id());
        assertThat(ids(REGISTER.list("/api/risks?body=RD" + number + "&status=closed,signalled", last))).isEmpty();
        REGISTER.get("/api/risks?status=sueño").is(422);
        REGISTER.get("/api/risks?on=2012-01-01").is(400);
    }

    @Test
    void what_a_risk_names_must_exist() {
        var request = "'scenario':'Otro'," + NONE + ",";
        invalid("/api/risks", request + "'body':'" + UNKNOWN + "'", "#/body", "unknown-body", "No hay ninguna instancia registrada como «" + UNKNOWN + "».",
                "No body is registered as “" + UNKNOWN + "”.");
        invalid("/api/risks", request + "'body':'" + body + "','effectiveOn':'2009-12-31'", "#/body", "body-not-active",
                "El 2009-12-31 esa instancia no estaba constituida o ya se había disuelto.", "On 2009-12-31 that body was not yet established or already dissolved.");
        invalid("/api/risks", request + "'plan':'" + UNKNOWN + "'", "#/plan", "unknown-plan", "No hay ningún plan registrado como «" + UNKNOWN + "».",
                "No plan is registered as “" + UNKNOWN + "”.");
        invalid("/api/risks", request + "'actions':['" + UNKNOWN + "']", "#/actions/0", "unknown-action", "No hay ninguna acción con el identificador «" + UNKNOWN + "».",
                "There is no action with the identifier “" + UNKNOWN + "”.");
        invalid("/api/risks", request + "'actions':['" + action + "','" + action + "']", "#/actions/1", "action-repeated",
                "La acción «" + action + "» aparece más de una vez.", "The action “" + action + "” appears more than once.");
        invalid(path("report-warning-sign"), "'sign':'" + UNKNOWN + "'", "#/sign", "unknown-sign", "El riesgo no tiene ningún signo de alerta con el identificador «" + UNKNOWN + "».",
                "The risk has no warning sign with the identifier “" + UNKNOWN + "”.");
        invalid(path("activate-measure"), "'measure':'" + UNKNOWN + "'", "#/measure", "unknown-measure", "El riesgo no tiene ninguna medida con el identificador «" + UNKNOWN + "».",
                "The risk has no measure with the identifier “" + UNKNOWN + "”.");
        refused("/api/risks", "'id':'" + risk + "','scenario':'Otro'," + NONE, 409, "already-exists", "Ya existe un registro con ese identificador.",
                "There is already something on record under that identifier.");
    }

    @Test
    void a_risk_materialises_once_and_its_measures_follow() {
        refused(path("activate-measure"), "'measure':'" + id("damageReduction") + "'", 409, "not-materialised",
                "El riesgo no se ha materializado: las medidas de reducción de daños se activan cuando ya se presentó.",
                "The risk has not materialised: damage-reduction measures are activated once it has come.");
        invalid(path("declare-materialised"), "'effectiveOn':'2011-03-01'", "#/grounds", "grounds-required", "Este asiento exige que se expresen sus motivos.",
                "This record requires that its grounds be stated.");
        post("declare-materialised", "'effectiveOn':'2011-03-01','grounds':'Hubo cambio.'").is(200);
        refused(path("declare-materialised"), "'grounds':'Hubo cambio.'", 409, "already-materialised", "El riesgo ya se había materializado el 2011-03-01.",
                "The risk already materialised on 2011-03-01.");
        post("activate-measure", "'measure':'" + id("damageReduction") + "','effectiveOn':'2011-03-01'").is(200);
        refused(path("activate-measure"), "'measure':'" + id("damageReduction") + "'", 409, "already-activated", "La medida ya se había activado el 2011-03-01.",
                "The measure was already activated on 2011-03-01.");
        refused(path("report-warning-sign"), "'sign':'" + sign() + "','effectiveOn':'2011-01-09'", 409, "effective-before-item",
                "La fecha de efecto no puede ser anterior al primer asiento de este registro.", "The effective date cannot be earlier than the first record of this item.");
        refused(path("close-risk"), "'effectiveOn':'2011-02-28','grounds':'Pasó.'", 409, "effective-before-previous",
                "La fecha de efecto no puede ser anterior al 2011-03-01, la del asiento previo en esta materia.",
                "The effective date cannot be earlier than 2011-03-01, the date of the previous record of this matter.");
        post("close-risk", "'effectiveOn':'2011-06-01','grounds':'Pasó.'").is(200);
        refused(path("report-warning-sign"), "'sign':'" + sign() + "'", 409, "risk-closed", "El riesgo está cerrado desde el 2011-06-01.",
                "The risk has been closed since 2011-06-01.");
        assertThat(item("").get("version").asInt()).isEqualTo(4);
    }

    private static void invalid(String path, String fields, String pointer, String code, String spanish, String english) {
        refused(path, fields, 422, code, spanish, english);
        assertThat(REGISTER.post(path, "{" + fields + "}").body().at("/errors/0/pointer").asString()).isEqualTo(pointer);
    }

    private static void refused(String path, String fields, int status, String code, String spanish, String english) {
        REGISTER.post(path, "{" + fields + "}", "es").says(status, code, spanish);
        REGISTER.post(path, "{" + fields + "}", "en").says(status, code, english);
    }

    private String sign() {
        return id("warningSigns");
    }

    private String id(String list) {
        return first.at("/" + list + "/0/id").asString();
    }

    private List<Boolean> proposed() {
        return item("").get("damageReduction").valueStream().map(measure -> measure.get("proposed").asBoolean()).toList();
    }

    private String path(String command) {
        return "/api/risks/" + risk + "/" + command;
    }

    private Reply post(String command, String fields) {
        return REGISTER.post(path(command), "{" + fields + "}");
    }

    private JsonNode item(String cut) {
        return REGISTER.get("/api/risks/" + risk + cut).is(200).body();
    }

    private static List<String> ids(JsonNode page) {
        return page.get("items").valueStream().map(item -> item.get("id").asString()).toList();
    }
}
