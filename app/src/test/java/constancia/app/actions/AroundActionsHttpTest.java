package constancia.app.actions;

import static constancia.app.actions.ActionsScene.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import constancia.app.HttpRegister.Reply;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What stands around the actions of a plan: reports, money, recommendations, other actions, bodies above, risks. */
class AroundActionsHttpTest {

    final ActionsScene scene = new ActionsScene();

    Reply done(String action, String command, String fields) {
        return scene.post(action, command, fields).is(200);
    }

    static List<String> texts(JsonNode list, String pointer) {
        return list.get("items").valueStream().map(row -> row.at(pointer).asString()).toList();
    }

    @Test
    void who_did_not_report_against_a_period_that_is_over_is_seen() {
        var id = scene.propose();
        REGISTER.post("/api/plans/" + scene.plan + "/expect-reports", "{'periods':['T9'],'effectiveOn':'2015-01-11'}")
                .says(422, "unknown-period", "El calendario del plan no tiene ningún período «T9».");
        REGISTER.post("/api/plans/" + scene.plan + "/expect-reports", "{'effectiveOn':'2015-01-11'}").is(200);
        REGISTER.post("/api/plans/" + scene.plan + "/date-periods",
                "{'periods':[{'period':'T1','from':'2015-01-01','until':'2015-03-31'},{'period':'T2','from':'2199-01-01','until':'2199-03-31'}],'effectiveOn':'2015-01-12'}").is(200);
        var written = done(id, "report-progress", "'institution':'" + scene.mjsp + "','percent':40,'period':'T1','effectiveOn':'2015-04-05'");
        assertThat(item(id).at("/commitments/0/reports/0")).hasToString("{\"period\":\"T1\",\"percent\":40,\"narrative\":null,\"reportedOn\":\"2015-04-05\"}");
        assertThat(REGISTER.get("/api/plans/" + scene.plan).body().get("reportPeriods")).hasToString("[\"T1\",\"T2\"]");
        var reports = REGISTER.list("/api/plans/" + scene.plan + "/reports", written);
        assertThat(texts(reports, "/period")).containsExactly("T1", "T1", "T2", "T2");
        assertThat(texts(reports, "/status")).containsExactlyInAnyOrder("reported", "missing", "pending", "pending");
        var missing = REGISTER.list("/api/actions/" + id + "/reports?status=missing", written);
        assertThat(texts(missing, "/institution/acronym")).containsExactly("CONJUVE" + scene.tag);
        assertThat(REGISTER.list("/api/plans/" + scene.plan + "/actions", written).at("/items/0/missingReports").asInt()).isEqualTo(1);
        assertThat(REGISTER.list("/api/institutions/" + scene.conjuve + "/commitments", written).at("/items/0/missingReports/0").asString()).isEqualTo("T1");
    }

    @Test
    void what_the_money_comes_to_is_told_by_state_on_the_action_and_on_the_plan() {
        var id = scene.propose();
        done(id, "commit-funding", "'funding':'" + ActionsHttpTest.FUNDING + "','source':'Fondo General','state':'in-negotiation','amount':1000,'currency':'USD','effectiveOn':'2015-02-01'");
        done(id, "commit-funding", "'funding':'" + ActionsHttpTest.FUNDING + "','source':'Fondo General','state':'available','amount':800,'currency':'USD','effectiveOn':'2015-03-01'");
        done(id, "commit-funding", "'funder':'" + scene.pnud + "','state':'to-be-raised','amount':250.5,'currency':'USD','effectiveOn':'2015-03-01'");
        var written = done(id, "record-expenditure", "'amount':300,'currency':'USD','description':'Taller','funding':'" + ActionsHttpTest.FUNDING + "','effectiveOn':'2015-04-01'");
        assertThat(item(id).get("totals")).hasToString("[{\"currency\":\"USD\",\"available\":\"800.00\",\"inNegotiation\":\"0\",\"toBeRaised\":\"250.50\",\"spent\":\"300.00\"}]");
        assertThat(REGISTER.get("/api/actions/" + id + "?on=2015-02-15").body().at("/totals/0/inNegotiation").asString()).isEqualTo("1000.00");
        var total = REGISTER.list("/api/plans/" + scene.plan + "/totals", written).at("/totals/0");
        assertThat(total).hasToString("{\"currency\":\"USD\",\"available\":\"800.00\",\"inNegotiation\":\"0\",\"toBeRaised\":\"250.50\",\"spent\":\"300.00\"}");
        var lines = REGISTER.list("/api/plans/" + scene.plan + "/funding?state=available", written);
        assertThat(texts(lines, "/spent")).containsExactly("300.00");
        assertThat(texts(REGISTER.list("/api/institutions/" + scene.pnud + "/funding", written), "/amount")).containsExactly("250.50");
    }

