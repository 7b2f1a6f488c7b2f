package constancia.app.indicators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import constancia.app.HttpRegister;
import constancia.app.HttpRegister.Reply;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The indicators of a logical framework: its purpose, measured by the household survey against targets of the plan's periods. */
class IndicatorsHttpTest {

    static final HttpRegister REGISTER = HttpRegister.shared();
    static final String UNKNOWN = "0194d0c2-0000-7000-8000-0000000000ff";
    static final String SHA256 = REGISTER.document("test");
    static int next;

    final int number = ++next;
    final String code = "CS-2010-" + number;
    final String purpose = "0194d0c2-0000-7000-8000-%012x".formatted(0x5000 + number);
    final String body = REGISTER.post("/api/bodies", "{'name':'Comité Intersectorial','acronym':'CI" + number + "','kind':'committee','effectiveOn':'2009-01-01'}").is(201).id();
    final String plan = REGISTER.post("/api/plans", "{'code':'" + code + "','title':'Comunidades Solidarias','kind':'national-plan','body':'CI" + number
            + "','calendar':[{'period':'Trimestre 5','from':'2010-10-01','until':'2010-12-31'},{'period':'Trimestre 6'}],'effectiveOn':'2010-09-01'}").is(201).id();
    final Reply outlined = REGISTER.post("/api/plans/" + plan + "/add-outline-nodes", "{'nodes':[{'id':'" + purpose
            + "','kind':'purpose','text':'La población participante disminuyó sus niveles de desigualdad y exclusión social'}],'effectiveOn':'2010-09-01'}").is(200);
    final Reply defined = REGISTER.post("/api/indicators", "{'name':'Población en pobreza " + code + "','kind':'impact','unit':'%','plan':'" + code + "','node':'" + purpose
            + "','baseline':{'value':46.0,'on':'2009-12-31','source':'EHPM 2009'},'meansOfVerification':'Encuesta de Hogares de Propósitos Múltiples',"
            + "'disaggregation':['sexo','municipio'],'direction':'decrease','effectiveOn':'2010-10-01'}").is(201);
    final String indicator = defined.id();

