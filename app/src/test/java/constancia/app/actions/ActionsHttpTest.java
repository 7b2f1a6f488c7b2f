package constancia.app.actions;

import static constancia.app.actions.ActionsScene.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import constancia.app.HttpRegister.Reply;
import constancia.kernel.rights.Binding;
import constancia.kernel.rights.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ActionsHttpTest {

    static final String MILESTONE = "0194d0c2-0000-7000-8000-0000000000d1";
    static final String IMPEDIMENT = "0194d0c2-0000-7000-8000-0000000000d2";
    static final String EXTENSION = "0194d0c2-0000-7000-8000-0000000000d3";
    static final String OTHER_EXTENSION = "0194d0c2-0000-7000-8000-0000000000d4";
    static final String FUNDING = "0194d0c2-0000-7000-8000-0000000000d5";

    final ActionsScene scene = new ActionsScene();

    @Test
    void an_action_from_its_proposal_to_its_fulfilment_and_back() {
        var proposed = REGISTER.post("/api/actions", ("{'title':'Instalar el mecanismo','detail':'Con los municipios','plan':'%s','node':'%s','number':'7','recommendations':['%s'],"
                + "'agreement':'%s','responsible':[{'institution':'%s','role':'lead','acceptedOn':'2015-01-09'}],'schedule':{'from':'2015-02-01','dueOn':'2015-06-15'},"
                + "'territory':['SV-SS'],'alignments':['SDG-16.6'],'means':'Acta','effectiveOn':'2015-01-10'}")
                .formatted(scene.plan, NODE, RECOMMENDATION, scene.agreement, scene.mjsp)).is(201);
        var id = proposed.id();
        assertThat(proposed.headers()).containsEntry("location", "/api/actions/" + id).containsEntry("etag", "\"1\"");
        assertThat(item(id).get("status").asString()).isEqualTo("committed");
        assertThat(item(id).at("/commitments/0/accepted").asString()).isEqualTo("2015-01-09");

        done(id, "amend-action", "'title':'Instalar y dotar el mecanismo','effectiveOn':'2015-01-12'");
        done(id, "assign-responsible", "'institution':'CONJUVE" + scene.tag + "','role':'co-responsible','effectiveOn':'2015-01-12'");
        done(id, "assign-responsible", "'institution':'" + scene.pnud + "','role':'support','effectiveOn':'2015-01-12'");
        done(id, "accept-commitment", "'institution':'" + scene.conjuve + "','effectiveOn':'2015-01-20'");
        done(id, "decline-commitment", "'institution':'" + scene.pnud + "','grounds':'No entra en su mandato','effectiveOn':'2015-01-20'");
        done(id, "assign-responsible", "'institution':'" + scene.pnud + "','role':'support','effectiveOn':'2015-01-21'");
        done(id, "release-responsible", "'institution':'" + scene.pnud + "','grounds':'Terminó el convenio','effectiveOn':'2015-02-01'");
        done(id, "schedule-action", "'dueOn':'2015-06-30','grounds':'Lo pidió el consejo','effectiveOn':'2015-02-02'");
        done(id, "add-milestone", "'milestone':'" + MILESTONE + "','title':'Diagnóstico','dueOn':'2015-03-31','effectiveOn':'2015-02-02'");
        done(id, "reach-milestone", "'milestone':'" + MILESTONE + "','evidence':['" + HASH + "'],'effectiveOn':'2015-03-20'");
        done(id, "report-progress", "'institution':'" + scene.mjsp + "','percent':40,'narrative':'Va bien','period':'T1','effectiveOn':'2015-04-01'");
        done(id, "report-impediment", "'impediment':'" + IMPEDIMENT + "','text':'Faltan fondos','liftedBy':'" + scene.pnud + "','effectiveOn':'2015-04-02'");
        assertThat(item(id).get("conditions").toString()).contains("blocked");
        done(id, "escalate-impediment", "'impediment':'" + IMPEDIMENT + "','body':'CN" + scene.tag + "','effectiveOn':'2015-04-10'");
        done(id, "resolve-impediment", "'impediment':'" + IMPEDIMENT + "','text':'Hay fondos','effectiveOn':'2015-04-20'");
        done(id, "request-extension", "'institution':'" + scene.mjsp + "','extension':'" + EXTENSION + "','dueOn':'2015-07-31','grounds':'Lluvias','effectiveOn':'2015-06-01'");
        done(id, "grant-extension", "'extension':'" + EXTENSION + "','agreement':'" + scene.agreement + "','grounds':'Es razonable','effectiveOn':'2015-06-10'");
        done(id, "request-extension", "'institution':'" + scene.conjuve + "','extension':'" + OTHER_EXTENSION + "','dueOn':'2015-12-31','grounds':'Más lluvias','effectiveOn':'2015-07-01'");
        done(id, "refuse-extension", "'extension':'" + OTHER_EXTENSION + "','grounds':'Ya se concedió una','effectiveOn':'2015-07-02'");
        done(id, "commit-funding", "'funding':'" + FUNDING + "','source':'Fondo General','state':'available','amount':12500.5,'currency':'USD','effectiveOn':'2015-02-01'");
        done(id, "record-expenditure", "'amount':300,'currency':'USD','description':'Taller','funding':'" + FUNDING + "','effectiveOn':'2015-03-01'");
        done(id, "attach-evidence", "'evidence':['" + HASH + "'],'caption':'Acta firmada','effectiveOn':'2015-03-02'");
        done(id, "mark-delivered", "'institution':'" + scene.mjsp + "','narrative':'Funciona','effectiveOn':'2015-07-20'");
        done(id, "return-delivery", "'institution':'" + scene.mjsp + "','grounds':'Falta el informe','effectiveOn':'2015-07-21'");
        done(id, "mark-delivered", "'institution':'" + scene.mjsp + "','effectiveOn':'2015-07-25'");
        done(id, "mark-delivered", "'institution':'" + scene.conjuve + "','effectiveOn':'2015-07-26'");
        assertThat(item(id).get("status").asString()).isEqualTo("delivered");
        verified(id, "'institution':'" + scene.mjsp + "','finding':'substantial','text':'Bien','effectiveOn':'2015-07-28'");
        verified(id, "'institution':'" + scene.conjuve + "','finding':'complete','effectiveOn':'2015-07-28'");
        assertThat(item(id).get("status").asString()).isEqualTo("fulfilled");
        done(id, "reopen-action", "'institutions':['" + scene.conjuve + "'],'grounds':'Se cayó el sistema','effectiveOn':'2015-08-03'");
        done(id, "cancel-action", "'grounds':'El plan cambió','effectiveOn':'2015-08-10'");
        var last = done(id, "reopen-action", "'grounds':'El plan volvió','effectiveOn':'2015-08-20'");

        asTheContractSays(id);
        everyRecordTellsWhatItChanged(id, last);
    }

    private void asTheContractSays(String id) {
        var item = REGISTER.get("/api/actions/" + id + "?on=2015-08-21").is(200).body();
        assertThat(item.propertyNames()).startsWith("id", "version", "status", "conditions", "title", "detail", "plan", "node", "number", "recommendations",
                "agreements", "commitments", "schedule", "baseline", "percent", "milestones", "extensions", "impediments", "evidence", "funding", "territory",
                "alignments").endsWith("class", "cut");
        assertThat(item.get("status").asString()).isEqualTo("in-progress");
        assertThat(item.get("conditions")).hasToString("[\"overdue\"]");
        assertThat(item.get("plan")).hasToString("{\"id\":\"" + scene.plan + "\",\"code\":\"PM-" + scene.tag + "\"}");
        assertThat(item.at("/agreements/0/folio").asString()).startsWith("INS-2014-");
        assertThat(item.get("schedule")).hasToString("{\"periods\":[],\"from\":null,\"dueOn\":\"2015-07-31\"}");
        assertThat(item.get("baseline")).hasToString("{\"periods\":[],\"dueOn\":\"2015-06-15\"}");
        assertThat(item.get("percent").asInt()).isEqualTo(40);
        assertThat(item.get("commitments")).hasSize(4);
        var lead = item.at("/commitments/0");
        assertThat(lead.propertyNames()).containsExactly("id", "institution", "role", "status", "accepted", "percent", "reportedOn", "deliveredOn", "finding", "overdue", "recordedLate",
                "reports", "poa", "since", "formerHolders");
        assertThat(lead.at("/institution/acronym").asString()).isEqualTo("MJSP" + scene.tag);
        assertThat(lead.get("status").asString()).isEqualTo("verified");
        assertThat(lead.get("deliveredOn").asString()).isEqualTo("2015-07-25");
        assertThat(lead.get("finding").asString()).isEqualTo("substantial");
        var recorded = REGISTER.get("/api/actions/" + id + "/history").is(200).body().get("items").valueStream()
                .filter(record -> record.get("type").asString().equals("DeliveryMarked") && record.get("effectiveOn").asString().equals("2015-07-25")).findFirst().orElseThrow();
        assertThat(lead.get("recordedLate").asLong()).as("days from 31 July until it was recorded").isEqualTo(ChronoUnit.DAYS.between(LocalDate.of(2015, 7, 31),
                LocalDate.ofInstant(Instant.parse(recorded.get("recordedAt").asString()), ZoneId.of("America/El_Salvador"))));
        var other = item.at("/commitments/1");
        assertThat(other.get("status").asString()).isEqualTo("in-progress");
        assertThat(other.get("overdue").asBoolean()).isTrue();
        assertThat(item.at("/extensions/0/by").asString()).isEqualTo("admin");
        assertThat(item.at("/extensions/0/reason").asString()).isEqualTo("Lluvias");
        assertThat(item.at("/extensions/1/status").asString()).isEqualTo("refused");
        assertThat(item.at("/funding/0/amount").asString()).isEqualTo("12500.50");
        assertThat(item.get("evidence")).hasSize(2);

        var june = REGISTER.get("/api/actions/" + id + "?on=2015-06-05").is(200).body();
        assertThat(june.get("version").asInt()).isLessThan(item.get("version").asInt());
        assertThat(june.at("/schedule/dueOn").asString()).isEqualTo("2015-06-30");
        assertThat(june.get("conditions")).hasToString("[\"near-due\"]");
        REGISTER.get("/api/actions/" + id + "?on=2015-01-09").says(404, "not-at-that-time", "En el momento consultado esto aún no constaba.");
    }

    private void everyRecordTellsWhatItChanged(String id, Reply last) {
        var history = REGISTER.get("/api/actions/" + id + "/history").is(200).body().get("items");
        assertThat(history).hasSize(Integer.parseInt(last.text("version")));
        for (var record : history) {
            assertThat(record.get("changes")).as("%s", record).isNotEmpty();
            assertThat(record.get("summary").asString()).isNotBlank().doesNotContain("{", "null");
        }
        assertThat(types(history)).hasSize(24);
        assertThat(history.at("/1/changes").toString()).contains("\"path\":\"/title\",\"before\":\"Instalar el mecanismo\",\"after\":\"Instalar y dotar el mecanismo\"");
        assertThat(history.at("/5/grounds").asString()).isEqualTo("No entra en su mandato");
        assertThat(history.at("/4/institution/acronym").asString()).isEqualTo("CONJUVE" + scene.tag);
        assertThat(history.at("/4/onBehalf").asBoolean()).isTrue();
    }

    @Test
    void marks_get_the_dates_that_the_plan_gives_its_periods_by_themselves() {
        var marked = created("/api/actions", "'title':'Capacitar a los enlaces','plan':'" + scene.plan + "','schedule':{'periods':['T1','T2']},'effectiveOn':'2015-01-10'");
        assertThat(item(marked).at("/schedule/dueOn").isNull()).isTrue();
        assertThat(item(marked).get("baseline").isNull()).isTrue();
        REGISTER.post("/api/plans/" + scene.plan + "/date-periods", "{'periods':[{'period':'T1','from':'2015-01-01','until':'2015-03-31'},"
                + "{'period':'T2','from':'2015-04-01','until':'2015-06-30'}],'effectiveOn':'2015-02-01'}").is(200);
        await().until(() -> !item(marked).at("/schedule/dueOn").isNull());
        assertThat(item(marked).get("schedule")).hasToString("{\"periods\":[\"T1\",\"T2\"],\"from\":\"2015-01-01\",\"dueOn\":\"2015-06-30\"}");
        assertThat(item(marked).get("baseline")).hasToString("{\"periods\":[\"T1\",\"T2\"],\"dueOn\":\"2015-06-30\"}");
        var dated = REGISTER.get("/api/actions/" + marked + "/history").is(200).body().at("/items/1");
        assertThat(dated.get("type").asString()).isEqualTo("ScheduleDated");
        assertThat(dated.get("actor").asString()).startsWith("system:");
        assertThat(dated.get("effectiveOn").asString()).isEqualTo("2015-02-01");
        REGISTER.post("/api/actions/" + marked + "/date-schedule", "{}").is(404);
    }

    @Test
    void lists_of_actions_commitments_and_the_plan_by_period() {
        var action = scene.propose();
        var marked = created("/api/actions", "'title':'Capacitar a los enlaces " + scene.tag + "','plan':'" + scene.plan + "','number':'10','schedule':{'periods':['T1','T2']},"
                + "'agreement':'" + scene.agreement + "','responsible':[{'institution':'" + scene.pnud + "','role':'support'}],'effectiveOn':'2015-01-10'");
        REGISTER.post("/api/agreements/" + scene.agreement + "/link-action", "{'action':'" + action + "','effectiveOn':'2015-02-01'}").is(200);
        var last = REGISTER.post("/api/agreements/" + scene.agreement + "/link-action", "{'action':'" + marked + "','effectiveOn':'2015-02-01'}").is(200);

        var all = REGISTER.list("/api/actions?plan=PM-" + scene.tag, last);
        assertThat(ids(all)).containsExactly(action, marked);
        assertThat(all.at("/items/0/conditions")).hasToString("[\"overdue\"]");
        assertThat(all.at("/items/0/lead/acronym").asString()).isEqualTo("MJSP" + scene.tag);
        assertThat(all.at("/items/1/conditions")).hasToString("[\"unassigned\"]");
        assertThat(ids(REGISTER.list("/api/plans/" + scene.plan + "/actions?sort=-number", last))).containsExactly(marked, action);
        assertThat(ids(REGISTER.list("/api/agreements/" + scene.agreement + "/actions", last))).containsExactly(action, marked);
        assertThat(ids(REGISTER.list("/api/actions?agreement=" + scene.agreement + "&condition=overdue&dueFrom=2015-06-15&dueTo=2015-06-15", last))).containsExactly(action);
        assertThat(ids(REGISTER.list("/api/actions?institution=PNUD" + scene.tag + "&role=support&status=proposed&q=enlaces", last))).containsExactly(marked);
        assertThat(ids(REGISTER.list("/api/actions?body=CN" + scene.tag, last))).hasSize(2);

        var owed = REGISTER.list("/api/institutions/" + scene.mjsp + "/commitments", last);
        assertThat(owed.at("/items/0/action/title").asString()).isEqualTo("Instalar el mecanismo " + scene.tag);
        assertThat(owed.at("/items/0/dueOn").asString()).isEqualTo("2015-06-15");
        assertThat(owed.at("/items/0/overdue").asBoolean()).isTrue();
        assertThat(REGISTER.list("/api/commitments?institution=MJSP" + scene.tag + ",CONJUVE" + scene.tag + "&status=assigned&condition=overdue", last).get("total").asInt()).isEqualTo(2);
        assertThat(REGISTER.list("/api/actions/" + action + "/commitments", last).get("items")).hasSize(2);

        var quarters = REGISTER.list("/api/timeline?plan=PM-" + scene.tag + "&period=T2", last).get("items");
        assertThat(quarters).hasSize(1);
        assertThat(quarters.at("/0/action/id").asString()).isEqualTo(marked);
        assertThat(quarters.at("/0/period/label").asString()).isEqualTo("Segundo trimestre");
        assertThat(quarters.at("/0/institution/acronym").asString()).isEqualTo("PNUD" + scene.tag);

        for (var list : List.of("/api/actions", "/api/commitments", "/api/timeline", "/api/plans/" + scene.plan + "/actions")) {
            REGISTER.get(list + "?on=2015-01-01").is(400);
            REGISTER.get(list + "?asOf=1").is(400);
            REGISTER.get(list + "?colour=red").is(400);
        }
        REGISTER.get("/api/actions?condition=late").is(422);
        REGISTER.get("/api/actions?dueFrom=ayer").is(422);
        REGISTER.get("/api/plans/" + action + "/actions").is(404);
    }

    /** By somebody else than who recorded the delivery. */
    private static void verified(String action, String fields) {
        REGISTER.as("verifica.acciones", new Binding(Role.VERIFIER, null)).post("/api/actions/" + action + "/verify-delivery", "{" + fields + "}").is(200);
    }

    static Reply done(String action, String command, String fields) {
        return REGISTER.post("/api/actions/" + action + "/" + command, "{" + fields + "}").is(200);
    }

    static List<String> ids(JsonNode list) {
        return StreamSupport.stream(list.get("items").spliterator(), false).map(row -> row.get("id").asString()).toList();
    }

    static List<String> types(JsonNode history) {
        return StreamSupport.stream(history.spliterator(), false).map(record -> record.get("type").asString()).distinct().toList();
    }
}
