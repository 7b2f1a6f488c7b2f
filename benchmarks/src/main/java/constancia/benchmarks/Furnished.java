package constancia.benchmarks;

import java.io.IOException;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A register in which much has happened: half of its actions in one plan, the others in five; a tenth is overdue, every other one was
 * reported on, every eighth delivered. Everything is recorded by commands over HTTP.
 */
final class Furnished {

    private static final int WRITERS = 8;
    private static final int PLANS = 6;
    private static final int COMPONENTS = 4;
    private static final int RESULTS = 40;
    private static final int RECOMMENDATIONS = 36;
    private static final int INSTITUTIONS = 30;

    private final Map<String, String> names = new HashMap<>();
    private final Register register;
    private final int actions;
    private final LocalDate today;

    private Furnished(Register register, int actions) {
        this.register = register;
        this.actions = actions;
        this.today = LocalDate.now(ZoneId.of("America/El_Salvador"));
    }

    static Furnished with(int actions, Register register) throws IOException, InterruptedException, SQLException {
        var furnished = new Furnished(register, actions);
        furnished.found();
        furnished.many(actions, furnished::action);
        furnished.many(Math.max(5, actions / 200), furnished::beside);
        furnished.look();
        Caught.up(register);
        furnished.rows();
        return furnished;
    }

    /** With what stands for ids and days in it filled in. */
    String filled(String path) {
        var filled = path;
        for (var name : names.entrySet()) {
            filled = filled.replace("{" + name.getKey() + "}", name.getValue());
        }
        if (filled.contains("{")) {
            throw new IllegalArgumentException("Nothing stands for that in " + filled);
        }
        return filled;
    }

    private void found() throws IOException {
        names.putAll(Map.of("today", today.toString(), "first", today.withDayOfMonth(1).toString(), "last", today.withDayOfMonth(today.lengthOfMonth()).toString()));
        for (int i = 1; i <= INSTITUTIONS; i++) {
            var id = created("institutions", "'name':'Dirección general número " + i + " de coordinación interinstitucional','acronym':'DG" + i + "','kind':'state'");
            names.putIfAbsent("institution", id);
        }
        names.put("body", created("bodies", "'name':'Consejo nacional de coordinación','acronym':'CNC','kind':'council'"));
        for (int i = 1; i <= INSTITUTIONS; i++) {
            said("bodies/" + names.get("body") + "/seat-institution", "'institution':'DG" + i + "','role':'member'");
        }
        for (int plan = 0; plan < PLANS; plan++) {
            var id = created("plans", "'code':'PN-" + plan + "','title':'Plan nacional de coordinación número " + plan + "','kind':'national-plan','body':'CNC','calendar':[" + period("T1", -180, -91) + "," + period("T2", -90, -1) + ","
                    + period("T3", 0, 89) + "," + period("T4", 90, 179) + "]");
            names.putIfAbsent("plan", id);
            said("plans/" + id + "/add-outline-nodes", "'nodes':[" + outline(plan) + "]");
        }
    }

    private String period(String code, int from, int until) {
        return "{'period':'" + code + "','from':'" + today.plusDays(from) + "','until':'" + today.plusDays(until) + "'}";
    }

    private static String outline(int plan) {
        return IntStream.range(0, COMPONENTS + RESULTS + RECOMMENDATIONS).mapToObj(place -> {
            var kind = place < COMPONENTS ? "component" : place < COMPONENTS + RESULTS ? "result" : "recommendation";
            return "{'id':'" + node(plan, place) + "','kind':'" + kind + "','code':'" + plan + "." + place + "','text':'Fortalecer la gobernanza local y la prevención, parte " + place + " del plan'"
                    + (place < COMPONENTS ? "" : ",'parent':'" + node(plan, place % COMPONENTS) + "'") + "}";
        }).collect(Collectors.joining(","));
    }

    private static UUID node(int plan, int place) {
        return new UUID(0x0194d0c200007000L, 0x8000000000000000L | (long) plan << 16 | place);
    }

    private void action(Wire wire, int number) throws IOException {
        int plan = number % 2 == 0 ? 0 : 1 + number / 2 % (PLANS - 1);
        var lead = "DG" + (number % INSTITUTIONS + 1);
        var period = number % 10 == 0 ? "T1" : number % 4 == 0 ? "T4" : "T3";
        var schedule = plan == 0 ? "'periods':['" + period + "']" : "'from':'" + today.minusDays(60) + "','dueOn':'" + today.plusDays(number % 360 - 36) + "'";
        var id = created(wire, "actions", "'title':'Fortalecer la coordinación interinstitucional para la atención integral a víctimas en el municipio número " + number + "','plan':'PN-" + plan + "','node':'"
                + node(plan, COMPONENTS + number % RESULTS) + "','number':'" + number + "','schedule':{" + schedule + "},'responsible':[{'institution':'" + lead + "','role':'lead'},{'institution':'DG"
                + ((number + 7) % INSTITUTIONS + 1) + "','role':'support'}],'territory':['SV-SS']");
        var path = "actions/" + id + "/";
        if (number % 2 == 0) {
            said(wire, path + "report-progress", "'institution':'" + lead + "','percent':" + number % 100 + ",'narrative':'Se realizaron las jornadas previstas y se levantó acta de cada una.'" + (plan == 0 ? ",'period':'" + period + "'" : ""));
        }
        if (number % 50 == 6) {
            said(wire, path + "report-impediment", "'text':'Faltan los fondos para el traslado de los equipos.'");
            said(wire, path + "request-extension", "'institution':'" + lead + "','dueOn':'" + today.plusDays(400) + "','grounds':'Cambió el calendario.'");
            said(wire, path + "commit-funding", "'source':'Fondo general','state':'available','amount':" + number * 10 + ",'currency':'USD'");
        } else if (number % 8 == 0) {
            said(wire, path + "mark-delivered", "'institution':'" + lead + "'");
        }
        if (number == 6) {
            names.put("action", id);
        }
    }

