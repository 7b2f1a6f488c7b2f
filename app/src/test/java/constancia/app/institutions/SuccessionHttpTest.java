package constancia.app.institutions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import constancia.app.HttpRegister;
import constancia.app.HttpRegister.Reply;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** A ministry gets another name, a secretariat is split in two, a minister leaves. */
class SuccessionHttpTest {

    static final HttpRegister REGISTER = HttpRegister.shared();
    static final String MINISTER = REGISTER.person("0194d0c2-0000-7000-8000-0000000000da");
    static final String MANDATE = "0194d0c2-0000-7000-8000-0000000000db";
    static final String EXTENSION = "0194d0c2-0000-7000-8000-0000000000dc";
    static int next;

    final String tag = "SU" + ++next;
    final String former = institution("MG", "Ministerio de Gobernación");
    final String successor = institution("MSP", "Ministerio de Seguridad Pública");

    @Test
    void the_commitments_of_a_ministry_that_gets_another_name_are_the_new_ones_from_its_day_on() {
        var action = action("Instalar la mesa", "MG");
        done("actions", action, "report-progress", "'institution':'MG" + tag + "','percent':30,'effectiveOn':'2015-01-10'");
        succeed(former, "renamed", "2015-03-01", "MSP");
        holds(action, successor);

        var before = commitment(action, "?on=2015-02-28");
        assertThat(before.at("/institution/acronym").asString()).isEqualTo("MG" + tag);
        assertThat(before.get("since").asString()).isEqualTo("2014-11-24");
        assertThat(before.get("formerHolders")).isEmpty();
        var after = commitment(action, "?on=2015-03-01");
        assertThat(after.at("/institution/acronym").asString()).isEqualTo("MSP" + tag);
        assertThat(after.get("since").asString()).isEqualTo("2015-03-01");
        assertThat(after.at("/formerHolders/0/institution/name").asString()).isEqualTo("Ministerio de Gobernación " + tag);
        assertThat(after.at("/formerHolders/0/since").asString()).isEqualTo("2014-11-24");
        assertThat(after.at("/formerHolders/0/until").asString()).isEqualTo("2015-02-28");
        assertThat(after.get("percent").asInt()).isEqualTo(30);

        listed("institution=" + successor, 1);
        listed("institution=" + former, 0);
        assertThat(REGISTER.get("/api/commitments?institution=" + successor).body().at("/items/0/since").asString()).isEqualTo("2015-03-01");
        var record = history(action, "es").getLast();
        assertThat(record.get("type").asString()).isEqualTo("CommitmentTransferred");
        assertThat(record.get("actor").asString()).isEqualTo("system:succession");
        assertThat(record.get("effectiveOn").asString()).isEqualTo("2015-03-01");
        assertThat(record.get("summary").asString()).isEqualTo("El compromiso de MG" + tag + " pasó a MSP" + tag + ", que le sucede.");
        assertThat(history(action, "en").getLast().get("summary").asString()).isEqualTo("The commitment of MG" + tag + " went on to MSP" + tag + ", which took its place.");
        var known = REGISTER.get("/api/actions/" + action + "?asOf=" + (record.get("position").asLong() - 1)).is(200).body();
        assertThat(known.at("/commitments/0/institution/id").asString()).as("what was known before").isEqualTo(former);

        command("actions", action, "accept-commitment", "'institution':'" + former + "','effectiveOn':'2015-03-01'").says(409, "no-commitment",
                "La institución no tiene en esa fecha un compromiso en esta acción.");
        done("actions", action, "accept-commitment", "'institution':'" + successor + "','effectiveOn':'2015-03-02'");
        done("actions", action, "report-progress", "'institution':'MSP" + tag + "','percent':60,'effectiveOn':'2015-04-01'");
        done("actions", action, "mark-delivered", "'institution':'MSP" + tag + "','effectiveOn':'2015-06-01'");
        assertThat(commitment(action, "").get("status").asString()).isEqualTo("delivered");
    }

