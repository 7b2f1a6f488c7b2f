package constancia.app.pages;

import constancia.app.HttpRegister;
import constancia.kernel.rights.Binding;
import constancia.kernel.rights.Role;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;

/** A plan in the middle of its course: two of its four periods are over, one runs, one is to come. */
final class PlanScene {

    static final HttpRegister REGISTER = HttpRegister.shared();

    static final String COMPONENT = "0194d0c2-0000-7000-8000-00000000ab01";
    static final String FIRST = "0194d0c2-0000-7000-8000-00000000ab02";
    static final String SECOND = "0194d0c2-0000-7000-8000-00000000ab03";

    final LocalDate today = LocalDate.now(REGISTER.bean(Clock.class));
    final LocalDate begin = today.minusDays(200);
    final String plan;
    /** Ids of its actions, by their numbers. */
    final Map<String, String> actions = new HashMap<>();

    PlanScene() {
        institution("Ministerio de Justicia de la Matriz", "MJMAT");
        institution("Consejo de la Juventud de la Matriz", "CJMAT");
        institution("Policía de la Matriz", "PNMAT");
        created("bodies", "'name':'Mesa de la matriz','acronym':'MEMAT','kind':'table','effectiveOn':'2010-01-01'");
        plan = created("plans", "'code':'MATRIZ','title':'Plan de mejora del sistema de prevención','kind':'improvement-plan','body':'MEMAT','calendar':[" + period("T1", 0, 90) + "," + period("T2", 91, 180)
                + "," + period("T3", 181, 270) + "," + period("T4", 271, 360) + "],'effectiveOn':'" + begin + "'");
        onPlan("add-outline-nodes", "'nodes':[{'id':'" + COMPONENT + "','kind':'component','code':'2','text':'Componente del nivel nacional'},{'id':'" + FIRST + "','parent':'" + COMPONENT
                + "','kind':'recommendation','code':'2.1','text':'Fortalecer la gobernanza del sistema de prevención y definir quién coordina'},{'id':'" + SECOND + "','parent':'" + COMPONENT
                + "','kind':'recommendation','code':'2.2','text':'Mejorar la información con que se decide'}]");
        onPlan("state-assumptions", "'node':'" + COMPONENT + "','assumptions':[{'text':'Las autoridades mantienen su respaldo.'}]");
        onPlan("respond-to-recommendation", "'recommendation':'" + FIRST + "','response':'accepted','text':'Se hará con los recursos asignados.'");
        onPlan("expect-reports", "'periods':['T1','T2','T3']");
        act();
        around();
    }

    private void act() {
        propose("1", "Continuar el apoyo a los comités municipales de prevención", FIRST, "'T1','T2','T3','T4'", "MJMAT", "CJMAT");
        on("1", "report-progress", 95, "'institution':'MJMAT','percent':25,'period':'T1','narrative':'Se atendieron doce municipios.'");
        on("1", "report-progress", 185, "'institution':'MJMAT','percent':40,'period':'T2','narrative':'Se atendieron veinte municipios.'");

        propose("2", "Identificar y sistematizar buenas prácticas", FIRST, "'T1'", "CJMAT");
        on("2", "schedule-action", 60, "'periods':['T3'],'grounds':'Lo acordó la mesa.'");

        propose("3", "Realizar la revisión participativa de la estrategia nacional", FIRST, "'T1','T2'", "MJMAT");

        propose("4", "Publicar el mapa de actores", SECOND, "'T2'", "PNMAT");
        on("4", "report-progress", 150, "'institution':'PNMAT','percent':90,'period':'T2'");
        on("4", "mark-delivered", 170, "'institution':'PNMAT'");
        var verifier = REGISTER.as("verificadora.matriz", new Binding(Role.VERIFIER, null));
        verifier.post("/api/actions/" + actions.get("4") + "/verify-delivery", "{'institution':'PNMAT','finding':'complete','effectiveOn':'" + begin.plusDays(175) + "'}").is(200);

        propose("5", "Instalar el observatorio local", SECOND, "'T3'", "PNMAT", "MJMAT");
        on("5", "add-milestone", 20, "'milestone':'" + COMPONENT + "','title':'Diagnóstico','dueOn':'" + begin.plusDays(120) + "'");
        on("5", "reach-milestone", 130, "'milestone':'" + COMPONENT + "'");
        on("5", "add-milestone", 20, "'title':'Equipo instalado','dueOn':'" + begin.plusDays(240) + "'");
        on("5", "add-milestone", 20, "'milestone':'" + FIRST + "','title':'Local listo','dueOn':'" + begin.plusDays(100) + "'");
        on("5", "reschedule-milestone", 110, "'milestone':'" + FIRST + "','dueOn':'" + begin.plusDays(150) + "','grounds':'Faltó el permiso.'");
        on("5", "add-milestone", 20, "'milestone':'" + SECOND + "','title':'Rótulo puesto','dueOn':'" + begin.plusDays(140) + "'");
        on("5", "drop-milestone", 120, "'milestone':'" + SECOND + "','grounds':'No hará falta.'");
        on("5", "add-dependency", 30, "'predecessor':'" + actions.get("3") + "'");
        on("5", "report-impediment", 160, "'text':'No hay local.'");

        propose("6", "Elaborar la guía de seguimiento", null, "'T4'");

        actions.put("7", created("actions", "'title':'Capacitar a los enlaces','plan':'MATRIZ','node':'" + SECOND + "','number':'7','schedule':{'from':'" + begin.plusDays(30) + "','dueOn':'" + begin.plusDays(150)
                + "'},'responsible':[{'institution':'CJMAT','role':'lead','acceptedOn':'" + begin + "'}],'effectiveOn':'" + begin + "'"));
        on("7", "request-extension", 140, "'institution':'CJMAT','extension':'" + SECOND + "','dueOn':'" + begin.plusDays(230) + "','grounds':'Hubo cambio de personal.'");
        on("7", "grant-extension", 145, "'extension':'" + SECOND + "'");
        on("7", "report-progress", 190, "'institution':'CJMAT','percent':60");
    }