    /** What there is beside actions. */
    private void beside(Wire wire, int number) throws IOException {
        var agreement = created(wire, "agreements", "'kind':'decision','title':'Acuerdo número " + number + " sobre los comités municipales','text':'Cada comité informa al consejo una vez por trimestre.','body':'CNC','adoption':'consensus'");
        created(wire, "actions", "'title':'Informar al consejo, acuerdo número " + number + "','agreement':'" + agreement + "','responsible':[{'institution':'DG1','role':'lead'}],'schedule':{'dueOn':'" + today.plusDays(number) + "'}");
        created(wire, "agreements", "'kind':'cooperation-agreement','title':'Convenio número " + number + " de coordinación','text':'Las partes se informan.','parties':[{'institution':'DG1','mustSign':true},{'institution':'DG2','mustSign':true}]");
        var meeting = created(wire, "meetings", "'body':'CNC','startsAt':'" + today.plusDays(number - 20) + "T09:00:00-06:00','place':'Casa Presidencial','agenda':[{'title':'Lectura de acuerdos'},{'title':'Informe de los comités'},{'title':'Varios'}]");
        var file = created(wire, "case-files", "'title':'Expediente número " + number + " del municipio','body':'CNC','coordinator':'DG1'");
        said(wire, "case-files/" + file + "/link-to-case-file", "'agreement':'" + agreement + "'");
        var risk = created(wire, "risks", "'scenario':'Cambian las autoridades del municipio número " + number + "','plan':'PN-0','warningSigns':['Se convocan elecciones'],'preventive':['Acordar el traspaso'],'damageReduction':[],'adjustments':[]");
        var indicator = created(wire, "indicators", "'name':'Comités municipales que sesionan, " + number + "','kind':'result','unit':'comités','plan':'PN-0'");
        for (var period : List.of("T1", "T2", "T3", "T4")) {
            said(wire, "indicators/" + indicator + "/set-target", "'period':'" + period + "','value':" + 10 * (period.charAt(1) - '0'));
        }
        said(wire, "indicators/" + indicator + "/record-measurement", "'on':'" + today.minusDays(100) + "','value':8,'source':'Informe de la unidad'");
        if (number == 1) {
            names.putAll(Map.of("agreement", agreement, "meeting", meeting, "file", file, "risk", risk, "indicator", indicator));
        }
    }

    /** What is looked at closely. */
    private void look() throws IOException {
        var person = register.create("/api/persons", Map.of("name", "Persona que entrega", "office", "Dirección"));
        names.put("mandate", UUID.randomUUID().toString());
        said("institutions/" + names.get("institution") + "/appoint-representative", "'mandate':'" + names.get("mandate") + "','person':'" + person + "','capacity':'representative'");
        for (int percent = 1; percent <= 20; percent++) {
            said("actions/" + names.get("action") + "/report-progress", "'institution':'DG7','percent':" + percent * 4 + ",'period':'T3'");
        }
        var meeting = "meetings/" + names.get("meeting") + "/";
        said(meeting + "open-meeting", "'attendance':[" + IntStream.rangeClosed(1, INSTITUTIONS).mapToObj(i -> "{'institution':'DG" + i + "'}").collect(Collectors.joining(",")) + "]");
        var deliberation = UUID.randomUUID();
        said(meeting + "put-question", "'deliberation':'" + deliberation + "','question':'¿Cada cuánto informan los comités?'");
        for (int i = 1; i <= INSTITUTIONS; i++) {
            said(meeting + "record-position", "'deliberation':'" + deliberation + "','institution':'DG" + i + "','text':'Una vez por trimestre, por escrito.'");
        }
    }

    /** The actions that the first page of the plan's matrix shows, and the plan's indicators, each with its series. */
    private void rows() throws IOException {
        names.put("rows", ids("/api/schedules?plan={plan}&sort=outline&limit=50"));
        names.put("indicators", ids("/api/indicators?plan={plan}&limit=500"));
    }

    private String ids(String list) throws IOException {
        return StreamSupport.stream(register.ask("GET", filled(list), null).get("items").spliterator(), false).map(row -> row.get("id").asString()).collect(Collectors.joining(","));
    }

    /** Each of the ids that stand under that name. */
    Stream<String> all(String name) {
        return Stream.of(names.get(name).split(","));
    }

    private interface Task {
        void run(Wire wire, int number) throws IOException;
    }

    private void many(int count, Task task) throws IOException, InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<?>>();
            for (int writer = 1; writer <= WRITERS; writer++) {
                int first = writer;
                running.add(threads.submit(() -> {
                    try (var wire = register.connect()) {
                        for (int number = first; number <= count; number += WRITERS) {
                            task.run(wire, number);
                        }
                    }
                    return null;
                }));
            }
            for (var one : running) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
    }

    private String created(String collection, String body) throws IOException {
        try (var wire = register.connect()) {
            return created(wire, collection, body);
        }
    }

    private String created(Wire wire, String collection, String body) throws IOException {
        return Receipt.id(said(wire, collection, body + ",'effectiveOn':'" + today.minusDays(150) + "'"));
    }

    private void said(String path, String body) throws IOException {
        try (var wire = register.connect()) {
            said(wire, path, body);
        }
    }

    private static String said(Wire wire, String path, String body) throws IOException {
        var reply = wire.send("POST", "/api/" + path, "{" + body.replace('\'', '"') + "}");
        if (reply.status() >= 300) {
            throw new IOException(path + " answered " + reply.status() + ": " + reply.body());
        }
        return reply.body();
    }

    int actions() {
        return actions;
    }
}