    @Test
    void what_is_entered_later_as_of_a_day_before_goes_on_at_once() {
        succeed(former, "renamed", "2015-03-01", "MSP");
        var action = action("Publicar el informe", "MG");
        assertThat(history(action, "es")).extracting(record -> record.get("type").asString()).containsExactly("ActionProposed", "CommitmentTransferred");
        holds(action, successor);
    }

    @Test
    void which_commitment_of_a_secretariat_that_is_split_goes_to_whom_is_decided_one_by_one() {
        var split = institution("STP", "Secretaría Técnica");
        var strategic = institution("SAE", "Secretaría de Asuntos Estratégicos");
        var participation = institution("SPT", "Secretaría de Participación");
        var one = action("Coordinar a los enlaces", "STP");
        var other = action("Consultar a las comunidades", "STP");
        transfer(one, "STP", "SAE", "2015-04-01").says(409, "not-succeeded",
                "Ninguna institución ha sucedido a esta. Para dar su parte a otra, libérela y asigne a la otra.");
        var succeeded = succeed(split, "split", "2015-04-01", "SAE", "SPT");
        assertThat(REGISTER.list("/api/commitments?condition=to-transfer&institution=" + split, succeeded).get("total").asInt()).isEqualTo(2);

        transfer(one, "STP", "MSP", "2015-04-01").is(422);
        assertThat(transfer(one, "STP", "MSP", "2015-04-01").body().at("/errors/0/code").asString()).isEqualTo("not-a-successor");
        transfer(one, "STP", "SAE", "2015-03-31").says(409, "not-yet-succeeded",
                "El compromiso no puede traspasarse antes del 2015-04-01, día en que la institución fue sucedida.");
        command("actions", one, "transfer-commitment", "'institution':'STP" + tag + "','to':'SAE" + tag + "','effectiveOn':'2015-04-01'").is(422);
        transfer(one, "STP", "SAE", "2015-04-01").is(200);
        var last = transfer(other, "STP", "SPT", "2015-04-01").is(200);
        assertThat(REGISTER.list("/api/commitments?condition=to-transfer&institution=" + split, last).get("total").asInt()).isZero();
        holds(one, strategic);
        holds(other, participation);
        listed("institution=" + strategic + "," + participation, 2);
    }

    @Test
    void what_the_outgoing_minister_hands_over() {
        var inherited = action("Instalar la mesa", "MG");
        done("actions", inherited, "request-extension", "'extension':'" + EXTENSION + "','institution':'MG" + tag + "','dueOn':'2015-12-31','effectiveOn':'2015-02-01','grounds':'Faltan fondos.'");
        done("actions", inherited, "report-impediment", "'text':'No hay fondos.','effectiveOn':'2015-02-02'");
        succeed(former, "renamed", "2015-03-01", "MSP");
        holds(inherited, successor);
        done("institutions", successor, "appoint-representative", "'mandate':'" + MANDATE + "','person':'" + MINISTER + "','capacity':'representative','effectiveOn':'2015-03-01'");
        var coordinated = created("case-files", "'title':'Vínculos con las municipalidades " + tag + "','coordinator':'MSP" + tag + "','effectiveOn':'2015-04-01'");
        var linked = created("case-files", "'title':'Fondos del programa " + tag + "','effectiveOn':'2015-04-02'");
        done("case-files", linked, "link-to-case-file", "'action':'" + inherited + "','effectiveOn':'2015-04-02'");
        var awaited = created("case-files", "'title':'Enlaces " + tag + "','effectiveOn':'2015-04-03'");
        done("case-files", awaited, "await-institution", "'institution':'MSP" + tag + "','text':'Que nombre a su enlace.','dueOn':'2015-05-01','effectiveOn':'2015-04-03'");
        var closed = created("case-files", "'title':'Otro " + tag + "','coordinator':'MSP" + tag + "','effectiveOn':'2015-04-01'");
        done("case-files", closed, "resolve-case-file", "'resolution':'Hecho.','effectiveOn':'2015-04-04'");
        done("case-files", closed, "close-case-file", "'effectiveOn':'2015-04-04'");
        var ended = done("institutions", successor, "end-mandate", "'mandate':'" + MANDATE + "','effectiveOn':'2016-02-29','grounds':'Cambio de gabinete.'");

        var dossier = REGISTER.list("/api/institutions/" + successor + "/handover?mandate=" + MANDATE, ended);
        assertThat(texts(dossier, "commitments", "/action/id")).containsExactly(inherited);
        assertThat(texts(dossier, "impediments", "/text")).containsExactly("No hay fondos.");
        assertThat(texts(dossier, "extensions", "/id")).containsExactly(EXTENSION);
        assertThat(dossier.at("/extensions/0/reason").asString()).isEqualTo("Faltan fondos.");
        assertThat(dossier.at("/extensions/0/askedFor").asString()).isEqualTo("2015-12-31");
        assertThat(texts(dossier, "caseFiles", "/id")).containsExactly(awaited, coordinated, linked);
        assertThat(texts(dossier, "caseFiles", "/because/0")).containsExactly("awaited", "coordinates", "linked");
        assertThat(dossier.get("totals")).hasToString("{\"commitments\":1,\"agreements\":0,\"meetings\":0,\"impediments\":1,\"extensions\":1,\"caseFiles\":3}");
    }

