package constancia.app.plans;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import constancia.app.HttpRegister;
import constancia.app.HttpRegister.Reply;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class PlansHttpTest {

    static final HttpRegister REGISTER = HttpRegister.shared();
    static final String COMPONENT = "0194d0c2-0000-7000-8000-0000000000c1";
    static final String RECOMMENDATION = "0194d0c2-0000-7000-8000-0000000000c2";
    static final String UNKNOWN = "0194d0c2-0000-7000-8000-0000000000ff";
    static final String OUTLINE = "{'id':'" + COMPONENT + "','kind':'component','code':'2.3','text':'Modelo de gestión'},"
            + "{'id':'" + RECOMMENDATION + "','parent':'" + COMPONENT + "','kind':'recommendation','text':'Fortalecer el sistema de M&E','source':'Evaluación, párrafo 112'}";
    static int next;

    final String code = "PM-2011-" + ++next;
    final String council = REGISTER.post("/api/bodies", "{'name':'Consejo Nacional','acronym':'CP" + next + "','kind':'council','effectiveOn':'2011-01-01'}").is(201).id();
    final Reply defined = REGISTER.post("/api/plans", "{'code':'" + code + "','title':'Plan de mejora','kind':'improvement-plan','body':'cp" + next + "','calendar':["
            + "{'period':'T1','label':'Primer trimestre','from':'2012-01-01','until':'2012-03-31'},{'period':'T2'}],'effectiveOn':'2011-12-09'}").is(201);
    final String plan = defined.id();

    @Test
    void a_plan_from_its_definition_to_its_closing() {
        assertThat(defined.headers()).containsEntry("location", "/api/plans/" + plan).containsEntry("etag", "\"1\"");
        post("add-outline-nodes", "'nodes':[" + OUTLINE + ",{'kind':'axis','text':'Eje sin identificador'}],'effectiveOn':'2011-12-09'").is(200);
        post("date-periods", "'periods':[{'period':'T2','from':'2012-04-01','until':'2012-06-30'}],'effectiveOn':'2012-01-16'").is(200);
        post("adopt-plan", "'effectiveOn':'2012-01-16'").is(200);
        post("retitle-outline-node", "'node':'" + COMPONENT + "','text':'Modelo de gestión del Programa Conjunto','effectiveOn':'2012-02-01'").is(200);
        post("move-outline-node", "'node':'" + RECOMMENDATION + "','effectiveOn':'2012-02-01'").is(200);
        post("respond-to-recommendation", "'recommendation':'" + RECOMMENDATION + "','response':'partly-accepted','text':'Con apoyo técnico.','effectiveOn':'2012-02-01'").is(200);
        var extended = post("extend-plan", "'until':'2013-02-28','effectiveOn':'2012-05-02','grounds':'Faltan recursos.'").is(200);

        var item = REGISTER.get("/api/plans/" + plan).is(200).body();
        assertThat(item.propertyNames()).containsExactly("id", "version", "status", "code", "title", "kind", "body", "calendar", "reportPeriods", "outline", "until",
                "extensions", "adoptedOn", "adoptedBy", "closedOn", "class", "cut");
        assertThat(item.get("version").asInt()).isEqualTo(8);
        assertThat(item.get("status").asString()).isEqualTo("adopted");
        assertThat(item.get("body")).hasToString("{\"id\":\"" + council + "\",\"acronym\":\"CP" + next + "\",\"name\":\"Consejo Nacional\"}");
        assertThat(item.at("/calendar/1")).hasToString("{\"period\":\"T2\",\"label\":null,\"from\":\"2012-04-01\",\"until\":\"2012-06-30\"}");
        assertThat(item.get("outline").valueStream().map(node -> node.get("text").asString()))
                .containsExactly("Modelo de gestión del Programa Conjunto", "Eje sin identificador", "Fortalecer el sistema de M&E");
        assertThat(item.at("/outline/0/code").asString()).isEqualTo("2.3");
        assertThat(item.at("/outline/2/parent").isNull()).isTrue();
        assertThat(item.at("/outline/2/source").asString()).isEqualTo("Evaluación, párrafo 112");
        assertThat(REGISTER.list("/api/plans/" + plan + "/recommendations", extended).at("/items/0/source").asString()).isEqualTo("Evaluación, párrafo 112");
        assertThat(item.at("/outline/2/response")).hasToString("{\"response\":\"partly-accepted\",\"text\":\"Con apoyo técnico.\",\"respondedOn\":\"2012-02-01\"}");
        assertThat(item.get("until").asString()).isEqualTo("2013-02-28");
        assertThat(item.at("/extensions/0")).hasToString("{\"until\":\"2013-02-28\",\"agreement\":null,\"extendedOn\":\"2012-05-02\"}");

        var before = REGISTER.get("/api/plans/" + plan + "?on=2012-01-16").is(200).body();
        assertThat(before.get("until").asString()).isEqualTo("2012-06-30");
        assertThat(before.at("/outline/1/parent").asString()).isEqualTo(COMPONENT);
        assertThat(before.at("/outline/1/response").isNull()).isTrue();
        assertThat(REGISTER.get("/api/plans/" + plan + "?on=2012-01-15").body().get("status").asString()).isEqualTo("draft");
        REGISTER.get("/api/plans/" + plan + "?on=2011-12-08").says(404, "not-at-that-time", "En el momento consultado esto aún no constaba.");

        var outline = REGISTER.list("/api/plans/" + plan + "/outline", extended);
        assertThat(outline.get("total").asInt()).isEqualTo(3);
        assertThat(outline.get("items").valueStream().map(node -> node.get("actions").asInt())).containsOnly(0);
        outline.get("items").forEach(node -> ((ObjectNode) node).remove(List.of("risks", "actions")));
        assertThat(outline.get("items")).isEqualTo(item.get("outline"));
        assertThat(REGISTER.list("/api/plans/" + plan + "/periods", extended).get("items")).isEqualTo(item.get("calendar"));

        post("close-plan", "'effectiveOn':'2013-02-28'").is(200);
        assertThat(REGISTER.get("/api/plans/" + plan).body().get("status").asString()).isEqualTo("closed");

        var history = REGISTER.get("/api/plans/" + plan + "/history").is(200).body().get("items");
        assertThat(history.valueStream().map(record -> record.get("summary").asString())).containsExactly(
                "Se definió el plan «Plan de mejora» (" + code + ").", "Se agregaron 3 elementos al esquema del plan.", "Se fijaron las fechas del período T2.",
                "Se aprobó el plan.", "Un elemento del esquema del plan pasó a decir: «Modelo de gestión del Programa Conjunto».",
                "Un elemento del esquema del plan cambió de lugar.", "Se aceptó en parte una recomendación.", "El plan se prorrogó hasta el 2013-02-28.",
                "Se cerró el plan.");
        assertThat(history.at("/4/changes")).hasToString("[{\"path\":\"/outline/" + COMPONENT
                + "/text\",\"before\":\"Modelo de gestión\",\"after\":\"Modelo de gestión del Programa Conjunto\"}]");
        assertThat(history.at("/7/grounds").asString()).isEqualTo("Faltan recursos.");
        assertThat(REGISTER.get("/api/plans/" + plan + "/history/3").body().at("/calendar/1/from").asString()).isEqualTo("2012-04-01");
    }

    @Test
    void plans_are_listed_by_status_kind_body_and_words() {
        var other = REGISTER.post("/api/plans", "{'code':'POA-" + code + "','title':'Plan operativo " + code + "','kind':'annual-operating-plan','calendar':[],'effectiveOn':'2011-12-09'}").is(201);
        var last = REGISTER.post("/api/plans/" + other.id() + "/adopt-plan", "{'effectiveOn':'2012-01-01'}").is(200);
        assertThat(ids(REGISTER.list("/api/plans?q=" + code.toLowerCase(), last))).containsExactly(plan, other.id());
        assertThat(ids(REGISTER.list("/api/plans?sort=-code&q=" + code, last))).containsExactly(other.id(), plan);
        assertThat(ids(REGISTER.list("/api/plans?q=" + code + "&status=adopted,closed", last))).containsExactly(other.id());
        assertThat(ids(REGISTER.list("/api/plans?q=" + code + "&kind=improvement-plan", last))).containsExactly(plan);
        var ofCouncil = REGISTER.list("/api/plans?body=CP" + next, last);
        assertThat(ids(ofCouncil)).containsExactly(plan);
        assertThat(ofCouncil.at("/items/0/body/acronym").asString()).isEqualTo("CP" + next);
        REGISTER.get("/api/plans?kind=sueño").is(422);
        REGISTER.get("/api/plans?on=2012-01-01").is(400);
        REGISTER.get("/api/plans/" + UNKNOWN + "/outline").says(404, "unknown-item", "No consta nada con ese identificador.");
        REGISTER.get("/api/plans/" + UNKNOWN + "/periods").is(404);
    }

    @Test
    void a_code_is_given_once_however_it_is_written() {
        refused("/api/plans", "'code':' " + code.toLowerCase() + "','title':'Otro','kind':'other','calendar':[]", 409, "plan-code-taken",
                "Ya existe otro plan con el código «" + code.toLowerCase() + "».", "There is already another plan with the code “" + code.toLowerCase() + "”.");
        refused("/api/plans", "'id':'" + plan + "','code':'X" + code + "','title':'Otro','kind':'other','calendar':[]", 409, "already-exists",
                "Ya existe un registro con ese identificador.", "There is already something on record under that identifier.");
    }

    @Test
    void a_calendar_names_each_period_once_and_gives_both_dates_or_neither() {
        define("'calendar':[{'period':'T1'},{'period':'T1'}]", "#/calendar/1/period", "period-repeated",
                "El período «T1» aparece más de una vez.", "The period “T1” appears more than once.");
        define("'calendar':[{'period':'T1','from':'2012-01-01'}]", "#/calendar/0/until", "required", "Este dato es obligatorio.", "This value is required.");
        define("'calendar':[{'period':'T1','until':'2012-01-01'}]", "#/calendar/0/from", "required", "Este dato es obligatorio.", "This value is required.");
        define("'calendar':[{'period':'T1','from':'2012-01-02','until':'2012-01-01'}]", "#/calendar/0/until", "until-before-from",
                "La fecha de término no puede ser anterior a la de inicio.", "The end date cannot be before the start date.");
        define("'title':'Sin calendario'", "#/calendar", "required", "Este dato es obligatorio.", "This value is required.");
        define("'calendar':[],'body':'NADIE'", "#/body", "unknown-body", "No hay ninguna instancia registrada como «NADIE».", "No body is registered as “NADIE”.");
        define("'calendar':[],'body':'" + UNKNOWN + "'", "#/body", "unknown-body", "No hay ninguna instancia registrada como «" + UNKNOWN + "».",
                "No body is registered as “" + UNKNOWN + "”.");
        define("'calendar':[],'body':'" + council + "','effectiveOn':'2010-12-31'", "#/body", "body-not-active",
                "El 2010-12-31 esa instancia no estaba constituida o ya se había disuelto.", "On 2010-12-31 that body was not yet established or already dissolved.");
    }

    @Test
    void only_named_periods_get_dates() {
        invalid("date-periods", "'periods':[]", "#/periods", "required", "Este dato es obligatorio.", "This value is required.");
        invalid("date-periods", "'periods':[{'period':'T5','from':'2012-01-01','until':'2012-01-01'}]", "#/periods/0/period", "unknown-period",
                "El calendario del plan no tiene ningún período «T5».", "The plan’s calendar has no period “T5”.");
        invalid("date-periods", "'periods':[{'period':'T1','from':'2012-01-02','until':'2012-01-01'}]", "#/periods/0/until", "until-before-from",
                "La fecha de término no puede ser anterior a la de inicio.", "The end date cannot be before the start date.");
        refused(path("date-periods"), "'periods':[{'period':'T1','from':'2012-01-01','until':'2012-01-01'}],'effectiveOn':'2011-12-08'", 409, "effective-before-item",
                "La fecha de efecto no puede ser anterior al primer asiento de este registro.", "The effective date cannot be earlier than the first record of this item.");
        assertThat(version()).isEqualTo(1);
    }

    @Test
    void periods_are_added_when_the_plan_goes_on() {
        var added = post("add-periods", "'periods':[{'period':'T3','label':'Trimestre 3, jul-sep 2012','from':'2012-07-01','until':'2012-09-30'},{'period':'T4'}],'effectiveOn':'2012-02-01'").is(200);
        assertThat(texts(REGISTER.list("/api/plans/" + plan + "/periods", added))).containsExactly("T1", "T2", "T3", "T4");
        assertThat(REGISTER.get("/api/plans/" + plan + "?on=2012-01-31").body().get("calendar")).hasSize(2);
        var action = REGISTER.post("/api/actions", "{'title':'Definir','plan':'" + plan + "','schedule':{'periods':['T3','T4']},'effectiveOn':'2012-02-02'}").is(201).id();
        post("date-periods", "'periods':[{'period':'T4','from':'2012-10-01','until':'2012-12-31'}],'effectiveOn':'2012-02-03'").is(200);
        await().until(() -> REGISTER.get("/api/actions/" + action).body().at("/schedule/dueOn").asString("").equals("2012-12-31"));

        var made = post("add-periods", "'frequency':'monthly','from':'2013-01-01','until':'2013-02-28','effectiveOn':'2012-02-04'").is(200);
        var periods = REGISTER.list("/api/plans/" + plan + "/periods", made);
        assertThat(texts(periods)).containsExactly("T1", "T2", "T3", "T4", "enero 2013", "febrero 2013");
        assertThat(periods.at("/items/5")).hasToString("{\"period\":\"febrero 2013\",\"label\":null,\"from\":\"2013-02-01\",\"until\":\"2013-02-28\"}");
        assertThat(REGISTER.get("/api/plans/" + plan + "/history").body().get("items").valueStream().toList().getLast().get("summary").asString())
                .isEqualTo("Se agregaron al calendario del plan los períodos enero 2013, febrero 2013.");
    }

    @Test
    void a_period_is_added_once_and_either_named_or_made() {
        invalid("add-periods", "'periods':[]", "#/periods", "periods-or-frequency", "Nombre los períodos o indique la frecuencia con la que se hacen, solo lo uno o lo otro.",
                "Name the periods or state the frequency of which they are made, only one of them.");
        refused(path("add-periods"), "'periods':[{'period':'T1'}]", 409, "period-known", "El calendario del plan ya tiene un período «T1».",
                "The plan’s calendar already has a period “T1”.");
        invalid("add-periods", "'frequency':'weekly','from':'2012-01-01','until':'2022-01-01'", "#/until", "too-many-periods",
                "De esa frecuencia resultarían más de 200 períodos hasta ese día.", "With that frequency there would be more than 200 periods until that day.");
        assertThat(post("add-periods", "'frequency':'daily','from':'2012-01-01','until':'2012-01-02'").is(422).text("code")).isEqualTo("unknown-word");
        assertThat(version()).isEqualTo(1);
    }

    private static java.util.List<String> texts(JsonNode list) {
        return list.get("items").valueStream().map(period -> period.get("period").asString()).toList();
    }

    @Test
    void an_outline_is_a_tree() {
        post("add-outline-nodes", "'nodes':[" + OUTLINE + "],'effectiveOn':'2012-01-01'").is(200);
        invalid("add-outline-nodes", "'nodes':[]", "#/nodes", "required", "Este dato es obligatorio.", "This value is required.");
        refused(path("add-outline-nodes"), "'nodes':[" + OUTLINE + "]", 409, "node-known",
                "El esquema del plan ya tiene un elemento con el identificador «" + COMPONENT + "».",
                "The plan’s outline already has an element with the identifier “" + COMPONENT + "”.");
        var twice = "{'id':'" + UNKNOWN + "','kind':'goal','text':'Meta'}";
        invalid("add-outline-nodes", "'nodes':[" + twice + "," + twice + "]", "#/nodes/1/id", "node-repeated",
                "El identificador «" + UNKNOWN + "» aparece más de una vez.", "The identifier “" + UNKNOWN + "” appears more than once.");
        invalid("add-outline-nodes", "'nodes':[{'parent':'" + UNKNOWN + "','kind':'goal','text':'Meta'}]", "#/nodes/0/parent", "unknown-node",
                "El plan no tiene en su esquema ningún elemento con el identificador «" + UNKNOWN + "».",
                "The plan’s outline has no element with the identifier “" + UNKNOWN + "”.");
        refused(path("move-outline-node"), "'node':'" + COMPONENT + "','parent':'" + RECOMMENDATION + "'", 409, "node-under-itself",
                "Un elemento del esquema no puede quedar debajo de sí mismo.", "An element of the outline cannot stand under itself.");
        refused(path("retitle-outline-node"), "'node':'" + COMPONENT + "','text':'Otro','effectiveOn':'2011-12-31'", 409, "effective-before-previous",
                "La fecha de efecto no puede ser anterior al 2012-01-01, la del asiento previo en esta materia.",
                "The effective date cannot be earlier than 2012-01-01, the date of the previous record of this matter.");
        invalid("respond-to-recommendation", "'recommendation':'" + UNKNOWN + "','response':'accepted'", "#/recommendation", "unknown-recommendation",
                "El plan no tiene ninguna recomendación con el identificador «" + UNKNOWN + "».", "The plan has no recommendation with the identifier “" + UNKNOWN + "”.");
        invalid("respond-to-recommendation", "'recommendation':'" + COMPONENT + "','response':'accepted'", "#/recommendation", "not-a-recommendation",
                "Ese elemento del esquema no es una recomendación; solo a las recomendaciones se les da respuesta.",
                "That element of the outline is not a recommendation; only recommendations are responded to.");
        assertThat(version()).isEqualTo(2);
    }

    @Test
    void five_hundred_nodes_come_in_one_request_and_no_more() {
        var node = "{'kind':'activity','text':'Actividad'}";
        assertThat(post("add-outline-nodes", "'nodes':[" + String.join(",", java.util.Collections.nCopies(501, node)) + "]").is(422).text("code")).isEqualTo("too-many");
        var added = post("add-outline-nodes", "'nodes':[" + String.join(",", java.util.Collections.nCopies(500, node)) + "]").is(200);
        assertThat(REGISTER.get("/api/plans/" + plan).body().get("outline").size()).isEqualTo(500);
        var first = REGISTER.list("/api/plans/" + plan + "/outline?limit=300", added);
        var second = REGISTER.get("/api/plans/" + plan + "/outline?limit=300&cursor=" + first.get("next").asString()).is(200).body();
        assertThat(first.get("total").asInt()).isEqualTo(500);
        assertThat(second.get("items").size()).isEqualTo(200);
        assertThat(second.get("next").isNull()).isTrue();
    }

    @Test
    void a_plan_is_adopted_once_by_an_agreement_on_record() {
        invalid("adopt-plan", "'agreement':'" + UNKNOWN + "'", "#/agreement", "unknown-agreement", "No hay ningún acuerdo con el identificador «" + UNKNOWN + "».",
                "There is no agreement with the identifier “" + UNKNOWN + "”.");
        post("adopt-plan", "'effectiveOn':'2012-01-16'").is(200);
        refused(path("adopt-plan"), "'effectiveOn':'2012-01-17'", 409, "already-adopted", "El plan ya fue aprobado el 2012-01-16.", "The plan was already adopted on 2012-01-16.");
        assertThat(version()).isEqualTo(2);
    }

    @Test
    void a_plan_is_extended_on_grounds_and_to_a_later_day() {
        invalid("extend-plan", "'until':'2013-01-01'", "#/grounds", "grounds-required", "Este asiento exige que se expresen sus motivos.",
                "This record requires that its grounds be stated.");
        post("extend-plan", "'until':'2013-01-01','grounds':'Faltan recursos.','effectiveOn':'2012-05-02'").is(200);
        invalid("extend-plan", "'until':'2013-01-01','grounds':'Otra vez.','effectiveOn':'2012-05-02'", "#/until", "until-not-later",
                "El plan ya llega hasta el 2013-01-01; la prórroga debe terminar después de ese día.",
                "The plan already runs until 2013-01-01; the extension must end after that day.");
        refused(path("extend-plan"), "'until':'2014-01-01','grounds':'Otra vez.','effectiveOn':'2012-05-01'", 409, "effective-before-previous",
                "La fecha de efecto no puede ser anterior al 2012-05-02, la del asiento previo en esta materia.",
                "The effective date cannot be earlier than 2012-05-02, the date of the previous record of this matter.");
        assertThat(version()).isEqualTo(2);
    }

    @Test
    void a_plan_is_closed_once() {
        post("close-plan", "'effectiveOn':'2013-02-28'").is(200);
        refused(path("close-plan"), "'effectiveOn':'2013-02-28'", 409, "already-closed", "El plan está cerrado desde el 2013-02-28.",
                "The plan has been closed since 2013-02-28.");
        assertThat(version()).isEqualTo(2);
    }

    private void define(String fields, String pointer, String code, String spanish, String english) {
        var request = "'code':'X" + this.code + "','kind':'other'," + (fields.contains("'title'") ? "" : "'title':'Otro',") + fields;
        refused("/api/plans", request, 422, code, spanish, english);
        assertThat(REGISTER.post("/api/plans", "{" + request + "}").body().at("/errors/0/pointer").asString()).isEqualTo(pointer);
    }

    private void invalid(String command, String fields, String pointer, String code, String spanish, String english) {
        refused(path(command), fields, 422, code, spanish, english);
        assertThat(post(command, fields).body().at("/errors/0/pointer").asString()).isEqualTo(pointer);
    }

    private static void refused(String path, String fields, int status, String code, String spanish, String english) {
        REGISTER.post(path, "{" + fields + "}", "es").says(status, code, spanish);
        REGISTER.post(path, "{" + fields + "}", "en").says(status, code, english);
    }

    private String path(String command) {
        return "/api/plans/" + plan + "/" + command;
    }

    private Reply post(String command, String fields) {
        return REGISTER.post(path(command), "{" + fields + "}");
    }

    private int version() {
        return REGISTER.get("/api/plans/" + plan).is(200).body().get("version").asInt();
    }

    private static List<String> ids(JsonNode page) {
        return page.get("items").valueStream().map(item -> item.get("id").asString()).toList();
    }
}
