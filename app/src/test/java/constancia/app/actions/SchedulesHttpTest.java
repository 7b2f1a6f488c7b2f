package constancia.app.actions;

import static constancia.app.actions.ActionsHttpTest.done;
import static constancia.app.actions.ActionsHttpTest.ids;
import static constancia.app.actions.ActionsScene.*;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SchedulesHttpTest {

    final ActionsScene scene = new ActionsScene();
    final String plan = created("/api/plans", "'code':'LT-" + scene.tag + "','title':'Plan en el tiempo','kind':'improvement-plan','body':'" + scene.council
            + "','calendar':[{'period':'T1','from':'2015-01-01','until':'2015-03-31'},{'period':'T2','from':'2015-04-01','until':'2015-06-30'}],'effectiveOn':'2014-01-01'");
    final String component = "0194d0c2-0000-7000-8000-000000000c1" + scene.tag.charAt(scene.tag.length() - 1);
    final String result = "0194d0c2-0000-7000-8000-000000000c2" + scene.tag.charAt(scene.tag.length() - 1);

    @Test
    void what_was_promised_what_holds_now_and_what_happened_on_the_way() {
        REGISTER.post("/api/plans/" + plan + "/add-outline-nodes", "{'nodes':[{'id':'" + component + "','kind':'component','code':'2','text':'Prevención'},{'id':'" + result + "','parent':'"
                + component + "','kind':'result','code':'2.1','text':'Municipios'}],'effectiveOn':'2014-01-01'}").is(200);
        var before = created("/api/actions", "'title':'Preparar " + scene.tag + "','plan':'" + plan + "','schedule':{'dueOn':'2015-02-15'},'effectiveOn':'2015-01-02'");
        var moved = created("/api/actions", "'title':'Mover " + scene.tag + "','plan':'" + plan + "','node':'" + result + "','number':'1','schedule':{'periods':['T1']},"
                + "'responsible':[{'institution':'" + scene.mjsp + "','role':'lead'}],'effectiveOn':'2015-01-02'");
        done(moved, "add-dependency", "'predecessor':'" + before + "','effectiveOn':'2015-01-03'");
        done(moved, "add-milestone", "'title':'Diagnóstico','dueOn':'2015-02-28','effectiveOn':'2015-01-03'");
        done(moved, "add-milestone", "'milestone':'" + component + "','title':'Informe','dueOn':'2015-02-28','effectiveOn':'2015-01-03'");
        done(moved, "report-impediment", "'text':'Faltan fondos','effectiveOn':'2015-02-01'");
        done(moved, "schedule-action", "'periods':['T2'],'grounds':'Lo pidió el consejo','effectiveOn':'2015-03-01'");
        done(moved, "request-extension", "'institution':'" + scene.mjsp + "','extension':'" + result + "','dueOn':'2015-07-31','grounds':'Lluvias','effectiveOn':'2015-06-01'");
        var dropped = done(moved, "drop-milestone", "'milestone':'" + component + "','grounds':'Ya no hace falta','effectiveOn':'2015-06-02'");
        var milestones = REGISTER.list("/api/schedules?action=" + moved, dropped).at("/items/0/milestones");
        assertThat(milestones).hasSize(1);
        assertThat(milestones.at("/0/overdue").asBoolean()).isTrue();
        done(moved, "grant-extension", "'extension':'" + result + "','effectiveOn':'2015-06-10'");
        var last = done(moved, "mark-delivered", "'institution':'" + scene.mjsp + "','effectiveOn':'2015-07-20'");

        var rows = REGISTER.list("/api/schedules?plan=" + plan, last);
        assertThat(ids(rows)).containsExactly(moved, before);
        var row = rows.at("/items/0");
        assertThat(row.at("/baseline/periods/0").asString()).isEqualTo("T1");
        assertThat(row.at("/baseline/dueOn").asString()).isEqualTo("2015-03-31");
        assertThat(row.at("/schedule/periods/0").asString()).isEqualTo("T2");
        assertThat(row.at("/schedule/dueOn").asString()).isEqualTo("2015-07-31");
        assertThat(row.at("/node/code").asString()).isEqualTo("2.1");
        assertThat(row.at("/milestones/0/dueOn").asString()).isEqualTo("2015-02-28");
        assertThat(row.at("/milestones/0/overdue").asBoolean()).as("in what is delivered").isFalse();
        assertThat(row.at("/extensions/0/status").asString()).isEqualTo("granted");
        assertThat(row.at("/extensions/0/dueOn").asString()).isEqualTo("2015-07-31");
        assertThat(row.at("/impediments/0/reportedOn").asString()).isEqualTo("2015-02-01");
        assertThat(row.at("/impediments/0/resolvedOn").isNull()).isTrue();
        assertThat(row.at("/deliveries/0/deliveredOn").asString()).isEqualTo("2015-07-20");
        assertThat(row.at("/deliveries/0/verifiedOn").isNull()).isTrue();
        assertThat(row.at("/predecessors/0/id").asString()).isEqualTo(before);

        assertThat(ids(REGISTER.list("/api/plans/" + plan + "/schedules?node=" + component, last))).containsExactly(moved);
        for (var period : new String[] {"T1", "T2"}) {
            assertThat(ids(REGISTER.list("/api/schedules?plan=" + plan + "&period=" + period, last))).as("of the baseline and of today").containsExactly(moved);
        }
        assertThat(ids(REGISTER.list("/api/schedules?institution=MJSP" + scene.tag, last))).containsExactly(moved);
        assertThat(ids(REGISTER.list("/api/schedules?plan=" + plan + "&moved=true", last))).containsExactly(moved);
        assertThat(ids(REGISTER.list("/api/schedules?plan=" + plan + "&moved=false", last))).containsExactly(before);
        assertThat(ids(REGISTER.list("/api/schedules?plan=" + plan + "&condition=blocked", last))).containsExactly(moved);
        assertThat(ids(REGISTER.list("/api/schedules?plan=" + plan + "&sort=from", last))).containsExactly(before, moved);
        assertThat(ids(REGISTER.list("/api/schedules?body=CN" + scene.tag + "&sort=-dueOn&dueFrom=2015-01-01&limit=1", last))).containsExactly(moved);
        REGISTER.get("/api/schedules?sort=colour").is(422);

        var totals = REGISTER.list("/api/schedules/totals?plan=" + plan, last);
        assertThat(totals).hasToString("{\"actions\":2,\"fulfilled\":0,\"overdue\":0,\"unassigned\":1,\"moved\":1,\"first\":\"2015-01-01\",\"last\":\"2015-07-31\",\"groups\":[]}");
        var byComponent = REGISTER.get("/api/schedules/totals?by=component&plan=" + plan).is(200).body().get("groups");
        assertThat(byComponent).hasToString("[{\"plan\":\"" + plan + "\",\"id\":\"" + result + "\",\"actions\":1,\"overdue\":0},{\"plan\":\"" + plan + "\",\"id\":null,\"actions\":1,\"overdue\":0}]");
        assertThat(REGISTER.get("/api/schedules/totals?by=institution&plan=" + plan).is(200).body().get("groups").toString()).contains(scene.mjsp);
        assertThat(REGISTER.get("/api/schedules/totals?by=body&moved=true&plan=" + plan).is(200).body().at("/groups/0/actions").asInt()).isEqualTo(1);
        REGISTER.get("/api/schedules/totals?by=colour").is(422);
        assertThat(REGISTER.get("/api/schedules/totals?plan=" + plan + "&moved=true").is(200).body().get("actions").asInt()).isEqualTo(1);
        REGISTER.get("/api/schedules/totals?plan=" + plan + "&limit=1").is(400);
    }
}