    private void around() {
        on("1", "commit-funding", 10, "'funding':'" + FIRST + "','source':'Fondo General','state':'available','amount':12500.5,'currency':'USD'");
        on("1", "record-expenditure", 100, "'amount':3000,'currency':'USD','description':'Talleres','funding':'" + FIRST + "'");
        on("5", "commit-funding", 10, "'source':'Cooperación técnica','state':'in-negotiation','amount':40000,'currency':'USD'");
        var indicator = created("indicators", "'name':'Municipios con plan de prevención','kind':'result','unit':'municipios','direction':'increase','plan':'MATRIZ','baseline':{'value':12,'on':'" + begin + "','source':'Encuesta'},'effectiveOn':'" + begin + "'");
        REGISTER.post("/api/indicators/" + indicator + "/set-target", "{'dueOn':'" + today.plusDays(100) + "','value':40,'effectiveOn':'" + begin + "'}").is(200);
        for (int month = 1; month < 6; month++) {
            REGISTER.post("/api/indicators/" + indicator + "/record-measurement", "{'on':'" + begin.plusDays(30 * month) + "','value':" + (12 + 4 * month) + ",'source':'Informe mensual','effectiveOn':'" + begin.plusDays(30 * month) + "'}").is(200);
        }
        created("risks", "'scenario':'Cambio de autoridades','plan':'MATRIZ','warningSigns':['Rumores'],'preventive':['Formar mandos medios'],'damageReduction':['Trabajar desde lo local'],'adjustments':['Revisar metas'],'effectiveOn':'" + begin + "'");
    }

    private void propose(String number, String title, String node, String marks, String... responsible) {
        var who = new StringBuilder();
        for (var institution : responsible) {
            var role = who.isEmpty() ? "lead" : "co-responsible";
            who.append(who.isEmpty() ? "" : ",").append("{'institution':'").append(institution).append("','role':'").append(role).append("','acceptedOn':'").append(begin).append("'}");
        }
        actions.put(number, created("actions", "'title':'" + title + "','plan':'MATRIZ','number':'" + number + "'" + (node == null ? "" : ",'node':'" + node + "'") + ",'schedule':{'periods':[" + marks
                + "]},'responsible':[" + who + "],'effectiveOn':'" + begin + "'"));
    }

    HttpRegister.Reply on(String number, String command, int day, String fields) {
        return REGISTER.post("/api/actions/" + actions.get(number) + "/" + command, "{" + fields + ",'effectiveOn':'" + begin.plusDays(day) + "'}").is(200);
    }

    private void onPlan(String command, String fields) {
        REGISTER.post("/api/plans/" + plan + "/" + command, "{" + fields + ",'effectiveOn':'" + begin + "'}").is(200);
    }

    private String period(String code, int from, int until) {
        return "{'period':'" + code + "','from':'" + begin.plusDays(from) + "','until':'" + begin.plusDays(until) + "'}";
    }

    private static void institution(String name, String acronym) {
        created("institutions", "'name':'" + name + "','acronym':'" + acronym + "','kind':'state','effectiveOn':'2010-01-01'");
    }

    static String created(String collection, String fields) {
        return REGISTER.post("/api/" + collection, "{" + fields + "}").is(201).id();
    }
}