    @Test
    void a_request_for_more_time_is_listed_until_it_is_answered() {
        var id = scene.propose();
        done(id, "schedule-action", "'dueOn':'2015-03-31','grounds':'Se fija la fecha.','effectiveOn':'2015-01-11'");
        var written = done(id, "request-extension", "'institution':'" + scene.mjsp + "','dueOn':'2015-06-30','grounds':'Lluvias.','effectiveOn':'2015-03-02'");
        var asked = REGISTER.list("/api/extensions?plan=" + scene.plan, written).get("items");
        assertThat(asked).hasSize(1);
        assertThat(asked.at("/0/institution/acronym").asString()).isEqualTo("MJSP" + scene.tag);
        assertThat(List.of(asked.at("/0/requestedOn").asString(), asked.at("/0/dueOn").asString(), asked.at("/0/askedFor").asString(), asked.at("/0/grounds").asString()))
                .containsExactly("2015-03-02", "2015-03-31", "2015-06-30", "Lluvias.");
        assertThat(texts(REGISTER.list("/api/institutions/" + scene.mjsp + "/extensions", written), "/action/id")).containsExactly(id);
        assertThat(REGISTER.list("/api/institutions/" + scene.conjuve + "/extensions", written).get("items")).isEmpty();
        written = done(id, "grant-extension", "'extension':'" + asked.at("/0/id").asString() + "','effectiveOn':'2015-03-10'");
        assertThat(REGISTER.list("/api/actions/" + id + "/extensions", written).get("items")).isEmpty();
    }

    @Test
    void a_recommendation_is_told_with_its_response_and_its_actions_and_is_found_from_them() {
        REGISTER.post("/api/plans/" + scene.plan + "/respond-to-recommendation",
                "{'recommendation':'" + RECOMMENDATION + "','response':'partly-accepted','text':'Por etapas.','effectiveOn':'2015-01-05'}").is(200);
        var written = REGISTER.post("/api/actions", "{'title':'Calendarizar reuniones','plan':'" + scene.plan + "','recommendations':['" + RECOMMENDATION
                + "'],'alignments':['SDG-16.6'],'effectiveOn':'2015-01-10'}").is(201);
        var told = REGISTER.list("/api/plans/" + scene.plan + "/recommendations", written).get("items");
        assertThat(told).hasSize(1);
        assertThat(told.at("/0/response/response").asString()).isEqualTo("partly-accepted");
        assertThat(told.at("/0/actions")).hasToString("[{\"id\":\"" + written.id() + "\",\"number\":null,\"title\":\"Calendarizar reuniones\",\"status\":\"proposed\",\"percent\":null}]");
        for (var filter : List.of("recommendation=" + RECOMMENDATION, "alignment=SDG-16", "alignment=SDG-16.6")) {
            assertThat(texts(REGISTER.list("/api/plans/" + scene.plan + "/actions?" + filter, written), "/id")).containsExactly(written.id());
        }
        assertThat(REGISTER.list("/api/plans/" + scene.plan + "/actions?alignment=SDG-1", written).get("items")).isEmpty();
    }

    @Test
    void an_action_waits_for_those_before_it_and_none_waits_for_itself() {
        var first = scene.propose();
        var second = scene.propose();
        var third = scene.propose();
        done(second, "add-dependency", "'predecessor':'" + first + "','effectiveOn':'2015-02-01'");
        var written = done(third, "add-dependency", "'predecessor':'" + second + "','effectiveOn':'2015-02-01'");
        scene.post(first, "add-dependency", "'predecessor':'" + third + "','effectiveOn':'2015-02-01'").says(409, "dependency-circle",
                "La otra acción ya depende de esta, directamente o por medio de otras: ninguna de las dos podría empezar.");
        assertThat(item(third).at("/dependsOn/0/action/id").asString()).isEqualTo(second);
        assertThat(texts(REGISTER.list("/api/actions?dependsOn=" + second, written), "/id")).containsExactly(third);
        assertThat(texts(REGISTER.list("/api/actions?precedes=" + second, written), "/id")).containsExactly(first);
        assertThat(REGISTER.list("/api/actions?dependsOn=" + second, written).at("/items/0/waitingFor/0").asString()).isEqualTo(second);
        done(third, "remove-dependency", "'predecessor':'" + second + "','grounds':'Puede empezar ya','effectiveOn':'2015-02-02'");
        done(first, "add-dependency", "'predecessor':'" + third + "','effectiveOn':'2015-02-03'");
    }