    @Test
    void an_indicator_from_its_baseline_to_its_retirement() {
        assertThat(defined.headers()).containsEntry("location", "/api/indicators/" + indicator).containsEntry("etag", "\"1\"");
        post("set-target", "'dueOn':'2014-05-31','value':36,'effectiveOn':'2010-10-01'").is(200);
        post("set-target", "'period':'Trimestre 6','value':42.50,'effectiveOn':'2010-10-01'").is(200);
        post("set-target", "'period':'Trimestre 5','value':44,'effectiveOn':'2010-10-01'").is(200);
        post("record-measurement", "'on':'2011-03-31','value':43.123456,'source':'EHPM 2011','disaggregated':[{'dimension':'sexo','category':'mujeres','value':44.1},"
                + "{'dimension':'sexo','category':'hombres','value':42}],'evidence':['" + SHA256 + "'],'effectiveOn':'2011-05-02'").is(200);
        post("record-measurement", "'on':'2010-12-31','value':45,'source':'EHPM 2010','effectiveOn':'2011-05-03'").is(200);
        var measured = post("record-measurement", "'on':'2011-03-31','value':41,'source':'EHPM 2011, revisada','effectiveOn':'2011-06-01'").is(200);

        var item = item("");
        assertThat(item.propertyNames()).containsExactly("id", "version", "status", "name", "kind", "unit", "direction", "plan", "node", "body", "baseline", "targets",
                "measurements", "latest", "target", "attainment", "meansOfVerification", "disaggregation", "definedOn", "retiredOn", "class", "cut");
        assertThat(item.get("version").asInt()).isEqualTo(7);
        assertThat(item.get("plan")).hasToString("{\"id\":\"" + plan + "\",\"code\":\"" + code + "\"}");
        assertThat(item.get("body")).as("that of the plan").hasToString("{\"id\":\"" + body + "\",\"acronym\":\"CI" + number + "\",\"name\":\"Comité Intersectorial\"}");
        assertThat(item.get("baseline")).hasToString("{\"value\":\"46\",\"on\":\"2009-12-31\",\"source\":\"EHPM 2009\"}");
        assertThat(item.get("targets")).hasToString("[{\"period\":\"Trimestre 5\",\"dueOn\":\"2010-12-31\",\"value\":\"44\"},"
                + "{\"period\":null,\"dueOn\":\"2014-05-31\",\"value\":\"36\"},{\"period\":\"Trimestre 6\",\"dueOn\":null,\"value\":\"42.5\"}]");
        assertThat(item.get("measurements").valueStream().map(one -> one.get("on").asString() + " " + one.get("value").asString()))
                .containsExactly("2010-12-31 45", "2011-03-31 41");
        assertThat(item.get("latest")).isEqualTo(item.at("/measurements/1"));
        assertThat(item.get("target")).isEqualTo(item.at("/targets/1"));
        assertThat(item.get("attainment")).as("half of the way from 46 to 36").hasToString("{\"percent\":\"50.0\",\"reached\":false}");

        var before = item("?on=2011-05-31");
        assertThat(before.at("/latest/value").asString()).isEqualTo("43.123456");
        assertThat(before.at("/latest/evidence/0").asString()).isEqualTo(SHA256);
        assertThat(before.at("/latest/disaggregated/0")).hasToString("{\"dimension\":\"sexo\",\"category\":\"mujeres\",\"value\":\"44.1\"}");
        assertThat(item("?on=2010-12-31").get("attainment").isNull()).as("nothing was measured").isTrue();
        assertThat(item("?on=2010-12-31").at("/target/value").asString()).isEqualTo("44");

        var row = REGISTER.list("/api/indicators?q=" + code, measured).at("/items/0");
        for (var field : List.of("id", "version", "status", "name", "kind", "unit", "direction", "plan", "node", "body", "target", "attainment")) {
            assertThat(row.get(field)).as(field).isEqualTo(item.get(field));
        }
        assertThat(row.get("baseline").asString()).isEqualTo("46");
        assertThat(row.get("latest")).hasToString("{\"on\":\"2011-03-31\",\"value\":\"41\"}");

        post("retire-indicator", "'effectiveOn':'2014-06-01','grounds':'El programa terminó.'").is(200);
        assertThat(item("").get("status").asString()).isEqualTo("retired");
        assertThat(item("?on=2014-05-31").get("status").asString()).isEqualTo("active");

        var history = REGISTER.get("/api/indicators/" + indicator + "/history").is(200).body().get("items");
        assertThat(history.valueStream().map(record -> record.get("summary").asString())).containsExactly(
                "Se definió el indicador «Población en pobreza " + code + "».", "Se fijó la meta de 36 para el 2014-05-31.",
                "Se fijó la meta de 42.5 para el período Trimestre 6.", "Se fijó la meta de 44 para el período Trimestre 5.",
                "Se midió 43.123456 al 2011-03-31. Fuente: EHPM 2011.", "Se midió 45 al 2010-12-31. Fuente: EHPM 2010.",
                "Se midió 41 al 2011-03-31. Fuente: EHPM 2011, revisada.", "Se retiró el indicador.");
        assertThat(history.at("/7/grounds").asString()).isEqualTo("El programa terminó.");
    }

    @Test
    void a_target_of_a_period_takes_its_date_when_the_plan_gives_one() {
        post("set-target", "'period':'Trimestre 6','value':42,'effectiveOn':'2010-10-01'").is(200);
        assertThat(item("").get("target").isNull()).isTrue();
        REGISTER.post("/api/plans/" + plan + "/date-periods", "{'periods':[{'period':'Trimestre 6','from':'2011-01-01','until':'2011-03-31'}],'effectiveOn':'2010-11-15'}").is(200);
        await().atMost(Duration.ofSeconds(20)).until(() -> item("").get("version").asInt() == 3);
        assertThat(item("").get("target")).hasToString("{\"period\":\"Trimestre 6\",\"dueOn\":\"2011-03-31\",\"value\":\"42\"}");
        var record = REGISTER.get("/api/indicators/" + indicator + "/history").is(200).body().at("/items/2");
        assertThat(record.get("summary").asString()).isEqualTo("La meta del período Trimestre 6 se ajustó a las fechas de su período.");
        assertThat(record.get("actor").asString()).isEqualTo("system:periods-dated");
        assertThat(record.get("effectiveOn").asString()).isEqualTo("2010-11-15");
    }