    private static void holds(String action, String institution) {
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(commitment(action, "").at("/institution/id").asString()).isEqualTo(institution));
    }

    private static void listed(String filter, int total) {
        await().atMost(Duration.ofSeconds(30)).until(() -> REGISTER.get("/api/commitments?" + filter).is(200).body().get("total").asInt() == total);
    }

    private Reply succeed(String institution, String kind, String on, String... successors) {
        var named = String.join(",", List.of(successors).stream().map(one -> "'" + one + tag + "'").toList());
        return done("institutions", institution, "succeed-institution", "'successors':[" + named + "],'kind':'" + kind + "','effectiveOn':'" + on + "','grounds':'Decreto ejecutivo.'");
    }

    private Reply transfer(String action, String from, String to, String on) {
        return command("actions", action, "transfer-commitment", "'institution':'" + from + tag + "','to':'" + to + tag + "','effectiveOn':'" + on + "','grounds':'Decreto 1.'");
    }

    private static JsonNode commitment(String action, String cut) {
        return REGISTER.get("/api/actions/" + action + cut).is(200).body().at("/commitments/0");
    }

    private static List<JsonNode> history(String action, String language) {
        return REGISTER.get("/api/actions/" + action + "/history", language).is(200).body().get("items").valueStream().toList();
    }

    private static List<String> texts(JsonNode item, String list, String pointer) {
        return item.get(list).valueStream().map(line -> line.at(pointer).asString()).toList();
    }

    private String action(String title, String lead) {
        return created("actions", "'title':'" + title + "','responsible':[{'institution':'" + lead + tag + "','role':'lead'}],'schedule':{'dueOn':'2015-06-30'},'effectiveOn':'2014-11-24'");
    }

    private String institution(String acronym, String name) {
        return created("institutions", "'name':'" + name + " " + tag + "','acronym':'" + acronym + tag + "','kind':'state','effectiveOn':'2010-01-01'");
    }

    private static String created(String collection, String fields) {
        return REGISTER.post("/api/" + collection, "{" + fields + "}").is(201).id();
    }

    private static Reply done(String collection, String id, String command, String fields) {
        return command(collection, id, command, fields).is(200);
    }

    private static Reply command(String collection, String id, String command, String fields) {
        return REGISTER.post("/api/" + collection + "/" + id + "/" + command, "{" + fields + "}");
    }
}
