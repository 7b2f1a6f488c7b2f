package constancia.app.actions;

import static org.assertj.core.api.Assertions.assertThat;

import constancia.app.HttpRegister;
import constancia.app.HttpRegister.Reply;
import tools.jackson.databind.JsonNode;

/** A council with its plan, its institutions and an agreement between them, each under names of their own. */
final class ActionsScene {

    static final HttpRegister REGISTER = HttpRegister.shared();
    static final String NODE = "0194d0c2-0000-7000-8000-0000000000c1";
    static final String RECOMMENDATION = "0194d0c2-0000-7000-8000-0000000000c2";
    static final String HASH = REGISTER.document("acta");
    private static int next;

    final String tag = "AC" + ++next;
    final String mjsp = institution("MJSP");
    final String conjuve = institution("CONJUVE");
    final String pnud = institution("PNUD");
    final String council = created("/api/bodies", "'name':'Consejo " + tag + "','acronym':'CN" + tag + "','kind':'council','effectiveOn':'2014-01-01'");
    final String plan = created("/api/plans", "'code':'PM-" + tag + "','title':'Plan de mejora','kind':'improvement-plan','body':'" + council
            + "','calendar':[{'period':'T1'},{'period':'T2','label':'Segundo trimestre'}],'effectiveOn':'2014-01-01'");
    final String agreement = created("/api/agreements", "'kind':'memorandum','title':'Memorando " + tag + "','text':'Las partes acuerdan dar seguimiento.','parties':[{'institution':'"
            + mjsp + "','mustSign':true}],'effectiveOn':'2014-01-01'");

    ActionsScene() {
        REGISTER.post("/api/bodies/" + council + "/seat-institution", "{'institution':'" + pnud + "','role':'observer','effectiveOn':'2014-01-01'}").is(200);
        REGISTER.post("/api/plans/" + plan + "/add-outline-nodes", "{'nodes':[{'id':'" + NODE + "','kind':'component','code':'2.1','text':'Nivel nacional'},{'id':'"
                + RECOMMENDATION + "','parent':'" + NODE + "','kind':'recommendation','text':'Dar seguimiento'}],'effectiveOn':'2014-01-01'}").is(200);
    }

    /** An action of the plan, led by MJSP with CONJUVE, due on 15 June 2015. */
    String propose() {
        return created("/api/actions", "'title':'Instalar el mecanismo " + tag + "','plan':'PM-" + tag.toLowerCase() + "','number':'7','responsible':[{'institution':'MJSP"
                + tag + "','role':'lead'},{'institution':'CONJUVE" + tag + "','role':'co-responsible'}],'schedule':{'dueOn':'2015-06-15'},'effectiveOn':'2015-01-10'");
    }

    Reply post(String action, String command, String fields) {
        return REGISTER.post("/api/actions/" + action + "/" + command, "{" + fields + "}");
    }

    static String created(String path, String fields) {
        return REGISTER.post(path, "{" + fields + "}").is(201).id();
    }

    static JsonNode item(String action) {
        return REGISTER.get("/api/actions/" + action).is(200).body();
    }

    static void versionIs(String action, int version) {
        assertThat(item(action).get("version").asInt()).isEqualTo(version);
    }

    private String institution(String acronym) {
        return created("/api/institutions", "'name':'Institución " + acronym + " " + tag + "','acronym':'" + acronym + tag + "','kind':'state','effectiveOn':'2010-01-01'");
    }
}