    @Test
    void indicators_are_listed_by_plan_node_body_kind_status_and_words() {
        var other = REGISTER.post("/api/indicators", "{'name':'Familias atendidas " + code + "','kind':'product','unit':'familias','body':'CI" + number
                + "','effectiveOn':'2010-10-01'}").is(201);
        var last = REGISTER.post("/api/indicators/" + other.id() + "/retire-indicator", "{'effectiveOn':'2011-01-01','grounds':'Se unió a otro.'}").is(200);
        assertThat(ids(REGISTER.list("/api/indicators?q=" + code.toLowerCase(), last))).containsExactly(other.id(), indicator);
        assertThat(ids(REGISTER.list("/api/indicators?sort=-name&q=" + code, last))).containsExactly(indicator, other.id());
        assertThat(ids(REGISTER.list("/api/indicators?plan=" + code, last))).containsExactly(indicator);
        assertThat(ids(REGISTER.list("/api/indicators?node=" + purpose, last))).containsExactly(indicator);
        assertThat(ids(REGISTER.list("/api/indicators?body=CI" + number, last))).containsExactly(other.id(), indicator);
        assertThat(ids(REGISTER.list("/api/indicators?body=CI" + number + "&kind=product,input", last))).containsExactly(other.id());
        assertThat(ids(REGISTER.list("/api/indicators?body=CI" + number + "&status=active", last))).containsExactly(indicator);
        REGISTER.get("/api/indicators?kind=sueño").is(422);
        REGISTER.get("/api/indicators?on=2012-01-01").is(400);
    }

    @Test
    void what_an_indicator_names_must_exist() {
        define("'plan':'" + UNKNOWN + "'", "#/plan", "unknown-plan", "No hay ningún plan registrado como «" + UNKNOWN + "».", "No plan is registered as “" + UNKNOWN + "”.");
        define("'plan':'" + code + "','node':'" + UNKNOWN + "'", "#/node", "unknown-node", "El plan no tiene en su esquema ningún elemento con el identificador «" + UNKNOWN + "».",
                "The plan’s outline has no element with the identifier “" + UNKNOWN + "”.");
        define("'node':'" + purpose + "'", "#/node", "indicator-without-plan", "El indicador no pertenece a ningún plan; este dato se toma del plan.",
                "The indicator belongs to no plan, and this is taken from the plan.");
        define("'body':'" + UNKNOWN + "'", "#/body", "unknown-body", "No hay ninguna instancia registrada como «" + UNKNOWN + "».",
                "No body is registered as “" + UNKNOWN + "”.");
        define("'body':'" + body + "','effectiveOn':'2008-12-31'", "#/body", "body-not-active", "El 2008-12-31 esa instancia no estaba constituida o ya se había disuelto.",
                "On 2008-12-31 that body was not yet established or already dissolved.");
        define("'baseline':{'value':1,'on':'2010-10-02','source':'EHPM'},'effectiveOn':'2010-10-01'", "#/baseline/on", "measured-after-effective",
                "Lo medido no puede regir antes del día en que se midió: el asiento rige desde el 2010-10-01.",
                "A measurement cannot hold before the day on which it was made: the record holds since 2010-10-01.");
        define("'disaggregation':['sexo','sexo']", "#/disaggregation/1", "dimension-repeated", "La dimensión «sexo» aparece más de una vez.",
                "The dimension “sexo” appears more than once.");
        refused("/api/indicators", "'id':'" + indicator + "','name':'Otra','kind':'input','unit':'%'", 409, "already-exists", "Ya existe un registro con ese identificador.",
                "There is already something on record under that identifier.");
    }

    @Test
    void a_target_is_for_one_period_or_one_day_and_on_the_better_side_of_the_baseline() {
        invalid("set-target", "'value':40", "#/dueOn", "date-or-period", "Indique una fecha o un período, solo uno de los dos.", "State a date or a period, only one of them.");
        invalid("set-target", "'value':40,'period':'T1'", "#/period", "unknown-period", "El calendario del plan no tiene ningún período «T1».",
                "The plan’s calendar has no period “T1”.");
        invalid("set-target", "'value':40,'dueOn':'2200-01-01'", "#/dueOn", "out-of-range", "El valor debe estar entre 1900-01-01 y 2199-12-31.",
                "The value must be between 1900-01-01 and 2199-12-31.");
        invalid("set-target", "'value':46.01,'dueOn':'2014-05-31'", "#/value", "target-behind-baseline",
                "La meta no puede quedar por detrás de la línea de base, que es 46, en el sentido en que debe avanzar el indicador.",
                "The target cannot be behind the baseline, which is 46, in the direction in which the indicator is to move.");
        invalid("set-target", "'value':40.1234567,'dueOn':'2014-05-31'", "#/value", "bad-number", "Un valor lleva a lo sumo quince cifras enteras y 6 decimales.",
                "A value has at most fifteen whole digits and 6 decimals.");
        assertThat(item("").get("version").asInt()).isEqualTo(1);
    }