    @Test
    void an_escalated_action_and_a_commitment_of_an_operating_plan_are_found() {
        var id = scene.propose();
        scene.post(id, "escalate-action", "'body':'CN" + scene.tag + "','effectiveOn':'2015-02-01'").is(422);
        done(id, "escalate-action", "'body':'CN" + scene.tag + "','grounds':'Nadie responde','effectiveOn':'2015-02-01'");
        var written = done(id, "refer-to-poa", "'institution':'" + scene.mjsp + "','references':[{'year':2015,'code':'2.1.4'}],'effectiveOn':'2015-02-02'");
        assertThat(item(id).at("/escalations/0/grounds").asString()).isEqualTo("Nadie responde");
        assertThat(item(id).at("/commitments/0/poa/0/code").asString()).isEqualTo("2.1.4");
        assertThat(texts(REGISTER.list("/api/plans/" + scene.plan + "/actions?escalated=true", written), "/id")).containsExactly(id);
        assertThat(texts(REGISTER.list("/api/actions?escalatedTo=CN" + scene.tag, written), "/id")).containsExactly(id);
        assertThat(texts(REGISTER.list("/api/plans/" + scene.plan + "/commitments?poa=2.1.4", written), "/institution/acronym")).containsExactly("MJSP" + scene.tag);
        REGISTER.get("/api/actions?escalated=perhaps").is(422);
    }

    @Test
    void a_scenario_that_has_come_proposes_its_damage_reduction_as_actions_once() {
        var prevented = scene.propose();
        var risk = created("/api/risks", "'scenario':'Cambio de autoridades " + scene.tag + "','plan':'" + scene.plan + "','warningSigns':['Rumores'],'preventive':['Mandos medios'],"
                + "'damageReduction':['Nivel local','Mesas'],'adjustments':[],'actions':['" + prevented + "'],'effectiveOn':'2015-01-10'");
        var path = "/api/risks/" + risk;
        var signs = REGISTER.post(path + "/report-warning-sign", "{'sign':'" + REGISTER.get(path).body().at("/warningSigns/0/id").asString()
                + "','text':'En la prensa','effectiveOn':'2015-02-01'}").is(200);
        var shown = REGISTER.list("/api/actions/" + prevented + "/risks", signs).at("/items/0/signs/0");
        assertThat(shown.get("text").asString()).isEqualTo("Rumores");
        assertThat(shown.get("report").asString()).isEqualTo("En la prensa");
        assertThat(texts(REGISTER.list("/api/plans/" + scene.plan + "/risks", signs), "/id")).containsExactly(risk);

        REGISTER.post(path + "/declare-materialised", "{'grounds':'Cambió el ministro','effectiveOn':'2015-03-01'}").is(200);
        var proposals = REGISTER.get(path).is(200).body().get("damageReduction").valueStream().map(measure -> measure.get("action").asString()).toList();
        assertThat(proposals).hasSize(2).doesNotHaveDuplicates();
        for (var proposal : proposals) {
            await().atMost(Duration.ofSeconds(20)).until(() -> REGISTER.get("/api/actions/" + proposal).status() == 200);
            assertThat(item(proposal).get("conditions")).hasToString("[\"unassigned\"]");
            assertThat(item(proposal).at("/plan/id").asString()).isEqualTo(scene.plan);
            assertThat(REGISTER.get("/api/actions/" + proposal + "/history").body().at("/items/0/actor").asString()).isEqualTo("system:risk-materialised");
        }
        assertThat(item(proposals.getFirst()).get("title").asString()).isEqualTo("Nivel local");
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(texts(REGISTER.get("/api/risks/" + risk + "/actions").is(200).body(), "/id"))
                .containsExactlyInAnyOrder(prevented, proposals.getFirst(), proposals.getLast()));
    }

    @Test
    void every_list_that_takes_an_item_as_a_filter_is_also_a_part_of_it() {
        for (var path : List.of("plans/" + scene.plan + "/indicators", "plans/" + scene.plan + "/timeline", "plans/" + scene.plan + "/commitments",
                "bodies/" + scene.council + "/plans", "bodies/" + scene.council + "/actions", "bodies/" + scene.council + "/risks", "institutions/" + scene.mjsp + "/actions",
                "institutions/" + scene.mjsp + "/meetings", "agreements/" + scene.agreement + "/commitments")) {
            assertThat(REGISTER.get("/api/" + path).is(200).body().has("items")).as(path).isTrue();
        }
        assertThat(texts(REGISTER.get("/api/bodies/" + scene.council + "/plans").body(), "/code")).containsExactly("PM-" + scene.tag);
        REGISTER.get("/api/plans/" + scene.plan + "/actions?plan=" + scene.plan).says(400, "unknown-parameter", "Esta lista no admite el parámetro «plan».");
        REGISTER.get("/api/plans/" + scene.agreement + "/actions").is(404);
        REGISTER.get("/api/plans/" + scene.plan + "/bodies").is(404);
        REGISTER.get("/api/things/" + scene.plan + "/actions").is(404);
    }
}
