package constancia.app.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import constancia.app.HttpRegister;
import constancia.app.HttpRegister.Reply;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Each figure is the count of a list: in a component, of an institution, in time or late. */
class EvaluationHttpTest {

    private static final HttpRegister REGISTER = HttpRegister.shared();
    private static final String COMPONENT = "01900000-0000-7000-8000-00000000e101";
    private static final String WITHIN = "01900000-0000-7000-8000-00000000e102";

    @BeforeAll
    static void furnish() {
        created("institutions", "{'name':'Institución evaluada','acronym':'EVAL1','kind':'state','effectiveOn':'2010-01-01'}");
        created("institutions", "{'name':'Otra institución evaluada','acronym':'EVAL2','kind':'state','effectiveOn':'2010-01-01'}");
        var plan = created("plans", "{'code':'EVALUADO','title':'Plan evaluado','kind':'improvement-plan','calendar':[{'period':'T1'}],'effectiveOn':'2015-01-01'}").id();
        REGISTER.post("/api/plans/" + plan + "/add-outline-nodes", "{'nodes':[{'id':'" + COMPONENT + "','kind':'component','code':'C','text':'Componente'},"
                + "{'id':'" + WITHIN + "','parent':'" + COMPONENT + "','kind':'recommendation','code':'R','text':'Recomendación'}],'effectiveOn':'2015-01-01'}").is(200);
        delivered(action(WITHIN, "EVAL1", "2015-03-31"), "EVAL1", "2015-03-31");
        delivered(action(WITHIN, "EVAL1", "2015-03-31"), "EVAL1", "2015-04-20");
        delivered(action(COMPONENT, "EVAL1", "2015-03-31"), "EVAL1", "2015-12-31");
        action(COMPONENT, "EVAL1", "2015-03-31");
        action(null, "EVAL1", "2099-03-31");
        var support = created("actions", "{'title':'Con apoyo','plan':'EVALUADO','node':'" + COMPONENT + "','schedule':{'dueOn':'2015-03-31'},"
                + "'responsible':[{'institution':'EVAL2','role':'lead'},{'institution':'EVAL1','role':'support'}],'effectiveOn':'2015-01-05'}");
        REGISTER.list("/api/commitments", support);
    }

    private static Reply created(String collection, String body) {
        return REGISTER.post("/api/" + collection, body).is(201);
    }

    private static String action(String node, String lead, String due) {
        return created("actions", "{'title':'Acción evaluada','plan':'EVALUADO'," + (node == null ? "" : "'node':'" + node + "',") + "'schedule':{'dueOn':'" + due + "'},"
                + "'responsible':[{'institution':'" + lead + "','role':'lead'}],'effectiveOn':'2015-01-05'}").id();
    }

    private static void delivered(String action, String institution, String on) {
        REGISTER.post("/api/actions/" + action + "/mark-delivered", "{'institution':'" + institution + "','effectiveOn':'" + on + "'}").is(200);
    }

    private static JsonNode cell(String institution, String component) {
        return REGISTER.get("/api/evaluation/traffic-light?plan=EVALUADO&institution=" + institution).is(200).body().get("items").valueStream()
                .filter(cell -> component == null ? cell.get("component").isNull() : cell.get("component").path("id").asString("").equals(component)).findFirst().orElseThrow();
    }

    @Test
    void a_cell_counts_what_stands_anywhere_under_the_component_and_its_list_holds_as_many() {
        var cell = cell("EVAL1", COMPONENT);
        assertThat(cell.get("total").asInt()).isEqualTo(4);
        assertThat(cell.get("delivered").asInt()).isEqualTo(3);
        assertThat(cell.get("overdue").asInt()).isEqualTo(1);
        assertThat(cell("EVAL1", null).get("total").asInt()).isEqualTo(1);
        assertThat(cell("EVAL2", COMPONENT).get("total").asInt()).isEqualTo(1);
        var listed = REGISTER.get("/api/commitments?institution=EVAL1&role=lead&node=" + COMPONENT).is(200).body();
        assertThat(listed.get("total").asInt()).isEqualTo(4);
        assertThat(REGISTER.get("/api/commitments?institution=EVAL1&condition=overdue&role=lead&node=" + COMPONENT).is(200).body().get("total").asInt()).isEqualTo(1);
    }

    @Test
    void punctuality_tells_how_late_and_what_is_still_owed_and_leaves_support_out() {
        var figures = REGISTER.get("/api/evaluation/punctuality?institution=EVAL1").is(200).body().get("items").get(0);
        assertThat(figures.get("onTime").asInt()).isEqualTo(1);
        assertThat(figures.get("recordedLate").asInt()).isEqualTo(1);
        assertThat(figures.get("upTo30").asInt()).isEqualTo(1);
        assertThat(figures.get("upTo90").asInt()).isZero();
        assertThat(figures.get("over90").asInt()).isEqualTo(1);
        assertThat(figures.get("medianLate").asInt()).isEqualTo(20);
        assertThat(figures.get("overdue").asInt()).isEqualTo(1);
        assertThat(REGISTER.get("/api/evaluation/punctuality?institution=EVAL1&plan=EVALUADO").is(200).body().get("items").get(0).get("onTime").asInt()).isEqualTo(1);
    }
}