    @Test
    void a_measurement_is_of_a_day_that_came_and_is_broken_down_as_the_indicator_is() {
        var sound = "'on':'2011-03-31','value':43,'source':'EHPM',";
        invalid("record-measurement", sound + "'effectiveOn':'2011-03-30'", "#/on", "measured-after-effective",
                "Lo medido no puede regir antes del día en que se midió: el asiento rige desde el 2011-03-30.",
                "A measurement cannot hold before the day on which it was made: the record holds since 2011-03-30.");
        invalid("record-measurement", "'on':'2199-01-01','value':43,'source':'EHPM'", "#/on", "date-in-future", "La fecha no puede ser posterior a hoy.",
                "The date cannot be after today.");
        invalid("record-measurement", sound + "'disaggregated':[{'dimension':'edad','category':'0-14','value':1}]", "#/disaggregated/0/dimension", "unknown-dimension",
                "El indicador no se desagrega por «edad».", "The indicator is not disaggregated by “edad”.");
        var part = "{'dimension':'sexo','category':'mujeres','value':1}";
        invalid("record-measurement", sound + "'disaggregated':[" + part + "," + part + "]", "#/disaggregated/1/category", "category-repeated",
                "La categoría «mujeres» aparece más de una vez en la dimensión «sexo».", "The category “mujeres” appears more than once in the dimension “sexo”.");
        refused(path("record-measurement"), "'on':'2009-03-31','value':43,'source':'EHPM','effectiveOn':'2010-09-30'", 409, "effective-before-item",
                "La fecha de efecto no puede ser anterior al primer asiento de este registro.", "The effective date cannot be earlier than the first record of this item.");
        assertThat(item("").get("version").asInt()).isEqualTo(1);
    }

    @Test
    void an_indicator_is_retired_once_on_grounds_and_last() {
        invalid("retire-indicator", "'effectiveOn':'2012-01-01'", "#/grounds", "grounds-required", "Este asiento exige que se expresen sus motivos.",
                "This record requires that its grounds be stated.");
        post("record-measurement", "'on':'2011-03-31','value':43,'source':'EHPM','effectiveOn':'2011-05-02'").is(200);
        refused(path("retire-indicator"), "'effectiveOn':'2011-05-01','grounds':'Ya no se mide.'", 409, "effective-before-previous",
                "La fecha de efecto no puede ser anterior al 2011-05-02, la del asiento previo en esta materia.",
                "The effective date cannot be earlier than 2011-05-02, the date of the previous record of this matter.");
        post("retire-indicator", "'effectiveOn':'2012-01-01','grounds':'Ya no se mide.'").is(200);
        refused(path("record-measurement"), "'on':'2011-12-31','value':43,'source':'EHPM'", 409, "indicator-retired", "El indicador está retirado desde el 2012-01-01.",
                "The indicator has been retired since 2012-01-01.");
        assertThat(item("").get("version").asInt()).isEqualTo(3);
    }

    private static void define(String fields, String pointer, String code, String spanish, String english) {
        var request = "'name':'Otra','kind':'input','unit':'%'," + fields;
        refused("/api/indicators", request, 422, code, spanish, english);
        assertThat(REGISTER.post("/api/indicators", "{" + request + "}").body().at("/errors/0/pointer").asString()).isEqualTo(pointer);
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
        return "/api/indicators/" + indicator + "/" + command;
    }

    private Reply post(String command, String fields) {
        return REGISTER.post(path(command), "{" + fields + "}");
    }

    private JsonNode item(String cut) {
        return REGISTER.get("/api/indicators/" + indicator + cut).is(200).body();
    }

    private static List<String> ids(JsonNode page) {
        return page.get("items").valueStream().map(item -> item.get("id").asString()).toList();
    }
}
